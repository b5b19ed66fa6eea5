"""Documents become lines of a width, and nothing of them is lost."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Vurder
from strategier import Svar, svar
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.about import about
from veileder_cli.render.contacts import contact_list
from veileder_cli.render.document import Block, Document, Heading, Item, Items, Paragraph
from veileder_cli.render.layout import FAST_MELLOMROM, sourced, to_lines, to_rich, to_text
from veileder_cli.render.pages import Pages
from veileder_cli.render.result import first_screen, whole_result

WORD = st.text("abcæøå§./-,«»1", min_size=1, max_size=30)
TEXT = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
ITEM = st.builds(Item, TEXT, st.one_of(st.just(""), TEXT), st.lists(TEXT, max_size=2).map(tuple))
BLOCK: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, TEXT, st.integers(1, 3)),
    st.builds(Paragraph, TEXT, st.one_of(st.just(""), TEXT), st.booleans()),
    st.builds(
        Items,
        st.lists(ITEM, min_size=1, max_size=3).map(tuple),
        st.booleans(),
        st.one_of(st.just(""), TEXT),
    ),
)
DOCUMENT: st.SearchStrategy[Document] = st.lists(BLOCK, min_size=1, max_size=5).map(tuple)
WIDTHS = (20, 40, 80, 100)


def _told(dokument: Document) -> Iterator[str]:
    """Give all words of a document in the order they are to be read, with the marks of lists."""
    for blokk in dokument:
        match blokk:
            case Items():
                yield from blokk.innledning.split()
                for nr, punkt in enumerate(blokk.punkter, start=1):
                    yield f"{nr}." if blokk.nummerert else "-"
                    yield from sourced(punkt.tekst, punkt.kilde).split()
                    yield from " ".join(punkt.under).split()
            case Heading() | Paragraph():
                yield from sourced(blokk.tekst, blokk.kilde).split()


def _too_wide(dokument: Document, bredde: int) -> list[str]:
    """Give the lines that are wider, apart from single words that cannot be broken."""
    kept = f" {FAST_MELLOMROM}"
    unbreakable = {w.replace(FAST_MELLOMROM, " ") for w in _unbroken(dokument)}
    wide = [e.tekst for e in to_lines(dokument, bredde) if len(e.tekst) > bredde]
    return [e for e in wide if e.strip(kept).lstrip("-0123456789. ") not in unbreakable]


def _unbroken(dokument: Document) -> Iterator[str]:
    """Give the words that stand on one line whatever its width, as documents keep them."""
    with_its_number = re.sub(
        r"(§|\bkap\.) (?=\d)", rf"\1{FAST_MELLOMROM}", " ".join(_pieces(dokument))
    )
    for word in with_its_number.split(" "):
        for as_written in (word, word.upper()):
            yield from (as_written, as_written.lstrip("-0123456789. "))


def _pieces(dokument: Document) -> Iterator[str]:
    for blokk in dokument:
        match blokk:
            case Items():
                yield blokk.innledning
                for punkt in blokk.punkter:
                    yield from (sourced(punkt.tekst, punkt.kilde), *punkt.under)
            case Heading() | Paragraph():
                yield sourced(blokk.tekst, blokk.kilde)


@given(DOCUMENT, st.sampled_from(WIDTHS))
def test_no_line_is_wider_than_the_width_but_for_one_long_word(
    dokument: Document, bredde: int
) -> None:
    assert _too_wide(dokument, bredde) == []


@given(DOCUMENT, st.sampled_from(WIDTHS))
def test_no_word_is_lost_or_moved(dokument: Document, bredde: int) -> None:
    written = to_text(dokument, bredde).split()
    assert [w.upper() for w in written] == [w.upper() for w in _told(dokument)]


@given(DOCUMENT, st.sampled_from(WIDTHS))
def test_rich_and_plain_text_have_the_same_lines(dokument: Document, bredde: int) -> None:
    assert f"{to_rich(dokument, bredde).plain}\n" == to_text(dokument, bredde)


# --- the guide's own pages ---


def _pages(veileder: Veileder) -> dict[str, Document]:
    sider = Pages(veileder)
    return {
        "begreper": sider.begreper(veileder.begreper),
        "tegn": sider.tegn(),
        "faktorer": sider.faktorer(),
        "trinn": sider.trinn(veileder.trinn),
        "tiltak": sider.tiltak(veileder.tiltak),
        "aktorer": sider.tiltak(veileder.aktorer),
        "regelverk": sider.regelverk(veileder.regelverk),
        "lenker": sider.lenker(veileder.lenker),
        "kontakter": contact_list(veileder, veileder.kontakter),
        "innholdsfortegnelse": sider.innholdsfortegnelse(),
        "om": about(veileder, "1.0"),
        **{f"begrep {b.id}": sider.begrep(b) for b in veileder.begreper},
        **{f"kapittel {k.nummer}": sider.kapittel(k) for k in veileder.kapitler},
    }


@pytest.mark.parametrize("bredde", WIDTHS)
def test_every_page_of_the_guide_keeps_the_width_and_its_words(
    veileder: Veileder, bredde: int
) -> None:
    for navn, side in _pages(veileder).items():
        assert _too_wide(side, bredde) == [], navn
        written = to_text(side, bredde).split()
        assert [w.upper() for w in written] == [w.upper() for w in _told(side)], navn


@given(svar(), st.sampled_from(WIDTHS))
def test_every_result_keeps_the_width_and_its_words(
    veileder: Veileder, vurder: Vurder, answers: Svar, bredde: int
) -> None:
    vurdering = vurder(answers)
    for side in (first_screen(veileder, vurdering), whole_result(veileder, vurdering)):
        assert _too_wide(side, bredde) == []
        assert len(to_text(side, bredde).split()) == len([*_told(side)])


# --- how it is laid out ---


def test_an_empty_line_stands_between_blocks_but_not_under_a_heading() -> None:
    dokument = (Heading("Tittel", 3), Paragraph("En"), Paragraph("To"), Items((Item("Tre"),)))
    assert to_text(dokument, 80) == "Tittel\nEn\n\nTo\n\n- Tre\n"


def test_headings_of_the_first_two_levels_are_in_capitals() -> None:
    dokument = (Heading("Én", 1), Heading("To", 2), Heading("Tre", 3))
    assert to_text(dokument, 80) == "ÉN\nTO\nTre\n"


def test_the_source_in_a_heading_keeps_its_letters() -> None:
    assert to_text((Heading("Din del", kilde="Lov: straffeloven § 1"),), 80) == (
        "DIN DEL [Lov: straffeloven § 1]\n"
    )


def test_the_lines_of_a_point_hang_under_its_text() -> None:
    punkter = (Item("en to tre", under=("fire fem seks",)), Item("sju"))
    assert to_text((Items(punkter, nummerert=True),), 8) == (
        "1. en to\n   tre\n   fire\n   fem\n   seks\n2. sju\n"
    )


def test_a_line_break_in_a_paragraph_is_kept() -> None:
    assert to_text((Paragraph("en\n\nto", kilde="K"),), 80) == "en\n\nto [K]\n"


@pytest.mark.parametrize("unit", ["§ 196", "§§ 263-264", "kap. 6", f"918{FAST_MELLOMROM}61"])
def test_what_belongs_together_stays_on_one_line(unit: str) -> None:
    shown = unit.replace(FAST_MELLOMROM, " ")
    lines = to_text((Paragraph(f"se {unit} her"),), len(shown) + 2).splitlines()
    assert shown in [line.strip() for line in lines]


def test_an_address_is_never_broken() -> None:
    address = "https://eksempel.no/et-langt-navn/med-bindestreker/og-mer"
    assert address in to_text((Items((Item("Se", under=(address,)),)),), 20).splitlines()[1]


def test_the_weight_of_a_line_repeats_what_stands_there() -> None:
    dokument = (Heading("Tittel"), Paragraph("viktig", viktig=True), Paragraph("vanlig"))
    assert [(e.tekst, e.stil) for e in to_lines(dokument, 80) if e.tekst] == [
        ("TITTEL", "bold"),
        ("viktig", "bold"),
        ("vanlig", ""),
    ]
