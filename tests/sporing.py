"""Watches a program with strace, in a network namespace of its own where one can be made."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from samtale import Samtale

ALONE: Final = ("unshare", "--map-root-user", "--net")
STRACE: Final = ("strace", "-f", "-qq", "-s", "4096", "-o")
# fmt: off
NAMES: Final = frozenset((
    "link", "linkat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "rmdir", "unlink",
    "unlinkat",
))
# fmt: on
"""What puts a file in place: only where the person asked for one."""
_CALL: Final = re.compile(r"^\d+\s+(\w+)\((.*)")
_PATH: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITING: Final = re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)")
_DEVICES: Final = ("/dev/null", "/dev/tty", "/dev/pts/")
_S = TypeVar("_S", bound=Samtale)


def can_be_alone() -> bool:
    """Whether a namespace without network can be made here."""
    if not shutil.which(ALONE[0]):
        return False
    return subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0


@dataclass(frozen=True)
class Trace:
    """What a program asked of the system."""

    calls: tuple[tuple[str, str], ...]

    @property
    def names(self) -> set[str]:
        """The calls that were made."""
        return {name for name, _ in self.calls}

    @property
    def written(self) -> list[str]:
        """What was opened for writing, made, named or taken away; but for terminals."""
        changing = (
            rest
            for name, rest in self.calls
            if name in NAMES or (name in {"open", "openat"} and _WRITING.search(rest))
        )
        paths = (path for rest in changing for path in _PATH.findall(rest) or ("?",))
        return [path for path in paths if not path.startswith(_DEVICES)]

    @property
    def sockets(self) -> list[str]:
        """The sockets that were made, by what strace says of each."""
        return [rest for name, rest in self.calls if name in {"socket", "socketpair"}]

    @property
    def programs(self) -> list[str]:
        """The programs that were started."""
        return [rest.split('"')[1] for name, rest in self.calls if name == "execve"]


class Tracer:
    """Runs a program without a network, and reads what it did."""

    def __init__(self, site: Path, folder: Path) -> None:
        self._log = folder.parent / f"{folder.name}.strace"
        alone = ALONE if can_be_alone() else ()
        self.under = [*alone, *STRACE, str(self._log)]
        self.env = {"PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": ""}

    def trace(self) -> Trace:
        lines = self._log.read_text("utf-8", "replace").splitlines()
        found = (_CALL.match(line) for line in lines)
        return Trace(tuple((m[1], m[2]) for m in found if m))

    def watch(self, kind: type[_S]) -> type[_S]:
        """The interview of that kind, watched."""
        return type(kind.__name__, (kind,), {"program": (*self.under, *kind.program)})

    def run(self, *argv: str, cwd: Path) -> Trace:
        subprocess.run(
            [*self.under, sys.executable, "-m", "veileder_cli", *argv],
            env={**os.environ, **self.env, "HOME": str(cwd), "TMPDIR": str(cwd)},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
        return self.trace()
