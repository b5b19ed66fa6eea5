"""The check of a guide: all faults, and warnings for what has grown old, odd or too long."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from forfatter import copy_of_fjordvik, run
from guider import FJORDVIK, OYVIK, TRONDHEIM, broken_copy, expected, load
from test_lengder import MENU, ROWS
from veileder_cli.cli.innhold_valider import COMMAND
from veileder_cli.errors import EditionError
from veileder_cli.innhold.advarsler import find_warnings
from veileder_cli.innhold.lengder import FORSTE_SKJERM, high_screens, long_texts
from veileder_cli.innhold.telefon import load_check
from veileder_cli.innhold.valider import check_guide
from veileder_cli.model.innhold import Begrep, Kontakt, Nummer, Utsagn
from veileder_cli.model.sjekk import Valg
from veileder_cli.model.veileder import Veileder

TODAY = date(2026, 6, 15)
read_once = cache(load)
Output = pytest.CaptureFixture[str]


@pytest.fixture
def fjordvik() -> Veileder:
    return read_once(FJORDVIK)


def warned(veileder: Veileder, slag: str, today: date = TODAY) -> set[str]:
    found = find_warnings(veileder, today, load_check())
    return {fault.sti for kind, fault in found if kind == slag}


# --- faults ---


@pytest.mark.parametrize(
    "fault",
    ["flere-feil-i-flere-filer", "flere-feil-i-sammenhengen", "tilfelle-som-ikke-holder"],
)
def test_every_fault_is_given_as_the_loader_gives_it(fault: str, tmp_path: Path) -> None:
    found = check_guide(broken_copy(fault, tmp_path), TODAY)
    assert [str(p) for p in found.feil] == expected(fault)
    assert not found.is_valid(streng=False)
    assert found.utelatt


@pytest.mark.parametrize("mappe", [FJORDVIK, OYVIK], ids=lambda m: m.parent.name)
def test_a_made_up_guide_has_no_fault(mappe: Path) -> None:
    assert check_guide(mappe, TODAY).is_valid(streng=False)


def test_faults_of_meaning_do_not_hide_the_warnings(tmp_path: Path) -> None:
    found = check_guide(broken_copy("ukjent-begrep", tmp_path), TODAY)
    assert found.feil
    assert {a.slag for a in found.advarsler} >= {"kontakt", "telefon"}


PROMISE = """paastander:
  - id: lova
    tekst: Et løfte.
    merke: tillegg
    kilde: {redaksjonen: Til prøve.}
"""


@pytest.mark.parametrize(
    ("fault", "promise", "files"),
    [
        ("ukjent-begrep", "    saa: {varsel: ukjent}\n", {"begreper.yaml"}),
        ("ukjent-begrep", "    så: {varsel: haster-det}\n", {"begreper.yaml"}),
        ("ukjent-nokkel", "    så: {varsel: haster-det}\n", None),
    ],
)
def test_the_faults_of_the_promises_are_given_with_the_others(
    fault: str, promise: str, files: set[str] | None, tmp_path: Path
) -> None:
    mappe = broken_copy(fault, tmp_path)
    (mappe / "paastander.yaml").write_text(PROMISE + promise, "utf-8")
    found = check_guide(mappe, TODAY).feil
    assert {*expected(fault)} < {str(p) for p in found}
    assert [p.linje for p in found if p.fil == "paastander.yaml"]
    assert files is None or {p.fil for p in found} == {*files, "paastander.yaml"}


# --- how long the edition holds, and what lies over it ---


@pytest.mark.parametrize(
    ("valid_until", "is_told"),
    [
        ("", False),
        ("2026-06-15", False),
        ("2026-06-14", True),
        ("2026-12", True),
        ("ut året", True),
        ("2026-02-30", True),
    ],
)
def test_an_edition_is_told_of_when_its_last_day_has_passed_or_is_no_day(
    fjordvik: Veileder, valid_until: str, is_told: object
) -> None:
    om = replace(fjordvik.om, gyldig_til=valid_until)
    found = warned(replace(fjordvik, om=om), "gyldighet")
    assert found == ({"gyldig_til"} if is_told else set())


@pytest.mark.parametrize(
    ("edition", "lines"), [("", []), ("fjordvik/2025-01", []), ("fjordvik/2024-01", [3])]
)
def test_corrections_for_another_edition_are_told_with_their_line(
    edition: str, lines: list[int], tmp_path: Path
) -> None:
    lokalt = tmp_path / "lokalt"
    lokalt.mkdir()
    gjelder = f"gjelder: {edition}\n" if edition else ""
    meta = f"eier: Skolen\noppdatert: 2026-06-01\n{gjelder}"
    (lokalt / "lokalt.yaml").write_text(meta, "utf-8")
    found = check_guide(FJORDVIK, TODAY, lokalt).advarsler
    places = [(a.problem.fil, a.problem.linje) for a in found if a.slag == "lokalt"]
    assert places == [("lokalt/lokalt.yaml", line) for line in lines]


def test_a_guide_to_build_on_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    mappe = tmp_path / "sund" / "2026-01"
    mappe.mkdir(parents=True)
    (mappe / "veileder.yaml").write_text("id: sund\narver: borte/2026-01\n", "utf-8")
    assert [p.sti for p in check_guide(mappe, TODAY).feil] == ["arver"]


# --- contacts ---


def _contact(veileder: Veileder, **fields: Any) -> Veileder:
    bare: Kontakt = replace(veileder.kontakt["utsyn"], nettside="", **fields)
    return replace(veileder, kontakter=(bare,))


@pytest.mark.parametrize(
    ("verified", "is_old"),
    [
        ("2025-06-15", False),
        ("2025-06-14", True),
        ("2026-06-15", False),
        ("2026-06-16", True),
        ("2025-07", False),
        ("2025-06", True),
        ("", True),
        ("i fjor", True),
        ("2025-13-01", True),
        ("20260601", True),
    ],
)
def test_a_contact_is_old_when_12_months_have_passed_or_the_date_is_none(
    fjordvik: Veileder, verified: str, is_old: object
) -> None:
    one = _contact(fjordvik, numre=(Nummer(telefon="112"),), sist_verifisert=verified)
    assert bool(warned(one, "kontakt")) is is_old


@pytest.mark.parametrize("field", ["epost", "adresse", "nettside", "oppgitt"])
def test_all_that_can_become_wrong_makes_a_contact_one_to_confirm(
    fjordvik: Veileder, field: str
) -> None:
    one = replace(fjordvik.kontakt["teamleder"], **{field: "2026-06"})
    assert warned(replace(fjordvik, kontakter=(one,)), "kontakt")


def test_the_day_before_a_leap_day_is_a_year_ago(fjordvik: Veileder) -> None:
    one = _contact(fjordvik, numre=(Nummer(telefon="112"),), sist_verifisert="2027-02-28")
    assert warned(one, "kontakt", date(2028, 2, 29)) == set()
    assert warned(one, "kontakt", date(2028, 3, 1)) != set()


def test_a_contact_without_number_site_or_date_cannot_grow_old(fjordvik: Veileder) -> None:
    assert warned(_contact(fjordvik, oppgitt=""), "kontakt") == set()


# --- the law ---


@pytest.mark.parametrize(
    ("read", "is_old"), [("2025-06-15", False), ("2025-06-14", True), ("nå", True)]
)
def test_the_text_of_a_law_is_old_after_12_months(
    fjordvik: Veileder, read: str, is_old: object
) -> None:
    law = replace(fjordvik.regelverk[0], gjelder_per=read)
    found = warned(replace(fjordvik, regelverk=(law,)), "lov")
    assert found == ({f"regelverk[{law.id}].gjelder_per"} if is_old else set())


# --- terms ---


def _term(veileder: Veileder, **fields: Any) -> Begrep:
    bare = replace(veileder.begreper[0], id="nytt", navn="Ordkløver", synonymer=(), boyninger=())
    changed: Begrep = replace(bare, **fields)
    return changed


def test_a_term_that_nothing_leads_to_is_a_warning(fjordvik: Veileder) -> None:
    alone = replace(fjordvik, begreper=(_term(fjordvik, se_ogsa=("nytt",)),))
    assert warned(alone, "begrep") == {"begreper[nytt]"}


def test_a_term_that_another_term_leads_to_is_found(fjordvik: Veileder) -> None:
    other = replace(fjordvik.begreper[0], se_ogsa=("nytt",))
    two = replace(fjordvik, begreper=(other, _term(fjordvik)))
    assert "begreper[nytt]" not in warned(two, "begrep")


@pytest.mark.parametrize(
    "fields",
    [
        {"navn": "Hatprat"},
        {"synonymer": ("svartmaling",)},
        {"boyninger": ("urolige", "slagsmålene")},
    ],
)
def test_a_term_that_a_question_or_a_choice_says_is_found(
    fjordvik: Veileder, fields: dict[str, Any]
) -> None:
    said = _term(fjordvik, **fields)
    assert warned(replace(fjordvik, begreper=(said,)), "begrep") == set()


def test_a_part_of_a_word_is_not_the_word(fjordvik: Veileder) -> None:
    part = _term(fjordvik, navn="prat i gang", synonymer=("vå",), boyninger=("i",))
    assert warned(replace(fjordvik, begreper=(part,)), "begrep") == {"begreper[nytt]"}


# --- lengths ---


def _statement(length: int, veileder: Veileder) -> Utsagn:
    like = veileder.om.kontaktforbehold
    return Utsagn(
        tekst="nok " * (length // 4) + "x" * (length % 4), merke=like.merke, kilde=like.kilde
    )


def _long(veileder: Veileder, more: int) -> Iterator[tuple[str, Veileder]]:
    """Give guides with one text at the limit and `more` characters, and the path of the text."""
    for navn, most in (("tekst", 150), ("hjelp", 300), ("hvorfor", 150)):
        changed: dict[str, Any] = {navn: "x" * (most + more)}
        sporsmal = replace(veileder.sporsmal[0], **changed)
        yield f"sporsmal[{sporsmal.id}].{navn}", replace(veileder, sporsmal=(sporsmal,))
    for navn, most in (("tekst", 60), ("hjelp", 220)):
        valg = Valg(**{"verdi": "a", "tekst": "A", navn: "x" * (most + more)})
        sporsmal = replace(veileder.sporsmal[0], valg=(valg,))
        yield f"sporsmal[{sporsmal.id}].valg[1].{navn}", replace(veileder, sporsmal=(sporsmal,))
    for navn, most in (("tittel", 70), ("hvem", 120), ("din_del", 150)):
        changed = {navn: (_statement(9, veileder), _statement(most + more, veileder))}
        regel = replace(veileder.regler.regler[0], **changed)
        regler = replace(veileder.regler, regler=(regel,))
        yield f"regler.regler[{regel.id}].{navn}[2].tekst", replace(veileder, regler=regler)
    kontakt = replace(veileder.kontakter[0], hvorfor="x" * (90 + more))
    yield f"kontakter[{kontakt.id}].hvorfor", replace(veileder, kontakter=(kontakt,))


def test_a_text_is_too_long_from_one_character_over_the_limit(fjordvik: Veileder) -> None:
    for sti, veileder in _long(fjordvik, 1):
        assert [f.sti for f in long_texts(veileder)] == [sti]
    for _, veileder in _long(fjordvik, 0):
        assert [*long_texts(veileder)] == []


def test_a_first_screen_that_would_push_the_acute_line_off_is_a_warning(
    fjordvik: Veileder,
) -> None:
    assert [*high_screens(fjordvik)] == []
    regler = tuple(
        replace(r, din_del=(_statement(140, fjordvik),) * 6) if r.id == "politi-i-dag" else r
        for r in fjordvik.regler.regler
    )
    high = replace(fjordvik, regler=replace(fjordvik.regler, regler=regler))
    found = [*high_screens(high)]
    assert found
    assert all("«politi-i-dag»" in f.feil and f.sti.startswith("tilfeller[") for f in found)


def test_the_first_screen_has_the_room_that_the_menu_leaves() -> None:
    assert FORSTE_SKJERM == ROWS - MENU


# --- numbers ---


@pytest.mark.parametrize(
    "telefon",
    [
        *("110", "112", "113", "02800", "116111", "116117", "116 117"),
        *("468 08 413", "72 82 20 05", "+47 468 08 413", "46\N{NO-BREAK SPACE}808413"),
    ],
)
def test_a_number_that_can_be_dialled_in_norway_is_valid(telefon: str) -> None:
    is_norwegian = load_check()
    assert is_norwegian
    assert is_norwegian(telefon)


@pytest.mark.parametrize(
    "telefon",
    [
        *("00 00 00 01", "4680841", "468084133", "123", "+47 112", "+46 8 123 456 78"),
        *("112 eller 113", "22HJELP", "468 08 413 x 2", "tlf. 02800", "²²²²²²²²", "+"),
    ],
)
def test_a_number_that_cannot_is_not(telefon: str) -> None:
    is_norwegian = load_check()
    assert is_norwegian
    assert not is_norwegian(telefon)


def test_an_odd_number_is_a_warning_where_it_stands(tmp_path: Path) -> None:
    made_up = copy_of_fjordvik(
        tmp_path,
        ("kontakter.yaml", "numre: [{telefon: 00 00 00 01}]", 'numre: [{telefon: "02800"}]'),
    )
    found = [a.problem for a in check_guide(made_up, TODAY).advarsler if a.slag == "telefon"]
    assert {p.sti for p in found} == {
        "kontakter[uroteam].numre[Kari Oppdiktet].telefon",
        "kontakter[uroteam].numre[Ola Oppdiktet].telefon",
    }
    lines = (made_up / "kontakter.yaml").read_text("utf-8").splitlines()
    assert all("telefon: 00 00 00 0" in lines[p.linje - 1] for p in found)


def test_the_real_guide_has_no_odd_number_and_no_long_text(veileder: Veileder) -> None:
    assert warned(veileder, "telefon") == set()
    assert warned(veileder, "lengde") == set()


def test_without_the_package_one_line_says_that_numbers_were_not_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = check_guide(FJORDVIK, TODAY)
    monkeypatch.setitem(sys.modules, "phonenumbers", None)
    without = check_guide(FJORDVIK, TODAY)
    assert without.advarsler == tuple(a for a in before.advarsler if a.slag != "telefon")
    assert len(without.utelatt) == 1
    assert "phonenumbers" in without.utelatt[0]
    assert before.utelatt == ()


# --- the command ---


def test_the_guide_that_ships_is_valid_with_warnings(capsys: Output) -> None:
    assert run(COMMAND, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["veileder"], found["gyldig"], found["feil"]) == ("trondheim/2021-11", True, [])
    assert found["advarsler"]


def test_warnings_are_faults_only_when_asked(capsys: Output) -> None:
    assert run(COMMAND, FJORDVIK) == 0
    assert run(COMMAND, FJORDVIK, "--streng") == 1
    capsys.readouterr()
    assert run(COMMAND, FJORDVIK, "--streng", "--json") == 1
    assert json.loads(capsys.readouterr().out)["gyldig"] is False


def test_a_guide_without_warnings_is_valid_also_when_strict(tmp_path: Path, capsys: Output) -> None:
    linked = ("begreper.yaml", "se_ogsa: [hatprat]", "se_ogsa: [hatprat, varselsplikt]")
    mappe = copy_of_fjordvik(tmp_path, linked)
    fil = mappe / "kontakter.yaml"
    text = fil.read_text("utf-8").replace("00 00 00 0", "468 08 41")
    text = text.replace("    sist_verifisert: 2025-01-10\n", "")
    now = date.today()  # noqa: DTZ011 - as the command does
    fil.write_text(
        text.replace("    hvorfor:", f"    sist_verifisert: {now}\n    hvorfor:"), "utf-8"
    )
    law = mappe / "regelverk.yaml"
    text = law.read_text("utf-8")
    law.write_text(text.replace("gjelder_per: 2025-01-01", f"gjelder_per: {now}"), "utf-8")
    assert run(COMMAND, mappe, "--streng") == 0, capsys.readouterr().out


@pytest.mark.parametrize("columns", ["40", "200"])
def test_a_fault_is_one_unbroken_line_that_begins_with_its_place(
    columns: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    fault = "flere-feil-i-sammenhengen"
    assert run(COMMAND, broken_copy(fault, tmp_path)) == 1
    assert {*expected(fault)} <= {*capsys.readouterr().out.splitlines()}


def test_as_json_every_finding_has_its_place(tmp_path: Path, capsys: Output) -> None:
    assert run(COMMAND, broken_copy("ukjent-begrep", tmp_path), "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["gyldig"] is False
    assert found["veileder"] == "fjordvik/2025-01"
    [fault] = found["feil"]
    assert fault.keys() == {"fil", "linje", "sti", "feil", "tiltak"}
    assert (fault["fil"], fault["sti"]) == ("begreper.yaml", "begreper[uro].se_ogsa")
    assert all(a.keys() == {"slag", *fault.keys()} for a in found["advarsler"])
    assert {a["slag"] for a in found["advarsler"]} >= {"kontakt", "begrep", "telefon"}


def test_the_folder_is_given_as_argument_or_as_option(capsys: Output) -> None:
    both = FJORDVIK.parents[1], "--utgave", "fjordvik/2025-01"
    for argv in ((FJORDVIK,), ("--innhold", FJORDVIK), (FJORDVIK, "--innhold", OYVIK), both):
        assert run(COMMAND, *argv, "--json") == 0
        assert json.loads(capsys.readouterr().out)["veileder"] == "fjordvik/2025-01"


def test_a_folder_without_a_guide_is_said_to_be_that(tmp_path: Path) -> None:
    with pytest.raises(EditionError):
        run(COMMAND, tmp_path)


# --- as a hook ---


def test_the_hook_runs_this_command_whichever_file_is_changed() -> None:
    text = (TRONDHEIM.parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8")
    [hook] = yaml.safe_load(text)
    assert hook["entry"] == f"veileder innhold {COMMAND[0].__name__}"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert any(d.startswith("phonenumbers") for d in hook["additional_dependencies"])


def test_an_example_that_still_stands_is_told_once_for_each_part(tmp_path: Path) -> None:
    mappe = copy_of_fjordvik(
        tmp_path,
        ("veileder.yaml", "tittel: ", "tittel: BYTT UT - "),
        ("trinn.yaml", "tekst: Uten navn.", "tekst: BYTT UT"),
        ("trinn.yaml", "tittel: Hold rådslag", "tittel: BYTT UT"),
    )
    varsler = [a.problem for a in check_guide(mappe, TODAY).advarsler if a.slag == "bytt-ut"]
    linjer = (mappe / "trinn.yaml").read_text("utf-8").splitlines()
    assert [(p.fil, p.sti) for p in varsler] == [
        ("veileder.yaml", "tittel"),
        ("trinn.yaml", "trinn[radslag].tittel"),
    ]
    assert linjer[varsler[1].linje - 1].strip() == "tittel: BYTT UT"
    assert "2 steder" in varsler[1].feil


@pytest.mark.parametrize("mappe", [FJORDVIK, OYVIK, TRONDHEIM], ids=lambda m: m.parent.name)
def test_a_guide_that_is_done_has_no_example_left(mappe: Path) -> None:
    assert warned(read_once(mappe), "bytt-ut") == set()
