"""Paths that lead into a zip file, so that the content of the one-file bundle is read in place.

Python has read the archive's directory to import from it, and reads files by it. It does not tell
what files there are, so the archive has a list of them.
"""

import os
import posixpath
import re
import sys
from collections.abc import Generator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Self
from zipimport import zipimporter

if sys.platform == "win32":
    from pathlib import WindowsPath as _Native
else:
    from pathlib import PosixPath as _Native

NAMES: Final = "filer.txt"
"""The names of all files in the archive, one on each line."""


class ZippedPath(_Native):
    """A path such as veileder.pyz/content, for reading: nothing is unpacked, nothing is written.

    It stands in for a Path wherever content is read. What is not defined here asks the file
    system, where there is no such file.
    """

    __slots__ = ()

    def is_file(self, **_valg: Any) -> bool:
        """Tell whether the archive has a file of this name."""
        arkiv, navn = _split(self)
        return navn in arkiv.names

    def is_dir(self, **_valg: Any) -> bool:
        """Tell whether the archive has files below this name."""
        arkiv, navn = _split(self)
        return any(fil.startswith(f"{navn}/") for fil in arkiv.names)

    def exists(self, **_valg: Any) -> bool:
        """Tell whether it is a file or a folder in the archive."""
        return self.is_file() or self.is_dir()

    def resolve(self, strict: bool = False) -> Self:  # noqa: FBT001, FBT002 - as Path has it
        """Follow links to the archive and take out ".."; there are no links inside it."""
        arkiv, navn = _split(self)
        funnet = type(self)(os.path.realpath(arkiv.path), posixpath.normpath(navn))
        if strict and not funnet.exists():
            raise FileNotFoundError(str(self))
        return funnet

    def glob(self, pattern: str, **_valg: Any) -> Generator[Self, None, None]:
        """Give the files whose names fit, in order; "**/" is any number of folders."""
        arkiv, navn = _split(self)
        uttrykk = re.escape(pattern).replace(r"\*\*/", "(?:[^/]+/)*").replace(r"\*", "[^/]*")
        passer = re.compile(f"{re.escape(navn)}/({uttrykk})")
        for treff in filter(None, map(passer.fullmatch, sorted(arkiv.names))):
            yield self / treff[1]

    def rglob(self, pattern: str, **_valg: Any) -> Generator[Self, None, None]:
        """Give the files in this folder and below whose names fit."""
        return self.glob(f"**/{pattern}")

    def read_bytes(self) -> bytes:
        """Give the whole file; raises FileNotFoundError."""
        arkiv, navn = _split(self)
        if navn not in arkiv.names:
            raise FileNotFoundError(str(self))
        return arkiv.zip.get_data(navn)

    def read_text(self, encoding: str | None = None, *_valg: Any, **_flere: Any) -> str:
        """Give the whole file as text."""
        return self.read_bytes().decode(encoding or "utf-8")

    def open(self, mode: str = "r", *_valg: Any, **_flere: Any) -> Any:
        """Open the file for reading bytes, which is how content is opened."""
        if mode != "rb":
            raise PermissionError(str(self))
        return BytesIO(self.read_bytes())


class _Archive:
    """A zip file, whose directory is read once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.zip = zipimporter(str(path))
        self.names = frozenset(self.zip.get_data(NAMES).decode().splitlines())


_open = cache(_Archive)


def _split(path: Path) -> tuple[_Archive, str]:
    """Give the archive, which is the first file on the way, and the name inside it."""
    for mappe in reversed(Path(path).parents):
        if mappe.is_file():
            return _open(mappe), path.relative_to(mappe).as_posix()
    raise FileNotFoundError(str(path))
