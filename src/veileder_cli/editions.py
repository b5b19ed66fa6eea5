"""Finds the folder of one guide in one edition: the shipped content or the user's own."""

from pathlib import Path
from typing import Final

from veileder_cli.errors import EditionError
from veileder_cli.records import dataclass

META: Final = "veileder.yaml"
TRANSLATIONS: Final = "sprak"
"""The folder in the guide's own with its texts in other languages."""


@dataclass(frozen=True, slots=True)
class Utgave:
    """A guide's folder; `navn` is "kommune/utgave" as in the folder names.

    `levert` tells that it came with the program. `lokalt`: a folder that is laid over it.
    `sprak`: the language to have its texts in; empty for its own.
    """

    navn: str
    mappe: Path
    levert: bool = False
    lokalt: Path | None = None
    sprak: str = ""


def shipped_content() -> Path:
    """Give the content that goes with the program.

    An installed package carries it; a checkout has it beside src/, and so has the bundle.
    """
    pakke = Path(__file__).parent
    inne = pakke / "content"
    ved_siden = pakke.parent.parent / "content"
    if inne.is_dir():
        return inne
    if ved_siden.is_dir():
        return ved_siden
    from veileder_cli.zipped import ZippedPath  # noqa: PLC0415 - only the bundle needs it

    return ZippedPath(ved_siden)


def list_editions(rot: Path, *, levert: bool = False) -> tuple[Utgave, ...]:
    """List the guides below a folder, oldest first: "kommune/utgave", or a municipality's own.

    A folder that is a guide itself is the only one.
    """
    if (rot / META).is_file():
        return (Utgave(f"{rot.resolve().parent.name}/{rot.resolve().name}", rot, levert),)
    funn = sorted(
        (*rot.glob(f"*/*/{META}"), *rot.glob(f"*/{META}")),
        key=lambda f: (f.parent.name, f.parent.parent.name),
    )
    return tuple(Utgave(_name(f.parent, rot), f.parent, levert) for f in funn)


def _name(mappe: Path, rot: Path) -> str:
    """Name a guide by its folders, also where the municipality's was given as "."."""
    over = rot.resolve() if mappe.parent == rot else mappe.parent
    return f"{over.name}/{mappe.name}"


def choose_edition(innhold: Path | None, utgave: str) -> Utgave:
    """Choose the edition asked for, or the newest; raises EditionError where there is none."""
    rot = innhold or shipped_content()
    alle = list_editions(rot, levert=innhold is None)
    treff = [u for u in alle if utgave in {"", u.navn, u.navn.split("/")[-1]}]
    if not treff:
        raise EditionError(str(rot), utgave, tuple(u.navn for u in alle))
    if len({u.navn.split("/")[0] for u in treff}) > 1:
        raise EditionError(str(rot), utgave, tuple(u.navn for u in treff), flere=True)
    return treff[-1]
