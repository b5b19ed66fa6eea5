"""Made-up documents for tests of what renders them: hostile texts, and all their words."""

from hypothesis import strategies as st

from veileder_cli.render.document import Block, Document, Heading, Item, Items, Paragraph
from veileder_cli.render.layout import sourced

HOSTILE = (
    *("# a", "## a #", "- a", "+ a", "1. a", "2) a", "> a", "---", "===", "***", "~~~", "```"),
    *("*a*", "__a__", "`a`", "[a](b)", "[a]: b", "![a](b)", "<b>", "<script>", "</main>"),
    *("&amp;", "&#60;", "a\\", "\\*", "| a |", "<https://a.no>", "javascript:alert(1)", "[112]"),
    *("!", "[", "](", "$a$", "a  ", "http://", "tlf. 112", "ring 02800!", "(918 61 123)", "§ 112"),
)
WORD = st.one_of(st.sampled_from(HOSTILE), st.text("abcæøå§./-,«»1*_[]()<>&\\", min_size=1))
TEXT = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
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
DOCUMENT: st.SearchStrategy[Document] = st.lists(BLOCK, min_size=1, max_size=4).map(tuple)
NUMBERS = ("112", "02800", "918 61 123", "+47 22 00 00 00")


def words(dokument: Document) -> list[str]:
    """Give all words of a document in the order they are to be read."""
    told: list[str] = []
    for blokk in dokument:
        match blokk:
            case Items(punkter, _, innledning):
                told += innledning.split()
                for punkt in punkter:
                    told += [*sourced(punkt.tekst, punkt.kilde).split(), *_split(punkt.under)]
            case Heading() | Paragraph():
                told += sourced(blokk.tekst, blokk.kilde).split()
    return told


def _split(linjer: tuple[str, ...]) -> list[str]:
    return " ".join(linjer).split()
