"""The wheels that are packed: the program's own and the locked ones it runs on, all pure Python."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from hashlib import sha256
from pathlib import Path

from packaging.utils import parse_sdist_filename, parse_wheel_filename

from pakke.zipping import Files, read_zip, write_zip

ROOT = Path(__file__).parent.parent
LOCKS = ("run.lock", "windows.lock")
WINDOWS_ONLY = frozenset({"colorama"})
FROM_SOURCE = ("pyyaml",)
"""Published with compiled parts only; the source makes a wheel without them where it is told to."""

_ANYWHERE = ("--platform", "any", "--implementation", "py", "--abi", "none")
_WITHOUT_C = {"PYYAML_FORCE_LIBYAML": "0"}
_MACHINE_CODE = (".so", ".pyd", ".dll", ".dylib", ".exe", ".a", ".lib", ".o")
_MAGIC = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")


class NotPureError(Exception):
    """A wheel that would run on some machines only, or that nobody can read."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel and what is in it."""

    path: Path
    files: Files

    @property
    def name(self) -> str:
        """The package's name as package indexes have it."""
        return str(parse_wheel_filename(self.path.name)[0])

    @property
    def version(self) -> str:
        """The package's version."""
        return str(parse_wheel_filename(self.path.name)[1])

    @property
    def sha256(self) -> str:
        """The checksum of the wheel's file."""
        return sha256(self.path.read_bytes()).hexdigest()

    @property
    def metadata(self) -> Message:
        """The package's description of itself."""
        data = next(d for n, d in self.files.items() if n.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(data.decode("utf-8"))


def read_wheels(folder: Path) -> list[Wheel]:
    """Read all wheels of a folder, in order."""
    return [Wheel(path, read_zip(path)) for path in sorted(folder.glob("*.whl"))]


def collect(folder: Path, epoch: int) -> list[Wheel]:
    """Fill the folder with the locked wheels and the program's own, and let only pure ones pass."""
    locks = [arg for lock in LOCKS for arg in ("-r", str(ROOT / "requirements" / lock))]
    sources = [arg for name in FROM_SOURCE for arg in ("--no-binary", name)]
    with tempfile.TemporaryDirectory() as temporary:
        fetched = Path(temporary)
        fetch = ("--no-deps", "--require-hashes", "--only-binary", ":all:", *sources, *_ANYWHERE)
        _pip("download", "--no-build-isolation", *fetch, "-d", temporary, *locks, epoch=epoch)
        for sdist in fetched.glob("*.tar.gz"):
            if parse_sdist_filename(sdist.name)[0] not in FROM_SOURCE:
                raise NotPureError(sdist.name)
            build_wheel(sdist, fetched, epoch)
        build_wheel(ROOT, fetched, epoch)
        for wheel in fetched.glob("*.whl"):
            (folder / wheel.name).write_bytes(wheel.read_bytes())
    wheels = read_wheels(folder)
    refuse_compiled(wheels)
    return wheels


def build_wheel(source: Path, folder: Path, epoch: int) -> None:
    """Build a wheel with the tools that are locked, and pack it so that it comes out the same."""
    with tempfile.TemporaryDirectory() as temporary:
        build = ("--no-deps", "--no-build-isolation", "--no-cache-dir", "--no-index")
        _pip("wheel", *build, "-w", temporary, str(source), epoch=epoch)
        for wheel in Path(temporary).glob("*.whl"):
            write_zip(folder / wheel.name, read_zip(wheel), epoch)


def refuse_compiled(wheels: list[Wheel]) -> None:
    """Raise NotPureError with every wheel and file that is made for some machines only."""
    found = [line for wheel in wheels for line in _compiled_parts(wheel)]
    if found:
        raise NotPureError("\n".join(found))


def _compiled_parts(wheel: Wheel) -> list[str]:
    tags = parse_wheel_filename(wheel.path.name)[3]
    found = [f"{wheel.path.name}: {t}" for t in tags if (t.abi, t.platform) != ("none", "any")]
    for name, data in wheel.files.items():
        if name.lower().endswith(_MACHINE_CODE) or ".so." in name or data.startswith(_MAGIC):
            found.append(f"{wheel.path.name}: {name}")
    return found


def _pip(command: str, *args: str, epoch: int) -> None:
    """Run pip with the umask and the time that make its work repeatable."""
    env = {**os.environ, **_WITHOUT_C, "SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0"}
    run = [sys.executable, "-m", "pip", command, "--quiet", "--disable-pip-version-check"]
    subprocess.run([*run, *args], env=env, umask=0o022, check=True)
