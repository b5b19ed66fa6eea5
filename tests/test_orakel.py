"""The content and the engine against the independent statement of the decision table."""

from hypothesis import given, settings

from conftest import Vurder
from orakel import (
    FAMILIEFAKTOR,
    INGEN,
    KLASSER,
    KONTAKTER,
    ROLLER,
    STOPPER,
    TABELL,
    TEGN,
    expect,
    read_sak,
)
from strategier import Svar, chosen, see, svar
from veileder_cli.model.sjekk import Tilfelle
from veileder_cli.model.veileder import Veileder


def test_case_and_oracle_agree(tilfelle: Tilfelle) -> None:
    forvent = tilfelle.forvent
    fasit = expect(_as_answers(tilfelle))
    assert (fasit.rute, fasit.trinn) == (forvent.rute, forvent.trinn or fasit.trinn)
    assert {*forvent.varsler} <= fasit.varsler
    assert not {*forvent.uten_varsler} & fasit.varsler
    assert {*forvent.kontakter, *forvent.har_kontakter} <= fasit.kontakter
    assert {*forvent.uten_kontakter} <= fasit.uten_kontakter


@settings(max_examples=300)
@given(svar())
def test_the_content_sets_the_route_and_the_step_of_the_table(
    vurder: Vurder, answers: Svar
) -> None:
    fasit, vurdering = expect(answers), vurder(answers)
    trinn = vurdering.trinn.id if vurdering.trinn else INGEN
    assert (vurdering.rute, trinn) == (fasit.rute, fasit.trinn)


@given(svar())
def test_the_rows_of_the_table_that_match_are_the_reasons(vurder: Vurder, answers: Svar) -> None:
    traff = tuple(g.regel.id for g in vurder(answers).grunner if g.regel.setter_rute)
    assert traff == expect(answers).traff


@settings(max_examples=300)
@given(svar())
def test_the_content_shows_exactly_the_notices_of_the_table(vurder: Vurder, answers: Svar) -> None:
    assert {r.varsel.id for r in vurder(answers).varsler} == expect(answers).varsler


@settings(max_examples=300)
@given(svar())
def test_the_content_has_the_contacts_of_the_table(vurder: Vurder, answers: Svar) -> None:
    fasit = expect(answers)
    kontakter = {r.kontakt.id for r in vurder(answers).kontakter}
    assert fasit.kontakter <= kontakter
    assert not kontakter & fasit.uten_kontakter


@settings(max_examples=300)
@given(svar())
def test_112_comes_first_where_danger_now_is_unknown(vurder: Vurder, answers: Svar) -> None:
    vurdering = vurder(answers)
    forst = [r.kontakt.id for r in vurdering.kontakter][:1] == ["112"]
    assert forst is (
        answers.get("fare_na") == "vet-ikke" or vurdering.rute in {"akutt", "avverging"}
    )


def test_the_oracle_knows_the_roles_signs_and_contacts_of_the_content(veileder: Veileder) -> None:
    assert {*veileder.rolle} == {*ROLLER}
    assert {*veileder.tegnklasse} == {*TEGN}
    assert {*veileder.kontakt} == KONTAKTER


def test_the_table_has_the_rows_of_the_content_in_their_order(veileder: Veileder) -> None:
    rader = [r.id for r in veileder.regler.regler if r.setter_rute]
    assert rader == [*TABELL, INGEN]
    assert {r.id for r in veileder.regler.regler if r.stopper} == STOPPER


@given(svar())
def test_oracle_is_consistent(answers: Svar) -> None:
    fasit = expect(answers)
    assert not fasit.kontakter & fasit.uten_kontakter
    assert fasit.kontakter | fasit.uten_kontakter <= KONTAKTER
    assert "112" in fasit.varsler


@given(svar())
def test_in_the_oracle_seen_vold_never_ends_in_a_mild_route(answers: Svar) -> None:
    fasit = expect(answers)
    if read_sak(answers).sett("vold"):
        assert fasit.rute not in {"dialog", "droft", "avsluttet", INGEN}
        assert "02800" in fasit.kontakter


@given(svar())
def test_in_the_oracle_more_weak_signs_never_change_the_step(answers: Svar) -> None:
    weak = KLASSER["svak"] - chosen(answers, "tegn_usikker")
    if not chosen(answers, "tegn") & weak:
        return
    fasit, more = expect(answers), expect(see(answers, *weak))
    assert (more.rute, more.trinn) == (fasit.rute, fasit.trinn)


@given(svar())
def test_in_the_oracle_risk_factors_never_change_the_step(answers: Svar) -> None:
    with_factor = expect({**answers, "risikofaktorer": [FAMILIEFAKTOR]})
    without = expect({**answers, "risikofaktorer": list[str]()})
    assert (with_factor.rute, with_factor.trinn) == (without.rute, without.trinn)


def _as_answers(tilfelle: Tilfelle) -> Svar:
    """Give a case's answers as its file has them: one alone is no list."""
    several = {"tegn", "tegn_usikker", "gjort", "utland", "risikofaktorer", "beskyttelsesfaktorer"}
    return {
        sporsmal: verdier if sporsmal in several else verdier[0]
        for sporsmal, verdier in tilfelle.svar.items()
    }
