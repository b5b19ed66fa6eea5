"""Numbers and addresses are found where they stand, and nothing else is taken for one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veileder_cli.model.veileder import Veileder
from veileder_cli.render.contacts import contact_list
from veileder_cli.render.layout import FAST_MELLOMROM, to_lines
from veileder_cli.render.links import Linker, dialled, linker

NUMBERS = ("112", "116117", "02800", "918 61 123", "+47 22 00 00 00")
OSC8 = re.compile("\x1b]8;;([^\x1b]*)\x1b\\\\")


def links(text: str) -> list[tuple[str, str]]:
    return [(text[e.start : e.end], e.url) for e in Linker(NUMBERS).find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring 112.", [("112", "tel:112")]),
        ("112 og 02800", [("112", "tel:112"), ("02800", "tel:02800")]),
        ("tlf. 918 61 123 (Kari)", [("918 61 123", "tel:+4791861123")]),
        (
            f"918{FAST_MELLOMROM}61{FAST_MELLOMROM}123",
            [(f"918{FAST_MELLOMROM}61{FAST_MELLOMROM}123", "tel:+4791861123")],
        ),
        ("+47 22 00 00 00", [("+47 22 00 00 00", "tel:+4722000000")]),
        ("se https://a.no/x?y=112, og", [("https://a.no/x?y=112", "https://a.no/x?y=112")]),
        ("(http://a.no/)", [("http://a.no/", "http://a.no/")]),
        ("post@a.no.", [("post@a.no", "mailto:post@a.no")]),
    ],
)
def test_what_can_be_called_or_opened_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "§ 112",
        f"§{FAST_MELLOMROM}112",
        "kap. 112",
        "1124",
        "112 34 567",
        "4112",
        "112,5",
        "2-112",
        "112-A",
        "918 61 1234",
        "ftp://a.no",
        "a.no",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert links(text) == []


def test_a_guide_without_the_number_has_no_link_for_it() -> None:
    assert Linker().find("Ring 112") == ()


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("112", "112"), ("116 117", "116117"), ("02800", "02800"), ("73 00 00 00", "+4773000000")],
)
def test_a_short_number_is_dialled_as_it_stands_and_a_long_one_with_country_code(
    printed: str, expected: str
) -> None:
    assert dialled(printed) == expected


@given(st.text(alphabet="aæ §.,112028 @htps:/no\n", max_size=60))
def test_the_text_with_hyperlinks_reads_as_the_text(text: str) -> None:
    with_links = Linker(NUMBERS).with_hyperlinks(text)
    assert OSC8.sub("", with_links) == text
    opened = OSC8.findall(with_links)
    assert all(opened[0::2])
    assert not any(opened[1::2])


def test_every_number_and_site_of_the_contacts_is_a_link_in_their_list(veileder: Veileder) -> None:
    numre = linker(veileder)
    lines = to_lines(contact_list(veileder, veileder.kontakter), 100)
    found = {e.url for line in lines for e in numre.find(line.tekst)}
    wanted = {f"tel:{dialled(n.telefon)}" for k in veileder.kontakter for n in k.numre}
    wanted |= {k.nettside for k in veileder.kontakter if k.nettside}
    assert wanted <= found
