"""The folder that is delivered: cleared of an earlier build, and closed with checksums."""

from hashlib import sha256
from pathlib import Path

OWN = "veileder"
LICENCES = "TREDJEPARTSLISENSER.txt"
SUMS = "SHA256SUMS"

_BUILT = (f"{OWN}-", f"{OWN}.pyz", LICENCES, SUMS)


class NotOursError(Exception):
    """A folder that has something in it that no build has put there."""


def clear(folder: Path) -> None:
    """Make the folder, and empty it of an earlier build, also of one that was broken off.

    Raises NotOursError, and takes nothing away, where something else is in it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = sorted(folder.iterdir())
    if others := [file.name for file in files if not file.name.startswith(_BUILT)]:
        raise NotOursError("\n".join(others))
    for file in files:
        file.unlink()


def write_sums(folder: Path) -> None:
    """Write the checksums of all files in the folder, in the form that sha256sum reads."""
    lines = [
        f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in sorted(folder.iterdir())
        if file.name != SUMS
    ]
    (folder / SUMS).write_text("".join(lines), "ascii")
