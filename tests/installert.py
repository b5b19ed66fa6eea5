"""The program as it is installed: a copy with its content inside, compiled, and nothing stale."""

import compileall
import shutil
from pathlib import Path

from veileder_cli.editions import list_editions
from veileder_cli.innhold.kompiler import write_compiled

_ROOT = Path(__file__).parent.parent


def install(folder: Path) -> Path:
    """Copy the package into the folder, which is to be first on Python's path."""
    skip = shutil.ignore_patterns("__pycache__", "kompilert")
    package = folder / "veileder_cli"
    shutil.copytree(_ROOT / "src" / "veileder_cli", package, ignore=skip)
    shutil.copytree(_ROOT / "content", package / "content", ignore=skip)
    for utgave in list_editions(package / "content", levert=True):
        write_compiled(utgave)
    compileall.compile_dir(folder, quiet=2)
    return folder
