"""Two guides over the same answers: what is proved of each is what the program does with them."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from betingelser import Gitt, any_answers, any_condition, with_notice
from guider import FJORDVIK, OYVIK, load
from test_innhold_rom import any_combination, collapse, of_program, of_proof
from veileder_cli.innhold.diagram import Diagram, Node
from veileder_cli.innhold.rom_bygg import Side, build_joint, carried_over
from veileder_cli.innhold.utfall import (
    Utfallstabell,
    gather_outcomes,
    known_answers,
    outcome_of,
)
from veileder_cli.innhold.utfall_forskjell import compare_outcomes
from veileder_cli.innhold.utfall_par import only_in
from veileder_cli.model.betingelse import Betingelse, Ikke, Sett, SvarEr, Tegnkrav, Ubesvart
from veileder_cli.model.sjekk import VET_IKKE, Sporsmalstype, Valg
from veileder_cli.model.tegn import Bekymringstegn
from veileder_cli.model.veileder import Veileder

_NOEN = settings().max_examples // 5


@cache
def old() -> Veileder:
    return load(FJORDVIK)


@cache
def other() -> Veileder:
    """Fjordvik with other questions, values, signs, classes, roles, factors, and order of rows."""
    guide = old()
    sporsmal = {s.id: s for s in guide.sporsmal}
    alder, til_na = sporsmal["aldersgruppe"], sporsmal["til_na"]
    gammel, mote = Valg(verdi="gammel", tekst="Gammel"), Valg(verdi="mote", tekst="Møte")
    nye = {
        "aldersgruppe": replace(alder, valg=(*alder.valg[1:], gammel), vet_ikke_teller=True),
        "til_na": replace(til_na, valg=(til_na.valg[0], mote), vet_ikke_teller=True),
        "nod": replace(sporsmal["nod"], vet_ikke_teller=False),
        "utvikling": replace(sporsmal["utvikling"], type=Sporsmalstype.FLERE),
        "smasosken": replace(sporsmal["smasosken"], id="sosken"),
        "lyspunkter": replace(sporsmal["lyspunkter"], vet_ikke_teller=True),
    }
    liste, [forst, *roller] = guide.bekymringstegn, guide.roller
    ord_, gjerning = liste.kategorier
    signs = (replace(ord_.tegn[1], klasse="tydelig"), replace(ord_.tegn[0], id="ny-prat"))
    [hjemme, *andre] = guide.faktorer.grupper
    risiko = (*hjemme.risiko, replace(hjemme.risiko[0], id="hjemme-nytt"))
    lister = {"trener": ("uroteam", "lensmann"), "nabo": ("lensmann", "uroteam")}
    roller = [
        replace(r, kontakter={"forst": lister[r.id]}) if r.id in lister else r for r in roller
    ]
    regler = sorted(guide.regler.regler, key=lambda r: r.setter_rute)
    return replace(
        guide,
        sporsmal=tuple(nye.get(s.id, s) for s in guide.sporsmal),
        bekymringstegn=replace(liste, kategorier=(replace(ord_, tegn=signs), gjerning)),
        faktorer=replace(guide.faktorer, grupper=(replace(hjemme, risiko=risiko), *andre)),
        roller=(replace(forst, id="ny-rolle", kontakter={}), *roller),
        regler=replace(guide.regler, regler=tuple(regler)),
    )


def pair(gammel: Veileder, ny: Veileder) -> tuple[Utfallstabell, Utfallstabell]:
    rom = build_joint([Side(v, gather_outcomes(v)) for v in (gammel, ny)])
    diagram = Diagram([len(v.priser) for v in rom.variabler], 500_000, lambda _: None)
    tabeller = tuple(Utfallstabell(v, rom, diagram) for v in (gammel, ny))
    for tabell in tabeller:
        for _, ta in tabell.steps():
            ta()
    en, annen = tabeller
    return en, annen


@cache
def proved() -> tuple[Utfallstabell, Utfallstabell]:
    return pair(old(), other())


@st.composite
def answers_of_both(draw: DrawFn, gammel: Veileder, ny: Veileder) -> Gitt:
    """Draw answers of either, question by question; all about signs from the same one."""
    en, annen = draw(any_answers(gammel)), draw(any_answers(ny))
    tegn = {s.id for s in gammel.sporsmal if "tegn" in s.type}
    fra = {s: draw(st.booleans()) for s in {*en, *annen} - tegn}
    fra |= dict.fromkeys(tegn, draw(st.booleans()))
    valgt = {s: (en if forst else annen).get(s) for s, forst in fra.items()}
    return {s: verdier for s, verdier in valgt.items() if verdier is not None}


def check(tabell: Utfallstabell, svar: Gitt, felles: list[str]) -> None:
    """The diagrams say of the answers what the program finds for those that it knows."""
    kjente = known_answers(tabell.veileder, svar, felles)
    valgt = collapse(tabell.rom, {s: v for s, v in svar.items() if s in felles})
    assert of_proof(tabell, valgt) == of_program(tabell.veileder, kjente)
    resultat = outcome_of(tabell.veileder, kjente)

    def there(noder: dict[str, Node]) -> set[str]:
        return {id_ for id_, node in noder.items() if tabell.diagram.has(node, valgt)}

    assert there(tabell.samtidig) == {*resultat.samtidig}
    assert there(tabell.tiltak) == {*resultat.tiltak}
    assert there(dict(tabell.steps_of(resultat.rute))) == {resultat.trinn}
    rekke = dict.fromkeys(k for k, n in tabell.rekke if tabell.diagram.has(n, valgt))
    assert (*rekke,) == resultat.kontakter


@given(data=st.data())
def test_both_guides_are_followed_over_the_answers_of_either(data: DataObject) -> None:
    felles = carried_over((old(), other()))
    svar = data.draw(answers_of_both(old(), other()))
    for tabell in proved():
        check(tabell, svar, felles)


@settings(max_examples=_NOEN)
@given(data=st.data())
def test_any_condition_of_either_is_followed(data: DataObject) -> None:
    guider = [with_notice(v, data.draw(any_condition(v, outcome=True))) for v in (old(), other())]
    felles = carried_over(guider)
    en, annen = pair(*guider)
    for _ in range(4):
        svar = data.draw(answers_of_both(*guider))
        for tabell in (en, annen):
            check(tabell, svar, felles)
    valgt = data.draw(any_combination(en.rom))
    for tabell in (en, annen):
        kjente = known_answers(tabell.veileder, en.rom.svar(valgt), felles)
        assert of_proof(tabell, valgt) == of_program(tabell.veileder, kjente)


@given(data=st.data())
def test_answers_that_lead_elsewhere_are_among_the_differences(data: DataObject) -> None:
    funnet = differences()
    felles = carried_over((old(), other()))
    svar = data.draw(answers_of_both(old(), other()))
    en, annen = (outcome_of(v, known_answers(v, svar, felles)) for v in (old(), other()))
    if en.rute != annen.rute:
        assert ("rute", en.rute, annen.rute) in funnet
    elif en.trinn != annen.trinn:
        assert ("trinn", en.trinn, annen.trinn) in funnet
    elif en != annen:
        borte, kommet = {*en.kontakter} - {*annen.kontakter}, {*annen.varsler} - {*en.varsler}
        assert {("kontakt", k, "") for k in borte} <= funnet
        assert {("varsel", "", v) for v in kommet} <= funnet
        assert funnet


@cache
def differences() -> set[tuple[str, str, str]]:
    ut = compare_outcomes(old(), other())
    assert not ut.stoppet_ved
    return {(e.slag, e.for_, e.naa) for e in ut.endringer}


@pytest.mark.parametrize(
    "betingelse",
    [
        pytest.param(Ubesvart("aldersgruppe"), id="vet ikke that counts in one of them"),
        pytest.param(Ubesvart("til_na"), id="a list of what the other does not know"),
        pytest.param(Ubesvart("hvem"), id="a role that is assumed"),
        pytest.param(Ubesvart("sett_hort"), id="signs of which one is unknown"),
        pytest.param(Ubesvart("lyspunkter"), id="factors that nothing asks about"),
        pytest.param(SvarEr("belastninger", ("ute-svartmaler",)), id="a sign that is a factor"),
        pytest.param(Sett(Tegnkrav(minst=3)), id="three of any sign"),
        pytest.param(SvarEr("til_na", (VET_IKKE,)), id="vet ikke to a list that takes it in one"),
        pytest.param(Ikke(SvarEr("nod", (VET_IKKE,))), id="vet ikke that does not count"),
    ],
)
@settings(max_examples=_NOEN)
@given(data=st.data())
def test_every_rare_thing_to_ask_is_followed_in_both(
    betingelse: Betingelse, data: DataObject
) -> None:
    felles = carried_over((old(), other()))
    svar = data.draw(answers_of_both(old(), other()))
    valgt = data.draw(any_combination(with_both(betingelse)[0].rom))
    for tabell in with_both(betingelse):
        check(tabell, svar, felles)
        kjente = known_answers(tabell.veileder, tabell.rom.svar(valgt), felles)
        assert of_proof(tabell, valgt) == of_program(tabell.veileder, kjente)


@cache
def with_both(betingelse: Betingelse) -> tuple[Utfallstabell, Utfallstabell]:
    return pair(with_notice(old(), betingelse), with_notice(other(), betingelse))


def test_a_list_of_signs_that_one_does_not_know_is_an_answer_there_too() -> None:
    sett = {"sett_hort": ("ny-prat",)}
    for tabell in with_both(Ubesvart("sett_hort")):
        mulige = [
            {nr: verdi}
            for nr, v in enumerate(tabell.rom.variabler)
            for verdi in range(len(v.priser))
            if v.svar(verdi) == sett
        ]
        assert len(mulige) == 1
        assert not tabell.diagram.has(tabell.varsler["nytt"], mulige[0])
        assert tabell.diagram.has(tabell.varsler["nytt"], {})


# --- what carries over ---


def test_a_question_whose_type_is_changed_does_not_carry_over() -> None:
    ut = compare_outcomes(old(), other())
    assert ut.uforlignet == ("utvikling",)
    assert all("utvikling" not in e.par.svar for e in ut.endringer)


def test_what_only_one_has_is_listed() -> None:
    assert set(only_in(old(), other())) == {
        ("hvem", "skoleansatt"),
        ("aldersgruppe", "skolebarn"),
        ("sett_hort", "hatprat-i-gangen"),
        ("i_tvil", "hatprat-i-gangen"),
        ("til_na", "prat-holdt"),
        ("smasosken", ""),
    }
    assert ("belastninger", "hjemme-nytt") in only_in(other(), old())


def test_guides_without_a_question_in_common_are_not_compared() -> None:
    ut = compare_outcomes(old(), load(OYVIK))
    assert (ut.felles, ut.endringer, ut.like) == ((), [], False)


def test_yes_and_no_carry_over_to_a_question_with_more_answers() -> None:
    flere = tuple(Valg(verdi=v, tekst=v) for v in ("ja", "nei", "kanskje"))
    sporsmal = tuple(
        replace(s, type=Sporsmalstype.ETT, valg=flere) if s.id == "nod" else s
        for s in old().sporsmal
    )
    ut = compare_outcomes(old(), replace(old(), sporsmal=sporsmal))
    assert "nod" in ut.felles
    assert ut.like


def test_a_sign_question_with_another_id_does_not_carry_over() -> None:
    sporsmal = tuple(
        replace(s, id="sett") if s.type is Sporsmalstype.TEGN else s for s in old().sporsmal
    )
    ny = replace(old(), sporsmal=sporsmal)
    assert not {"sett", "sett_hort"} & {*carried_over((old(), ny))}
    assert {id_ for id_, _ in only_in(ny, old())} == {"sett"}


def test_it_says_how_far_it_came_when_it_becomes_too_large() -> None:
    ut = compare_outcomes(old(), other(), grense=300)
    assert ut.stoppet_ved
    assert not ut.like
    assert ut.gjort < ut.steg


def test_a_sign_that_is_there_twice_is_the_same_sign() -> None:
    [ord_, gjerning] = old().bekymringstegn.kategorier
    dobbel = Bekymringstegn(
        id="dobbel",
        tekst="Det samme",
        merke=ord_.tegn[0].merke,
        kilde=ord_.tegn[0].kilde,
        samme_som=ord_.tegn[0].id,
    )
    kategorier = (ord_, replace(gjerning, tegn=(*gjerning.tegn, dobbel)))
    liste = replace(old().bekymringstegn, kategorier=kategorier)
    assert compare_outcomes(old(), replace(old(), bekymringstegn=liste)).like


def test_a_row_beside_the_route_comes_last_wherever_it_stands() -> None:
    regler = sorted(old().regler.regler, key=lambda r: r.setter_rute)
    ny = replace(old(), regler=replace(old().regler, regler=tuple(regler)))
    assert ny != old()
    assert compare_outcomes(old(), ny).like


@pytest.mark.parametrize("rolle", ["trener", "nabo"])
def test_roles_that_differ_in_the_order_of_a_list_alone_are_told_apart(rolle: str) -> None:
    lister = {"trener": ("uroteam", "lensmann"), "nabo": ("uroteam", "lensmann")}

    def with_lists(**andre: tuple[str, ...]) -> Veileder:
        egne = lister | andre
        roller = [
            replace(r, kontakter={"forst": egne[r.id]}) if r.id in egne else r for r in old().roller
        ]
        return replace(old(), roller=tuple(roller))

    ut = compare_outcomes(with_lists(), with_lists(**{rolle: ("lensmann", "uroteam")}))
    assert {e.slag for e in ut.endringer} == {"rekkefolge"}
    assert all(e.par.svar.get("hvem", ("nabo",)) == (rolle,) for e in ut.endringer)
