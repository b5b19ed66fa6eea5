"""The colours, in light and dark: text has a contrast of at least 4.5:1 to what it stands on."""

from collections.abc import Mapping
from typing import Final

SKRIFT: Final = "system-ui, 'Segoe UI', Roboto, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

LYS: Final[Mapping[str, str]] = {
    "v-bunn": "#f4f6f8",
    "v-kort": "#ffffff",
    "v-strek": "#6b7785",
    "v-tekst": "#18212b",
    "v-dempet": "#4b5663",
    "v-merke": "#1d4f7c",
    "v-nummer": "#1d3b5c",
    "v-trinn": "#0f5a57",
    "v-haster": "#9b1c1c",
    "v-stopper": "#333d49",
    "v-invers": "#ffffff",
}
MORK: Final[Mapping[str, str]] = {
    "v-bunn": "#12171d",
    "v-kort": "#1c232c",
    "v-strek": "#8793a1",
    "v-tekst": "#eef2f6",
    "v-dempet": "#b6c0cb",
    "v-merke": "#9ccbf5",
    "v-nummer": "#a9cdf0",
    "v-trinn": "#7fd6cf",
    "v-haster": "#ffb4ab",
    "v-stopper": "#cfd6de",
    "v-invers": "#10161c",
}
PAR: Final = (
    *((skrift, "v-bunn") for skrift in ("v-tekst", "v-dempet", "v-merke")),
    *((skrift, "v-kort") for skrift in ("v-tekst", "v-dempet", "v-merke")),
    *(("v-invers", flate) for flate in ("v-nummer", "v-trinn", "v-haster", "v-stopper")),
)
"""Which text stands on which surface."""


def style() -> str:
    """Give the style sheet of the picture; paper and programs that know no dark mode get light."""
    return (
        f".v-svg text{{font-family:{SKRIFT}}}"
        ".v-kort{stroke:#c3cbd4;stroke-width:1}"
        ".v-strek{stroke-width:2;fill:none}"
        f"{_fills(LYS)}"
        "@media screen and (prefers-color-scheme:dark){.v-kort{stroke:#3a4552}"
        f"{_fills(MORK)}}}"
    )


def _fills(farger: Mapping[str, str]) -> str:
    return "".join(
        f".{navn}{{{'stroke' if navn == 'v-strek' else 'fill'}:{farge}}}"
        for navn, farge in farger.items()
    )
