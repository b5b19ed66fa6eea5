"""The packages for Windows without Python: a folder in a zip, and an MSI of the same folder."""

import os
import re
import struct
import subprocess
import tempfile
import time
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from pakke.zipping import Files, write_zip

PINS = Path(__file__).with_name("python")
"""The files of python.org's embeddable packages; docs/utrulling.md says how they were checked."""
START = Path(__file__).with_name("veileder.cmd")
PYTHON_FOLDER = "python"

_NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
_ID = uuid5(NAMESPACE_URL, "veileder win64 msi")
"""Never changes: by it an installation knows the one that it takes over from."""


class WrongPythonError(Exception):
    """A Python for Windows that is not, file by file, the one that was checked."""


def read_python(folder: Path) -> tuple[str, Files]:
    """Read the embeddable Python and say which version it is.

    Raises WrongPythonError where it is not, file by file, one of those that are pinned.
    """
    files = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
    found = {name: sha256(data).hexdigest() for name, data in files.items()}
    faults = {pin: _differences(found, pin) for pin in sorted(PINS.glob("*.sha256"))}
    for pin, differences in faults.items():
        if not differences:
            return pin.stem.removesuffix("-amd64"), files
    nearest, wrong = min(faults.items(), key=lambda fault: len(fault[1]))
    raise WrongPythonError("\n".join([f"nærmest er {nearest.stem}", *wrong]))


def _differences(found: Mapping[str, str], pin: Path) -> list[str]:
    """Say how a folder, by its files' checksums, differs from what is pinned."""
    lines = pin.read_text("ascii").splitlines()
    pinned = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    both = sorted(pinned.keys() & found.keys())
    return [
        *(f"mangler: {name}" for name in sorted(pinned.keys() - found.keys())),
        *(f"hører ikke til: {name}" for name in sorted(found.keys() - pinned.keys())),
        *(f"endret: {name}" for name in both if pinned[name] != found[name]),
    ]


def windows_folder(python: Files, bundle: bytes, papers: Files) -> Files:
    """Give the files of the folder that is delivered: Python as it was, the bundle, a start."""
    start = START.read_text("ascii").replace("\n", "\r\n").encode("ascii")
    own = {"veileder.cmd": start, "veileder.pyz": bundle}
    texts = {f"{Path(name).stem}.txt": data for name, data in papers.items()}
    return {**own, **texts, **{f"{PYTHON_FOLDER}/{name}": data for name, data in python.items()}}


def build_windows_zip(target: Path, files: Files, epoch: int) -> Path:
    """Write the folder, named as the zip is, into a zip."""
    return write_zip(target, {f"{target.stem}/{name}": d for name, d in files.items()}, epoch)


def build_msi(target: Path, files: Files, version: str, epoch: int) -> Path:
    """Make an MSI that puts the folder in Program Files, for all users, and can take it away."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            file = Path(folder, name)
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data)
            os.utime(file, (epoch, epoch))
        source = Path(folder, "veileder.wxs")
        tree = ET.ElementTree(_installer(sorted(files), version))
        tree.write(source, encoding="utf-8", xml_declaration=True)
        began = int(time.time())
        run = ["wixl", "--arch", "x64", "--output", str(target.resolve()), source.name]
        subprocess.run(run, cwd=folder, check=True)
    _settle(target, range(began, int(time.time()) + 1), epoch)
    return target


def _settle(msi: Path, seconds: range, epoch: int) -> None:
    """Put the commit's time for the present one, and a name that follows for the random one."""
    summary = subprocess.check_output(["msiinfo", "suminfo", str(msi)], text=True)  # noqa: S607
    (random,) = re.findall(r"UUID\): (\S+)", summary)
    data = msi.read_bytes().replace(random.encode(), b"{%s}" % _guid("package").encode())
    for second in seconds:
        data = data.replace(_filetime(second), _filetime(epoch))
    named = _guid(sha256(data).hexdigest()).encode()
    msi.write_bytes(data.replace(_guid("package").encode(), named))


def _filetime(second: int) -> bytes:
    """Write a time as Windows does: in tenths of microseconds since 1601."""
    return struct.pack("<Q", (second + 11_644_473_600) * 10_000_000)


def _installer(names: list[str], version: str) -> ET.Element:
    """Describe the installation in WiX's language."""
    root = ET.Element("Wix", xmlns=_NAMESPACE)
    product = _add(root, "Product", Id=_guid(version), Name="veileder", Version=version)
    product.attrib |= {"UpgradeCode": _guid(""), "Language": "1044", "Manufacturer": "veileder"}
    package = _add(product, "Package", Compressed="yes")
    package.attrib |= {"InstallScope": "perMachine", "InstallerVersion": "500"}
    _add(product, "MajorUpgrade", DowngradeErrorMessage="En nyere utgave er installert.")
    _add(product, "Media", Id="1", Cabinet="veileder.cab", EmbedCab="yes")
    top = _add(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = _add(top, "Directory", Id="ProgramFiles64Folder")
    _add(top, "Directory", Id="ProgramMenuFolder")
    install = _add(programs, "Directory", Id="INSTALLDIR", Name="veileder")
    python = _add(install, "Directory", Id="PYTHONDIR", Name=PYTHON_FOLDER)
    feature = _add(product, "Feature", Id="Alt", Level="1")
    for number, name in enumerate(names):
        folder = python if name.startswith(f"{PYTHON_FOLDER}/") else install
        component = _add(folder, "Component", Id=f"C{number}", Guid=_guid(name), Win64="yes")
        _add(component, "File", Id=f"F{number}", Source=name, Name=Path(name).name, KeyPath="yes")
        _add(feature, "ComponentRef", Id=f"C{number}")
        if name == START.name:
            menu = {"Id": "Snarvei", "Directory": "ProgramMenuFolder", "Name": "veileder"}
            menu |= {"Target": "[INSTALLDIR]veileder.cmd", "WorkingDirectory": "INSTALLDIR"}
            _add(component, "Shortcut", **menu, Arguments="sjekk")
    return root


def _add(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, tag, attributes)


def _guid(name: str) -> str:
    return str(uuid5(_ID, name)).upper()
