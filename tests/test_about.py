"""The help of a question: its reason, its words and its examples, each with its source."""

from dataclasses import replace

from veileder_cli.interview.about import about
from veileder_cli.interview.asked import Asked, asked_screens
from veileder_cli.interview.asking import HelpPart
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.sources import short_source

ANSWERED = {"fare_na": ("nei",), "rolle": ("nav",), "alder": ("under-18",)}


def of(veileder: Veileder, nokkel: str, **changed: object) -> tuple[HelpPart, ...]:
    asked = next(a for a in asked_screens(veileder, ANSWERED) if a.nokkel == nokkel)
    sporsmal = replace(asked.skjerm.sporsmal, **changed)  # type: ignore[arg-type]
    return about(veileder, Asked(replace(asked.skjerm, sporsmal=sporsmal)))


def test_every_question_says_why_it_is_asked_and_from_where(veileder: Veileder) -> None:
    for asked in asked_screens(veileder, ANSWERED):
        first = about(veileder, asked)[0]
        whole = [f"{s.hvorfor} [{short_source(s, veileder)}]" for s in asked.questions]
        assert [*first.lines] == whole


def test_signs_and_doubts_are_explained_together(veileder: Veileder) -> None:
    asked = next(a for a in asked_screens(veileder, ANSWERED) if a.usikre)
    assert len(about(veileder, asked)[0].lines) == 2


def test_a_word_is_explained_in_place_with_its_source(veileder: Veileder) -> None:
    begrep = veileder.begreper[0]
    part = next(p for p in of(veileder, "grad", begreper=(begrep.id,)) if "ord" in p.heading)
    (line,) = part.lines
    assert line.startswith(f"{begrep.navn}: {begrep.forklaring}")
    assert line.endswith(f"[{short_source(begrep, veileder)}]")


def test_examples_stand_on_their_own_side(veileder: Veileder) -> None:
    utsagn = veileder.bekymringstegn.forbehold
    on, off = (
        p for p in of(veileder, "grad", begreper=(), teller=utsagn[:1], teller_ikke=utsagn[1:])[1:]
    )
    assert utsagn[0].tekst in on.lines[0]
    assert len(off.lines) == len(utsagn) - 1
    assert on.heading != off.heading


def test_what_is_not_given_has_no_heading(veileder: Veileder) -> None:
    assert len(of(veileder, "grad", begreper=(), teller=(), teller_ikke=())) == 1
