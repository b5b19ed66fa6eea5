"""Content is data: made-up guides of other municipalities run through all of the program.

Fjordvik has four lettered steps, discussion first, nobody who is responsible, and other roles,
classes, questions and rules. Øyvik has no steps, signs or factors at all: role and urgency choose
among three routes. Holmvik is like Fjordvik, but for a few rules.
"""

import json
import os
import subprocess
import sys
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from guider import FJORDVIK, OYVIK, TRONDHEIM, load
from strategier import next_screen
from terminal import Terminal
from veileder_cli.answers import read_answers
from veileder_cli.cli.app import run as run_here
from veileder_cli.conditions import walk
from veileder_cli.coverage import find_uncovered, run_cases
from veileder_cli.evaluate import evaluate
from veileder_cli.flow import TA_MED, Skjerm
from veileder_cli.innhold.analyse import analyse, read_all
from veileder_cli.innhold.paastander import read_paastander
from veileder_cli.integrity import find_faults
from veileder_cli.integrity.fault import is_condition, walk_fields
from veileder_cli.model import innhold, kilde, sjekk, tegn
from veileder_cli.model.betingelse import Alltid, Betingelse, RuteEr
from veileder_cli.model.innhold import Anonymt, Lokalt
from veileder_cli.model.kilde import Merke
from veileder_cli.model.sjekk import VET_IKKE, Utfall
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.layout import to_text
from veileder_cli.render.pages import Pages
from veileder_cli.render.reasons import reasons
from veileder_cli.render.result import first_screen, whole_result
from veileder_cli.render.result_json import ResultAsJson
from veileder_cli.translate import translate
from veileder_cli.translations import list_languages, read_translations
from veileder_cli.what_if import find_alternatives

ANDRE = [FJORDVIK, OYVIK]
HOLMVIK = FJORDVIK.parents[1] / "holmvik" / "2026-05"
read_once = cache(load)
andre = pytest.mark.parametrize("mappe", ANDRE, ids=lambda mappe: mappe.parent.name)
made_up = pytest.mark.parametrize("mappe", [*ANDRE, HOLMVIK], ids=lambda m: m.parent.name)
alle = pytest.mark.parametrize("mappe", [*ANDRE, TRONDHEIM], ids=lambda mappe: mappe.parent.name)

OPPSLAG = {
    FJORDVIK: {
        "om": "fjordvik",
        "kontakt": "nodnummer lensmann uroteam teamleder barnevakta utsyn nabohuset kommunelegen",
        "kontakt 00000003": "uroteam",
        "kontakt politi": "lensmann",
        "kontakt vestsida": "nabohuset",
        "kontakt hei@nabohuset.example": "nabohuset",
        "kontakt kaigata": "nabohuset",
        "kontakt --rolle lærer": "teamleder uroteam",
        "kontakt --trinn a": "uroteam teamleder",
        "definisjon": "uro hatprat varselsplikt",
        "definisjon uroen": "uro",
        "definisjon magefølelse": "uro",
        "definisjon hattprat": "hatprat",
        "tegn": "ord gjerning",
        "faktorer": "hjemme ute pa-nett framover",
        "trinn": "radslag prat samrad politispor",
        "trinn B": "prat",
        "trinn samråd": "samrad",
        "tiltak": "fritidskort voksenvenn foreldrekveld",
        "tiltak svømming": "fritidskort",
        "aktorer": "uroteamet nabolagsradet",
        "aktorer rådgivning": "uroteamet",
        "regelverk": "eksempelloven-4 eksempelloven-9",
        "regelverk hemmelighet": "eksempelloven-4",
        "lenker": "hallen hallens-film",
        "lenker filmen": "hallens-film",
        "les": "hvem-vi-er hva-du-ser hva-du-gjor",
        "les I": "hvem-vi-er",
        "les II": "hva-du-ser",
        "les III": "hva-du-gjor",
        "sok halvt år": "fritidskort",
    },
    OYVIK: {
        "om": "oyvik",
        "kontakt": "kaivakta bestyreren skipperen",
        "kontakt kaia": "kaivakta",
        "kontakt --rolle fastboende": "",
        "kontakt --rolle fergemannskap": "skipperen",
        "definisjon": "kaivakt personalsak",
        "definisjon kaivakter": "kaivakt",
        "tegn": "",
        "faktorer": "",
        "trinn": "",
        "tiltak": "",
        "aktorer": "",
        "regelverk": "oyloven-3",
        "lenker": "",
        "les": "oppslaget",
        "les 0": "oppslaget",
        "sok kai": "kaivakt kaivakta",
    },
}
"""Every look-up command, and the ids that it gives."""

INGEN_TREFF = {
    FJORDVIK: ("trinn 1", "definisjon qqqq", "kontakt --rolle qqqq", "les 4", "tiltak qqqq"),
    OYVIK: (
        "trinn 1",
        "tiltak qqqq",
        "aktorer qqqq",
        "regelverk qqqq",
        "lenker qqqq",
        "kontakt --trinn 1",
    ),
}


def run(mappe: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "veileder_cli", *argv, "--innhold", str(mappe)],
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80"},
        encoding="utf-8",
        capture_output=True,
        check=False,
    )


class Look:
    """Runs a look-up in the tests' own process, which has read the program already."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, mappe: Path, *argv: str) -> tuple[int, str, str]:
        kode = run_here([*argv, "--innhold", str(mappe)])
        skrevet = self._capsys.readouterr()
        return kode, skrevet.out, skrevet.err


@pytest.fixture
def look(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Look:
    monkeypatch.setenv("COLUMNS", "80")
    return Look(capsys)


def every(oppslag: dict[Path, Any]) -> list[Any]:
    return [
        pytest.param(mappe, kommando, id=f"{mappe.parent.name}: {kommando}")
        for mappe, kommandoer in oppslag.items()
        for kommando in kommandoer
    ]


def ids(svar: dict[str, Any]) -> list[str]:
    forst = next(iter(svar.values()))
    return [rad["id"] for rad in (forst if isinstance(forst, list) else [forst])]


def one_case_for_each_route() -> list[Any]:
    tilfeller = {
        (mappe, tilfelle.forvent.rute): tilfelle
        for mappe in ANDRE
        for tilfelle in read_once(mappe).tilfeller
    }
    return [
        pytest.param(mappe, tilfelle.svar, id=f"{mappe.parent.name}: {rute}")
        for (mappe, rute), tilfelle in tilfeller.items()
    ]


# --- the guides themselves ---


@made_up
def test_another_municipalitys_guide_has_no_fault(mappe: Path) -> None:
    assert find_faults(read_once(mappe)) == ()


@made_up
def test_its_cases_hold(mappe: Path) -> None:
    assert [
        (u.tilfelle.navn, u.feil, u.avvik) for u in run_cases(read_once(mappe)) if u.feil or u.avvik
    ] == []


@made_up
def test_its_cases_reach_every_rule_role_question_notice_and_contact(mappe: Path) -> None:
    guide = read_once(mappe)
    assert find_uncovered(guide, run_cases(guide)) == ()


@andre
def test_it_shares_no_id_with_the_guide_that_goes_with_the_program(mappe: Path) -> None:
    assert _ids(read_once(mappe)) & _ids(read_once(TRONDHEIM)) == set()


def _ids(guide: Veileder) -> set[str]:
    """Name all that rules, questions and answers are made of; chapters and law are not."""
    rader: tuple[Any, ...] = (
        *guide.sporsmal,
        *guide.roller,
        *guide.trinn,
        *guide.regler.regler,
        *guide.varsler,
        *guide.kontakter,
        *guide.tiltak,
        *guide.bekymringstegn.klasser,
        *guide.bekymringstegn.kategorier,
        *guide.faktorer.grupper,
        *(faktor for liste in guide.faktorer_av_type.values() for faktor in liste),
    )
    grupper = {gruppe for rolle in guide.roller for gruppe in rolle.grupper}
    verdier = {valg.verdi for sporsmal in guide.sporsmal for valg in sporsmal.valg}
    navn = {*guide.regler.vilkar, *guide.tegnklasse, *grupper, *(verdier - {VET_IKKE})}
    return {rad.id for rad in rader} | navn


def test_one_guide_has_lettered_steps_with_discussion_before_dialogue() -> None:
    guide = read_once(FJORDVIK)
    assert [t.nummer for t in guide.trinn] == ["A", "B", "C", "D"]
    assert [t.id for t in guide.trinn][:2] == ["radslag", "prat"]
    assert all(t.punkter and t.stottesporsmal and t.frist for t in guide.trinn)


def test_where_no_step_has_anyone_responsible_nothing_is_said_of_that() -> None:
    guide = read_once(FJORDVIK)
    assert not any(t.ansvarlig for t in guide.trinn)
    assert "Ansvarlig" not in to_text(Pages(guide).trinn(guide.trinn), 80)
    [forste, *resten] = guide.trinn
    en = replace(guide, trinn=(replace(forste, ansvarlig=("Teamlederen",)), *resten))
    assert to_text(Pages(en).trinn(en.trinn), 80).count("Ansvarlig") == len(en.trinn)


def test_one_guide_has_four_other_groups_of_factors_and_the_same_statement_in_two() -> None:
    guide, trondheim = read_once(FJORDVIK), read_once(TRONDHEIM)
    grupper = {g.id for g in guide.faktorer.grupper}
    assert len(grupper) == len(trondheim.faktorer.grupper)
    assert grupper.isdisjoint(g.id for g in trondheim.faktorer.grupper)
    assert all(g.risiko and g.beskyttelse for g in guide.faktorer.grupper)
    like = [(f.id, f.samme_som) for liste in guide.faktorer_av_type.values() for f in liste]
    assert {som for _, som in like} >= {"hjemme-utrygt", "hjemme-en-voksen", "svartmaling"}
    [dobbel] = [t for k in guide.bekymringstegn.kategorier for t in k.tegn if t.samme_som]
    assert dobbel.samme_som in {t.id for t in guide.bekymringstegn.kategorier[0].tegn}
    assert dobbel.id not in guide.tegnklasse


def test_one_guide_asks_how_many_agencies_are_concerned_and_counts_upwards() -> None:
    guide = read_once(FJORDVIK)
    assert [*guide.rekkefolge] == ["utvikling", "tjenester"]
    ruter = {
        v: evaluate(
            guide, read_answers(guide, {"til_na": ("radslag-holdt",), "tjenester": (v,)}).svar
        )
        for v in guide.rekkefolge["tjenester"]
    }
    assert [v.rute for v in ruter.values()] == ["for-lite", "radslag", "samordne"]


def test_one_guide_can_be_anonymous_or_not_and_reached_in_every_way() -> None:
    guide = read_once(FJORDVIK)
    for liste in (guide.kontakter, guide.trinn):
        assert {rad.anonymt.kan for rad in liste} == {*Anonymt}
    for felt in ("numre", "epost", "adresse", "apningstider", "bydel", "nettside", "via"):
        assert {bool(getattr(k, felt)) for k in guide.kontakter} == {False, True}


def test_one_guide_has_neither_steps_nor_signs_nor_factors_nor_numbers() -> None:
    guide = read_once(OYVIK)
    assert not guide.trinn
    assert not guide.tegnklasse
    assert not guide.faktorer.grupper
    assert not any(k.numre for k in guide.kontakter)


def test_role_and_urgency_choose_among_three_routes_between_the_acute_and_the_last() -> None:
    [akutt, *tre, siste] = read_once(OYVIK).regler.regler
    assert (akutt.haster, akutt.stopper, siste.hvis) == (True, True, Alltid())
    assert [r.id for r in tre] == ["om-en-kollega", "til-kontoret", "kan-vente"]
    assert [r.utfall for r in tre] == [Utfall.ANNET_SPOR, None, Utfall.AVSLUTT]


def test_a_concern_about_a_colleague_has_its_own_track_with_the_duties_of_the_role() -> None:
    guide = read_once(OYVIK)
    svar = {"hastegrad": ("i-dag",), "hvem_spor": ("fergemannskap",)}
    om_kollega, om_andre = (
        evaluate(guide, read_answers(guide, {**svar, "kollega": (v,)}).svar) for v in ("ja", "nei")
    )
    assert om_kollega.regel.utfall is Utfall.ANNET_SPOR
    assert [u.merke for u in om_kollega.plikter] == [Merke.LOV, Merke.TILLEGG]
    assert om_andre.plikter == ()


@pytest.mark.parametrize("sprak", ["nn", "en"])
def test_one_guide_is_whole_in_three_languages(sprak: str) -> None:
    assert list_languages(OYVIK) == ("en", "nn")
    oversatt = translate(read_once(OYVIK), read_translations(OYVIK, sprak))
    assert (oversatt.mangler, oversatt.ubrukt) == ({}, ())


def test_the_made_up_guides_use_every_field_of_the_model() -> None:
    """But for lokalt.yaml, which no guide has."""
    brukt = {
        (type(felt.eier).__name__, felt.navn)
        for mappe in (FJORDVIK, OYVIK, HOLMVIK)
        for felt in walk_fields(read_once(mappe))
        if felt.verdi != _default(felt.eier, felt.navn)
    }
    finnes = {
        (type_.__name__, f.name)
        for modul in (innhold, kilde, sjekk, tegn)
        for type_ in vars(modul).values()
        if is_dataclass(type_) and type_.__module__ == modul.__name__ and type_ is not Lokalt
        for f in fields(type_)
    }
    assert sorted(finnes - brukt) == []


def _default(eier: Any, navn: str) -> Any:
    felt = next(f for f in fields(eier) if f.name == navn)
    return felt.default if felt.default_factory is MISSING else felt.default_factory()


def test_a_guide_that_is_like_another_adds_changes_and_removes_rules() -> None:
    guide, arvet = read_once(HOLMVIK), read_once(FJORDVIK)
    nye, gamle = (tuple(r.id for r in g.regler.regler) for g in (guide, arvet))
    assert nye[nye.index("barn-forst") + 1] == "samordne"
    assert {*nye} ^ {*gamle} == {"barn-forst", "gatt-over"}
    felles = {r.id: r for r in arvet.regler.regler}
    assert [r.id for r in guide.regler.regler if r != felles.get(r.id, r)] == ["radslag"]
    assert guide.kontakt["lensmann"] != arvet.kontakt["lensmann"]
    assert (guide.trinn, guide.sporsmal) == (arvet.trinn, arvet.sporsmal)


@made_up
def test_what_it_promises_is_proved_for_all_answers(mappe: Path) -> None:
    lest = read_all(mappe)
    ut = analyse(lest.lest.veileder, lest.fil.paastander)
    assert (ut.funn, ut.stoppet_ved) == ([], "")
    assert ut.bevist == [p.id for p in lest.fil.paastander] != []


def test_the_promises_of_the_guide_it_builds_on_hold_too() -> None:
    egne = [p.id for p in read_paastander(HOLMVIK).paastander]
    assert egne[:-1] == [p.id for p in read_paastander(FJORDVIK).paastander]


def test_a_made_up_guide_uses_the_whole_vocabulary_of_conditions() -> None:
    guide = read_once(FJORDVIK)
    felter = [felt.verdi for felt in walk_fields(guide) if is_condition(felt.verdi)]
    brukt = [d for b in (*felter, *guide.regler.vilkar.values()) for d in walk(b)]
    alltid = {type(v.vises_nar) for v in guide.varsler}
    assert {type(d) for d in brukt} | alltid >= {*Betingelse.__args__}
    assert {d.traff for d in brukt if isinstance(d, RuteEr)} == {False, True}


# --- every command ---


@pytest.mark.parametrize(("mappe", "kommando"), every(OPPSLAG))
def test_the_look_up_gives_what_the_guide_has(look: Look, mappe: Path, kommando: str) -> None:
    kode, ut, feil = look(mappe, *kommando.split(), "--json")
    assert (kode, feil) == (0, "")
    assert ids(json.loads(ut)) == OPPSLAG[mappe][kommando].split()
    assert "Trondheim" not in ut


@pytest.mark.parametrize(("mappe", "kommando"), every(OPPSLAG))
def test_the_look_up_says_it_in_text(look: Look, mappe: Path, kommando: str) -> None:
    kode, ut, feil = look(mappe, *kommando.split())
    assert (kode, feil) == (0, "")
    assert ut.strip()
    assert "Trondheim" not in ut


@pytest.mark.parametrize(("mappe", "kommando"), every(INGEN_TREFF))
def test_a_look_up_of_what_the_guide_does_not_have_ends_with_1(
    look: Look, mappe: Path, kommando: str
) -> None:
    kode, ut, _ = look(mappe, *kommando.split(), "--json")
    assert kode == 1
    assert {*json.loads(ut)} >= {"feil", "forslag"}


@pytest.mark.parametrize(("mappe", "svar"), one_case_for_each_route())
def test_sjekk_answers_in_json_as_the_core_does(
    tmp_path: Path, mappe: Path, svar: dict[str, tuple[str, ...]]
) -> None:
    (tmp_path / "svar.json").write_text(json.dumps(svar), "utf-8")
    ferdig = run(mappe, "sjekk", "--json", "--svar", str(tmp_path / "svar.json"))
    assert (ferdig.returncode, ferdig.stderr) == (0, "")
    kom = json.loads(ferdig.stdout)
    guide = read_once(mappe)
    ventet = evaluate(guide, read_answers(guide, svar).svar)
    assert kom["rute"] == ventet.rute
    assert (kom["trinn"] or {}).get("nummer") == (ventet.trinn.nummer if ventet.trinn else None)
    assert [k["id"] for k in kom["kontakter"]] == [k.kontakt.id for k in ventet.kontakter]
    assert [v["id"] for v in kom["varsler"]] == [v.varsel.id for v in ventet.varsler]
    assert kom["innhold"] == {"id": guide.om.id, "utgave": guide.om.utgave}


@pytest.mark.parametrize(("mappe", "svar"), one_case_for_each_route())
def test_sjekk_answers_in_text_with_the_acute_notice_first(
    tmp_path: Path, mappe: Path, svar: dict[str, tuple[str, ...]]
) -> None:
    (tmp_path / "svar.yaml").write_text(json.dumps(svar), "utf-8")
    ferdig = run(mappe, "sjekk", "--hvorfor", "--svar", str(tmp_path / "svar.yaml"))
    assert (ferdig.returncode, ferdig.stderr) == (0, "")
    assert ferdig.stdout.startswith(read_once(mappe).varsler[0].tittel)
    assert "Trondheim" not in ferdig.stdout


@pytest.mark.parametrize(
    ("mappe", "svar", "tittel"),
    [
        pytest.param(OYVIK, ("2", "2"), "Gå til kontoret", id="oyvik"),
        pytest.param(OYVIK, ("2", "3", "1"), "Gå til skipperen i dag", id="oyvik-kollega"),
        pytest.param(FJORDVIK, ("2", "5", "3"), "Det finnes hjelp til deg", id="fjordvik"),
    ],
)
def test_a_person_is_asked_the_guides_own_questions(
    mappe: Path, svar: tuple[str, ...], tittel: str
) -> None:
    argv = [sys.executable, "-m", "veileder_cli", "sjekk", "--enkel", "--innhold", str(mappe)]
    with Terminal(argv) as terminal:
        for nr, valg in enumerate(svar, start=1):
            terminal.wait_for(f"Spørsmål {nr} av")
            terminal.type_line(valg)
        terminal.wait_for("Vis resultatet")
        terminal.type_line("1")
        terminal.wait_for(tittel)


def test_an_answers_file_for_another_guide_is_refused(tmp_path: Path) -> None:
    (tmp_path / "svar.yaml").write_text("hastegrad: na\n", "utf-8")
    ferdig = run(FJORDVIK, "sjekk", "--svar", str(tmp_path / "svar.yaml"))
    assert (ferdig.returncode, ferdig.stdout) == (2, "")


def test_one_of_several_municipalities_guides_is_chosen_by_name() -> None:
    begge = FJORDVIK.parents[1]
    assert run(begge, "om", "--json").returncode == 1
    ferdig = run(begge, "om", "--json", "--utgave", "oyvik/2026-02")
    assert ids(json.loads(ferdig.stdout)) == ["oyvik"]


# --- every conversation ---


def an_answer(skjerm: Skjerm) -> SearchStrategy[tuple[str, ...]]:
    if skjerm.ta_med:
        return st.sampled_from([(), (TA_MED,)])
    if skjerm.flere:
        flere = st.lists(st.sampled_from(skjerm.verdier), unique=True).map(tuple)
        return st.just((VET_IKKE,)) | flere
    return st.sampled_from([(VET_IKKE,), *((verdi,) for verdi in skjerm.verdier)])


def converse(guide: Veileder, data: DataObject) -> dict[str, tuple[str, ...]]:
    """Answer screen after screen at random to the end, looking at the result on the way too."""
    svar: dict[str, tuple[str, ...]] = {}
    while (skjerm := next_screen(guide, svar)) is not None:
        evaluate(guide, svar)
        assert skjerm.nokkel not in svar
        svar[skjerm.nokkel] = data.draw(an_answer(skjerm), label=skjerm.nokkel)
    return svar


@alle
@settings(max_examples=60)
@given(data=st.data())
def test_every_conversation_ends_in_a_result_with_a_reason(mappe: Path, data: DataObject) -> None:
    guide = read_once(mappe)
    vurdering = evaluate(guide, converse(guide, data))
    assert vurdering.grunner[0].regel is vurdering.regel
    assert vurdering.regel in guide.regler.regler
    assert vurdering.varsler[0].varsel is guide.varsler[0]
    assert vurdering.tittel.tekst
    if vurdering.trinn:
        assert vurdering.kontakter
        assert vurdering.hvem


@andre
@settings(max_examples=50)
@given(data=st.data(), bredde=st.sampled_from([20, 40, 80, 100]))
def test_every_result_can_be_shown(mappe: Path, data: DataObject, bredde: int) -> None:
    guide = read_once(mappe)
    svar = converse(guide, data)
    vurdering = evaluate(guide, svar)
    andre_svar = find_alternatives(guide, svar)
    for dokument in (
        first_screen(guide, vurdering),
        whole_result(guide, vurdering),
        reasons(guide, vurdering, andre_svar),
    ):
        assert to_text(dokument, bredde).strip()
    assert json.dumps(ResultAsJson(guide).vurdering(vurdering, andre_svar))
