"""The cases of the content against the independent statement of the decision table."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given

from orakel import FAMILIEFAKTOR, INGEN, KLASSER, KONTAKTER, STOPPER, TABELL, expect, read_sak
from strategier import Verdi, svar

FOLDER = Path(__file__).parents[1] / "content" / "trondheim" / "2021-11" / "tilfeller"


def _cases() -> list[object]:
    # BaseLoader: every scalar is text, as the program reads it
    files = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.yaml"))}
    return [
        pytest.param(case["svar"], case["forvent"], id=f"{stem}: {case['navn']}")
        for stem, text in files.items()
        for case in yaml.load(text, yaml.BaseLoader)["tilfeller"]  # noqa: S506 (safe: text only)
    ]


@pytest.mark.parametrize(("answers", "forvent"), _cases())
def test_case_and_oracle_agree(answers: Mapping[str, Verdi], forvent: Mapping[str, Verdi]) -> None:
    fasit = expect(answers)
    assert (fasit.rute, fasit.trinn) == (forvent["rute"], forvent.get("trinn", fasit.trinn))
    assert set(forvent.get("varsler", ())) <= fasit.varsler
    assert not set(forvent.get("uten_varsler", ())) & fasit.varsler
    for key in ("kontakter", "har_kontakter"):
        assert set(forvent.get(key, ())) <= fasit.kontakter, key
    assert set(forvent.get("uten_kontakter", ())) <= fasit.uten_kontakter


@given(svar())
def test_oracle_is_consistent(answers: dict[str, Verdi]) -> None:
    fasit = expect(answers)
    assert not fasit.kontakter & fasit.uten_kontakter
    assert fasit.kontakter | fasit.uten_kontakter <= KONTAKTER
    assert "112" in fasit.varsler


@given(svar())
def test_seen_vold_never_ends_in_a_mild_route(answers: dict[str, Verdi]) -> None:
    fasit = expect(answers)
    if read_sak(answers).sett("vold"):
        assert fasit.rute not in {"dialog", "droft", "avsluttet", INGEN}
        assert "02800" in fasit.kontakter


@given(svar())
def test_another_weak_sign_never_changes_the_step(answers: dict[str, Verdi]) -> None:
    seen, unsure = (set(answers.get(key, ())) for key in ("tegn", "tegn_usikker"))
    weak = KLASSER["svak"]
    if not seen & weak:
        return
    more = {**answers, "tegn": sorted(seen | (weak - unsure))}
    assert (expect(more).rute, expect(more).trinn) == (expect(answers).rute, expect(answers).trinn)


@given(svar())
def test_risk_factors_never_change_the_step(answers: dict[str, Verdi]) -> None:
    with_factor = {**answers, "risikofaktorer": [FAMILIEFAKTOR]}
    without = {**answers, "risikofaktorer": list[str]()}
    assert (expect(with_factor).rute, expect(with_factor).trinn) == (
        expect(without).rute,
        expect(without).trinn,
    )


def test_the_table_has_the_rows_of_the_description() -> None:
    assert [*TABELL][:3] == ["akutt", "selv", "utsatt"]
    assert set(TABELL) >= STOPPER
