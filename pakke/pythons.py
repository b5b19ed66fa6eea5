"""Finds the Pythons that the bundle is compiled with: one of each version that is to be had."""

import os
import subprocess
import sys
from pathlib import Path

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
_WHICH = "import platform; print(platform.python_version())"


def find_pythons() -> dict[str, str]:
    """Give a command for each version found, by its full version: on the path or under pyenv."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    folders = [*os.get_exec_path(), *map(str, sorted(pyenv.glob("versions/*/bin"), reverse=True))]
    found: dict[str, str] = {}
    for version in VERSIONS:
        commands = [str(Path(folder, f"python{version}")) for folder in folders]
        if sys.version.startswith(f"{version}."):
            commands.insert(0, sys.executable)
        for command in commands:
            if (full := version_of(command)).startswith(f"{version}."):
                found[full] = command
                break
    return found


def version_of(command: str) -> str:
    """Give the version that this Python is, or nothing where there is none."""
    try:
        ran = subprocess.run([command, "-c", _WHICH], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return ran.stdout.strip()
