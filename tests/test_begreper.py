"""Every term that a question uses is one that the question can explain."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from veileder_cli.model.innhold import Begrep
from veileder_cli.model.sjekk import Sporsmal, Sporsmalstype
from veileder_cli.model.veileder import Veileder

SIGNS = {Sporsmalstype.TEGN, Sporsmalstype.USIKRE_TEGN}


def _said(veileder: Veileder, sporsmal: Sporsmal) -> Iterator[str]:
    """Give all that the question and its choices say."""
    yield from (sporsmal.navn, sporsmal.tekst, sporsmal.hjelp, sporsmal.hvorfor)
    yield from (tekst for v in sporsmal.valg for tekst in (v.tekst, v.hjelp))
    yield from (u.tekst for u in (*sporsmal.teller, *sporsmal.teller_ikke))
    if sporsmal.type is Sporsmalstype.ROLLE:
        yield from (r.navn for r in veileder.roller)
    if sporsmal.type in SIGNS:
        yield from (k.navn for k in veileder.bekymringstegn.kategorier)
        signs = (t for gruppe in veileder.svarbare_tegn.values() for t in gruppe)
        yield from (tekst for t in signs for tekst in (t.tekst, t.hjelp))
    factors = veileder.faktorer_av_type.get(sporsmal.type, ())
    yield from (f.tekst for f in factors if not f.samme_som)


@cache
def _form(ord_: str) -> re.Pattern[str]:
    """A whole word; one in capitals is an abbreviation, so that RAN is not to rob."""
    return re.compile(rf"(?<!\w){re.escape(ord_)}(?!\w)", 0 if ord_.isupper() else re.IGNORECASE)


def is_used(begrep: Begrep, tekst: str) -> bool:
    """Whether the term's name, a synonym or an inflection is a word of the text."""
    forms = (begrep.navn, *begrep.synonymer, *begrep.boyninger)
    return any(_form(ord_).search(tekst) for ord_ in forms)


def test_a_question_lists_every_term_that_it_or_its_choices_use(veileder: Veileder) -> None:
    used = {
        s.id: {b.id for b in veileder.begreper if is_used(b, "\n".join(_said(veileder, s)))}
        for s in veileder.sporsmal
    }
    assert {s.id: {*s.begreper} for s in veileder.sporsmal} == used
    assert sum(map(len, used.values())) > len(used)


def test_no_term_is_listed_twice(veileder: Veileder) -> None:
    assert [s.id for s in veileder.sporsmal if len(s.begreper) != len({*s.begreper})] == []


@pytest.mark.parametrize(
    ("tekst", "used"),
    [
        ("Foresatte kan være med.", True),
        ("Er du forelder?", True),
        ("Et foreldremøte.", False),
        ("Noen andre.", False),
    ],
)
def test_a_term_is_used_where_a_form_of_it_is_a_word(
    veileder: Veileder, tekst: str, *, used: bool
) -> None:
    foresatte = next(b for b in veileder.begreper if b.id == "foresatte")
    assert is_used(foresatte, tekst) is used


def test_an_abbreviation_is_not_the_word_that_is_spelt_like_it(veileder: Veileder) -> None:
    ran = next(b for b in veileder.begreper if b.id == "ran")
    assert is_used(ran, "RAN har kurs.")
    assert not is_used(ran, "Et ran.")
