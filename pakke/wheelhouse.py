"""The wheelhouse: every wheel in one zip, with the list that pip checks them against."""

from pathlib import Path

from pakke.wheels import WINDOWS_ONLY, Wheel
from pakke.zipping import write_zip

LIST = "krav.txt"
_FOR_WINDOWS = ' ; sys_platform == "win32"'
_HEAD = """\
# Alt som veileder trenger. Pakk ut zip-fila, og skriv dette i mappa:
# python -m pip install --no-index --find-links . --require-hashes -r krav.txt
"""


def build_wheelhouse(target: Path, wheels: list[Wheel], epoch: int) -> Path:
    """Write the zip of the wheels and of the list of their checksums."""
    files = {wheel.path.name: wheel.path.read_bytes() for wheel in wheels}
    return write_zip(target, {**files, LIST: requirements(wheels).encode()}, epoch)


def requirements(wheels: list[Wheel]) -> str:
    """Give the list for pip: each package in one version with one checksum."""
    lines = [
        f"{wheel.name}=={wheel.version}{_FOR_WINDOWS if wheel.name in WINDOWS_ONLY else ''}"
        f" --hash=sha256:{wheel.sha256}\n"
        for wheel in wheels
    ]
    return _HEAD + "".join(lines)
