"""The page for a browser or a printer: valid, whole, readable by everyone, and nothing runs."""

import itertools
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given

from conftest import Vurder
from dokumenter import DOCUMENT, NUMBERS, words
from strategier import Svar, see, svar
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Document
from veileder_cli.render.html import LYS, MORK, PAR, html_page
from veileder_cli.render.links import Linker
from veileder_cli.render.markdown import to_markdown
from veileder_cli.render.printable import guidance_file

DAY = date(2026, 3, 1)
ALLOWED = {"main", "p", "strong", "a", "h1", "h2", "h3", "ul", "ol", "li", "br"}
VOLD: Svar = see({"rolle": "nav", "alder": "under-18"}, "hatkriminalitet")


def parsed(page: str) -> Element:
    """Parse as a browser does, but give up at the first fault."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def elements(page: str) -> Iterator[Element]:
    [body] = parsed(page).iter("body")
    yield from (e for e in body.iter() if e is not body)


def page_of(veileder: Veileder, vurder: Vurder, answers: Svar) -> str:
    return guidance_file(veileder, vurder(answers), "raad.html", DAY)


class Text(HTMLParser):
    """The words that are read, with a space where an element begins a line."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""

    def handle_data(self, data: str) -> None:
        self.said += data

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.said += "" if tag in {"a", "strong"} else " "


def read(page: str) -> list[str]:
    text = Text()
    text.feed(page.partition("<body>")[2])
    return text.said.split()


# --- whatever stands in the content ---


@given(DOCUMENT)
def test_every_word_of_a_document_is_read_and_nothing_of_it_is_markup(dokument: Document) -> None:
    page = html_page(to_markdown(dokument, Linker(NUMBERS)), "<T>", "nb")
    assert read(page) == words(dokument)
    assert {e.tag for e in elements(page)} <= ALLOWED
    hrefs = [e.attrib["href"] for e in elements(page) if e.tag == "a"]
    assert [h for h in hrefs if not re.match(r"(tel:\+?\d+|https?://|mailto:)", h)] == []


def test_title_and_language_are_text() -> None:
    page = html_page("", 'A </title><script>"', 'nb"><script>')
    [title] = parsed(page).iter("title")
    assert title.text == 'A </title><script>"'
    assert not list(parsed(page).iter("script"))


def test_html_in_the_markdown_is_text() -> None:
    page = html_page("<script>1</script>\n\na <b>b</b>\n", "", "nb")
    assert {e.tag for e in elements(page)} <= ALLOWED
    assert read(page) == ["<script>1</script>", "a", "<b>b</b>"]


# --- the guidance ---


@given(svar())
def test_the_page_is_valid_and_its_headings_are_in_order(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    levels = [
        int(e.tag[1])
        for e in elements(page_of(veileder, vurder, answers))
        if re.fullmatch(r"h\d", e.tag)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_it_has_language_title_and_112_on_top(veileder: Veileder, vurder: Vurder) -> None:
    page = page_of(veileder, vurder, VOLD)
    tree = parsed(page)
    assert tree.attrib["lang"] == veileder.om.sprak
    [title] = tree.iter("title")
    assert title.text
    first = next(e for e in elements(page) if e.tag != "main")
    assert first.tag == "p"
    assert veileder.varsler[0].tittel in "".join(first.itertext())
    assert [e.attrib["href"] for e in first.iter("a")] == ["tel:112"]


def test_it_fetches_nothing_and_runs_nothing(veileder: Veileder, vurder: Vurder) -> None:
    page = page_of(veileder, vurder, VOLD)
    assert re.findall(r"<(script|link|img|iframe|object|form|base)|@import|url\(", page) == []
    assert re.findall(r"\s(src|on\w+|style)=", page) == []


def test_numbers_can_be_called_and_are_never_broken(veileder: Veileder, vurder: Vurder) -> None:
    page = page_of(veileder, vurder, VOLD)
    calls = {e.attrib["href"] for e in elements(page) if e.tag == "a"}
    assert {"tel:112", "tel:02800"} <= calls
    assert 'a[href^="tel:"]{white-space:nowrap}' in page


def test_a_link_is_known_without_colour_also_on_paper(veileder: Veileder, vurder: Vurder) -> None:
    style = page_of(veileder, vurder, VOLD).partition("<style>")[2].partition("</style>")[0]
    assert "text-decoration:underline" in style
    assert "text-decoration:none" not in style
    assert "outline" not in style
    assert "@media print" in style


def test_paper_is_white_and_a_heading_stays_with_its_text(
    veileder: Veileder, vurder: Vurder
) -> None:
    style = page_of(veileder, vurder, VOLD).partition("<style>")[2].partition("</style>")[0]
    printed = style.partition("@media print{")[2]
    assert "@page{size:A4" in style
    assert re.search(r"body\{[^}]*color:#000;background:#fff\}", printed)
    assert re.search(r"main>p:first-child\{color:#000;background:#fff", printed)
    assert "h1,h2{break-after:avoid}" in printed


# --- colours ---


def _luminance(farge: str) -> float:
    """The relative luminance of WCAG 2.1."""
    deler = (int(farge[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in deler)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("farger", [LYS, MORK], ids=["lys", "mork"])
@pytest.mark.parametrize(("skrift", "flate"), PAR)
def test_text_has_contrast_to_what_it_stands_on(
    farger: Mapping[str, str], skrift: str, flate: str
) -> None:
    lav, hoy = sorted((_luminance(farger[skrift]), _luminance(farger[flate])))
    assert (hoy + 0.05) / (lav + 0.05) >= 4.5


def test_the_style_has_no_other_colours() -> None:
    style = html_page("", "", "nb")
    assert {*re.findall(r"#[0-9a-f]{3,6}\b", style)} <= {
        *LYS.values(),
        *MORK.values(),
        "#000",
        "#fff",
    }
