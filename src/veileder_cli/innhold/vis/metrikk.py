"""How wide text may be in whatever sans-serif a reader has, and where its lines are broken.

An SVG has no line breaks of its own, and nobody knows the reader's font. The widths are those of
the widest of the fonts in use (DejaVu Sans, as wide as Verdana, and Liberation Sans, as Arial),
rounded up, so that a text that fits here fits everywhere.
"""

from typing import Final

_VANLIG: Final = {
    280: "'ijl", 320: " ,.I’·", 360: "-/:;\\f|", 400: "!()[]t", 440: "r", 480: '"',
    520: "*J`s“”°", 560: "?L_cz–§", 600: "kvxy•",
    640: "$0123456789FTabdeghnopqu{}øåäöüéèàô«»", 680: "EKPSYÉ", 720: "ABVXZÅÄ",
    760: "CHNRUÜ", 800: "&DGOQØÖ", 840: "#+<=>^w~", 880: "M", 960: "%",
}  # fmt: skip
_FET: Final = {
    320: "'", 360: " ijl", 400: ",./:;I\\|’·", 440: "-f", 480: "!()[]t", 520: '"`r°',
    560: "*J_–§", 600: "csz", 640: "?L•", 680: "aekvxyåäéèà«»“”",
    720: "$0123456789EFSTbdghnopqu{}øöüôÉ", 760: "CPYZ", 800: "ABKRVXÅÄ",
    840: "#+<=>DGHNU^~Ü", 880: "&OQØÖ", 960: "w", 1000: "@M—…",
}  # fmt: skip
_BREDEST: Final = 1450
"""For what is in neither table: no letter of a Latin script and no emoji is wider."""
_KJENT_BRED: Final = dict.fromkeys("WmæÆ—…½@%", 1120)


def _per_letter(grupper: dict[int, str]) -> dict[str, int]:
    return _KJENT_BRED | {tegn: bredde for bredde, alle in grupper.items() for tegn in alle}


_BREDDE: Final = {False: _per_letter(_VANLIG), True: _per_letter(_FET)}


def width(tekst: str, storrelse: float, *, fet: bool) -> float:
    """Give the most that the text can take, in the unit of the size."""
    bredder = _BREDDE[fet]
    return sum(bredder.get(t, _BREDEST) for t in tekst) * storrelse / 1000


def wrap(tekst: str, bredde: float, storrelse: float, *, fet: bool) -> tuple[str, ...]:
    """Break between words; a word that is too long is broken wherever it must be."""
    linjer = [""]
    for ord_ in tekst.split():
        forsok = f"{linjer[-1]} {ord_}".strip()
        if width(forsok, storrelse, fet=fet) <= bredde:
            linjer[-1] = forsok
            continue
        linjer.append("")
        for tegn in ord_:
            if linjer[-1] and width(linjer[-1] + tegn, storrelse, fet=fet) > bredde:
                linjer.append("")
            linjer[-1] += tegn
    return tuple(filter(None, linjer))
