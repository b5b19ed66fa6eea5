"""Zip files that come out the same from the same files: sorted, one time, fixed rights."""

import time
from collections.abc import Collection, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Files = Mapping[str, bytes]
"""What goes into an archive, by its name there."""

_EARLIEST = 315532800  # a zip file knows no time before 1980
_READABLE = 0o644
_UNIX = 3


def write_zip(
    target: Path, files: Files, epoch: int, *, start: bytes = b"", stored: Collection[str] = ()
) -> Path:
    """Write the files, sorted by name, each with the time `epoch` and readable by all.

    `start` stands before the archive. What is compressed already is stored as it is, and so are
    the files named in `stored`.
    """
    with target.open("wb") as out:
        out.write(start)
        with ZipFile(out, "w") as archive:
            for name in sorted(files):
                entry = ZipInfo(name, time.gmtime(max(epoch, _EARLIEST))[:6])
                entry.create_system = _UNIX
                entry.external_attr = _READABLE << 16
                packed = name.endswith((".whl", ".pyz", ".zip")) or name in stored
                entry.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
                archive.writestr(entry, files[name], compresslevel=9)
    return target


def read_zip(source: Path) -> dict[str, bytes]:
    """Give the files of an archive, without its folders."""
    with ZipFile(source) as archive:
        return {i.filename: archive.read(i) for i in archive.infolist() if not i.is_dir()}
