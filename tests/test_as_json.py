"""The JSON that other programs rely on: the shapes that the product promises."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings

from conftest import Les, Vurder
from strategier import Svar, svar
from veileder_cli.cli.app import run
from veileder_cli.model.kilde import Merke
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.result_json import ResultAsJson
from veileder_cli.what_if import find_alternatives

Command: TypeAlias = Callable[..., Any]
Shape: TypeAlias = Any
"""A type, a set of types, a list of one shape, or the fields that must be there."""

MERKE = {m.value for m in Merke}
TEXTS = [str]
SIGN = {"id": str, "tekst": str, "kilde": str}
FACTOR = {"id": str, "tekst": str}
MEASURE = {"tiltak": [{"id": str, "navn": str}]}
TERM = {"id": str, "navn": str, "forklaring": str, "kilde": str, "se_ogsa": TEXTS}

SHAPES: dict[tuple[str, ...], Shape] = {
    ("tegn",): {
        "kategorier": [{"id": str, "navn": str, "tegn": [{**SIGN, "klasse": {str, None}}]}]
    },
    ("faktorer",): {
        "grupper": [{"id": str, "navn": str, "risiko": [FACTOR], "beskyttelse": [FACTOR]}]
    },
    ("trinn",): {
        "trinn": [
            {
                "id": str,
                "nummer": str,
                "tittel": str,
                "handling": str,
                "ansvarlig": TEXTS,
                "kilde": str,
            }
        ]
    },
    ("definisjon", "radikalisering"): {"begrep": TERM},
    ("definisjon",): {"begreper": [TERM]},
    ("kontakt",): {
        "kontakter": [
            {
                "id": str,
                "funksjon": str,
                "navn": TEXTS,
                "telefon": TEXTS,
                "merke": str,
                "sist_verifisert": {str, None},
                "kilde": str,
            }
        ]
    },
    ("lenker",): {"lenker": [{"id": str, "navn": str, "url": str}]},
    ("tiltak",): MEASURE,
    ("aktorer",): {"aktorer": MEASURE["tiltak"]},
}
RESULT: Shape = {
    "rute": str,
    "trinn": {"id": str, "nummer": str, "tittel": str},
    "hvem": str,
    "din_del": [object],
    "samtidig": TEXTS,
    "kontakter": [
        {"id": str, "funksjon": str, "navn": TEXTS, "telefon": TEXTS, "hvorfor": str},
    ],
    "varsler": [{"id": str, "tekst": str, "merke": str}],
    "tiltak": [{"id": str, "navn": str}],
    "avklar": [{"sporsmal": str, "hvorfor": str}],
    "begrunnelse": [
        {"regel": str, "svar": [{"sporsmal": str, "svar": str}], "kilde": str},
    ],
    "hva_om": [{"sporsmal": str, "svar": str, "rute": str}],
    "innhold": {"id": str, "utgave": str},
}
VOLD: Svar = {
    "fare_na": "nei",
    "rolle": "ungdomsskole",
    "alder": "under-18",
    "tegn": ["bruker-trusler-og-vold"],
    "gjort": ["droftet-internt"],
    "ressursperson": "ja",
}


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    def run_command(*argv: str, code: int = 0) -> Any:
        assert run([*argv, "--json"]) == code
        return json.loads(capsys.readouterr().out)

    return run_command


def _differs(value: Any, shape: Shape, path: str = "") -> list[str]:
    """List the places where a value has not the shape; more fields are welcome."""
    match shape:
        case dict() if isinstance(value, dict):
            missing = [f"{path}.{key} is missing" for key in shape if key not in value]
            kept = [key for key in shape if key in value]
            return missing + [d for k in kept for d in _differs(value[k], shape[k], f"{path}.{k}")]
        case [inner] if isinstance(value, list):
            return [d for nr, v in enumerate(value) for d in _differs(v, inner, f"{path}[{nr}]")]
        case set():
            fits = type(value) in shape or (value is None and None in shape)
        case type():
            fits = isinstance(value, shape)
        case _:
            fits = False
    return [] if fits else [f"{path} is {value!r}"]


# --- the look-ups ---


@pytest.mark.parametrize("argv", SHAPES, ids=" ".join)
def test_a_look_up_has_its_promised_shape(command: Command, argv: tuple[str, ...]) -> None:
    found = command(*argv)
    assert _differs(found, SHAPES[argv]) == []
    assert all(found.values())


def test_the_signs_are_all_there_with_their_class(command: Command) -> None:
    signs = [t for k in command("tegn")["kategorier"] for t in k["tegn"]]
    assert len(signs) == 22
    assert {t["id"]: t["klasse"] for t in signs}["legitimerer-vold"] == "kjerne"


def test_the_sign_in_two_halves_has_no_class_but_its_halves_have(command: Command) -> None:
    signs = {t["id"]: t for k in command("tegn")["kategorier"] for t in k["tegn"]}
    halved = signs["demonstrasjoner-og-sammenstot"]
    assert halved["klasse"] is None
    assert [(d["id"], d["klasse"]) for d in halved["deler"]] == [
        ("demonstrasjoner", "lovlig"),
        ("voldelige-sammenstot", "vold"),
    ]
    assert all(d["tekst"] for d in halved["deler"])
    assert [id_ for id_, t in signs.items() if "deler" in t] == ["demonstrasjoner-og-sammenstot"]


def test_the_look_ups_have_every_entry(command: Command, veileder: Veileder) -> None:
    assert [t["id"] for t in command("trinn")["trinn"]] == [t.id for t in veileder.trinn]
    assert len(command("definisjon")["begreper"]) == len(veileder.begreper)
    assert len(command("kontakt")["kontakter"]) == len(veileder.kontakter)
    assert len(command("lenker")["lenker"]) == 26
    assert len(command("tiltak")["tiltak"]) == 13
    assert len(command("aktorer")["aktorer"]) == 8


def test_a_contact_has_its_numbers_its_people_and_no_date_of_confirmation(
    command: Command,
) -> None:
    (kontakt,) = command("kontakt", "radikaliseringskoordinator susanne")["kontakter"]
    assert kontakt["telefon"] == ["468 08 413", "918 61 884"]
    assert kontakt["navn"] == ["Susanne Hellan Øiaas", "Live Næss"]
    assert kontakt["sist_verifisert"] is None
    assert kontakt["merke"] == "veilederen"


def test_a_miss_says_so_and_what_is_near(command: Command) -> None:
    miss = command("definisjon", "mentalist", code=1)
    assert _differs(miss, {"feil": str, "forslag": TEXTS}) == []
    assert "Mentor" in miss["forslag"]
    assert command("kontakt", "xylofon", code=1)["forslag"]


# --- the result ---


def test_the_result_from_a_file_has_its_promised_shape(command: Command, tmp_path: Path) -> None:
    fil = tmp_path / "svar.json"
    fil.write_text(json.dumps(VOLD), "utf-8")
    result = command("sjekk", "--svar", str(fil))
    assert _differs(result, RESULT) == []
    assert (result["rute"], result["trinn"]["id"]) == ("vold", "meld")
    assert result["samtidig"] == ["bekymringssamtale"]
    empty = [key for key in RESULT if not result[key]]
    assert empty == []


@settings(max_examples=25)
@given(svar())
def test_every_result_has_its_promised_shape(
    veileder: Veileder, vurder: Vurder, les: Les, answers: Svar
) -> None:
    vurdering = vurder(answers)
    alternativer = find_alternatives(veileder, les(answers).svar)
    result = ResultAsJson(veileder).vurdering(vurdering, alternativer)
    shape = RESULT if vurdering.trinn else {**RESULT, "trinn": {None}}
    assert _differs(json.loads(json.dumps(result)), shape) == []
    assert {n["merke"] for n in result["varsler"]} <= MERKE
    assert [k["id"] for k in result["kontakter"]] == [r.kontakt.id for r in vurdering.kontakter]
    assert [n["id"] for n in result["varsler"]] == [r.varsel.id for r in vurdering.varsler]


def test_the_reasons_hold_the_answers_that_fired_and_where_they_come_from(
    veileder: Veileder, vurder: Vurder
) -> None:
    forst, *_ = ResultAsJson(veileder).vurdering(vurder(VOLD), ())["begrunnelse"]
    assert forst["regel"] == "vold"
    assert {"sporsmal": "tegn", "svar": "bruker-trusler-og-vold"} in forst["svar"]
    assert "kap. 6" in forst["kilde"]


def test_the_result_names_the_guide_and_its_edition(veileder: Veileder, vurder: Vurder) -> None:
    result = ResultAsJson(veileder).vurdering(vurder({}), ())
    assert result["innhold"] == {"id": "trondheim", "utgave": "2021-11"}
    assert result["trinn"] is None
