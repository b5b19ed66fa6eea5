"""The pages in docs/ say what the program does: their examples run, their tables are complete."""

import re
import runpy
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin

import pytest

from guider import TRONDHEIM, change, load, problems
from sider import DOCS, PAGES, ROOT, Fence, code, fences, page, table, tables
from veileder_cli.cli.app import build_app, run
from veileder_cli.convert import hints_of
from veileder_cli.editions import Utgave
from veileder_cli.innhold.sammenlign import compare, read_pair
from veileder_cli.innhold.sammenlign_tekst import report
from veileder_cli.loader import CASES, load_veileder, read_guide
from veileder_cli.model.betingelse import Alltid, Betingelse, Tegnkrav
from veileder_cli.model.innhold import Utsagn
from veileder_cli.model.kilde import Merke
from veileder_cli.model.sjekk import Sporsmalstype
from veileder_cli.model.veileder import PARTS, Veileder
from veileder_cli.render.layout import to_text
from veileder_cli.strict_yaml import MappingNode, parse
from veileder_cli.vocabulary import ORD

# --- all pages ---


@pytest.mark.parametrize("side", PAGES, ids=lambda side: side.name)
def test_every_link_leads_to_a_file_and_a_heading_of_it(side: Path) -> None:
    for mal, anker in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", side.read_text("utf-8")):
        fil = side.parent / mal if mal else side
        assert fil.exists(), mal
        assert not anker or anker in _anchors(fil), anker


@pytest.mark.parametrize("side", PAGES, ids=lambda side: side.name)
def test_every_command_that_a_page_names_exists(side: Path) -> None:
    app = build_app()
    known = {str(c.callback.__name__) for c in app.registered_commands if c.callback}
    known |= {str(group.name) for group in app.registered_groups}
    named = re.findall(r"(?:`|^)veileder ([a-zæøå]+)", side.read_text("utf-8"), re.MULTILINE)
    assert {*named} - {*known, "søk"} == set()


def test_the_page_of_commands_is_the_help_of_the_program() -> None:
    build_page = runpy.run_path(str(DOCS / "lag_kommandoer.py"))["build_page"]
    assert page("kommandoer.md") == build_page(), "run make docs"


def test_the_layers_of_the_architecture_are_those_that_are_checked() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    [layers] = [c["layers"] for c in config["tool"]["importlinter"]["contracts"] if "layers" in c]
    [shown] = [f.tekst for f in fences("architecture.md") if f.merke == "layers"]
    assert shown.splitlines() == layers


def test_every_module_has_a_line_in_the_architecture() -> None:
    [shown] = [f.tekst for f in fences("architecture.md") if f.merke == "folders"]
    pakke = ROOT / "src" / "veileder_cli"
    moduler = {
        fil.name for fil in pakke.iterdir() if fil.name not in {"__init__.py", "__pycache__"}
    }
    assert moduler - {linje.split()[0].strip("/") for linje in shown.splitlines()} == set()


def test_every_decision_is_in_the_index() -> None:
    filer = [fil.name for fil in sorted((DOCS / "decisions").glob("0*.md"))]
    assert re.findall(r"\((0\S+\.md)\)", page("decisions/README.md")) == filer


def _anchors(fil: Path) -> set[str]:
    titler = re.findall(r"^#+ (.*)", fil.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", tittel.lower()).replace(" ", "-") for tittel in titler}


# --- innhold.md: examples ---


@dataclass(frozen=True)
class Example:
    """A change of one file that the page shows; with the message where it shows a fault."""

    fil: str
    endring: Mapping[str, str]
    melding: str = ""


def _examples() -> Iterator[Example]:
    andre = {"yaml", "lag", "sammenlign", "mappe"}
    igjen = iter(f for f in fences("innhold.md") if f.merke not in andre)
    for fence in igjen:
        if fence.merke == "før":
            neste = next(igjen)
            melding = next(igjen).tekst if neste.merke == "feil" else ""
            yield Example(fence.fil, {"bytt": fence.tekst, "med": neste.tekst}, melding)
        else:
            yield Example(fence.fil.split()[-1], {fence.merke: fence.tekst})


EXAMPLES: Final = (*_examples(),)


def _follow(nr: int, folder: Path) -> Path:
    """Do what the page says with an edition, up to and with the example; give its folder."""
    example = EXAMPLES[nr]
    mappe = folder / Path(*Path(example.fil).parts[:2])
    _make(mappe.relative_to(folder), folder)
    for andre in EXAMPLES[:nr]:
        if not andre.melding and (folder / andre.fil).is_relative_to(mappe):
            _change(folder / andre.fil, andre.endring)
    _change(folder / example.fil, example.endring)
    return mappe


def _make(mappe: Path, folder: Path) -> None:
    """Make an edition by the command that the page gives for it, or copy the one that ships."""
    [*kommandoer] = (
        f.tekst.split() for f in fences("innhold.md") if (f.merke, f.fil) == ("lag", str(mappe))
    )
    if not kommandoer:
        shutil.copytree(TRONDHEIM, folder / mappe)
    for _program, *argv in kommandoer:
        assert run([str(folder / mappe) if ord_ == str(mappe) else ord_ for ord_ in argv]) == 0


def _change(fil: Path, endring: Mapping[str, str]) -> None:
    if "sist" in endring:
        endring = {"ny": fil.read_text("utf-8") + endring["sist"]}
    fil.parent.mkdir(exist_ok=True)
    change(fil, endring)


def _without_line(melding: str) -> str:
    """Leave the number of the line out: it moves with every change above it."""
    return re.sub(r"^(\w+\.yaml):\d+: ", r"\1: ", melding)


@pytest.mark.parametrize("nr", range(len(EXAMPLES)), ids=lambda nr: f"{nr}-{EXAMPLES[nr].fil}")
def test_the_example_does_what_the_page_says(veileder: Veileder, nr: int, tmp_path: Path) -> None:
    mappe, melding = _follow(nr, tmp_path), EXAMPLES[nr].melding
    if melding:
        assert [*map(_without_line, problems(mappe))] == [*map(_without_line, melding.splitlines())]
    else:
        ny = load_veileder(Utgave("", mappe, sprak="en" if "sprak/" in EXAMPLES[nr].fil else ""))
        assert ny != veileder


def test_one_who_follows_the_page_finds_the_new_contact_and_the_new_case_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fil = "trondheim/2026-12/tilfeller/egne.yaml"
    mappe = _follow(next(nr for nr, e in enumerate(EXAMPLES) if e.fil == fil), tmp_path)
    assert run(["innhold", "prov", str(mappe)]) == 0
    assert run(["innhold", "valider", str(mappe)]) == 0
    capsys.readouterr()
    assert run(["kontakt", "ungdomskontakten", "--innhold", str(mappe), "--json"]) == 0
    assert '"ungdomskontakten"' in capsys.readouterr().out


def test_the_guide_that_is_like_another_and_the_local_folder_are_as_the_page_says(
    veileder: Veileder, tmp_path: Path
) -> None:
    for fence in fences("innhold.md"):
        if fence.merke == "mappe":
            (tmp_path / fence.fil).parent.mkdir(parents=True, exist_ok=True)
            change(tmp_path / fence.fil, {"ny": fence.tekst})
    sund = load(tmp_path / "sund" / "2026-12")
    assert (sund.om.kommune, sund.regler) == ("Sund", veileder.regler)
    assert sund.kontakt["slt-koordinator"] != veileder.kontakt["slt-koordinator"]
    rettet = read_guide(TRONDHEIM, lokalt=tmp_path / "lokalt").veileder
    assert rettet.kontakt["leder"].numre
    assert [e.split()[1] for e in rettet.lokalt_endret] == ["leder"]


def test_the_comparison_that_is_shown_is_what_the_program_says(tmp_path: Path) -> None:
    [vist] = [f for f in fences("innhold.md") if f.merke == "sammenlign"]
    [siste, *_] = [
        nr for nr in reversed(range(len(EXAMPLES))) if EXAMPLES[nr].fil.startswith(vist.fil)
    ]
    siste -= bool(EXAMPLES[siste].melding)
    mappe = _follow(siste, tmp_path)
    sagt = to_text(report(compare(read_pair(TRONDHEIM, mappe))), 120)
    steder = [sagt.find(avsnitt) for avsnitt in vist.tekst.strip().split("\n\n")]
    assert -1 not in steder
    assert steder == sorted(steder)


@pytest.mark.parametrize("fence", [f for f in fences("innhold.md") if f.merke == "yaml"])
def test_the_yaml_that_is_explained_is_yaml(fence: Fence) -> None:
    assert isinstance(parse(fence.tekst, "innhold.md"), MappingNode)


def test_every_word_of_the_vocabulary_has_an_example_that_loads(tmp_path: Path) -> None:
    rows = table("innhold.md", "vilkår")
    assert [code(ord_) for ord_, *_ in rows] == [*ORD]
    assert [code(eksempel)[1:].split(":")[0] for *_, eksempel in rows] == [*ORD]
    kilde = "\n    merke: tillegg\n    kilde: {redaksjonen: Prøve}\n"
    utsagn = "".join(f"  - tekst: Prøve\n    hvis: {code(e)}{kilde}" for *_, e in rows)
    mappe = tmp_path / "trondheim" / TRONDHEIM.name
    shutil.copytree(TRONDHEIM, mappe)
    _change(mappe / "regler.yaml", {"sist": utsagn})
    assert len(load(mappe).regler.stotte) > len(ORD)


# --- innhold.md: files and fields ---


def test_every_file_is_listed() -> None:
    filer = {code(fil) for fil, _ in table("innhold.md", "Filene og feltene")}
    assert filer == {"veileder.yaml", *(f"{part}.yaml" for part in PARTS), f"{CASES}/*.yaml"}


def test_every_field_is_listed_with_its_kind_and_whether_it_must_be_there() -> None:
    listed = {
        t.under.split()[1]: {code(navn): (verdi, ma_med) for navn, verdi, ma_med, _ in t.rows}
        for t in tables("innhold.md")
        if t.under.startswith("felt ")
    }
    assert listed == {type_.__name__: _fields(type_) for type_ in _written()}


def test_every_type_of_question_is_listed() -> None:
    assert [code(type_) for type_, _ in table("innhold.md", "typer")] == [*Sporsmalstype]


def _fields(type_: Any) -> dict[str, tuple[str, str]]:
    hints = hints_of(type_)
    return {f.name: (_kind(hints[f.name]), _must(type_, f)) for f in fields(type_)}


def _must(type_: Any, felt: Field[Any]) -> str:
    if type_ is Utsagn and felt.name in {"merke", "kilde"}:
        return "arves"
    return "ja" if felt.default is MISSING and felt.default_factory is MISSING else "nei"


KINDS: Final[Mapping[Any, str]] = {
    str: "tekst",
    int: "tall",
    bool: "ja/nei",
    Betingelse: "vilkår",
    Merke: "merke",
    Sporsmalstype: "spørsmålstype",
    Mapping[str, Betingelse]: "nøkler med vilkår",
    Mapping[str, tuple[str, ...]]: "nøkler med lister",
}


def _kind(type_: Any) -> str:
    """Say what the page calls a value of the type: a class by its own name."""
    if type_ in KINDS:
        return KINDS[type_]
    if get_origin(type_) is tuple:
        return f"liste av {_kind(get_args(type_)[0])}"
    if get_origin(type_) is UnionType:
        return "vilkår" if Alltid in get_args(type_) else _kind(_not_none(type_))
    if issubclass(type_, StrEnum):
        return "/".join(type_)
    return str(type_.__name__).lower()


def _not_none(type_: Any) -> Any:
    return next(t for t in get_args(type_) if t is not NoneType)


def _written() -> tuple[Any, ...]:
    """List the classes whose fields an author writes: all below Veileder, and that of a word."""
    found: list[Any] = [Tegnkrav]
    waiting = [type_ for field, type_ in hints_of(Veileder).items() if field != "egen"]
    while waiting:
        type_ = waiting.pop()
        if type_ not in found and is_dataclass(type_):
            found.append(type_)
            waiting += hints_of(found[-1]).values()
        if Alltid not in get_args(type_):
            waiting += get_args(type_)
    return (*found,)
