"""A document: what is to be said, in order, without regard to how it is shown."""

from veileder_cli.records import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's own. `kilde` is that of all that stands under it."""

    tekst: str
    niva: int = 2
    kilde: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `kilde` is where it comes from, `viktig` what must be seen first."""

    tekst: str
    kilde: str = ""
    viktig: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list; `under` are lines that belong to it."""

    tekst: str
    kilde: str = ""
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered where the order matters. `innledning` stands right above the points."""

    punkter: tuple[Item, ...]
    nummerert: bool = False
    innledning: str = ""


Block = Heading | Paragraph | Items
Document = tuple[Block, ...]
