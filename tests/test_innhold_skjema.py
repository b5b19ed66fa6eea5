"""The schemas for editors: they take every file of the guides, and refuse what the reader does."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from jsonschema import Draft7Validator

from forfatter import copy_of_fjordvik, run
from guider import FJORDVIK, OYVIK, TRONDHEIM, load
from veileder_cli.cli.innhold_skjema import COMMAND
from veileder_cli.convert import Reader
from veileder_cli.editions import TRANSLATIONS
from veileder_cli.innhold.skjema import DELER, schema_of, type_of
from veileder_cli.innhold.skjematekster import FELT, KLASSER, ORDENE
from veileder_cli.loader import CASES
from veileder_cli.model.innhold import Om
from veileder_cli.strict_yaml import MappingNode, parse
from veileder_cli.vocabulary import ORD

Output = pytest.CaptureFixture[str]
GUIDES: Final = (TRONDHEIM, FJORDVIK, OYVIK)


# The C loaders read the same, faster; a pure PyYAML has none
_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


_NUMBERS_NOT_DATES: Final = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_EDITOR: Any = type("EditorLoader", (_SAFE,), {"yaml_implicit_resolvers": _NUMBERS_NOT_DATES})


def part_of(fil: Path) -> str:
    return fil.parent.name if fil.parent.name in {CASES, TRANSLATIONS} else fil.stem


def files(*guides: Path) -> list[Path]:
    return [f for g in guides for f in sorted(g.rglob("*.yaml")) if part_of(f) in DELER]


def as_editor(fil: Path) -> Any:
    """Read as YAML 1.2 does: an unquoted number or true is not text, but a date is."""
    return yaml.load(fil.read_text("utf-8"), _EDITOR)  # noqa: S506 - made from SafeLoader


def as_text(fil: Path) -> Any:
    return yaml.load(fil.read_text("utf-8"), _BASE)  # noqa: S506 - text only


@cache
def validator(del_: str) -> Draft7Validator:
    return Draft7Validator(schema_of(del_))


def accepted(del_: str, value: Any) -> bool:
    return not next(validator(del_).iter_errors(value), None)


# --- what they take ---


@pytest.mark.parametrize("del_", DELER)
def test_a_schema_is_a_schema(del_: str) -> None:
    Draft7Validator.check_schema(schema_of(del_))


def test_every_file_of_a_guide_has_a_schema() -> None:
    every = {part_of(f) for guide in GUIDES for f in guide.rglob("*.yaml")}
    assert every == {*DELER}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda g: g.parent.name)
def test_every_file_of_the_guides_is_taken_however_its_scalars_are_read(guide: Path) -> None:
    for fil in files(guide):
        for value in (as_editor(fil), as_text(fil)):
            errors = [e.message for e in validator(part_of(fil)).iter_errors(value)]
            assert errors == [], fil


# --- what they refuse ---


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Give every mapping in the value, the outermost first."""
    if isinstance(value, dict):
        yield value
        for under in value.values():
            yield from objects(under)
    elif isinstance(value, list):
        for under in value:
            yield from objects(under)


@pytest.mark.parametrize("fil", files(FJORDVIK), ids=lambda f: f.stem)
def test_a_key_that_is_not_known_is_refused_on_the_outside_and_in_an_entry(fil: Path) -> None:
    del_ = part_of(fil)
    outside = as_editor(fil)
    outside["ukjent"] = "x"
    assert not accepted(del_, outside)
    inside = as_editor(fil)
    next(o for o in islice(objects(inside), 1, None) if len(o) > 1)["ukjent"] = "x"
    assert not accepted(del_, inside)


def changed(value: Any, most: int) -> Iterator[Any]:
    """Give the value with one thing wrong, or merely other, at a time, here and there in it."""
    places = [(nr, key) for nr, one in enumerate(objects(value)) for key in one]
    others: tuple[Any, ...] = (None, "", "ja", "x", "æ", "0", [], {}, ["ja"], {"ukjent": "x"})
    every = [(nr, key, other) for nr, key in places for other in others]
    for nr, key, other in every[:: len(every) // most + 1]:
        copy = deepcopy(value)
        one = next(islice(objects(copy), nr, None))
        one[key] = other
        if other is None:
            del one[key]
        yield copy


def reads(del_: str, value: Any) -> bool:
    """Tell whether the strict reader takes the value as the content of the part's file."""
    reader = Reader()
    node = parse(json.dumps(value, ensure_ascii=False), del_)
    if is_dataclass(type_of(del_)):
        reader.read(type_of(del_), node, "" if type_of(del_) is Om else del_, {})
    elif isinstance(node, MappingNode) and {*node.items} == {del_}:
        reader.read(type_of(del_), node.items[del_].value, del_, {})
    else:
        return False
    return not reader.problems


@pytest.mark.parametrize("del_", DELER)
def test_a_schema_and_the_reader_refuse_the_same(del_: str) -> None:
    fil = next(f for f in files(FJORDVIK, TRONDHEIM) if part_of(f) == del_)
    whole = as_text(fil)
    few = {key: v[-9:] if isinstance(v, list) and len(v) > 999 else v for key, v in whole.items()}
    for value in filter(None, changed(few, most=60)):
        assert accepted(del_, value) == reads(del_, value), value


@pytest.mark.parametrize(
    ("id_", "is_one"),
    [
        *(("a", True), ("02800", True), ("a-b_c", True), (112, True), ("rvts-midt", True)),
        *(("A", False), ("-a", False), ("a--b", False), ("ø", False), ("a b", False), ("", False)),
    ],
)
def test_an_id_is_what_the_reader_takes_as_one(id_: object, is_one: object) -> None:
    term = {"navn": "n", "forklaring": "f", "merke": "lov", "kilde": {"url": "u"}}
    value = {"begreper": [{"id": id_, **term}]}
    assert accepted("begreper", value) is is_one
    assert reads("begreper", value) is is_one


def test_the_id_of_the_guide_itself_is_what_the_reader_takes_as_one() -> None:
    about = as_text(FJORDVIK / "veileder.yaml") | {"id": "Fjord vik"}
    assert accepted("veileder", about) == reads("veileder", about)


def test_a_statement_needs_no_source_where_the_entry_around_it_has_one() -> None:
    rules = as_editor(FJORDVIK / "regler.yaml")
    assert accepted("regler", rules)
    rules["forbered"] = [{"tekst": "Ingen rundt denne har kilde."}]
    assert not accepted("regler", rules)


def test_what_an_editor_sees_as_number_date_or_true_is_text_where_text_is_expected() -> None:
    about = as_editor(FJORDVIK / "veileder.yaml")
    assert accepted("veileder", about | {"tittel": 2025, "revidert": 1.5, "eier": True})
    assert not accepted("veileder", about | {"tittel": None})


def test_true_is_not_ja() -> None:
    question = as_editor(FJORDVIK / "sporsmal.yaml")
    question["sporsmal"][0]["valgfritt"] = "nei"
    assert accepted("sporsmal", question)
    question["sporsmal"][0]["valgfritt"] = False
    assert not accepted("sporsmal", question)


# --- what they tell ---


def test_every_text_tells_of_something_that_is_in_the_model() -> None:
    assert all(navn in {f.name for f in fields(type_)} for type_, navn in FELT)
    assert {*ORDENE} == {*ORD}
    told = "".join(json.dumps(schema_of(d), ensure_ascii=False) for d in DELER)
    assert [t for t in (*KLASSER.values(), *FELT.values(), *ORDENE.values()) if t not in told] == []


# --- the command ---


def test_one_schema_is_printed(capsys: Output) -> None:
    for name in ("regler", "regler.yaml"):
        assert run(COMMAND, "--fil", name) == 0
        assert json.loads(capsys.readouterr().out) == schema_of("regler")


def test_all_schemas_are_saved_over_the_old_ones(tmp_path: Path, capsys: Output) -> None:
    folder = tmp_path / "ny" / "skjema"
    for _ in range(2):
        assert run(COMMAND, "--ut", folder, "--json") == 0
        saved = json.loads(capsys.readouterr().out)["skrevet"]
        assert [Path(s).name for s in saved] == [f"{d}.schema.json" for d in DELER]
        (folder / "regler.schema.json").write_text("gammelt")
    assert {Path(s) for s in saved} == {*folder.iterdir()}
    assert json.loads((folder / "trinn.schema.json").read_text("utf-8")) == schema_of("trinn")


@pytest.mark.parametrize("argv", [(), ("--fil", "regel"), ("--fil", "")])
def test_without_a_part_or_a_folder_it_says_which_there_are(
    argv: tuple[str, ...], capsys: Output
) -> None:
    assert run(COMMAND, *argv) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert all(d in said.err for d in DELER)


def test_a_folder_that_cannot_be_made_is_said_to_be_that(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "fil").write_text("her")
    assert run(COMMAND, "--ut", tmp_path / "fil" / "under") == 1
    assert "fil" in capsys.readouterr().err


def test_the_line_that_it_tells_to_write_is_read_as_nothing(tmp_path: Path, capsys: Output) -> None:
    mappe = copy_of_fjordvik(tmp_path)
    assert run(COMMAND, "--ut", mappe.parent / "skjema") == 0
    [line] = [e for e in capsys.readouterr().out.splitlines() if e.startswith("# yaml-lang")]
    fil = mappe / "tilfeller" / "trinnene.yaml"
    fil.write_text(f"{line}\n{fil.read_text('utf-8')}", "utf-8")
    load(mappe)
    assert (mappe / line.split("=")[1]).is_file()
