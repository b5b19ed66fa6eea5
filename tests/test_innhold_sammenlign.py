"""What differs between two editions is told, and every outcome that differs is shown with answers.

Each test changes one thing in a copy of a guide, and both editions are read from their folders.
"""

import json
from collections.abc import Iterator
from dataclasses import field, fields, is_dataclass, make_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from forfatter import copy_of_fjordvik, run
from guider import FJORDVIK, OYVIK, TRONDHEIM
from sider import tables
from veileder_cli.answers import read_answers
from veileder_cli.cli.innhold_sammenlign import COMMAND
from veileder_cli.editions import choose_edition
from veileder_cli.errors import ContentError, EditionError
from veileder_cli.evaluate import evaluate
from veileder_cli.innhold.endringsord import DELER, Gruppe
from veileder_cli.innhold.endringstekst import Endringstekst, Sagt
from veileder_cli.innhold.feltord import FELT
from veileder_cli.innhold.forskjell import Slag, differences
from veileder_cli.innhold.sammenlign import Sammenligning, Utgavepar, compare, read_pair
from veileder_cli.innhold.sammenlign_tekst import report
from veileder_cli.innhold.utfall_par import Utfallsendring
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering
from veileder_cli.render.layout import to_text

Output = pytest.CaptureFixture[str]
Endring = tuple[str, str, str]
STERKERE = "        - svar_fra: {utvikling: sterkere}\n"
UROTEAM = "    trinn: {trinn: samrad}\n    kontakter: {kontakt: uroteam}\n"
PRATER = "    trinn: {trinn: prat}\n    kontakter: [{rollens: forst}, {kontakt: uroteam}]\n"
VENNER = """\
  - id: venner
    navn: Venner
    type: ja-nei
    tekst: Er venner med?
    hvorfor: De kan hjelpe.
    nar: {vilkar: om-en-annen}
    merke: tillegg
    kilde: {redaksjonen: Prøve.}
"""
ROET = "{alle: [{svar: {utvikling: roet-seg}}, {vilkar: radslag-holdt}]}"
BIBLIOTEKAR = "navn: Jeg arbeider på biblioteket\n    grupper: [tilsatt]\n    kontakter: "
ANNET_TRINN = (
    "    trinn: {trinn: prat}\n",
    "    trinn: [{trinn: samrad, hvis: {svar: {aldersgruppe: voksen}}}, {trinn: prat}]\n",
)


def fjordvik(folder: Path, *endringer: Endring) -> Sammenligning:
    """Compare Fjordvik's guide with a copy where this is changed, and confirm every example."""
    ut = compare(read_pair(FJORDVIK, copy_of_fjordvik(folder, *endringer)))
    confirm(ut)
    return ut


@cache
def both_trondheim() -> Utgavepar:
    return read_pair(TRONDHEIM, TRONDHEIM)


@cache
def both_fjordvik() -> Utgavepar:
    return read_pair(FJORDVIK, FJORDVIK)


def evaluated(guide: Veileder, svar: dict[str, tuple[str, ...]]) -> Vurdering:
    ark = read_answers(guide, svar)
    assert not ark.feil
    return evaluate(guide, ark.svar)


def confirm(ut: Sammenligning) -> None:
    """Evaluate every example in both guides: they must give what is told, and show the change."""
    for endring in ut.utfall.endringer:
        par = endring.par
        for guide, ukjent, fortalt in (
            (ut.par.gammel, par.ukjent_for, par.for_),
            (ut.par.ny, par.ukjent_naa, par.naa),
        ):
            gitt = {id_: v for id_, v in par.svar.items() if id_ not in ukjent}
            vurdering = evaluated(guide, gitt)
            assert vurdering.rute == fortalt.rute
            assert (vurdering.trinn.id if vurdering.trinn else "") == fortalt.trinn
            assert tuple(k.kontakt.id for k in vurdering.kontakter) == fortalt.kontakter
            assert tuple(v.varsel.id for v in vurdering.varsler) == fortalt.varsler
            assert tuple(t.id for t in vurdering.tiltak) == fortalt.tiltak
        assert par.for_ != par.naa
        assert shows(endring)


def shows(e: Utfallsendring) -> bool:
    for_, naa = e.par.for_, e.par.naa
    match e.slag:
        case "rute":
            return (for_.rute, naa.rute) == (e.for_, e.naa)
        case "trinn":
            return (for_.rute, for_.trinn, naa.trinn) == (naa.rute, e.for_, e.naa)
        case "kontakt":
            return bool(e.for_) == (e.for_ in for_.kontakter) != (e.for_ in naa.kontakter) or (
                e.naa in naa.kontakter and e.naa not in for_.kontakter
            )
        case _:
            return True


def outcomes(ut: Sammenligning) -> set[tuple[str, str, str]]:
    return {(e.slag, e.for_, e.naa) for e in ut.utfall.endringer}


def example(ut: Sammenligning, slag: str, for_: str, naa: str) -> Utfallsendring:
    [funnet] = [e for e in ut.utfall.endringer if (e.slag, e.for_, e.naa) == (slag, for_, naa)]
    return funnet


def told(ut: Sammenligning, sti: str) -> Sagt:
    """Give the one thing that is told about the path."""
    [sagt] = [s for s in ut.endringer if s.endring.sti == sti]
    return sagt


def text(ut: Sammenligning) -> str:
    return to_text(report(ut), 1000)


# --- nothing differs ---


@pytest.mark.parametrize("mappe", [TRONDHEIM, FJORDVIK, OYVIK], ids=lambda m: m.parent.name)
def test_a_guide_is_proved_equal_to_itself(mappe: Path) -> None:
    ut = compare(both_trondheim() if mappe == TRONDHEIM else read_pair(mappe, mappe))
    assert ut.like
    assert (ut.endringer, ut.utfall.endringer, ut.utfall.stoppet_ved) == ((), [], "")
    assert "Ingen endringer" in text(ut)


def test_other_words_alone_change_no_outcome(tmp_path: Path) -> None:
    ut = fjordvik(
        tmp_path,
        ("sporsmal.yaml", "Barn har egne hjelpere.\n    valg", "Barn går foran.\n    valg"),
    )
    [sagt] = ut.endringer
    assert sagt.gruppe is Gruppe.ORDLYD
    assert "«Aldersgruppe»" in sagt.tekst
    assert ut.utfall.like
    assert not ut.like
    assert "Ingen svar fører til noe annet enn før" in text(ut)


# --- one thing differs ---


def test_a_new_number_is_told_with_the_old_one_and_changes_no_outcome(tmp_path: Path) -> None:
    ut = fjordvik(tmp_path, ("kontakter.yaml", "00 00 00 01", "00 00 00 09"))
    [sagt] = ut.endringer
    assert sagt.tekst == (
        "Kontakten «Lensmannen i Fjordvik» har nytt nummer: 00 00 00 09 (før 00 00 00 01)"
    )
    assert sagt.gruppe is Gruppe.KONTAKTER
    assert ut.utfall.like


def test_a_contact_that_a_rule_exchanges_is_told_and_shown(tmp_path: Path) -> None:
    lensmann = "    kontakter: {kontakt: lensmann}\n"
    ut = fjordvik(tmp_path, ("regler.yaml", lensmann, lensmann.replace("lensmann", "uroteam")))
    assert {(s.endring.slag, s.endring.sti) for s in ut.endringer} == {
        (Slag.NY, "regler.regler[mot-meg].kontakter[uroteam]"),
        (Slag.BORTE, "regler.regler[mot-meg].kontakter[lensmann]"),
    }
    assert outcomes(ut) == {("kontakt", "lensmann", ""), ("kontakt", "", "uroteam")}
    borte = example(ut, "kontakt", "lensmann", "")
    assert borte.ruter == ("mot-meg",)
    assert borte.par.svar == {"hvem": ("selv-rammet",)}


def test_a_contact_that_is_gone_is_told_with_every_role_that_had_it() -> None:
    par = both_fjordvik()
    roller = tuple(
        replace(
            r,
            kontakter={
                n: tuple(k for k in ks if k != "teamleder") for n, ks in r.kontakter.items()
            },
        )
        for r in par.ny.roller
    )
    kontakter = tuple(k for k in par.ny.kontakter if k.id != "teamleder")
    ut = compare(replace(par, ny=replace(par.ny, roller=roller, kontakter=kontakter)))
    confirm(ut)
    assert "Kontakten «Teamlederen din» er tatt bort" in {s.tekst for s in ut.endringer}
    assert {s.endring.sti for s in ut.endringer if s.gruppe is Gruppe.KONTAKTER} == {
        "kontakter[teamleder]",
        "roller[skoleansatt].kontakter.forst",
        "roller[bibliotekar].kontakter.forst",
    }
    borte = example(ut, "kontakt", "teamleder", "")
    assert {"radslag", "prate", "politi-i-dag"} <= {*borte.ruter}


def test_a_rule_that_demands_more_is_told_with_what_and_where_its_answers_go_now(
    tmp_path: Path,
) -> None:
    ut = fjordvik(
        tmp_path, ("regler.yaml", ROET, f"{{alle: [{ROET}, {{svar: {{aldersgruppe: voksen}}}}]}}")
    )
    sagt = told(ut, "regler.regler[gatt-over].hvis")
    assert sagt.tekst.startswith("Regelen «gatt-over» krever nå også dette: ")
    assert "«Voksen»" in sagt.tekst
    assert outcomes(ut) >= {("rute", "gatt-over", "for-lite"), ("rute", "gatt-over", "prate")}
    ut_av = example(ut, "rute", "gatt-over", "for-lite").par
    assert ut_av.svar == {"til_na": ("radslag-holdt",), "utvikling": ("roet-seg",)}


def test_a_rule_that_demands_less_or_holds_more_often_is_told_so(tmp_path: Path) -> None:
    ut = fjordvik(
        tmp_path,
        ("regler.yaml", ROET, "{svar: {utvikling: roet-seg}}"),
        ("regler.yaml", STERKERE, f"{STERKERE}        - svar: {{smasosken: ja}}\n"),
    )
    assert "krever ikke lenger dette" in told(ut, "regler.regler[gatt-over].hvis").tekst
    radslag = told(ut, "regler.regler[radslag].hvis").tekst
    assert "slår nå til også når dette gjelder" in radslag
    assert "«Småsøsken»" in radslag


def test_a_named_condition_is_told_once_and_its_outcomes_are_found(tmp_path: Path) -> None:
    sett = "noe-sett: {sett: {klasse: [tydelig, vag]}}"
    ut = fjordvik(tmp_path, ("regler.yaml", sett, sett.replace(", vag", "")))
    [sagt] = ut.endringer
    assert sagt.tekst.startswith("Vilkåret «noe-sett»")
    assert ("rute", "radslag", "for-lite") in outcomes(ut)
    assert len(example(ut, "rute", "radslag", "for-lite").par.svar) == 1


def test_rows_that_have_changed_places_are_told_with_the_answers_that_both_take() -> None:
    par = both_trondheim()
    regler = [*par.ny.regler.regler]
    nr = next(i for i, r in enumerate(regler) if r.id == "vold")
    assert regler[nr + 1].id == "hjemvendt"
    regler[nr : nr + 2] = reversed(regler[nr : nr + 2])
    ny = replace(par.ny, regler=replace(par.ny.regler, regler=tuple(regler)))
    ut = compare(replace(par, ny=ny))
    confirm(ut)
    [sagt] = ut.endringer
    assert sagt.endring.slag is Slag.REKKEFOLGE
    assert "reglene" in sagt.tekst
    assert len(sagt.under) == 1
    assert {e for e in outcomes(ut) if e[0] == "rute"} == {("rute", "vold", "hjemvendt")}
    svar = example(ut, "rute", "vold", "hjemvendt").par.svar
    assert sorted(svar) == ["tegn", "utland"]
    assert [len(v) for v in svar.values()] == [1, 1]


def test_another_class_of_a_sign_is_told_with_the_outcomes_it_gives() -> None:
    par = both_trondheim()
    liste = par.ny.bekymringstegn
    kategorier = tuple(
        replace(
            k,
            tegn=tuple(replace(t, klasse="svak") if t.klasse == "kjerne" else t for t in k.tegn),
        )
        for k in liste.kategorier
    )
    ny = replace(par.ny, bekymringstegn=replace(liste, kategorier=kategorier))
    ut = compare(replace(par, ny=ny))
    confirm(ut)
    [sagt] = ut.endringer
    assert sagt.gruppe is Gruppe.TEGN
    assert (sagt.endring.for_, sagt.endring.naa) == ("kjerne", "svak")
    klasser = {k.id: k.navn for k in liste.klasser}
    assert sagt.tekst.endswith(f"har ny klasse: «{klasser['svak']}» (før «{klasser['kjerne']}»)")
    par_ = example(ut, "rute", "droft", "dialog").par
    assert par_.svar["tegn"] == ("legitimerer-vold",)
    assert (par_.for_.trinn, par_.naa.trinn) == ("droft", "dialog")


def test_a_new_question_changes_nothing_until_a_rule_asks_about_it(tmp_path: Path) -> None:
    nytt = ("sporsmal.yaml", "  - id: smasosken\n", f"{VENNER}  - id: smasosken\n")
    ut = fjordvik(tmp_path / "a", nytt)
    assert [s.tekst for s in ut.endringer] == ["Spørsmålet «Venner» er nytt"]
    assert ut.utfall.like
    assert "spørsmålet «Venner»" in text(ut)

    spurt = ("regler.yaml", STERKERE, f"{STERKERE}        - svar: {{venner: ja}}\n")
    ut = fjordvik(tmp_path / "b", nytt, spurt)
    par = example(ut, "rute", "for-lite", "radslag").par
    assert par.svar == {"venner": ("ja",)}
    assert (par.ukjent_for, par.ukjent_naa) == (("venner",), ())
    assert "den gamle utgaven har ikke dette svaret" in text(ut)


def test_answers_that_both_have_go_before_those_that_only_one_has(tmp_path: Path) -> None:
    voksen = "      - {verdi: voksen, tekst: Voksen}\n"
    begge = "{alle: [{svar: {aldersgruppe: voksen}}, {svar: {smasosken: ja}}]}"
    flere = f"        - svar: {{aldersgruppe: gammel}}\n        - {begge[1:-1]}\n"
    ut = fjordvik(
        tmp_path,
        ("sporsmal.yaml", voksen, f"{voksen}      - {{verdi: gammel, tekst: Gammel}}\n"),
        ("regler.yaml", STERKERE, f"{STERKERE}{flere}"),
    )
    assert told(ut, "sporsmal[aldersgruppe].valg[gammel]").tekst == (
        "Spørsmålet «Aldersgruppe» har et nytt svar: «Gammel»"
    )
    par = example(ut, "rute", "for-lite", "radslag").par
    assert par.svar == {"aldersgruppe": ("voksen",), "smasosken": ("ja",)}
    assert par.ukjent_for == ()


def test_a_notice_that_is_shown_elsewhere_is_told_with_every_route(tmp_path: Path) -> None:
    ut = fjordvik(
        tmp_path,
        ("varsler.yaml", "vises_nar: {ikke: {rute: straks}}", "vises_nar: {rute: straks}"),
    )
    sagt = told(ut, "varsler[lista-er-gammel].vises_nar")
    assert sagt.tekst.startswith("Varselet «Lista kan være gammel» ")
    assert len(sagt.under) == 2
    assert outcomes(ut) == {
        ("varsel", "lista-er-gammel", ""),
        ("varsel", "", "lista-er-gammel"),
    }
    borte = example(ut, "varsel", "lista-er-gammel", "")
    assert borte.par.svar == {}
    assert "straks" not in borte.ruter
    assert len(borte.ruter) == len([r for r in ut.par.gammel.regler.regler if r.setter_rute]) - 1
    assert example(ut, "varsel", "", "lista-er-gammel").ruter == ("straks",)


def test_a_notice_that_is_taken_out_is_told() -> None:
    par = both_fjordvik()
    varsler = tuple(v for v in par.ny.varsler if v.id != "plikten-er-din")
    ut = compare(replace(par, ny=replace(par.ny, varsler=varsler)))
    confirm(ut)
    assert [s.tekst for s in ut.endringer] == ["Varselet «Plikten er din» er tatt bort"]
    assert outcomes(ut) == {("varsel", "plikten-er-din", "")}


def test_another_step_of_the_same_route_is_shown(tmp_path: Path) -> None:
    ut = fjordvik(tmp_path, ("regler.yaml", *ANNET_TRINN))
    assert {e for e in outcomes(ut) if e[0] == "trinn"} == {("trinn", "prat", "samrad")}
    assert example(ut, "trinn", "prat", "samrad").ruter == ("prate",)


def test_another_order_of_contacts_is_told_and_shown(tmp_path: Path) -> None:
    byttet = PRATER.replace(
        "[{rollens: forst}, {kontakt: uroteam}]", "[{kontakt: uroteam}, {rollens: forst}]"
    )
    ut = fjordvik(tmp_path, ("regler.yaml", PRATER, byttet))
    [sagt] = ut.endringer
    assert sagt.tekst == "Regelen «prate» har en annen rekkefølge: kontaktene"
    [endring] = ut.utfall.endringer
    assert endring.slag == "rekkefolge"
    assert "prate" in endring.ruter
    assert {*endring.par.for_.kontakter} == {*endring.par.naa.kontakter}
    assert endring.par.for_.kontakter != endring.par.naa.kontakter


def test_another_order_in_a_roles_list_is_shown_for_that_role(tmp_path: Path) -> None:
    lister = [
        f"{BIBLIOTEKAR}{{forst: [{k}]}}" for k in ("teamleder, uroteam", "uroteam, teamleder")
    ]
    ut = fjordvik(tmp_path, ("roller.yaml", *lister))
    assert told(ut, "roller[bibliotekar].kontakter.forst").gruppe is Gruppe.KONTAKTER
    [endring] = ut.utfall.endringer
    assert endring.slag == "rekkefolge"
    assert endring.par.svar["hvem"] == ("bibliotekar",)


def test_a_measure_that_is_no_longer_suggested_is_shown(tmp_path: Path) -> None:
    ut = fjordvik(tmp_path, ("tiltak.yaml", "    foreslas_nar: {rute: [prate, samordne]}\n", ""))
    assert told(ut, "tiltak[voksenvenn].foreslas_nar").tekst.endswith("blir ikke lenger foreslått")
    assert outcomes(ut) == {("tiltak", "voksenvenn", "")}
    assert example(ut, "tiltak", "voksenvenn", "").ruter == ("samordne", "prate")


def test_a_sign_that_is_moved_to_another_category_is_told_as_moved() -> None:
    par = both_fjordvik()
    liste = par.ny.bekymringstegn
    [ord_, gjerning] = liste.kategorier
    flyttet = (
        replace(ord_, tegn=ord_.tegn[1:]),
        replace(gjerning, tegn=(*gjerning.tegn, ord_.tegn[0])),
    )
    ny = replace(par.ny, bekymringstegn=replace(liste, kategorier=flyttet))
    ut = compare(replace(par, ny=ny))
    [sagt] = ut.endringer
    assert sagt.endring.slag is Slag.FLYTTET
    assert "«Hatprat i gangen» er flyttet til tegnkategorien «Det som gjøres»" in sagt.tekst
    assert ut.utfall.like


def test_the_most_important_comes_first_and_wording_after_the_outcomes(tmp_path: Path) -> None:
    ut = fjordvik(
        tmp_path,
        ("sporsmal.yaml", "Da haster det mer enn spørsmålene.", "Da haster det."),
        ("varsler.yaml", "vises_nar: {ikke: {rute: straks}}", "vises_nar: {rute: straks}"),
        ("kontakter.yaml", "00 00 00 01", "00 00 00 09"),
    )
    skrevet = text(ut)
    titler = ["KONTAKTER", "VARSLER", "HVA SVARENE FØRER TIL", "ORDLYD"]
    assert [skrevet.index(t) for t in titler] == sorted(skrevet.index(t) for t in titler)


def test_a_long_text_is_shown_by_the_part_that_is_changed() -> None:
    par = both_trondheim()
    forst, *andre = par.ny.kapitler
    avsnitt = forst.avsnitt[0]
    ord_ = avsnitt.tekst.split()
    ord_[len(ord_) // 2] = "HELTNYTTORD"
    endret = replace(avsnitt, tekst=" ".join(ord_))
    ny = replace(forst, avsnitt=(endret, *forst.avsnitt[1:]))
    [sagt] = compare(replace(par, ny=replace(par.ny, kapitler=(ny, *andre)))).endringer
    for_, naa = sagt.under
    assert for_.startswith("Før: … ")
    assert "HELTNYTTORD" in naa
    assert len(naa) < len(avsnitt.tekst)


# --- every field of the model ---


def changes_of(objekt: Any, sti: str = "") -> Iterator[tuple[str, Any]]:
    """Give the object with one plain field changed at a time, anywhere below it."""
    for f in fields(objekt):
        verdi, under = getattr(objekt, f.name), f"{sti}.{f.name}"
        for ny in other_values(verdi, f.name):
            yield under, replace(objekt, **{f.name: ny})
        if isinstance(verdi, tuple) and verdi and is_dataclass(verdi[0]):
            yield f"{under} uten", replace(objekt, **{f.name: verdi[1:]})
            for nede, ny in changes_of(verdi[0], under):
                yield nede, replace(objekt, **{f.name: (ny, *verdi[1:])})
        elif is_dataclass(verdi) and "betingelse" not in type(verdi).__module__:
            for nede, ny in changes_of(verdi, under):
                yield nede, replace(objekt, **{f.name: ny})


def other_values(verdi: Any, felt: str) -> Iterator[Any]:
    if isinstance(verdi, bool):
        yield not verdi
    elif isinstance(verdi, str) and type(verdi) is str and felt != "id":
        yield f"{verdi} endret".strip()
    elif isinstance(verdi, tuple) and all(isinstance(v, str) for v in verdi):
        yield (*verdi, "endret")


def test_every_field_of_every_part_is_told_when_it_is_changed() -> None:
    guide = both_trondheim().ny
    tekst = Endringstekst(guide, guide)
    tried = 0
    for sti, ny in changes_of(guide):
        ulikt = differences(guide, ny)
        assert ulikt, sti
        sagt = [s for e in ulikt for s in tekst.say(e)]
        assert sagt, sti
        for s in sagt:
            assert s.tekst[0].isupper()
            assert "None" not in s.tekst, s
            assert "  " not in s.tekst
        tried += 1
    assert tried > 250


def test_a_field_that_the_model_gets_later_is_told_without_new_code() -> None:
    guide = both_fjordvik().ny
    kontakt = guide.kontakter[0]
    senere = make_dataclass(
        "Kontakt",
        [*((f.name, object) for f in fields(kontakt)), ("faks", str, field(default=""))],
        frozen=True,
        kw_only=True,
    )
    felter = {f.name: getattr(kontakt, f.name) for f in fields(kontakt)}
    gammel = replace(guide, kontakter=(senere(**felter),))
    ny = replace(guide, kontakter=(senere(**felter, faks="00 00 00 07"),))
    [endring] = differences(gammel, ny)
    [sagt] = Endringstekst(gammel, ny).say(endring)
    assert "faks" in sagt.tekst
    assert "00 00 00 07" in sagt.tekst
    assert sagt.gruppe is Gruppe.KONTAKTER


def test_every_part_of_a_guide_has_its_place_and_every_field_its_noun() -> None:
    felter = {f.name for f in fields(Veileder)} - {"sprak", "egen"}
    assert {"paastander", *felter} == set(DELER)
    skrevet = {
        navn.strip("`") for t in tables("innhold.md") if t.under.startswith("felt ")
        for navn, verdi, *_ in t.rows if verdi in {"tekst", "utsagn"}
    }  # fmt: skip
    uten = {"id", "format", "kommune", "sprak", "verdi", "rollens", "kontakt"}
    assert sorted(skrevet - uten - set(FELT)) == []


# --- what differs too much, and what is wrong ---


def test_two_municipalities_have_no_answers_to_compare() -> None:
    ut = compare(read_pair(FJORDVIK, OYVIK))
    assert "ingen spørsmål felles" in text(ut)
    assert "ikke sammenlignet" in text(ut)


def test_a_guide_that_is_too_large_is_said_to_be_so() -> None:
    ut = compare(both_trondheim(), grense=200)
    assert not ut.like
    assert "--grense" in text(ut)
    assert "Ingen endringer." not in text(ut)


def test_faults_of_both_editions_are_told_with_their_folders(tmp_path: Path) -> None:
    mappe = copy_of_fjordvik(tmp_path, ("sporsmal.yaml", "navn: Nød", "nvn: Nød"))
    with pytest.raises(ContentError) as feil:
        read_pair(mappe, mappe)
    assert {p.fil for p in feil.value.problems} == {str(mappe / "sporsmal.yaml")}


def test_a_case_that_fails_does_not_stop_the_comparison(tmp_path: Path) -> None:
    ut = fjordvik(tmp_path, ("regler.yaml", *ANNET_TRINN))
    assert ut.utfall.endringer


# --- the command ---


def test_the_command_gives_all_as_json(tmp_path: Path, capsys: Output) -> None:
    ny = copy_of_fjordvik(tmp_path, ("kontakter.yaml", "00 00 00 01", "00 00 00 09"))
    assert run(COMMAND, FJORDVIK, ny, "--json") == 0
    ut = json.loads(capsys.readouterr().out)
    assert ut["gammel"] == {"veileder": "fjordvik/2025-01", "mappe": str(FJORDVIK)}
    assert ut["ny"]["mappe"] == str(ny)
    assert (ut["gyldig"], ut["like"], ut["utfall"]["bevist_like"]) == (True, False, True)
    [endring] = ut["endringer"]
    assert endring["sti"] == "kontakter[lensmann].numre[1].telefon"
    assert (endring["for"], endring["naa"]) == ("00 00 00 01", "00 00 00 09")


def test_an_example_in_json_has_answers_and_both_outcomes(tmp_path: Path, capsys: Output) -> None:
    ny = copy_of_fjordvik(tmp_path, ("regler.yaml", *ANNET_TRINN))
    run(COMMAND, FJORDVIK, ny, "--json")
    endringer = json.loads(capsys.readouterr().out)["utfall"]["endringer"]
    [trinn] = [e for e in endringer if e["slag"] == "trinn"]
    assert (trinn["for"], trinn["naa"], trinn["ruter"]) == ("prat", "samrad", ["prate"])
    eksempel = trinn["eksempel"]
    assert eksempel["gammel"]["trinn"] == "prat"
    assert eksempel["ny"]["trinn"] == "samrad"
    assert eksempel["svar"]["til_na"] == ["radslag-holdt"]


def test_without_a_second_folder_it_is_compared_with_the_one_that_ships(
    monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.delenv("VEILEDER_INNHOLD", raising=False)
    assert run(COMMAND, OYVIK.parents[1] / "oyvik", "--json") == 0
    ut = json.loads(capsys.readouterr().out)
    assert ut["gammel"]["veileder"] == "oyvik/2026-02"
    assert ut["ny"]["veileder"] == choose_edition(None, "").navn


def test_a_fault_in_the_content_is_1_and_in_json_too(tmp_path: Path, capsys: Output) -> None:
    mappe = copy_of_fjordvik(tmp_path, ("sporsmal.yaml", "navn: Nød", "nvn: Nød"))
    with pytest.raises(ContentError):
        run(COMMAND, FJORDVIK, mappe, "--json")
    ut = json.loads(capsys.readouterr().out)
    assert ut["gyldig"] is False
    assert ut["feil"]


def test_a_folder_without_a_guide_is_said_to_have_none(tmp_path: Path) -> None:
    with pytest.raises(EditionError):
        run(COMMAND, tmp_path)
