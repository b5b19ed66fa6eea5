"""The page of JSON and answers files: every field that is printed stands there, and no other."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from sider import DOCS, ROOT, Fence, code, fences, page, table, tables
from veileder_cli.answers import read_answers
from veileder_cli.answers_file import load_answers
from veileder_cli.cli.app import build_app, run
from veileder_cli.model.veileder import Veileder

Output = pytest.CaptureFixture[str]
SVAR: Final = DOCS / "eksempler" / "svar.yaml"
MISS: Final = "Når ingenting passer"
RUNS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "veileder sjekk": (("sjekk", "--svar", str(SVAR)),),
    "veileder kontakt": (("kontakt",),),
    "veileder definisjon": (("definisjon",),),
    "veileder definisjon TERM": (("definisjon", "radikalisring"),),
    "veileder tegn": (("tegn",),),
    "veileder faktorer": (("faktorer",),),
    "veileder trinn": (("trinn",),),
    "veileder tiltak": (("tiltak",),),
    "veileder aktorer": (("aktorer",),),
    "veileder regelverk": (("regelverk",),),
    "veileder lenker": (("lenker",),),
    "veileder les": (("les",),),
    "veileder les KAPITTEL": (("les", "6"),),
    "veileder sok TEKST": (("sok", "plikt"),),
    "veileder om": (("om",), ("om", "--lokalt", str(DOCS / "eksempler" / "lokalt"))),
    "veileder fullforing SKALL": (("fullforing", "bash"),),
    MISS: (("definisjon", "qqqq"), ("sok", "qqqq")),
}


class Shapes:
    """The tables of the page as shapes of JSON; remembers which fields have been seen."""

    def __init__(self) -> None:
        self.fields = {
            t.under: {code(navn): (verdi, "(ikke alltid)" in navn) for navn, verdi, _ in t.rows}
            for t in tables("json.md")
            if len(t.rows[0]) == 3
        }
        self.fields["kontaktrad"] |= self.fields["kontakt"]
        self.seen: set[tuple[str, str]] = set()

    def faults(self, value: Any, kind: str, path: str) -> Iterator[str]:
        """List where a value is not what the page says it is."""
        if kind.endswith(" eller null"):
            if value is not None:
                yield from self.faults(value, kind.removesuffix(" eller null"), path)
        elif kind.startswith("liste av "):
            for nr, element in enumerate(value):
                yield from self.faults(element, kind.removeprefix("liste av "), f"{path}[{nr}]")
        elif kind.startswith("["):
            yield from self.object_faults(value, kind[1 : kind.index("]")], path)
        elif not isinstance(value, {"tekst": str, "ja/nei": bool}[kind]):
            yield f"{path}: {value!r}"

    def object_faults(self, value: Any, shape: str, path: str) -> Iterator[str]:
        """List the fields that are missing or not documented, and what is wrong below."""
        known = self.fields[shape]
        must = {navn for navn, (_, optional) in known.items() if not optional}
        if not must <= {*value} <= {*known}:
            yield f"{path}: {sorted(must - {*value})} mangler, {sorted({*value} - {*known})} er nye"
        for navn in value.keys() & known.keys():
            self.seen.add((shape, navn))
            yield from self.faults(value[navn], known[navn][0], f"{path}.{navn}")


@pytest.fixture
def own_content(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VEILEDER_INNHOLD", raising=False)


@pytest.mark.usefixtures("own_content")
def test_every_field_that_is_printed_is_documented_and_no_other(capsys: Output) -> None:
    shapes = Shapes()
    for command, runs in RUNS.items():
        for argv in runs:
            run([*argv, "--json"])
            value = json.loads(capsys.readouterr().out)
            assert [*shapes.object_faults(value, command, command)] == []
    assert [
        (s, n) for s, navn in shapes.fields.items() for n in navn if (s, n) not in shapes.seen
    ] == []


def test_every_command_has_its_fields_on_the_page() -> None:
    commands = {str(c.callback.__name__) for c in build_app().registered_commands if c.callback}
    assert {argv[0] for runs in RUNS.values() for argv in runs} == commands
    assert [t.under for t in tables("json.md") if t.under.startswith("veileder ")] == [
        command for command in RUNS if command != MISS
    ]


# --- answers files ---


@pytest.mark.parametrize("fence", [f for f in fences("json.md") if f.merke == "svar"])
def test_the_answers_on_the_page_can_be_used(
    veileder: Veileder, fence: Fence, tmp_path: Path
) -> None:
    fil = tmp_path / "svar"
    fil.write_text(fence.tekst, "utf-8")
    ark = read_answers(veileder, load_answers(fil))
    assert (ark.feil, ark.ignorert) == ((), ())


@pytest.mark.usefixtures("own_content")
def test_the_example_of_an_answers_file_is_used_whole(capsys: Output) -> None:
    assert run(["sjekk", "--svar", str(SVAR)]) == 0
    assert capsys.readouterr().err == ""
    assert str(SVAR.relative_to(ROOT)) in (ROOT / "README.md").read_text("utf-8")


def test_the_questions_where_vet_ikke_counts_are_named(veileder: Veileder) -> None:
    teller = [s.id for s in veileder.sporsmal if s.vet_ikke_teller]
    assert f"unntakene {' og '.join(f'`{id_}`' for id_ in teller)}:" in page("json.md")


@pytest.mark.usefixtures("own_content")
@pytest.mark.parametrize(
    ("svar", "kode", "sagt"),
    [
        ("{fare_na: nei, tegn: []}", 0, ""),
        ("{fare_na: ja, tegn: []}", 0, "tegn"),
        ("{fare_na: nei, tegn: nei}", 2, "tegn"),
        ("{fare_na: []}", 2, "fare_na"),
        ("{gjort: [dialog, vet-ikke]}", 2, "gjort"),
        ("{tegn: reiser, tegn_usikker: reiser}", 2, "tegn_usikker"),
    ],
)
def test_an_answers_file_ends_with_the_code_of_the_page(
    svar: str, kode: int, sagt: str, tmp_path: Path, capsys: Output
) -> None:
    fil = tmp_path / "svar.yaml"
    fil.write_text(svar, "utf-8")
    assert run(["sjekk", "--svar", str(fil), "--json"]) == kode
    err = capsys.readouterr().err
    assert sagt in err
    assert bool(err) is bool(sagt)
    assert str(kode) in {code(celle) for celle, _ in table("json.md", "Slutkoder")}
