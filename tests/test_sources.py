"""Where a statement comes from is said in few words, or in all."""

from dataclasses import dataclass, replace

import pytest

from tekster import parts
from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.sources import full_source, short_source


@dataclass
class Statement:
    """Anything that has a mark and a source."""

    merke: Merke
    kilde: Kilde


def _said(merke: Merke, **kilde: str | tuple[str, ...]) -> Statement:
    return Statement(merke, Kilde(**kilde))  # type: ignore[arg-type]


GUIDE = _said(Merke.VEILEDEREN, kapittel=("6",), sted="trinn 2")
LAW = _said(Merke.LOV, regelverk=("straffeloven-196",), kapittel=("2",))
ADDED = _said(
    Merke.TILLEGG,
    redaksjonen="Derfor.",
    kapittel=("7", "8"),
    regelverk=("barnevernsloven-13-2",),
    url="https://eksempel.no/",
)


@pytest.mark.parametrize(
    ("statement", "short"),
    [
        (GUIDE, "Veilederen kap. 6"),
        (_said(Merke.VEILEDEREN, kapittel=("6", "7")), "Veilederen kap. 6 og 7"),
        (_said(Merke.VEILEDEREN, kapittel=("1", "6", "7")), "Veilederen kap. 1, 6 og 7"),
        (_said(Merke.LOV, url="https://lovdata.no/x"), "Lov"),
        (ADDED, "Tillegg"),
        (_said(Merke.TILLEGG, redaksjonen="Derfor."), "Tillegg"),
    ],
)
def test_a_short_source_is_the_mark_and_where(
    veileder: Veileder, statement: Statement, short: str
) -> None:
    assert short_source(statement, veileder) == short


def test_a_short_source_of_law_is_as_the_law_is_cited(veileder: Veileder) -> None:
    kort = {r.id: r.kort for r in veileder.regelverk}
    one, other = kort["straffeloven-196"], kort["barnevernsloven-13-2"]
    both = _said(Merke.LOV, regelverk=("straffeloven-196", "barnevernsloven-13-2"))
    assert short_source(LAW, veileder) == f"Lov: {one}"
    assert short_source(both, veileder) == f"Lov: {one} og {other}"


def test_a_law_that_was_not_loaded_is_named_by_its_id(veileder: Veileder) -> None:
    without = replace(veileder, regelverk=())
    assert short_source(LAW, without) == "Lov: straffeloven-196"
    assert full_source(LAW, without) == "Veilederen: kap. 2"


def test_a_full_source_of_the_guide_has_chapter_and_place(veileder: Veileder) -> None:
    assert full_source(GUIDE, veileder) == "Veilederen: kap. 6, trinn 2"


def test_a_full_source_of_a_law_has_its_date_and_address_first(veileder: Veileder) -> None:
    law = next(r for r in veileder.regelverk if r.id == "straffeloven-196")
    source = full_source(LAW, veileder)
    assert source.startswith(f"Lov: {law.navn}")
    assert law.gjelder_per in source
    assert law.url in source
    assert source.endswith("Veilederen: kap. 2")


def test_a_full_source_of_an_addition_has_its_reason_first_and_all_it_builds_on(
    veileder: Veileder,
) -> None:
    source = full_source(ADDED, veileder)
    assert source.startswith("Tillegg: Derfor. ")
    assert "Veilederen: kap. 7 og 8" in source
    assert "barnevernsloven" in source
    assert "https://eksempel.no/" in source


def test_every_statement_of_the_guide_has_a_source_that_can_be_told(veileder: Veileder) -> None:
    begins = {
        Merke.VEILEDEREN: "Veilederen",
        Merke.LOV: "Lov",
        Merke.TILLEGG: "Tillegg",
    }
    for sti, e in parts(veileder):
        if isinstance(getattr(e, "kilde", None), Kilde):
            assert short_source(e, veileder).startswith(begins[e.merke]), sti
            assert full_source(e, veileder).startswith(begins[e.merke]), sti
