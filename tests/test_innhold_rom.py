"""The collapse: what is worked out for all answers at once is what the program does with each."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from betingelser import Gitt, any_answers, any_condition, any_table, with_notice
from guider import FJORDVIK, OYVIK, TRONDHEIM, load
from veileder_cli.answers import read_answers
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import possible_values, read_facts
from veileder_cli.innhold.atomer import gather, table_conditions
from veileder_cli.innhold.diagram import Diagram, Node
from veileder_cli.innhold.rom import Besvart, EttSvar, Kryss, Rom, Variabel
from veileder_cli.innhold.rom_bygg import build_rom
from veileder_cli.innhold.tabell import Tabell
from veileder_cli.model.betingelse import Betingelse, Sett, SvarEr, Tegnkrav, Ubesvart, Usikker
from veileder_cli.model.sjekk import VET_IKKE
from veileder_cli.model.tegn import Bekymringstegn
from veileder_cli.model.veileder import Veileder

read_once = cache(load)
_NOEN = settings().max_examples // 4


@cache
def odd() -> Veileder:
    """Fjordvik with every rare field of a question, and more signs of each class."""
    guide = read_once(FJORDVIK)
    felter: Mapping[str, Mapping[str, Any]] = {
        "til_na": {"vet_ikke_teller": True},
        "aldersgruppe": {"vet_ikke_teller": True, "uten_svar": "voksen"},
        "utvikling": {"uten_svar": "som-for"},
        "smasosken": {"vet_ikke_teller": True},
        "belastninger": {"uten_svar": "hjemme-utrygt"},
    }
    liste = guide.bekymringstegn
    flere = tuple(
        replace(k, tegn=(*k.tegn, *(_again(t) for t in k.tegn))) for k in liste.kategorier
    )
    return replace(
        guide,
        sporsmal=tuple(replace(s, **felter.get(s.id, {})) for s in guide.sporsmal),
        bekymringstegn=replace(liste, kategorier=flere),
    )


def _again(tegn: Bekymringstegn) -> Bekymringstegn:
    return replace(tegn, id=f"{tegn.id}-2", deler=(), klasse=tegn.klasse or "vag")


GUIDER = {
    "trondheim": lambda: read_once(TRONDHEIM),
    "fjordvik": lambda: read_once(FJORDVIK),
    "oyvik": lambda: read_once(OYVIK),
    "sære felter": odd,
}
alle = pytest.mark.parametrize("navn", GUIDER)


def prove(guide: Veileder) -> Tabell:
    rom = build_rom(guide, gather(guide, table_conditions(guide)))
    diagram = Diagram([len(v.priser) for v in rom.variabler], 500_000, lambda _: None)
    tabell = Tabell(guide, rom, diagram)
    for _, ta in tabell.steps():
        ta()
    return tabell


def collapse(rom: Rom, svar: Gitt) -> dict[int, int]:
    """Find the combination that stands for the answers."""
    return {nr: value(v, svar) for nr, v in enumerate(rom.variabler)}


def value(variabel: Variabel, svar: Gitt) -> int:
    if isinstance(variabel, EttSvar):
        gitt = {*svar.get(variabel.sporsmal, ())}
        return next((nr for nr, g in enumerate(variabel.grupper, start=1) if gitt & {*g}), 0)
    if isinstance(variabel, Kryss):
        return int(bool({*svar.get(variabel.sporsmal, ())} & {*variabel.gruppe}))
    if isinstance(variabel, Besvart):
        if svar.get(variabel.sporsmal, (VET_IKKE,)) != (VET_IKKE,):
            return 1
        return 2 if variabel.vet_ikke and variabel.sporsmal in svar else 0
    mest = [max(tall) for tall in zip(*variabel.antall, strict=True)]
    sett, usikre = (
        min(len({*svar.get(s, ())} & {*variabel.tegn}), m)
        for s, m in zip((variabel.sporsmal, variabel.usikre_sporsmal), mest, strict=True)
    )
    return variabel.antall.index((sett, usikre))


def of_program(guide: Veileder, svar: Gitt) -> dict[str, set[str]]:
    """Give what the program finds for these answers."""
    ark = read_answers(guide, svar)
    assert not ark.feil
    vurdering = evaluate(guide, ark.svar)
    return {
        "stilles": {s.id for s in read_facts(guide, ark.svar).stilles},
        "rute": {vurdering.rute},
        "traff": {g.regel.id for g in vurdering.grunner},
        "trinn": {vurdering.trinn.id} if vurdering.trinn else set(),
        "kontakter": {k.kontakt.id for k in vurdering.kontakter},
        "varsler": {v.varsel.id for v in vurdering.varsler},
    }


def of_proof(tabell: Tabell, valgt: Mapping[int, int]) -> dict[str, set[str]]:
    """Give what the diagrams say of the combination."""

    def there(noder: Mapping[str, Node]) -> set[str]:
        return {id_ for id_, node in noder.items() if tabell.diagram.has(node, valgt)}

    return {
        "stilles": there(tabell.stilles),
        "rute": there(tabell.forst),
        "traff": there(tabell.traff),
        "trinn": there(tabell.trinn),
        "kontakter": there(tabell.kontakter),
        "varsler": there(tabell.varsler),
    }


@cache
def proved(navn: str) -> Tabell:
    return prove(GUIDER[navn]())


@alle
@given(data=st.data())
def test_the_collapsed_answers_give_what_the_program_gives(navn: str, data: DataObject) -> None:
    tabell = proved(navn)
    svar = data.draw(any_answers(tabell.veileder))
    assert of_proof(tabell, collapse(tabell.rom, svar)) == of_program(tabell.veileder, svar)


@alle
@given(data=st.data())
def test_the_answers_of_a_combination_collapse_to_it_again(navn: str, data: DataObject) -> None:
    tabell = proved(navn)
    valgt = data.draw(any_combination(tabell.rom))
    svar = tabell.rom.svar(valgt)
    assert of_proof(tabell, valgt) == of_program(tabell.veileder, svar)
    assert of_proof(tabell, collapse(tabell.rom, svar)) == of_proof(tabell, valgt)


@alle
@settings(max_examples=_NOEN)
@given(data=st.data())
def test_any_table_of_any_conditions_is_followed(navn: str, data: DataObject) -> None:
    tabell = prove(data.draw(any_table(GUIDER[navn]())))
    for _ in range(4):
        svar = data.draw(any_answers(tabell.veileder))
        assert of_proof(tabell, collapse(tabell.rom, svar)) == of_program(tabell.veileder, svar)


@pytest.mark.parametrize(
    "betingelse",
    [
        pytest.param(SvarEr("belastninger", ("ute-svartmaler",)), id="a sign that is a factor"),
        pytest.param(SvarEr("belastninger", ("ute-utrygt",)), id="a factor that is there twice"),
        pytest.param(SvarEr("belastninger", ("hjemme-utrygt",)), id="ticks taken for granted"),
        pytest.param(SvarEr("utvikling", ("som-for",)), id="an answer taken for granted"),
        pytest.param(SvarEr("til_na", (VET_IKKE,)), id="vet ikke where several are ticked"),
        pytest.param(SvarEr("smasosken", (VET_IKKE, "nei")), id="vet ikke where one is chosen"),
        pytest.param(SvarEr("sett_hort", ("svartmaling",)), id="a sign by the answer"),
        pytest.param(SvarEr("i_tvil", ("svartmaling",)), id="an unsure sign by the answer"),
        pytest.param(Sett(Tegnkrav(klasse=("vag",), id=("slagsmal",), minst=3)), id="three signs"),
        *(
            pytest.param(Ubesvart(s), id=f"{s} is unanswered")
            for s in ("belastninger", "lyspunkter", "sett_hort", "i_tvil", "til_na", "utvikling")
        ),
    ],
)
@settings(max_examples=_NOEN * 2)
@given(data=st.data())
def test_every_rare_thing_to_ask_is_followed(betingelse: Betingelse, data: DataObject) -> None:
    tabell = prove_once(betingelse)
    svar = data.draw(any_answers(tabell.veileder))
    valgt = data.draw(any_combination(tabell.rom))
    for gitt, kombinasjon in (
        (svar, collapse(tabell.rom, svar)),
        (tabell.rom.svar(valgt), valgt),
    ):
        vist = "nytt" in of_program(tabell.veileder, gitt)["varsler"]
        assert tabell.diagram.has(tabell.varsler["nytt"], kombinasjon) == vist


def any_combination(rom: Rom) -> SearchStrategy[dict[int, int]]:
    return st.fixed_dictionaries(
        {nr: st.integers(0, len(v.priser) - 1) for nr, v in enumerate(rom.variabler)}
    )


@cache
def prove_once(betingelse: Betingelse) -> Tabell:
    return prove(with_notice(odd(), betingelse))


@alle
@settings(max_examples=_NOEN)
@given(data=st.data())
def test_an_example_of_a_condition_makes_it_hold_with_the_fewest_answers(
    navn: str, data: DataObject
) -> None:
    guide = GUIDER[navn]()
    tabell = prove(with_notice(guide, data.draw(any_condition(guide, outcome=True))))
    priser = [v.priser for v in tabell.rom.variabler]
    valgt = tabell.diagram.cheapest(tabell.varsler["nytt"], priser)
    svar = data.draw(any_answers(guide))
    vist = "nytt" in of_program(tabell.veileder, svar)["varsler"]
    if valgt is None:
        assert not vist
        return
    eksempel = tabell.rom.svar(valgt)
    assert "nytt" in of_program(tabell.veileder, eksempel)["varsler"]
    if vist:
        gitt = collapse(tabell.rom, svar)
        assert count(tabell.rom, valgt) <= count(tabell.rom, gitt)


def count(rom: Rom, valgt: Mapping[int, int]) -> int:
    return sum(v.priser[valgt.get(nr, 0)] for nr, v in enumerate(rom.variabler))


# --- what is collapsed ---


def variables(guide: Veileder, sporsmal: str, *betingelser: Any) -> list[Variabel]:
    """Give the variables of a question where only these conditions ask."""
    rom = build_rom(guide, gather(guide, betingelser))
    return [v for v in rom.variabler if v.sporsmal == sporsmal]


def test_values_that_no_condition_tells_apart_are_one(veileder: Veileder) -> None:
    (grad,) = variables(veileder, "grad", SvarEr("grad", ("hoy", "avklart")))
    assert isinstance(grad, EttSvar)
    assert [set(g) for g in grad.grupper] == [
        {"ikke-droftet", "avkreftet", "uklar"},
        {"avklart", "hoy"},
    ]


def test_ticks_that_no_condition_asks_about_are_left_out(veileder: Veileder) -> None:
    gjort = variables(veileder, "gjort", SvarEr("gjort", ("meldt", "tverrfaglig")))
    assert gjort == [Kryss("gjort", ("meldt", "tverrfaglig"))]


def test_whether_a_question_is_answered_is_kept_where_it_is_asked(veileder: Veileder) -> None:
    assert variables(veileder, "gjort", Ubesvart("gjort")) == [Besvart("gjort", vet_ikke=False)]


def test_signs_are_counted_by_class_up_to_the_most_that_is_asked(veileder: Veileder) -> None:
    krav = Tegnkrav(klasse=("kontekst",), minst=2)
    (gruppe,) = variables(veileder, "tegn", Sett(krav))
    assert {veileder.tegnklasse[t] for t in gruppe.tegn} == {"kontekst"}
    assert gruppe.antall == ((0, 0), (1, 0), (2, 0))


def test_a_sign_that_is_named_stands_alone(veileder: Veileder) -> None:
    grupper = variables(
        veileder,
        "tegn",
        Usikker(Tegnkrav(klasse=("kontekst",))),
        Sett(Tegnkrav(id=("reiser",))),
    )
    assert [(len(g.tegn), g.antall) for g in grupper] == [
        (4, ((0, 0), (0, 1))),
        (1, ((0, 0), (0, 1), (1, 0))),
    ]


@pytest.mark.parametrize("sporsmal", ["tegn", "tegn_usikker"])
def test_a_sign_that_is_named_as_an_answer_stands_alone(veileder: Veileder, sporsmal: str) -> None:
    (gruppe,) = variables(veileder, "tegn", SvarEr(sporsmal, ("reiser",)))
    assert gruppe.tegn == ("reiser",)


def test_a_factor_that_is_a_sign_is_the_sign(veileder: Veileder) -> None:
    faktor = next(
        f.id for g in veileder.faktorer.grupper for f in g.risiko if f.samme_som == "fiendebilder"
    )
    betingelse = SvarEr("risikofaktorer", (faktor,))
    assert variables(veileder, "risikofaktorer", betingelse) == []
    (gruppe,) = variables(veileder, "tegn", betingelse)
    assert gruppe.tegn == ("fiendebilder",)


def test_roles_collapse_to_their_groups_ids_and_lists(veileder: Veileder) -> None:
    like = {
        g for v in proved("trondheim").rom.variabler if v.sporsmal == "rolle" for g in v.grupper
    }
    for gruppe in like:
        forst, *andre = (veileder.rolle[id_] for id_ in gruppe)
        assert all({*r.kontakter["droft"]} == {*forst.kontakter["droft"]} for r in andre)
    assert len(like) < len(veileder.roller)


def test_every_value_of_a_question_with_one_answer_is_in_one_group(veileder: Veileder) -> None:
    for variabel in proved("trondheim").rom.variabler:
        if isinstance(variabel, EttSvar):
            sporsmal = veileder.sporsmal_med_id[variabel.sporsmal]
            mulige = [v for g in variabel.grupper for v in g if v != VET_IKKE]
            assert sorted(mulige) == sorted(possible_values(veileder, sporsmal))
