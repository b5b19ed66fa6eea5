"""What reads well must also hang together: each fault of that kind, and none in whole guides."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from guider import FJORDVIK, OYVIK, TRONDHEIM, broken_copy, expected, faults, load, problems
from veileder_cli.convert import hints_of
from veileder_cli.integrity import find_faults
from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.sjekk import Regelsett, Sporsmalstype
from veileder_cli.model.tegn import Faktorliste, Tegnliste
from veileder_cli.model.veileder import Veileder

TOM: dict[str, Any] = {
    "bekymringstegn": Tegnliste(),
    "faktorer": Faktorliste(),
    "regler": Regelsett(),
}
DELER = [f.name for f in fields(Veileder) if f.name not in {"om", "sprak", "egen"}]


@pytest.mark.parametrize("mappe", [FJORDVIK, OYVIK, TRONDHEIM], ids=lambda m: m.parent.name)
def test_a_whole_guide_has_no_fault(mappe: Path) -> None:
    assert find_faults(load(mappe)) == ()


@pytest.mark.parametrize("fault", faults("integritet"))
def test_the_fault_is_told_with_place_and_remedy(tmp_path: Path, fault: str) -> None:
    assert problems(broken_copy(fault, tmp_path)) == expected(fault)


@pytest.mark.parametrize("del_", DELER)
def test_a_part_that_is_missing_is_no_crash(del_: str) -> None:
    uten = replace(load(FJORDVIK), **{del_: TOM.get(del_, ())})
    for fault in find_faults(uten):
        assert fault.sti.split(".")[0].split("[")[0] in hints_of(Veileder)
        assert fault.feil
        assert fault.tiltak


@pytest.mark.parametrize("del_", ["regler", "varsler", "kontakter", "kapitler", "trinn", "roller"])
def test_a_part_that_others_rest_on_cannot_be_left_out(del_: str) -> None:
    assert find_faults(replace(load(FJORDVIK), **{del_: TOM.get(del_, ())}))


def test_a_guide_without_notices_has_no_acute_notice() -> None:
    assert [f.sti for f in find_faults(replace(load(OYVIK), varsler=()))][-1] == "varsler"


@pytest.mark.parametrize("nr", [0, 1])
def test_any_rule_but_the_last_that_always_holds_is_a_fault(nr: int) -> None:
    guide = load(OYVIK)
    regler = list(guide.regler.regler)
    regler[nr] = replace(regler[nr], hvis=Alltid())
    funn = find_faults(replace(guide, regler=Regelsett(regler=tuple(regler))))
    assert [f.sti for f in funn] == [f"regler.regler[{regler[nr].id}].hvis"]


def test_a_rule_that_sets_no_route_may_stand_after_the_last_resort() -> None:
    guide = load(OYVIK)
    ekstra = replace(guide.regler.regler[0], id="ekstra", setter_rute=False)
    regler = Regelsett(regler=(*guide.regler.regler, ekstra))
    assert find_faults(replace(guide, regler=regler)) == ()


def test_a_question_about_the_role_needs_roles() -> None:
    guide = load(OYVIK)
    regler = Regelsett(regler=(guide.regler.regler[0], guide.regler.regler[-1]))
    assert find_faults(replace(guide, roller=(), regler=regler, tilfeller=()))


def test_dont_know_cannot_be_a_fact_of_its_own_about_the_role() -> None:
    guide = load(FJORDVIK)
    sporsmal = tuple(
        replace(s, vet_ikke_teller=True) if s.type is Sporsmalstype.ROLLE else s
        for s in guide.sporsmal
    )
    assert [f.sti for f in find_faults(replace(guide, sporsmal=sporsmal))] == [
        "sporsmal[hvem].vet_ikke_teller"
    ]
