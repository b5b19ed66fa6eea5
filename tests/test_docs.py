"""The pages in docs/ say what the program does: their examples run, their tables are complete."""

import json
import re
import runpy
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, Final, get_args, get_origin

import pytest

from guider import TRONDHEIM, change, load, problems
from sider import DOCS, PAGES, ROOT, Fence, Table, code, fences, page, table, tables
from veileder_cli.answers import read_answers
from veileder_cli.cli.app import build_app, run
from veileder_cli.convert import hints_of
from veileder_cli.loader import CASES, PARTS, load_answers
from veileder_cli.model.betingelse import Alltid, Tegnkrav
from veileder_cli.model.innhold import Utsagn
from veileder_cli.model.sjekk import Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.strict_yaml import parse
from veileder_cli.vocabulary import ORD

Output = pytest.CaptureFixture[str]
SVAR: Final = DOCS / "eksempler" / "svar.yaml"
LAYERS: Final = "Who may import whom"


# --- all pages ---


@pytest.mark.parametrize("side", PAGES, ids=lambda side: side.name)
def test_every_link_to_a_file_or_a_heading_leads_somewhere(side: Path) -> None:
    for mal, anker in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", side.read_text("utf-8")):
        fil = side.parent / mal if mal else side
        assert fil.exists(), mal
        assert not anker or anker in _anchors(fil), anker


@pytest.mark.parametrize("side", PAGES, ids=lambda side: side.name)
def test_every_command_that_a_page_names_exists(side: Path) -> None:
    known = {str(c.callback.__name__) for c in build_app().registered_commands if c.callback}
    # Where a command may stand: in code, or at the start of a line of a code block.
    named = re.findall(r"(?:`|^)veileder ([a-zæøå]+)", side.read_text("utf-8"), re.MULTILINE)
    assert {*named} - known == set()


def test_the_page_of_commands_is_the_help_of_the_program() -> None:
    build_page = runpy.run_path(str(DOCS / "lag_kommandoer.py"))["build_page"]
    assert page("kommandoer.md") == build_page(), "make docs"


def test_the_layers_of_the_architecture_are_those_that_are_checked() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    [layers] = [c["layers"] for c in config["tool"]["importlinter"]["contracts"] if "layers" in c]
    shown = page("architecture.md").split(f"## {LAYERS}")[1].split("```")[1]
    assert [line.strip() for line in shown.splitlines()[1:]] == layers


def test_every_module_has_a_line_in_the_architecture() -> None:
    pakke = ROOT / "src" / "veileder_cli"
    moduler = [f.stem if f.suffix else f"{f.name}/" for f in pakke.iterdir() if f.name[:2] != "__"]
    assert [m for m in moduler if not re.search(rf"^ +{m}", page("architecture.md"), re.M)] == []


def test_every_decision_is_in_the_index() -> None:
    filer = [f.name for f in sorted((DOCS / "decisions").glob("0*.md"))]
    assert re.findall(r"\((0\S+\.md)\)", page("decisions/README.md")) == filer


# --- innhold.md: examples ---


@dataclass(frozen=True)
class Example:
    """A change of one file that the page shows; with the message where it shows a fault."""

    fil: str
    endring: Mapping[str, str]
    melding: str = ""


def _examples() -> Iterator[Example]:
    igjen = [f for f in fences("innhold.md") if f.merke != "yaml"]
    while igjen:
        forste = igjen.pop(0)
        match forste.merke:
            case "ny":
                yield Example(forste.fil.removeprefix("fil "), {"ny": forste.tekst})
            case "sist":
                yield Example(forste.fil.removeprefix("i "), {"sist": forste.tekst})
            case _:
                neste = igjen.pop(0)
                endring = {"bytt": forste.tekst, "med": neste.tekst}
                melding = igjen.pop(0).tekst if neste.merke == "feil" else ""
                yield Example(forste.fil, endring, melding)


EXAMPLES: Final = (*_examples(),)


def _numbered() -> list[Any]:
    return [pytest.param(nr, id=f"{nr}-{e.fil}") for nr, e in enumerate(EXAMPLES)]


def _follow(nr: int, folder: Path) -> Path:
    """Do what the page says for an edition, up to and with the example."""
    naa = EXAMPLES[nr]
    mappe = folder / Path(*Path(naa.fil).parts[:2])
    shutil.copytree(TRONDHEIM, mappe)
    for example in EXAMPLES[: nr + 1]:
        if (folder / example.fil).is_relative_to(mappe) and (not example.melding or example is naa):
            _change(folder / example.fil, example.endring)
    return mappe


def _change(fil: Path, endring: Mapping[str, str]) -> None:
    if "sist" in endring:
        endring = {"ny": fil.read_text("utf-8") + endring["sist"]}
    change(fil, endring)


@pytest.mark.parametrize("nr", _numbered())
def test_the_example_does_what_the_page_says(
    veileder: Veileder, nr: int, tmp_path: Path
) -> None:
    mappe = _follow(nr, tmp_path)
    if melding := EXAMPLES[nr].melding:
        assert [_without_line(p) for p in problems(mappe)] == [
            _without_line(linje) for linje in melding.splitlines()
        ]
    else:
        assert load(mappe) != veileder


def test_the_message_shows_a_file_and_a_line() -> None:
    [melding] = [e.melding for e in EXAMPLES if e.melding]
    assert all(re.match(r"\w+\.yaml:\d+: ", linje) for linje in melding.splitlines())


@pytest.mark.parametrize("fence", [f for f in fences("innhold.md") if f.merke == "yaml"])
def test_the_yaml_that_is_explained_is_yaml(fence: Fence) -> None:
    assert parse(fence.tekst, "innhold.md")


def test_every_word_of_the_vocabulary_has_an_example_that_loads(tmp_path: Path) -> None:
    rows = table("innhold.md", "vilkår")
    assert [code(word) for word, *_ in rows] == [*ORD]
    assert [code(e)[1:].split(":")[0] for *_, e in rows] == [*ORD]
    kilde = "\n    merke: tillegg\n    kilde: {redaksjonen: Prøve}\n"
    utsagn = "".join(f"  - tekst: Prøve\n    hvis: {code(e)}{kilde}" for *_, e in rows)
    mappe = tmp_path / "trondheim" / TRONDHEIM.name
    shutil.copytree(TRONDHEIM, mappe)
    _change(mappe / "regler.yaml", {"sist": utsagn})
    assert len(load(mappe).regler.forbered) > len(ORD)


# --- innhold.md: files and fields ---


def test_every_file_is_listed() -> None:
    rows = table("innhold.md", "Filene og feltene")
    expected = {"veileder.yaml", *(f"{part}.yaml" for part in PARTS), f"{CASES}/*.yaml"}
    assert {code(name) for name, _ in rows} == expected


def test_every_field_is_listed_with_its_kind_and_whether_it_must_be_there() -> None:
    listed = {t.under.split()[1]: t for t in tables("innhold.md") if t.under.startswith("felt ")}
    assert {name: _listed(t) for name, t in listed.items()} == {
        type_.__name__: _fields(type_) for type_ in _written_classes()
    }


def test_every_type_of_question_is_listed() -> None:
    assert [code(name) for name, _ in table("innhold.md", "typer")] == [*Sporsmalstype]


def _listed(found: Table) -> dict[str, tuple[str, str]]:
    return {code(name): (kind, must) for name, kind, must, _ in found.rows}


def _fields(type_: Any) -> dict[str, tuple[str, str]]:
    hints = hints_of(type_)
    return {f.name: (_kind(hints[f.name]), _must(type_, f)) for f in fields(type_)}


def _must(type_: Any, field: Any) -> str:
    if type_ is Utsagn and field.name in {"merke", "kilde"}:
        return "arves"
    return "ja" if field.default is field.default_factory is MISSING else "nei"


def _kind(type_: Any) -> str:
    """Say what the page calls a value of the type."""
    deler = [t for t in get_args(type_) if t is not NoneType]
    if Alltid in deler:
        return "vilkår"
    if get_origin(type_) is tuple:
        return f"liste av {_kind(deler[0])}"
    if is_dataclass(type_) or issubclass(get_origin(type_) or type, StrEnum):
        return str(getattr(type_, "__name__", "")).lower()
    if len(deler) == 2:
        return f"nøkler med {'vilkår' if Alltid in get_args(deler[1]) else 'lister'}"
    if deler:
        return _kind(deler[0])
    return {str: "tekst", bool: "ja/nei", int: "tall", Sporsmalstype: "spørsmålstype"}.get(
        type_, type_.__name__.lower()
    )


def _written_classes() -> tuple[Any, ...]:
    """List the classes whose fields an author writes: all below Veileder, and those of words."""
    found: dict[Any, None] = {Tegnkrav: None}
    waiting = [*hints_of(Veileder).values()]
    while waiting:
        type_ = waiting.pop()
        if Alltid in get_args(type_):
            continue
        if is_dataclass(type_) and type_ not in found:
            found[type_] = None
            waiting += hints_of(type_).values()
        waiting += get_args(type_)
    return (*found,)


# --- json.md ---

RUNS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "veileder kontakt": (("kontakt",), ("kontakt", "politi")),
    "veileder definisjon": (("definisjon",),),
    "veileder definisjon TERM": (("definisjon", "samtykke"), ("definisjon", "radikalisring")),
    "veileder tegn": (("tegn",),),
    "veileder faktorer": (("faktorer",),),
    "veileder trinn": (("trinn",), ("trinn", "2")),
    "veileder tiltak": (("tiltak",),),
    "veileder aktorer": (("aktorer",),),
    "veileder regelverk": (("regelverk",),),
    "veileder lenker": (("lenker",),),
    "veileder les": (("les",),),
    "veileder les KAPITTEL": (("les", "6"),),
    "veileder sok TEKST": (("sok", "plikt"),),
    "veileder om": (("om",),),
    "veileder sjekk": (("sjekk", "--svar", str(SVAR)),),
}


class Shapes:
    """The tables of json.md as the shapes of JSON; remembers which fields have been seen."""

    def __init__(self) -> None:
        self.fields = {
            t.under: {code(name): (kind, "(ikke alltid)" in name) for name, kind, _ in t.rows}
            for t in tables("json.md")
            if t.rows[0][1] == t.rows[0][1].strip() and len(t.rows[0]) == 3
        }
        self.fields["kontaktrad"] |= self.fields["kontakt"]
        self.seen: set[tuple[str, str]] = set()

    def faults(self, value: Any, kind: str, path: str) -> Iterator[str]:
        """List where a value is not what the page says it is."""
        if kind.endswith(" eller null"):
            yield from () if value is None else self.faults(value, kind[: -len(" eller null")], path)
        elif kind.startswith("liste av "):
            for nr, element in enumerate(value):
                yield from self.faults(element, kind.removeprefix("liste av "), f"{path}[{nr}]")
        elif kind.startswith("["):
            yield from self.object_faults(value, kind[1:].split("]")[0], path)
        elif not isinstance(value, {"tekst": str, "ja/nei": bool}[kind]):
            yield f"{path}: {value!r} er ikke {kind}"

    def object_faults(self, value: Any, shape: str, path: str) -> Iterator[str]:
        known = self.fields[shape]
        must = {name for name, (_, optional) in known.items() if not optional}
        if not must <= {*value} <= {*known}:
            yield f"{path}: {sorted({*value} ^ {*known})}"
        for name in value.keys() & known:
            self.seen.add((shape, name))
            yield from self.faults(value[name], known[name][0], f"{path}.{name}")


@pytest.fixture
def shapes(monkeypatch: pytest.MonkeyPatch) -> Shapes:
    monkeypatch.delenv("VEILEDER_INNHOLD", raising=False)
    return Shapes()
