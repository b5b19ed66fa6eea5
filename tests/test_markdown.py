"""Documents as Markdown: a reader of Markdown finds every word, and nothing that was not meant."""

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dokumenter import DOCUMENT, NUMBERS, words
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.render.links import Linker
from veileder_cli.render.markdown import to_markdown

READER = MarkdownIt("commonmark")


def written(*blokker: Heading | Paragraph | Items) -> str:
    return to_markdown(blokker, Linker(NUMBERS))


def tokens(markdown: str) -> list[Token]:
    return [t for top in READER.parse(markdown) for t in (top, *(top.children or ()))]


def read(markdown: str) -> list[str]:
    """Give the words that a reader shows."""
    breaks = {"softbreak", "hardbreak", "inline", "paragraph_open", "heading_open"}
    parts = (t.content if t.type == "text" else " " for t in tokens(markdown) if _shows(t, breaks))
    return "".join(parts).split()


def _shows(token: Token, breaks: set[str]) -> bool:
    return token.type == "text" or token.type in breaks


@given(DOCUMENT)
def test_every_word_is_read_as_it_stands_and_in_its_order(dokument: Document) -> None:
    assert read(to_markdown(dokument, Linker(NUMBERS))) == words(dokument)


@given(DOCUMENT)
def test_a_text_makes_no_markup_of_its_own(dokument: Document) -> None:
    found = tokens(to_markdown(dokument, Linker()))
    kinds = {t.type for t in found}
    assert kinds.isdisjoint({"html_block", "html_inline", "image", "fence", "code_block", "hr"})
    assert kinds.isdisjoint({"code_inline", "em_open", "blockquote_open"})
    headings = [b.niva for b in dokument if isinstance(b, Heading)]
    assert [int(t.tag[1]) for t in found if t.type == "heading_open"] == headings
    points = sum(len(b.punkter) for b in dokument if isinstance(b, Items))
    assert sum(t.type == "list_item_open" for t in found) == points


def test_headings_paragraphs_and_lists_are_written_as_people_write_them() -> None:
    punkter = (Item("En", "Kilde", ("under",)), Item("To"))
    assert written(
        Heading("Tittel", 1),
        Paragraph("Les dette", viktig=True),
        Paragraph("en\nto"),
        Items(punkter, innledning="Først:"),
        Items(punkter, nummerert=True),
    ) == (
        "# Tittel\n\n**Les dette**\n\nen\n\nto\n\nFørst:\n\n- En [Kilde]\\\n  under\n- To\n\n"
        "1. En [Kilde]\\\n   under\n2. To\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring 918 61 123 nå", "Ring [918 61 123](tel:+4791861123) nå"),
        ("Se https://eksempel.no/a_b.", "Se <https://eksempel.no/a_b>."),
        ("Skriv til post@eksempel.no", "Skriv til <post@eksempel.no>"),
        ("Bra!112", "Bra\\![112](tel:112)"),
        ("Lov [Kilde: § 1]", "Lov [Kilde: § 1]"),
    ],
)
def test_what_can_be_called_or_opened_is_a_link_and_prose_is_left_alone(
    text: str, expected: str
) -> None:
    assert written(Paragraph(text)) == f"{expected}\n"
