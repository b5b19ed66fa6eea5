"""Contacts as vCards: another program reads the same from them, and every line keeps the rules."""

import re
from dataclasses import replace
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from veileder_cli.model.innhold import Kontakt, Nummer
from veileder_cli.model.kilde import Merke
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.contacts import is_unconfirmed
from veileder_cli.render.links import dialled
from veileder_cli.render.sources import short_source
from veileder_cli.render.vcard import is_reachable, to_vcards

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" ;,\\:")
)


def read(vcards: str) -> list[Any]:
    """Read as another program does."""
    return [*vobject.readComponents(vcards)]


def reachable(veileder: Veileder) -> list[Kontakt]:
    return [k for k in veileder.kontakter if is_reachable(k)]


def numbers(card: Any) -> list[str]:
    return [tel.value for tel in card.contents.get("tel", ())]


def a_contact(veileder: Veileder, **felter: Any) -> Kontakt:
    return replace(veileder.kontakt["112"], **felter)


def test_another_program_reads_every_contact_that_can_be_reached(veileder: Veileder) -> None:
    cards = read(to_vcards(veileder, veileder.kontakter))
    kontakter = reachable(veileder)
    assert [c.fn.value for c in cards] == [k.funksjon for k in kontakter]
    assert [c.org.value for c in cards] == [[k.funksjon] for k in kontakter]
    for card, k in zip(cards, kontakter, strict=True):
        assert numbers(card) == [*dict.fromkeys(dialled(n.telefon) for n in k.numre)]
        assert [u.value for u in card.contents.get("url", ())] == (
            [k.nettside] if k.nettside else []
        )
        card.validate(raiseException=True)


def test_the_emergency_numbers_are_as_they_are_dialled(veileder: Veileder) -> None:
    kontakter = tuple(veileder.kontakt[i] for i in ("112", "113"))
    assert [numbers(c) for c in read(to_vcards(veileder, kontakter))] == [["112"], ["113"]]


def test_the_note_says_source_and_age_and_whose_a_number_is(veileder: Veileder) -> None:
    for card, k in zip(
        read(to_vcards(veileder, veileder.kontakter)), reachable(veileder), strict=True
    ):
        note = card.note.value
        assert short_source(k, veileder) in note
        assert veileder.om.utgave in note
        assert all(f"{n.telefon}: {n.navn}." in note for n in k.numre if n.navn)
        if k.merke is Merke.VEILEDEREN and k.oppgitt:
            assert f"{k.oppgitt}, ikke bekreftet siden" in note
        if is_unconfirmed(k):
            assert veileder.om.kontaktforbehold.tekst in note


def test_e_mail_and_address_come_along(veileder: Veileder) -> None:
    kontakt = a_contact(veileder, epost="post@eksempel.no", adresse="Storgata 1, 0001 Byen")
    [card] = read(to_vcards(veileder, (kontakt,)))
    assert card.email.value == "post@eksempel.no"
    assert card.adr.value.street == "Storgata 1, 0001 Byen"


def test_a_contact_with_nothing_to_reach_it_by_has_no_card(veileder: Veileder) -> None:
    assert to_vcards(veileder, (a_contact(veileder, numre=()),)) == ""


@given(TEXT, TEXT)
def test_every_text_comes_through_and_every_line_keeps_the_rules(
    veileder: Veileder, navn: str, adresse: str
) -> None:
    kontakt = a_contact(
        veileder, funksjon=f"F{navn}", adresse=f"A{adresse}", numre=(Nummer(telefon="22 00 00 00"),)
    )
    vcard = to_vcards(veileder, (kontakt,))
    *lines, end = vcard.split("\r\n")
    assert end == ""
    assert not re.search(r"[\r\n]", "".join(lines))
    assert all(len(line.encode()) <= 75 for line in lines)
    [card] = read(vcard)
    assert card.fn.value == f"F{navn}"
    assert card.adr.value.street == f"A{adresse}"
    assert numbers(card) == ["+4722000000"]


@pytest.mark.parametrize("break_", ["\n", "\r\n"])
def test_a_line_break_in_a_text_starts_no_line_of_the_card(veileder: Veileder, break_: str) -> None:
    vcard = to_vcards(veileder, (a_contact(veileder, funksjon=f"A{break_}TEL:1"),))
    assert "\r\nTEL:1" not in vcard
    [card] = read(vcard)
    assert card.fn.value == "A\nTEL:1"
