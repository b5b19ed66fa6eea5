"""The proof of a guide: every seeded fault is found, with the smallest answers that show it."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from forfatter import copy_of_fjordvik, run
from guider import FJORDVIK, OYVIK, TRONDHEIM, load
from strategier import Svar, as_read
from terminal import Terminal
from veileder_cli.answers import read_answers
from veileder_cli.cli.innhold_analyser import COMMAND
from veileder_cli.coverage import run_cases
from veileder_cli.errors import ContentError
from veileder_cli.evaluate import evaluate
from veileder_cli.innhold.analyse import analyse, blocking_faults, read_all
from veileder_cli.innhold.analyse_rader import Funn
from veileder_cli.innhold.paastander import Paastand, read_paastander
from veileder_cli.loader import read_guide
from veileder_cli.model.betingelse import (
    Alle,
    Alltid,
    Betingelse,
    Ikke,
    Noen,
    Rollegruppe,
    RuteEr,
    Sett,
    SvarEr,
    Tegnkrav,
    Ubesvart,
    Usikker,
)
from veileder_cli.model.sjekk import Kontaktvalg, Regel, Trinnvalg
from veileder_cli.model.veileder import Veileder

Output = pytest.CaptureFixture[str]
read_once = cache(load)
FARE = SvarEr("fare_na", ("ja",))
ALDRI = Alle((FARE, SvarEr("fare_na", ("nei",))))


@cache
def promises() -> tuple[Paastand, ...]:
    return read_paastander(TRONDHEIM).paastander


def promise(**felter: Any) -> Paastand:
    return replace(promises()[0], **{"id": "ny", "saa": None, **felter})


def change_row(guide: Veileder, id_: str, **felter: Any) -> Veileder:
    return change_rows(
        guide, lambda regler: [replace(r, **felter) if r.id == id_ else r for r in regler]
    )


def change_rows(guide: Veileder, change: Callable[[list[Regel]], Sequence[Regel]]) -> Veileder:
    regler = tuple(change(list(guide.regler.regler)))
    return replace(guide, regler=replace(guide.regler, regler=regler))


def add_row(guide: Veileder, foran: str, hvis: Betingelse, **felter: Any) -> Veileder:
    """Put a row that looks like the one it is put in front of, with another condition."""

    def insert(regler: list[Regel]) -> list[Regel]:
        nr = next(i for i, r in enumerate(regler) if r.id == foran)
        ny = replace(regler[nr], **{"id": "ny", "hvis": hvis, **felter})
        return [*regler[:nr], ny, *regler[nr:]]

    return change_rows(guide, insert)


def without(betingelse: Betingelse, del_: Betingelse) -> Betingelse:
    assert isinstance(betingelse, Noen)
    assert del_ in betingelse.deler
    return Noen(tuple(d for d in betingelse.deler if d != del_))


def row(guide: Veileder, id_: str) -> Regel:
    return next(r for r in guide.regler.regler if r.id == id_)


def found(guide: Veileder, paastander: tuple[Paastand, ...] = ()) -> dict[tuple[str, str], Funn]:
    """Give what is wrong, by kind and by what the path names."""
    ut = analyse(guide, paastander)
    assert not ut.stoppet_ved
    return {(f.slag, f.feil.sti.partition("[")[2].partition("]")[0]): f for f in ut.funn}


def answers(funn: Funn) -> Svar:
    assert funn.eksempel
    return funn.eksempel.svar


def route(guide: Veileder, svar: Svar) -> str:
    ark = read_answers(guide, as_read(svar))
    assert not ark.feil
    return evaluate(guide, ark.svar).rute


# --- the guides as they are ---


def test_the_guide_keeps_all_its_promises_for_all_answers() -> None:
    lesning = read_all(TRONDHEIM)
    ut = analyse(lesning.lest.veileder, lesning.fil.paastander)
    assert ut.funn == []
    assert ut.bevist == [p.id for p in lesning.fil.paastander]
    assert (ut.stoppet_ved, ut.gjort) == ("", ut.steg)


def test_only_weak_and_lawful_signs_can_end_in_the_last_resort(veileder: Veileder) -> None:
    kan = {(u.klasse, u.usikker) for u in analyse(veileder, promises()).utveier if u.eksempel}
    assert kan == {(klasse, usikker) for klasse in ("svak", "lovlig") for usikker in (False, True)}


@pytest.mark.parametrize("mappe", [FJORDVIK, OYVIK], ids=lambda m: m.parent.name)
def test_a_made_up_guide_has_no_fault_in_what_none_has_promised(mappe: Path) -> None:
    ut = analyse(read_once(mappe))
    assert (ut.funn, ut.paastander, ut.stoppet_ved) == ([], (), "")


# --- seeded: rows that do nothing ---


def test_a_row_that_one_above_covers_is_found_with_that_row(veileder: Veileder) -> None:
    skygget = add_row(veileder, "dialog", Alle((Sett(Tegnkrav(klasse=("kjerne",))), Ikke(FARE))))
    funn = found(skygget)
    assert set(funn) == {("dekket", "ny")}
    assert "«droft»" in funn["dekket", "ny"].feil.feil
    assert answers(funn["dekket", "ny"]) == {"tegn": ("legitimerer-vold",)}


def test_a_row_that_those_above_cover_together_is_found_with_all_of_them(
    veileder: Veileder,
) -> None:
    begge = Noen((SvarEr("lovbrudd", ("ja",)), SvarEr("utland", ("planlegger-reise",))))
    funn = found(add_row(veileder, "vold", begge))
    assert set(funn) == {("aldri-forst", "ny")}
    assert {"«avverging»", "«reise»"} <= set(
        funn["aldri-forst", "ny"].feil.feil.replace(",", "").split()
    )


@pytest.mark.parametrize(
    "hvis",
    [
        pytest.param(ALDRI, id="it contradicts itself"),
        pytest.param(Alle((FARE, Sett(Tegnkrav()))), id="the question is not asked then"),
        pytest.param(Sett(Tegnkrav(klasse=("kjerne",), minst=2)), id="there are too few signs"),
        pytest.param(Alle((Ikke(FARE), Ubesvart("rolle"))), id="it is assumed"),
    ],
)
def test_a_row_that_never_matches_is_found(veileder: Veileder, hvis: Betingelse) -> None:
    assert set(found(add_row(veileder, "vold", hvis))) == {("aldri-treff", "ny")}


def test_a_row_beside_the_route_that_is_always_stopped_is_found(veileder: Veileder) -> None:
    assert set(found(change_row(veileder, "barn", hvis=FARE))) == {("aldri-med", "barn")}


# --- seeded: pairs ---

TO_MATER = (
    Alle((Rollegruppe("ansatt"), SvarEr("alder", ("under-18",)))),
    Ikke(Noen((Ikke(SvarEr("alder", ("under-18",))), Ikke(Rollegruppe("ansatt"))))),
)


def two_rows(guide: Veileder, **felter: Any) -> Veileder:
    """Two rows that say the same in different words, the other one with these fields."""
    forst, sa = TO_MATER
    return add_row(add_row(guide, "dialog", sa, id="to", **felter), "to", forst, id="en", **felter)


def test_two_rows_with_the_same_condition_and_another_outcome_contradict(
    veileder: Veileder,
) -> None:
    guide = change_row(two_rows(veileder), "to", trinn=(Trinnvalg(trinn="meld"),))
    funn = found(guide)
    assert set(funn) == {("motstrid", "to")}
    assert "«en»" in funn["motstrid", "to"].feil.feil
    assert len(answers(funn["motstrid", "to"])) == 2


def test_two_rows_with_the_same_condition_and_outcome_are_one_too_many(veileder: Veileder) -> None:
    assert set(found(two_rows(veileder))) == {("dobbel", "to")}


# --- seeded: gaps ---


def test_a_class_that_falls_through_is_found_with_one_answer(veileder: Veileder) -> None:
    usikre = Usikker(Tegnkrav(klasse=("vold", "kjerne")))
    hull = change_row(veileder, "droft", hvis=without(row(veileder, "droft").hvis, usikre))
    funn = found(hull, promises())
    assert {("paastand", "kjerne-blir-droftet"), ("paastand", "tvil-om-vold")} <= set(funn)
    klasser = [f for f in analyse(hull, promises()).funn if f.slag == "hull"]
    assert [len(answers(f)["tegn_usikker"]) for f in klasser] == [1, 1]
    assert {veileder.tegnklasse[answers(f)["tegn_usikker"][0]] for f in klasser} == {
        "vold",
        "kjerne",
    }
    assert all(route(hull, answers(f)) == "ingen" for f in klasser)


def test_a_gap_that_no_promise_is_about_is_told_and_is_no_fault() -> None:
    ut = analyse(read_once(FJORDVIK))
    kan = {u.klasse for u in ut.utveier if u.usikker and u.eksempel}
    assert "tydelig" in kan
    assert ut.holder


def test_answers_that_no_row_takes_are_found(veileder: Veileder) -> None:
    hull = change_rows(veileder, lambda regler: [r for r in regler if r.id != "ingen"])
    funn = [f for f in analyse(hull).funn if f.slag == "hull"]
    assert [answers(f) for f in funn] == [{}]
    assert funn[0].eksempel
    assert funn[0].eksempel.rute == ""


# --- seeded: steps, contacts, notices, questions ---


def test_a_step_without_a_contact_is_found_for_the_role_that_has_none(veileder: Veileder) -> None:
    funn = found(change_row(veileder, "dialog", kontakter=(Kontaktvalg(rollens="ressursperson"),)))
    assert set(funn) == {("trinn-uten-kontakt", "dialog")}
    svar = answers(funn["trinn-uten-kontakt", "dialog"])
    assert "ressursperson" not in veileder.rolle[svar["rolle"][0]].kontakter
    assert len(svar) == 2


def test_a_choice_of_step_that_is_never_made_is_found(veileder: Veileder) -> None:
    trinn = (Trinnvalg(trinn="dialog"), Trinnvalg(trinn="droft"))
    assert set(found(change_row(veileder, "dialog", trinn=trinn))) == {("trinn-aldri", "dialog")}


def test_a_notice_that_is_never_shown_is_found(veileder: Veileder) -> None:
    forst, *andre = veileder.varsler
    andre[0] = replace(andre[0], vises_nar=ALDRI)
    funn = found(replace(veileder, varsler=(forst, *andre)))
    assert set(funn) == {("varsel-aldri", andre[0].id)}


def test_a_question_that_is_never_asked_is_found(veileder: Veileder) -> None:
    *andre, siste = veileder.sporsmal
    guide = replace(veileder, sporsmal=(*andre, replace(siste, nar=ALDRI)))
    assert ("aldri-stilt", siste.id) in found(guide)


# --- seeded: promises ---


def also(guide: Veileder, id_: str, betingelse: Betingelse) -> Veileder:
    """Let a row hold where the condition does, too."""
    return change_row(guide, id_, hvis=Noen((row(guide, id_).hvis, betingelse)))


def test_violence_that_is_only_discussed_breaks_a_promise(veileder: Veileder) -> None:
    brutt = add_row(
        change_rows(veileder, lambda regler: [r for r in regler if r.id != "vold"]),
        "droft",
        Sett(Tegnkrav(klasse=("vold",))),
        id="vold",
        kontakter=(),
    )
    funn = found(brutt, promises())
    assert ("paastand", "vold-har-politiet") in funn
    assert len(answers(funn["paastand", "vold-har-politiet"])) == 1


def test_a_risk_factor_that_sets_the_route_breaks_a_promise(veileder: Veileder) -> None:
    faktor = SvarEr("risikofaktorer", ("personlig-utrygg-identitet",))
    funn = found(also(veileder, "droft", faktor), promises())
    funnet = funn["paastand", "risikofaktorer-endrer-ikke-trinnet"]
    assert answers(funnet) == {"risikofaktorer": ("personlig-utrygg-identitet",)}
    assert funnet.uten
    assert funnet.uten.svar == {}


def test_a_sign_that_is_also_a_factor_does_not_break_it(veileder: Veileder) -> None:
    faktor = next(f.id for f in risk(veileder) if f.samme_som == "legitimerer-vold")
    assert found(also(veileder, "droft", SvarEr("risikofaktorer", (faktor,))), promises()) == {}


def risk(guide: Veileder) -> list[Any]:
    return [f for g in guide.faktorer.grupper for f in g.risiko]


def test_weak_signs_that_add_up_break_a_promise(veileder: Veileder) -> None:
    funn = found(also(veileder, "droft", Sett(Tegnkrav(klasse=("svak",), minst=3))), promises())
    funnet = funn["paastand", "svake-legges-ikke-sammen"]
    assert funnet.uten
    med, uten = answers(funnet)["tegn"], funnet.uten.svar["tegn"]
    assert (len(med), len(uten)) == (3, 2)
    assert {*uten} < {*med}


def test_dont_know_that_sets_the_route_breaks_a_promise(veileder: Veileder) -> None:
    funn = found(also(veileder, "avverging", SvarEr("fare_na", ("vet-ikke",))), promises())
    funnet = funn["paastand", "vet-ikke-er-ikke-svart"]
    assert answers(funnet) == {"fare_na": ("vet-ikke",)}


def test_a_promise_that_is_about_no_answers_is_a_fault(veileder: Veileder) -> None:
    tom = promise(hvis=ALDRI, saa=RuteEr(("akutt",)))
    assert set(found(veileder, (tom,))) == {("tom", "ny")}


def test_no_smaller_answers_break_the_promise(veileder: Veileder) -> None:
    """The counterexample needs both answers: each alone keeps the promise."""
    lofte = promise(hvis=RuteEr(("hoy",)), saa=SvarEr("alder", ("under-18",)))
    svar = answers(found(veileder, (lofte,))["paastand", "ny"])
    assert route(veileder, svar) == "hoy"
    for borte in svar:
        assert route(veileder, {k: v for k, v in svar.items() if k != borte}) != "hoy"


@pytest.mark.parametrize("felt", ["rute", "trinn", "kontakter", "varsler"])
def test_a_field_that_a_question_changes_is_found(veileder: Veileder, felt: str) -> None:
    lofte = promise(endrer_ikke=("rolle",), felt=(felt,))
    assert ("paastand", "ny") in found(veileder, (lofte,))


# --- promises that cannot be proved at all ---


@pytest.mark.parametrize(
    ("felter", "sti"),
    [
        ({"hvis": SvarEr("fare", ("ja",)), "saa": Alltid()}, "paastander[ny].hvis"),
        ({"saa": RuteEr(("nei",))}, "paastander[ny].saa"),
        ({"endrer_ikke": ("alderen",), "felt": ("rute",)}, "paastander[ny].endrer_ikke"),
        ({"flere_av": ("svake",), "felt": ("rute",)}, "paastander[ny].flere_av"),
        ({"endrer_ikke": ("alder",)}, "paastander[ny]"),
        ({"saa": Alltid(), "felt": ("rute",)}, "paastander[ny]"),
        ({"saa": Alltid(), "endrer_ikke": ("alder",), "felt": ("rute",)}, "paastander[ny]"),
        ({}, "paastander[ny]"),
    ],
)
def test_a_promise_that_says_nothing_that_can_be_proved_is_a_fault(
    veileder: Veileder, felter: dict[str, Any], sti: str
) -> None:
    assert [f.sti for f in blocking_faults(veileder, (promise(**felter),))] == [sti]


def test_two_promises_with_one_id_are_a_fault(veileder: Veileder) -> None:
    to = (promise(saa=Alltid()), promise(saa=Alltid()))
    assert {f.sti for f in blocking_faults(veileder, to)} == {"paastander[ny]"}


def test_a_promise_must_have_its_source(veileder: Veileder) -> None:
    kilde = replace(promises()[0].kilde, redaksjonen="", kapittel=("42",))
    feil = blocking_faults(veileder, (promise(saa=Alltid(), kilde=kilde),))
    assert {f.sti for f in feil} == {"paastander[ny].kilde", "paastander[ny].kilde.kapittel"}


def test_a_fault_of_the_file_is_told_with_its_line(tmp_path: Path) -> None:
    mappe = with_promises(tmp_path, "- id: a\n  tekst: A\n  saa: {rutee: x}\n")
    with pytest.raises(ContentError) as feil:
        read_all(mappe)
    assert {(p.fil, p.linje) for p in feil.value.problems} >= {("paastander.yaml", 4)}


def with_promises(tmp_path: Path, tekst: str, *changes: tuple[str, str, str]) -> Path:
    mappe = copy_of_fjordvik(tmp_path, *changes)
    linjer = "".join(f"  {linje}\n" for linje in tekst.splitlines())
    (mappe / "paastander.yaml").write_text(f"paastander:\n{linjer}", "utf-8")
    return mappe


# --- the limit ---


def test_it_says_honestly_how_far_it_came(veileder: Veileder) -> None:
    ut = analyse(veileder, promises(), grense=5_000)
    assert ut.stoppet_ved
    assert 0 < ut.gjort < ut.steg
    assert ut.noder == 5_001
    assert not ut.holder


def test_what_was_proved_before_the_limit_stands(veileder: Veileder) -> None:
    hele = analyse(veileder, promises())
    halve = analyse(veileder, promises(), grense=hele.noder - 50)
    assert halve.stoppet_ved
    assert halve.bevist
    assert halve.bevist == hele.bevist[: len(halve.bevist)]


def test_each_step_is_told_on_the_way(veileder: Veileder) -> None:
    hort: list[tuple[int, int, str]] = []
    ut = analyse(veileder, fremdrift=lambda *steg: hort.append(steg))
    assert [gjort for gjort, _, _ in hort] == sorted(gjort for gjort, _, _ in hort)
    assert {alle for _, alle, _ in hort} == {ut.steg}
    assert len({navn for _, _, navn in hort if navn}) == ut.steg


# --- the command ---

LOFTE = """\
- id: alvor-til-lensmannen
  tekst: Ved alvor ringes lensmannen.
  hvis: {sett: {klasse: alvor}}
  saa: {kontakt: lensmann}
  merke: tillegg
  kilde: {redaksjonen: Politiet skal vite om det.}
"""
BRUDD = ("regler.yaml", "hvis: {sett: {klasse: alvor}}", "hvis: {sett: {id: ber-vapen}}")


def proved_json(capsys: Output, *argv: str | Path) -> tuple[int, dict[str, Any]]:
    kode = run(COMMAND, *argv, "--json")
    return kode, json.loads(capsys.readouterr().out)


def test_a_guide_that_holds_ends_with_0(tmp_path: Path, capsys: Output) -> None:
    kode, ut = proved_json(capsys, with_promises(tmp_path, LOFTE))
    assert (kode, ut["gyldig"], ut["fullstendig"], ut["feil"]) == (0, True, True, [])
    assert [p["holder"] for p in ut["paastander"]] == [True]


def test_a_broken_promise_ends_with_1_and_its_place(tmp_path: Path, capsys: Output) -> None:
    kode, ut = proved_json(capsys, with_promises(tmp_path, LOFTE, BRUDD))
    assert (kode, ut["gyldig"]) == (1, False)
    brudd = next(f for f in ut["feil"] if f["slag"] == "paastand")
    assert (brudd["fil"], brudd["linje"]) == ("paastander.yaml", 2)
    assert brudd["eksempel"]["svar"] == {"sett_hort": ["slagsmal"]}
    assert [p["holder"] for p in ut["paastander"]] == [False]


def test_a_guide_that_is_too_large_ends_with_1_and_what_is_left(
    tmp_path: Path, capsys: Output
) -> None:
    kode, ut = proved_json(capsys, with_promises(tmp_path, LOFTE), "--grense", "100")
    assert (kode, ut["gyldig"], ut["fullstendig"]) == (1, False, False)
    assert ut["stoppet_ved"]
    assert [p["holder"] for p in ut["paastander"]] == [None]


def test_a_guide_that_does_not_hang_together_is_refused(tmp_path: Path, capsys: Output) -> None:
    mappe = copy_of_fjordvik(
        tmp_path, ("regler.yaml", "klasse: alvor}}\n    haster", "klasse: alvro}}\n    haster")
    )
    with pytest.raises(ContentError):
        run(COMMAND, mappe, "--json")
    ut = json.loads(capsys.readouterr().out)
    assert [f["fil"] for f in ut["feil"]] == ["regler.yaml"]


def test_the_smallest_answers_can_be_pasted_into_a_case(tmp_path: Path, capsys: Output) -> None:
    mappe = with_promises(tmp_path, LOFTE, BRUDD)
    assert run(COMMAND, mappe) == 1
    linjer = capsys.readouterr().out.splitlines()
    forst = linjer.index("    svar:")
    limt = [linjer[forst]]
    limt += [e for e in linjer[forst + 1 : linjer.index("", forst)] if e.startswith("      ")]
    fil = mappe / "tilfeller" / "limt.yaml"
    tilfelle = ["tilfeller:", "  - navn: Limt inn.", *limt, "    forvent: {rute: for-lite}"]
    fil.write_text("\n".join(tilfelle) + "\n", "utf-8")
    utfall = run_cases(read_guide(mappe).veileder)
    (limt_utfall,) = (u for u in utfall if u.tilfelle.navn == "Limt inn.")
    assert (limt_utfall.feil, limt_utfall.avvik) == ((), ())


def test_text_names_every_promise_and_says_what_is_not_proved(
    tmp_path: Path, capsys: Output
) -> None:
    mappe = with_promises(tmp_path, LOFTE)
    assert run(COMMAND, mappe) == 0
    helt = capsys.readouterr().out
    assert run(COMMAND, mappe, "--grense", "100") == 1
    halvt = capsys.readouterr().out
    assert all("Ved alvor ringes lensmannen." in tekst for tekst in (helt, halvt))
    assert "--grense" in halvt
    assert "--grense" not in helt


def test_nothing_but_the_result_is_written_to_a_pipe(tmp_path: Path, capsys: Output) -> None:
    run(COMMAND, with_promises(tmp_path, LOFTE))
    assert capsys.readouterr().err == ""


PROGRAM = """\
import sys
from pathlib import Path
sys.path[:0] = {sti!r}
from forfatter import run
from veileder_cli.cli import fremdrift, innhold_analyser
fremdrift._VENT = {vent}
run(innhold_analyser.COMMAND, Path({mappe!r}))
print("ferdig")
"""


@pytest.mark.parametrize(("vent", "synlig"), [(0.0, True), (600.0, False)])
def test_a_terminal_shows_how_far_it_has_come_when_it_takes_time(
    vent: float, *, synlig: bool
) -> None:
    program = PROGRAM.format(sti=sys.path, vent=vent, mappe=str(TRONDHEIM))
    with Terminal([sys.executable, "-c", program]) as terminal:
        terminal.wait_for("ferdig")
        assert (b"Beviser" in terminal.output) is synlig
