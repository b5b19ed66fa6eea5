"""The bundle made from what is installed here, once for all tests, and who runs it."""

import fcntl
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Final

from pakke.pyz import build_pyz

ROOT: Final = Path(__file__).parent.parent
BASE_PYTHON: Final = os.path.realpath(sys.executable)
"""The Python itself, outside the folder of installed packages."""
NOBODY: Final = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
_ASKED: Final = "VEILEDER_PYZ"
_EPOCH: Final = 1_700_000_000


def make_bundle(own: Path) -> Path:
    """Give the bundle that VEILEDER_PYZ names, or one that the first to ask makes.

    `own` is the temporary folder of this process; the test run's is the one above where several
    processes share the tests.
    """
    if asked := os.environ.get(_ASKED):
        return Path(asked).resolve()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        target = shared / "veileder.pyz"
        return target if target.exists() else build_pyz(target, _site(), {}, [BASE_PYTHON], _EPOCH)


def _site() -> dict[str, bytes]:
    """Give the files of the program and of what it needs, as they would stand installed."""
    files = dict(_tree(ROOT / "src" / "veileder_cli", "veileder_cli"))
    files |= _tree(ROOT / "content", "veileder_cli/content")
    lock = (ROOT / "requirements" / "run.lock").read_text("utf-8")
    for name in re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE):
        for file in distribution(name).files or ():
            if file.suffix == ".py" or file.name == "METADATA":
                files[file.as_posix()] = file.read_binary()
    return files


def _tree(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    for file in folder.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            yield f"{name}/{file.relative_to(folder).as_posix()}", file.read_bytes()


def user_python() -> tuple[str, ...]:
    """Give a bare Python as a user without rights has it; as ourselves where we are no more."""
    if os.geteuid() != 0:
        return (BASE_PYTHON,)
    for python in (BASE_PYTHON, *map(str, sorted(Path("/usr/bin").glob("python3.1[1-9]")))):
        done = subprocess.run([*NOBODY, python, "-c", ""], capture_output=True, check=False)
        if done.returncode == 0:
            return (*NOBODY, python)
    return (BASE_PYTHON,)


def open_folder() -> tempfile.TemporaryDirectory[str]:
    """Give a folder that every user may look into, with a name that trips programs up."""
    folder = tempfile.TemporaryDirectory(prefix="på en æøå ")
    Path(folder.name).chmod(0o755)
    return folder
