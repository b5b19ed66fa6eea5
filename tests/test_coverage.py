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
from veileder_cli.integrity import Fault
from veileder_cli.model.sjekk import Forventning, Sporsmalstype, Tilfelle
from veileder_cli.model.veileder import Veileder

DIALOG: Svar = {"fare_na": "nei", "rolle": "nav", "tegn": ["reiser"], "ressursperson": "ja"}
CASE = "tilfeller[Et oppdiktet tilfelle.]"
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


def test_a_deviation_tells_all_contacts_and_notices_that_came(veileder: Veileder) -> None:
    utfall = _run(
        veileder,
        DIALOG,
        rute="dialog",
        kontakter=("pst",),
        har_kontakter=("pst", "leder"),
        uten_varsler=("egen-instruks", "anonymt"),
    )
    assert utfall.vurdering
    contacts = tuple(r.kontakt.id for r in utfall.vurdering.kontakter)
    notices = tuple(r.varsel.id for r in utfall.vurdering.varsler)
    assert utfall.avvik == (
        Avvik("kontakter", ("pst",), contacts),
        Avvik("har_kontakter", ("pst",), contacts),
        Avvik("uten_varsler", ("anonymt",), notices, skulle_ikke=True),
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
    assert {"02800", "leder", "helse-og-velferd", "kulturenheten"} <= {*kinds["kontakt"]}


def test_a_contact_that_no_rule_can_give_is_not_asked_for(veileder: Veileder) -> None:
    assert "116111" in {id_ for r in veileder.roller for id_ in r.kontakter.get("hjelp", ())}
    assert Udekket("kontakt", "116111") not in _uncovered(replace(veileder, tilfeller=()))


def test_where_the_role_is_not_asked_no_role_has_to_be_reached(veileder: Veileder) -> None:
    others = tuple(s for s in veileder.sporsmal if s.type is not Sporsmalstype.ROLLE)
    assert "rolle" not in _kinds(replace(veileder, sporsmal=others))


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


def _faults_of_the_case(veileder: Veileder, answers: Svar, **forvent: Any) -> list[Fault]:
    faults = case_faults(_only(veileder, answers, **forvent))
    return [f for f in faults if f.sti.startswith(CASE)]


def test_a_fault_says_what_was_expected_and_what_came(veileder: Veileder) -> None:
    faults = _faults_of_the_case(
        veileder,
        DIALOG,
        rute="droft",
        kontakter=("pst", "leder"),
        samtidig=("meld",),
        uten_kontakter=("leder", "ressursperson"),
    )
    remedy = "rett tilfellet, eller regelen"
    assert faults == [
        Fault(f"{CASE}.forvent.rute", "ventet droft, men det kom dialog", remedy),
        Fault(
            f"{CASE}.forvent.kontakter",
            "ventet pst, leder, men det kom leder, ressursperson",
            remedy,
        ),
        Fault(f"{CASE}.forvent.samtidig", "ventet meld, men det kom ingen", remedy),
        Fault(
            f"{CASE}.forvent.uten_kontakter",
            "skulle ikke ha leder, ressursperson, men det kom leder, ressursperson",
            remedy,
        ),
    ]


def test_a_faulty_answer_of_a_case_is_a_fault_of_the_guide(veileder: Veileder) -> None:
    assert _faults_of_the_case(veileder, {"rolle": "nave", "alder": ()}, rute="ingen") == [
        Fault(f"{CASE}.svar.rolle", "ukjent svar «nave»", "mente du «nav»?"),
        Fault(f"{CASE}.svar.alder", "spørsmålet skal ha ett svar", "rett svaret"),
    ]


def test_a_case_that_gives_a_step_and_no_contact_is_a_fault_of_the_guide(
    veileder: Veileder,
) -> None:
    rows = tuple(replace(r, kontakter=()) for r in veileder.regler.regler)
    no_contacts = replace(veileder, regler=replace(veileder.regler, regler=rows))
    assert _faults_of_the_case(no_contacts, DIALOG, rute="dialog") == [
        Fault(CASE, "svarene gir et trinn, men ingen kontakt", "gi regelen en kontakt for dem")
    ]
    assert _faults_of_the_case(no_contacts, {"tegn": []}, rute="ingen") == []


def test_an_unreached_rule_is_a_fault_that_says_what_to_do(veileder: Veileder) -> None:
    assert case_faults(_only(veileder, DIALOG, rute="dialog"))[0] == Fault(
        f"regler.regler[{veileder.regler.regler[0].id}]",
        "ingen av tilfellene kommer til denne regelen",
        "skriv et tilfelle som gjør det",
    )
