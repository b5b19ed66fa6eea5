"""The licences of all that is packed with the program, in one file."""

from pathlib import PurePosixPath

from pakke.wheels import Wheel

_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
_RULE = "=" * 78
_HEAD = """\
Programmer fra andre som følger med veileder, og lisensene deres.
"""


class NoLicenceError(Exception):
    """A package that does not say on which terms it may be passed on."""


def licence_name(wheel: Wheel) -> str:
    """Give the licence's name as the package states it, or raise NoLicenceError."""
    about = wheel.metadata
    classifiers = [
        c.rsplit(" :: ", 1)[-1]
        for c in about.get_all("Classifier", [])
        if c.startswith("License :: ") and c != "License :: OSI Approved"
    ]
    name = about["License-Expression"] or about["License"] or " / ".join(classifiers)
    if not name:
        raise NoLicenceError(wheel.path.name)
    return str(name)


def third_party_licences(wheels: list[Wheel]) -> str:
    """Give the text of every licence; raises NoLicenceError where a package has none."""
    parts = [_HEAD]
    for wheel in wheels:
        texts = {n: d for n, d in sorted(wheel.files.items()) if _is_licence(n)}
        if not texts:
            raise NoLicenceError(wheel.path.name)
        parts.append(f"{_RULE}\n{wheel.name} {wheel.version}: {licence_name(wheel)}\n{_RULE}\n")
        parts += [f"[{name}]\n\n{data.decode('utf-8').strip()}\n" for name, data in texts.items()]
    return "\n".join(parts).replace("\r\n", "\n")


def _is_licence(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix != ".py" and path.name.upper().startswith(_NAMES)
