"""Cases that do not hold, and what no case reaches."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from strategier import Svar, as_read
from veileder_cli.coverage import (
    Avvik,
    Udekket,
    Utfall,
    case_faults,
    find_uncovered,
    run_cases,
)
from veileder_cli.model.sjekk import Forventning, Tilfelle
from veileder_cli.model.veileder import Veileder

DIALOG: Svar = {"fare_na": "nei", "rolle": "nav", "tegn": ["reiser"], "ressursperson": "ja"}
HOLDS: Mapping[str, Any] = {
    "rute": "dialog",
    "trinn": "dialog",
    "kontakter": ("leder", "ressursperson"),
    "har_kontakter": ("ressursperson",),
    "uten_kontakter": ("02800",),
    "varsler": ("anonymt",),
    "uten_varsler": ("avvergingsplikt",),
    "tiltak": ("dialog",),
}


def _only(veileder: Veileder, answers: Svar, **forvent: Any) -> Veileder:
    tilfelle = Tilfelle(
        navn="Et oppdiktet tilfelle.", svar=as_read(answers), forvent=Forventning(**forvent)
    )
    return replace(veileder, tilfeller=(tilfelle,))


def _run(veileder: Veileder, answers: Svar, **forvent: Any) -> Utfall:
    (utfall,) = run_cases(_only(veileder, answers, **forvent))
    return utfall


def test_a_case_that_holds_deviates_in_nothing(veileder: Veileder) -> None:
    utfall = _run(veileder, DIALOG, **HOLDS)
    assert utfall.avvik == ()
    assert utfall.feil == ()
    assert utfall.vurdering
    assert utfall.vurdering.rute == "dialog"


def test_what_a_case_does_not_mention_is_not_checked(veileder: Veileder) -> None:
    assert _run(veileder, DIALOG, rute="dialog").avvik == ()


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ("rute", "droft"),
        ("trinn", "ingen"),
        ("kontakter", ("ressursperson", "leder")),
        ("kontakter", ("leder", "ressursperson", "pst")),
        ("har_kontakter", ("02800",)),
        ("uten_kontakter", ("leder",)),
        ("varsler", ("egen-instruks",)),
        ("uten_varsler", ("anonymt",)),
        ("samtidig", ("tverrfaglig",)),
        ("tiltak", ("mentor",)),
    ],
)
def test_a_case_that_does_not_hold_tells_which_field(
    veileder: Veileder, felt: str, ventet: str | tuple[str, ...]
) -> None:
    utfall = _run(veileder, DIALOG, **{**HOLDS, felt: ventet})
    assert [a.felt for a in utfall.avvik] == [felt]
    assert utfall.avvik[0].ventet == ((ventet,) if isinstance(ventet, str) else ventet)


def test_a_deviation_tells_what_came(veileder: Veileder) -> None:
    assert _run(veileder, {"tegn": []}, rute="ingen", trinn="droft").avvik == (
        Avvik("trinn", ("droft",), ("ingen",)),
    )


def test_a_fault_in_the_answers_is_reported_and_not_raised(veileder: Veileder) -> None:
    utfall = _run(veileder, {"tegn": ["ukjent"]}, rute="ingen")
    assert utfall.vurdering is None
    assert [f.verdi for f in utfall.feil] == ["ukjent"]


# --- what no case reaches ---


def _uncovered(veileder: Veileder) -> set[Udekket]:
    return {*find_uncovered(veileder, run_cases(veileder))}


def test_without_cases_nothing_is_reached(veileder: Veileder) -> None:
    empty = replace(veileder, tilfeller=())
    kinds = {slag: [u.id for u in _uncovered(empty) if u.slag == slag] for slag in _kinds(veileder)}
    assert sorted(kinds["regel"]) == sorted(r.id for r in veileder.regler.regler)
    assert sorted(kinds["rolle"]) == sorted(veileder.rolle)
    assert sorted(kinds["spørsmål"]) == sorted(veileder.sporsmal_med_id)
    assert sorted(kinds["varsel"]) == sorted(v.id for v in veileder.varsler)
    assert {"02800", "leder", "helse-og-velferd"} <= {*kinds["kontakt"]}


def _kinds(veileder: Veileder) -> set[str]:
    return {u.slag for u in _uncovered(replace(veileder, tilfeller=()))}


def test_a_case_reaches_its_rule_role_questions_notices_and_contacts(veileder: Veileder) -> None:
    before = _uncovered(replace(veileder, tilfeller=()))
    reached = before - _uncovered(_only(veileder, DIALOG, rute="dialog"))
    assert reached >= {
        Udekket("regel", "dialog"),
        Udekket("rolle", "nav"),
        Udekket("spørsmål", "tegn"),
        Udekket("varsel", "anonymt"),
        Udekket("kontakt", "leder"),
    }


@pytest.mark.parametrize(
    ("slag", "id_"), [("regel", "reise"), ("rolle", "rvts"), ("varsel", "egen-instruks")]
)
def test_what_only_dropped_cases_reached_is_reported(
    veileder: Veileder, slag: str, id_: str
) -> None:
    kept = tuple(
        u.tilfelle
        for u in run_cases(veileder)
        if Udekket(slag, id_) in {*find_uncovered(veileder, (u,))}
    )
    assert 0 < len(kept) < len(veileder.tilfeller)
    assert Udekket(slag, id_) in _uncovered(replace(veileder, tilfeller=kept))


# --- as faults of the guide ---


def test_the_guide_has_no_fault_in_its_cases(veileder: Veileder) -> None:
    assert case_faults(veileder) == ()


def test_a_failing_case_and_an_unreached_rule_are_faults_of_the_guide(veileder: Veileder) -> None:
    paths = {f.sti for f in case_faults(_only(veileder, DIALOG, rute="droft"))}
    assert "tilfeller[Et oppdiktet tilfelle.].forvent.rute" in paths
    assert "regler.regler[vold]" in paths
    assert "regler.regler[dialog]" not in paths


def test_a_faulty_answer_of_a_case_is_a_fault_of_the_guide(veileder: Veileder) -> None:
    paths = {f.sti for f in case_faults(_only(veileder, {"rolle": "lege"}, rute="ingen"))}
    assert "tilfeller[Et oppdiktet tilfelle.].svar.rolle" in paths
