"""The guidance as a file: title, care, edition and date, in the format of the file's ending."""

from datetime import date

import pytest
from hypothesis import given

from conftest import Vurder
from strategier import Svar, chosen, svar
from veileder_cli.errors import SaveError
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Heading, Paragraph
from veileder_cli.render.labels import answer_text
from veileder_cli.render.printable import FORMATER, guidance_file, in_words, printable
from veileder_cli.render.result import guidance

DAY = date(2026, 3, 1)
ANSWERS: Svar = {"rolle": "nav", "tegn": ["legitimerer-vold"]}


def test_the_guidance_is_whole_with_a_title_and_when_it_was_printed(
    veileder: Veileder, vurder: Vurder
) -> None:
    vurdering = vurder(ANSWERS)
    page, raad = printable(veileder, vurdering, DAY), guidance(veileder, vurdering)
    assert (page[0], *page[3:-1]) == raad
    assert page[1] == Heading("Råd og kontakter", 1)
    assert isinstance(page[-1], Paragraph)
    assert veileder.om.utgave in page[-1].tekst
    assert "1. mars 2026" in page[-1].tekst


@pytest.mark.parametrize("ending", FORMATER)
def test_every_format_says_that_guidance_too_can_reveal_a_case(
    veileder: Veileder, vurder: Vurder, ending: str
) -> None:
    text = " ".join(guidance_file(veileder, vurder(ANSWERS), f"a{ending}", DAY).split())
    assert "Også rådene kan røpe hva saken gjelder" in text
    assert veileder.om.utgave in text


@given(svar())
def test_no_format_holds_an_answer(veileder: Veileder, vurder: Vurder, answers: Svar) -> None:
    told = {answer_text(veileder, q, v) for q in ("tegn", "gjort") for v in chosen(answers, q)}
    vurdering = vurder(answers)
    for ending in FORMATER:
        saved = guidance_file(veileder, vurdering, f"a{ending}", DAY).casefold()
        assert [t for t in told if t.casefold() in saved] == []


@given(svar())
def test_what_was_not_known_is_not_told_either(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    vurdering = vurder(answers)
    told = {*(a.hvorfor for a in vurdering.avklar), *(u.tekst for u in vurdering.samtalestart)}
    saved = " ".join(guidance_file(veileder, vurdering, "a.md", DAY).split())
    assert [t for t in told if t in saved] == []


def test_a_name_without_ending_gets_plain_text_and_an_ending_may_be_in_capitals(
    veileder: Veileder, vurder: Vurder
) -> None:
    plain, named, page = (
        guidance_file(veileder, vurder(ANSWERS), name, DAY) for name in ("raad", "a.txt", "A.HTML")
    )
    assert plain == named
    assert page.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("name", ["raad.pdf", "raad.docx", "raad.htm"])
def test_another_ending_is_refused_with_those_there_are(
    veileder: Veileder, vurder: Vurder, name: str
) -> None:
    with pytest.raises(SaveError) as refused:
        guidance_file(veileder, vurder(ANSWERS), name, DAY)
    assert all(ending in refused.value.grunn for ending in FORMATER)


def test_a_date_is_written_in_norwegian() -> None:
    assert in_words(date(2026, 12, 24)) == "24. desember 2026"
