"""A surface to draw on: boxes, dots, arrows and text that stays within its width."""

from dataclasses import dataclass, field
from typing import Final

from veileder_cli.innhold.vis.metrikk import width, wrap

BREDDE: Final = 794
"""The width of the picture: A4 at 96 points to the inch."""
MARG: Final = 28
LUFT: Final = 12
_LINJE: Final = 1.38
_GRUNNLINJE: Final = 1.02
_SPOR: Final = 50
"""The track with the numbers, to the left of the cards."""


@dataclass(frozen=True, slots=True)
class Skrift:
    """How a text looks; `farge` is a class of palett.py."""

    storrelse: float
    farge: str
    fet: bool = False

    @property
    def hoyde(self) -> float:
        """The height of a line."""
        return self.storrelse * _LINJE


TITTEL: Final = Skrift(23, "v-tekst", fet=True)
OVERSKRIFT: Final = Skrift(17, "v-tekst", fet=True)
NAVN: Final = Skrift(14, "v-tekst", fet=True)
BROD: Final = Skrift(12.5, "v-tekst")
LITEN: Final = Skrift(11.5, "v-dempet")
MERKELAPP: Final = Skrift(10.5, "v-merke", fet=True)
INVERS: Final = Skrift(12, "v-invers", fet=True)


@dataclass(frozen=True, slots=True)
class Spalte:
    """Where text goes from left to right."""

    x: float
    bredde: float

    def inside(self, venstre: float, hoyre: float = 0) -> "Spalte":
        """Give the column with room left on its sides."""
        return Spalte(self.x + venstre, self.bredde - venstre - hoyre)


SIDE: Final = Spalte(MARG, BREDDE - 2 * MARG)


@dataclass(frozen=True, slots=True)
class Boks:
    """A box with round corners."""

    x: float
    y: float
    bredde: float
    hoyde: float
    klasse: str
    runding: float = 8


@dataclass(frozen=True, slots=True)
class Pil:
    """An arrow straight down, to what follows."""

    x: float
    fra: float
    til: float


@dataclass(frozen=True, slots=True)
class Linje:
    """A piece of text on one line; `y` is its baseline."""

    x: float
    y: float
    tekst: str


@dataclass(frozen=True, slots=True)
class Tekst:
    """One text in one or more lines; it lies within `hoyre`, whatever the font."""

    linjer: tuple[Linje, ...]
    skrift: Skrift
    hoyre: float


Form = Boks | Pil | Tekst


@dataclass
class Flate:
    """A part of the picture that is kept whole on paper; its height is what was drawn."""

    tittel: str
    hoyde: float = 0
    former: list[Form] = field(default_factory=list)

    def write(self, spalte: Spalte, y: float, tekst: str, skrift: Skrift, merke: str = "") -> float:
        """Write the text from the top `y` and give the `y` below it.

        `merke` ("1.", "•") hangs to the left of the lines.
        """
        innrykk = width(f"{merke} ", skrift.storrelse, fet=skrift.fet) if merke else 0
        linjer = wrap(tekst, spalte.bredde - innrykk, skrift.storrelse, fet=skrift.fet)
        grunn = y + skrift.storrelse * _GRUNNLINJE
        plassert = [Linje(spalte.x, grunn, merke)] if merke and linjer else []
        plassert += [
            Linje(spalte.x + innrykk, grunn + nr * skrift.hoyde, linje)
            for nr, linje in enumerate(linjer)
        ]
        if plassert:
            self.former.append(Tekst(tuple(plassert), skrift, spalte.x + spalte.bredde))
        self.hoyde = max(self.hoyde, y + len(linjer) * skrift.hoyde)
        return y + len(linjer) * skrift.hoyde

    def pill(self, x: float, y: float, tekst: str, skrift: Skrift, klasse: str) -> float:
        """Draw a short text in a box of its own size, and give the `x` to the right of it."""
        bredde = pill_width(tekst, skrift)
        hoyde = skrift.hoyde + 4
        self.former.append(Boks(x, y, bredde, hoyde, klasse, hoyde / 2))
        self.write(Spalte(x + 8, bredde - 16), y + 2, tekst, skrift)
        self.hoyde = max(self.hoyde, y + hoyde)
        return x + bredde

    def box(self, bak: int, boks: Boks) -> None:
        """Draw a box behind all that was drawn since there were `bak` forms."""
        self.former.insert(bak, boks)
        self.hoyde = max(self.hoyde, boks.y + boks.hoyde)


def pill_width(tekst: str, skrift: Skrift) -> float:
    """Give the width of a text in a box of its own size; rounded up, so that it is one line."""
    return width(tekst, skrift.storrelse, fet=skrift.fet) + 17


def track_number(flate: Flate, tekst: str, klasse: str) -> float:
    """Draw a number in the track to the left, and give the `x` where there is room beside it."""
    bredde = max(pill_width(tekst, INVERS), 30)
    flate.former.append(Boks(MARG, 8, bredde, 30, klasse, 15))
    inne = pill_width(tekst, INVERS) - 17
    flate.write(Spalte(MARG + (bredde - inne) / 2, inne + 1), 15, tekst, INVERS)
    return MARG + max(bredde + LUFT, _SPOR)


def track_line(flate: Flate) -> None:
    """Draw the line from the number to that of the next surface."""
    flate.former.append(Pil(MARG + 15, 42, flate.hoyde + 4))
