"""The drawing as SVG: made here, without a network or another program, and read as text."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from veileder_cli.innhold.vis.flate import BREDDE, Boks, Flate, Form, Pil, Tekst
from veileder_cli.innhold.vis.palett import style
from veileder_cli.innhold.vis.paneler import build_panels
from veileder_cli.innhold.vis.tegning import Tegning
from veileder_cli.sprak import _

NAVNEROM = "http://www.w3.org/2000/svg"
_A4_MM = 210


def to_svg(tegning: Tegning) -> str:
    """Give the whole picture as one file, as wide as an A4 page when it is printed."""
    flater = [*build_panels(tegning)]
    hoyde = sum(f.hoyde for f in flater)
    mm = hoyde * _A4_MM / BREDDE
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="{NAVNEROM}" class="v-svg" viewBox="0 0 {BREDDE} {_n(hoyde)}" '
        f'width="{_A4_MM}mm" height="{_n(mm)}mm" xml:lang={quoteattr(tegning.sprak)} '
        f"lang={quoteattr(tegning.sprak)} "
        'role="graphics-document document" aria-labelledby="v-tittel v-hva">\n'
        f'<title id="v-tittel">{escape(tegning.tittel)}</title>\n'
        f'<desc id="v-hva">{escape(describe(tegning))}</desc>\n'
        f"<style>{style()}</style>\n"
        f'<rect class="v-bunn" width="{BREDDE}" height="{_n(hoyde)}"/>\n'
        f"{''.join(_stacked(flater))}</svg>\n"
    )


def describe(tegning: Tegning) -> str:
    """Say what the picture shows, for those who do not see it."""
    return _(
        "Bildet viser {trinn} trinn og {ruter} ruter i den rekkefølgen de prøves: når hver rute "
        "gjelder, hvilket trinn den fører til, hvem som gjør det, og hvem du kan kontakte. All "
        "tekst kan leses i rekkefølge."
    ).format(trinn=len(tegning.trinn), ruter=len(tegning.rader))


def panel_svg(flate: Flate) -> str:
    """Give one surface as a picture of its own, for a page that must not cut it in two."""
    return (
        f'<svg class="v-svg" viewBox="0 0 {BREDDE} {_n(flate.hoyde)}" '
        f'role="graphics-document document" aria-label={quoteattr(flate.tittel)}>'
        f"{''.join(map(_shape, flate.former))}</svg>"
    )


def _stacked(flater: list[Flate]) -> Iterator[str]:
    y = 0.0
    for flate in flater:
        yield f'<g transform="translate(0 {_n(y)})">{"".join(map(_shape, flate.former))}</g>\n'
        y += flate.hoyde


def _shape(form: Form) -> str:
    match form:
        case Boks(x, y, bredde, hoyde, klasse, runding):
            return (
                f'<rect class="{klasse}" x="{_n(x)}" y="{_n(y)}" width="{_n(bredde)}" '
                f'height="{_n(hoyde)}" rx="{_n(runding)}"/>'
            )
        case Pil(x, fra, til):
            hode = f"M{_n(x - 4)} {_n(til - 6)}L{_n(x)} {_n(til)}L{_n(x + 4)} {_n(til - 6)}"
            strek = f"M{_n(x)} {_n(fra)}V{_n(til)}"
            return f'<path class="v-strek" aria-hidden="true" d="{strek}{hode}"/>'
        case Tekst(linjer, skrift):
            vekt = ' font-weight="700"' if skrift.fet else ""
            biter = " ".join(
                f'<tspan x="{_n(b.x)}" y="{_n(b.y)}">{escape(b.tekst)}</tspan>' for b in linjer
            )
            stil = f'class="{skrift.farge}" font-size="{skrift.storrelse}"{vekt}'
            return f"<text {stil}>{biter}</text>\n"


def _n(tall: float) -> str:
    """Write a number short."""
    return f"{tall:.1f}".removesuffix(".0")
