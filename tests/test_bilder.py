"""The pictures in docs/bilder are what the program shows now, and everyone can read them."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pyte
import pytest

from lag_bilder import FOLDER, make_pictures
from sider import PAGES, ROOT
from skjermbilde import UnknownLookError, draw, runs

PICTURES: Final = sorted(FOLDER.glob("*.svg"))
IMAGE: Final = re.compile(r"!\[([^]]*(?:\[[^]]*\][^]]*)*)\]\(([^)]*)\)")
SVG: Final = "{http://www.w3.org/2000/svg}"
# On each of these stand texts of these.
GROUNDS: Final = (("flate", "tekst"), ("linje", "kommando"), ("snudd", "pa"))
ENOUGH_CONTRAST: Final = 4.5

every_picture = pytest.mark.parametrize("fil", PICTURES, ids=lambda fil: fil.stem)


def screen(written: str, columns: int = 20, rows: int = 5) -> list[list[pyte.screens.Char]]:
    shown = pyte.Screen(columns, rows)
    pyte.Stream(shown).feed(written)
    return [[shown.buffer[y][x] for x in range(columns)] for y in range(rows)]


def words(svg: str) -> str:
    """Give all that a screen reader is told of the screen, in one line."""
    return " ".join((ET.fromstring(svg).findtext(f"{SVG}desc") or "").split())  # noqa: S314


def test_the_pictures_are_what_the_program_shows() -> None:
    shown = make_pictures()
    assert [fil.name for fil in PICTURES] == sorted(shown)
    for fil in PICTURES:
        assert words(fil.read_text("utf-8")) == words(shown[fil.name]), "run make docs"
        assert fil.read_bytes() == shown[fil.name].encode(), "run make docs"


# --- drawing ---


def test_each_look_is_drawn_where_it_stands() -> None:
    rows = screen("a \x1b[1mfet \x1b[0mog\r\n  \x1b[4mlinje\x1b[0m \x1b[7m snudd \x1b[0m")
    assert [(run.column, run.text) for row in rows for run in runs(row)] == [
        (0, "a"),
        (2, "fet"),
        (6, "og"),
        (2, "linje"),
        (8, " snudd "),
    ]
    svg = ET.fromstring(draw(rows, "navn", "Tittel", "kommando"))  # noqa: S314
    looks = {text.text: text.get("class") for text in svg.iter(f"{SVG}text")}
    assert looks == {
        "kommando": "kommando",
        "a": "tekst",
        "fet": "tekst fet",
        "og": "tekst",
        "linje": "tekst under",
        " snudd ": "pa",
    }
    [behind] = [rect for rect in svg.iter(f"{SVG}rect") if rect.get("class") == "snudd"]
    [on_it] = [text for text in svg.iter(f"{SVG}text") if text.get("class") == "pa"]
    assert (behind.get("x"), behind.get("width")) == (on_it.get("x"), on_it.get("textLength"))


@pytest.mark.parametrize("look", ["31", "44", "3", "9", "5"])
def test_a_look_that_cannot_be_drawn_is_refused(look: str) -> None:
    with pytest.raises(UnknownLookError):
        draw(screen(f"\x1b[{look}mtekst"), "navn", "Tittel", "kommando")


def test_signs_of_markup_are_text_and_empty_rows_at_the_end_are_left_out() -> None:
    svg = draw(screen("<b> & \"a\"\r\n\r\n  'b'"), "navn", "<Tittel>", "a & b")
    assert ET.fromstring(svg).findtext(f"{SVG}desc") == "<b> & \"a\"\n\n  'b'"  # noqa: S314


# --- everyone can read them ---


@every_picture
def test_the_texts_drawn_are_the_text_that_is_read_aloud(fil: Path) -> None:
    picture = fil.read_text("utf-8")
    svg = ET.fromstring(picture)  # noqa: S314
    assert svg.findtext(f"{SVG}title")
    ids = [node.get("id") for name in ("title", "desc") for node in svg.iter(f"{SVG}{name}")]
    assert [svg.get("aria-labelledby"), svg.get("aria-describedby")] == ids
    _, *drawn = [text.text or "" for text in svg.iter(f"{SVG}text")]
    assert " ".join(" ".join(drawn).split()) == words(picture)


@every_picture
def test_no_telephone_number_is_shown_but_the_short_ones(fil: Path) -> None:
    assert not re.findall(r"\d{6}", words(fil.read_text("utf-8")).replace(" ", ""))


@every_picture
def test_nothing_comes_from_outside_and_nothing_runs(fil: Path) -> None:
    svg = fil.read_text("utf-8")
    used = {node.tag.removeprefix(SVG) for node in ET.fromstring(svg).iter()}  # noqa: S314
    assert used <= {"svg", "title", "desc", "style", "g", "rect", "path", "text"}
    assert not re.findall(r"href|url\(|@import|\son\w+=|https?://(?!www\.w3\.org/2000/svg)", svg)


@every_picture
def test_the_contrast_is_enough_in_light_and_in_dark(fil: Path) -> None:
    light, dark = fil.read_text("utf-8").partition("</style>")[0].split("@media")
    assert dark.startswith(" (prefers-color-scheme: dark)")
    for style in (light, dark):
        for ground, text in GROUNDS:
            assert contrast(fill(style, ground), fill(style, text)) >= ENOUGH_CONTRAST


def fill(style: str, klasse: str) -> str:
    [colour] = re.findall(rf"\.{klasse}\b[^{{}}]*\{{ fill: #(\w{{6}})", style)
    return str(colour)


def contrast(one: str, other: str) -> float:
    """Compute the contrast as WCAG 2.2 defines it."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i:j], 16) / 255 for i, j in pairwise((0, 2, 4, 6))]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# --- the pages that show them ---


def test_every_picture_is_on_their_page_and_some_are_in_the_readme() -> None:
    shown = {side: [mal for _, mal in IMAGE.findall(side.read_text("utf-8"))] for side in PAGES}
    assert sorted(shown[FOLDER / "README.md"]) == [fil.name for fil in PICTURES]
    assert len(shown[ROOT / "README.md"]) >= 2


@pytest.mark.parametrize("side", [ROOT / "README.md", FOLDER / "README.md"], ids=["les", "bilder"])
def test_what_the_text_beside_a_picture_quotes_is_on_the_picture(side: Path) -> None:
    for alt, mal in IMAGE.findall(side.read_text("utf-8")):
        on_screen = words((side.parent / mal).read_text("utf-8"))
        quoted = re.findall("«([^»]*)»", alt)
        assert quoted
        assert [q for q in quoted if " ".join(q.split()) not in on_screen] == []
