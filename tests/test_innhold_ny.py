"""A new guide: valid at once whatever it is called, true in its comments, written whole or not."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from hatchling.builders.wheel import WheelBuilder
from hypothesis import example, given, settings
from hypothesis import strategies as st

from forfatter import run
from sider import ROOT
from terminal import Terminal
from test_innhold_skjema import accepted, as_editor, part_of
from test_kildekode import ORD
from veileder_cli.cli.app import run as run_program
from veileder_cli.cli.innhold_ny import COMMAND
from veileder_cli.convert import hints_of
from veileder_cli.editions import META
from veileder_cli.innhold.advarsler import BYTT_UT
from veileder_cli.innhold.analyse import analyse, read_all
from veileder_cli.innhold.ny import Oppskrift, build_guide, slug
from veileder_cli.innhold.ny_svar import FLEST_TRINN, SPORSMAAL, fault_in_text, likely
from veileder_cli.innhold.prov import try_cases
from veileder_cli.innhold.skjema import schema_of, type_of
from veileder_cli.innhold.valider import check_guide
from veileder_cli.loader import CASES, OTHERS, all_faults, read_guide
from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.veileder import PARTS
from veileder_cli.strict_yaml import parse

Output = pytest.CaptureFixture[str]
TODAY: Final = date(2026, 12, 1)
FJORDBY: Final = Oppskrift(
    kommune="Fjordby",
    utgave="2026-12",
    tittel="Når du er bekymret",
    eier="Fjordby kommune",
    trinn=3,
    roller=("Lærer", "Innbygger"),
)
FLAGS: Final = (
    "--kommune=Fjordby",
    "--utgave=2026-12",
    "--tittel=Råd",
    "--eier=Fjordby",
    "--trinn=1",
    "--roller=Lærer",
)
READY: Final = "avslutter. >"
built = cache(build_guide)
MAL: Final = Path(str(files("veileder_cli.innhold") / "mal"))
TEMPLATES: Final = sorted(MAL.rglob("*.yaml"))


def write(mappe: Path, oppskrift: Oppskrift = FJORDBY) -> Path:
    for navn, tekst in built(oppskrift, TODAY).items():
        (mappe / navn).parent.mkdir(parents=True, exist_ok=True)
        (mappe / navn).write_text(tekst, "utf-8")
    return mappe


# --- what comes out ---


@pytest.mark.parametrize("trinn", [0, 1, 2, 4, 9, FLEST_TRINN])
def test_a_new_guide_has_no_fault_and_every_case_holds(tmp_path: Path, trinn: int) -> None:
    mappe = write(tmp_path, replace(FJORDBY, trinn=trinn))
    kontroll = check_guide(mappe, TODAY)
    assert kontroll.feil == ()
    assert {a.slag for a in kontroll.advarsler} <= {"bytt-ut", "kontakt"}
    prove = try_cases(mappe, None)
    assert prove.holder
    assert prove.udekket == ()
    lesning = read_all(mappe)
    assert lesning.fil.paastander
    assert analyse(lesning.lest.veileder, lesning.fil.paastander).holder
    assert len(lesning.lest.veileder.trinn) == trinn


LETTERS: Final = st.characters(exclude_categories=("C", "Z")) | st.sampled_from(" \"'\\:#-{}[]%$&*")
NAMES: Final = st.text(LETTERS, min_size=1, max_size=120).filter(lambda t: not fault_in_text(t))
ROLES: Final = st.lists(NAMES.map(str.strip), min_size=1, max_size=6, unique=True)
ODD: Final = (
    "'\"",
    "a: b",
    "- x #y",
    "!!!",
    "Øyby på Ås",
    "%TAG",
    "$kommune ${x} $$",
    "\\UFFFFFFFF \\n",
    "{a: [b]}",
    "nei",
    "# <trinn>",
    "x" * 200,
    "日本",
)


def recipe(navn: tuple[str, str, str], roller: list[str], trinn: int) -> Oppskrift:
    kommune, tittel, eier = (n.strip() for n in navn)
    return replace(
        FJORDBY, kommune=kommune, tittel=tittel, eier=eier, roller=tuple(roller), trinn=trinn
    )


@given(st.builds(recipe, st.tuples(NAMES, NAMES, NAMES), ROLES, st.integers(0, 3)))
@example(recipe(("!!!", "«", "."), [*ODD], 1))
@example(recipe(("x", "y", "z"), ["Vet ikke", "vet-ikke!", "ikke: vet"], 0))
@example(recipe(("a", "b", "c"), ["a 3", "a", "A!", "a-3"], 2))
@settings(max_examples=15)
def test_any_name_stands_in_the_guide_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, oppskrift: Oppskrift
) -> None:
    lest = read_guide(write(tmp_path_factory.mktemp("ny"), oppskrift)).veileder
    assert all_faults(lest) == ()
    om = lest.om
    assert (om.kommune, om.tittel) == (oppskrift.kommune, oppskrift.tittel)
    assert om.eier == oppskrift.eier
    assert tuple(r.navn for r in lest.roller) == oppskrift.roller


@pytest.mark.parametrize("navn", ODD)
def test_an_odd_name_is_taken_as_a_municipality(navn: str, tmp_path: Path) -> None:
    assert fault_in_text(navn) == ""
    assert read_guide(write(tmp_path, replace(FJORDBY, kommune=navn))).veileder.om.kommune == navn


@pytest.mark.parametrize(
    "navn", ["", "  ", "a\nb", "a\tb", "\x1b[2J", "\u202e", "\ud800", "\u2028", "\x85", "x" * 201]
)
def test_what_cannot_stand_in_a_file_is_no_name(navn: str) -> None:
    assert fault_in_text(navn)


def test_norwegian_letters_become_those_of_an_id() -> None:
    assert [slug(n) for n in ("Ærfugløy i Å", "Guovdageaidnu – Kautokeino", "!!!")] == [
        "aerfugloy-i-a",
        "guovdageaidnu-kautokeino",
        "",
    ]


@pytest.mark.parametrize("trinn", [0, 3])
def test_the_rules_lead_where_they_should(tmp_path: Path, capsys: Output, trinn: int) -> None:
    mappe = write(tmp_path / "g", replace(FJORDBY, trinn=trinn))
    ruter = []
    for svar in (
        "{fare: ja}",
        "{fare: nei, tegn: truer-eller-bruker-vold}",
        "{fare: nei, tegn: eksempel-pa-tegn}",
        "{fare: nei, tegn: [], tegn_usikker: eksempel-pa-tegn}",
        "{fare: nei, tegn: []}",
    ):
        fil = tmp_path / "svar.yaml"
        fil.write_text(svar, "utf-8")
        assert run_program(["sjekk", "--innhold", str(mappe), "--svar", str(fil), "--json"]) == 0
        vist = json.loads(capsys.readouterr().out)
        assert vist["varsler"][0]["id"] == "fare-na"
        ruter.append(vist["rute"])
    nest = "til-trinn-1" if trinn else "snakk-med-noen"
    assert ruter == ["ring-nodnummeret", "ring-politiet", nest, nest, "for-lite-a-ga-etter"]


# --- the comments are true ---


def classes(type_: Any, shown: Callable[[str], object] = bool) -> Iterator[Any]:
    """List the classes whose fields an author writes in a part, below fields that are shown."""
    if is_dataclass(type_):
        yield type_
        for navn, under in hints_of(type_).items():
            if shown(navn):
                yield from classes(under, shown)
    elif Alltid not in get_args(type_):
        for under in get_args(type_):
            yield from classes(under, shown)


def text_of(del_: str) -> str:
    filer = built(FJORDBY, TODAY)
    return filer[f"{CASES}/reglene.yaml" if del_ == CASES else f"{del_}.yaml"]


EVERY: Final = (
    META.removesuffix(".yaml"),
    *PARTS,
    *(o.removesuffix(".yaml") for o in OTHERS),
    CASES,
)


def test_every_file_that_the_loader_reads_is_there_and_no_other() -> None:
    guide = {navn for navn in built(FJORDBY, TODAY) if navn.endswith(".yaml")}
    assert {navn for navn in guide if "/" not in navn} == {f"{d}.yaml" for d in EVERY if d != CASES}
    assert {navn.split("/")[0] for navn in guide if "/" in navn} == {CASES}


@pytest.mark.parametrize("del_", EVERY)
def test_every_field_that_must_be_there_is_shown_or_explained(del_: str) -> None:
    tekst = text_of(del_)

    def is_shown(navn: str) -> bool:
        return bool(re.search(rf"\b{navn}:", tekst))

    required = {
        f.name
        for type_ in classes(type_of(del_), is_shown)
        for f in fields(type_)
        if f.default is MISSING and f.default_factory is MISSING
    }
    assert {navn for navn in required if not is_shown(navn)} == set()


@pytest.mark.parametrize("del_", EVERY)
def test_every_field_that_is_explained_exists(del_: str) -> None:
    explained = {*re.findall(r"^# {3,5}([a-z_]+): ", text_of(del_), re.MULTILINE)}
    known = {f.name for type_ in classes(type_of(del_)) for f in fields(type_)}
    assert explained
    assert explained - known == set()


@pytest.mark.parametrize("navn", [n for n in built(FJORDBY, TODAY) if n.endswith(".yaml")])
def test_the_first_line_leads_an_editor_to_the_schema_and_it_finds_no_fault(
    navn: str, tmp_path: Path
) -> None:
    fil = write(tmp_path) / navn
    linje = fil.read_text("utf-8").splitlines()[0]
    assert linje.startswith("# yaml-language-server: $schema=")
    skjema = json.loads((fil.parent / linje.split("=")[1]).read_text("utf-8"))
    assert skjema == schema_of(CASES if "/" in navn else fil.stem)
    assert accepted(part_of(fil), as_editor(fil))


# --- the templates ---


@pytest.mark.parametrize("fil", TEMPLATES, ids=lambda f: f.stem)
def test_a_template_is_yaml_where_no_value_can_end_its_text(fil: Path) -> None:
    tekst = fil.read_text("utf-8")
    parse(re.sub(r"\$\w+", "1", tekst), fil.name)
    safe = {"nr", "forrige", "rute", "rolle_id", "kommune_id", "i_dag"}
    for linje in tekst.splitlines():
        fritt = {*re.findall(r"\$(\w+)", re.sub(r'"[^"]*"', "", linje))}
        assert fritt <= safe
        assert "$" not in linje or not linje.lstrip().startswith("#") or fritt <= {"nr", "forrige"}
    assert ORD.findall(tekst) == []


def test_every_piece_has_its_place() -> None:
    guide = "\n".join(
        tekst
        for trinn in (0, 3)
        for tekst in build_guide(replace(FJORDBY, trinn=trinn), TODAY).values()
    )
    assert "# <" not in guide
    for bit in (MAL / "biter").iterdir():
        linjer = [n for n in bit.read_text("utf-8").splitlines() if n and not re.search(r"[$<]", n)]
        assert all(linje in guide for linje in linjer), bit.name


def test_the_templates_are_in_the_wheel() -> None:
    filer = {f.distribution_path for f in WheelBuilder(str(ROOT)).recurse_included_files()}
    assert {f"veileder_cli/innhold/mal/{f.relative_to(MAL).as_posix()}" for f in TEMPLATES} <= {
        sti.replace("\\", "/") for sti in filer
    }


# --- the command ---


def test_the_files_are_listed_and_are_there(tmp_path: Path, capsys: Output) -> None:
    mappe = tmp_path / "fjordby" / "2026-12"
    assert run(COMMAND, mappe, *FLAGS, "--json") == 0
    vist = json.loads(capsys.readouterr().out)
    assert vist["mappe"] == str(mappe)
    assert {*map(Path, vist["skrevet"])} == {f for f in mappe.rglob("*") if f.is_file()}
    assert [*tmp_path.rglob(".veileder-*")] == []


def test_it_says_what_to_do_next(tmp_path: Path, capsys: Output) -> None:
    assert run(COMMAND, tmp_path / "a b", *FLAGS) == 0
    sagt = capsys.readouterr().out
    for ord_ in ("veileder.yaml", "innhold valider", "sjekk --innhold", "docs/innhold.md", BYTT_UT):
        assert ord_ in sagt
    assert f'"{tmp_path / "a b"}"' in sagt


def test_only_the_name_is_needed_without_a_terminal(tmp_path: Path) -> None:
    assert run(COMMAND, tmp_path / "ny", "--kommune", "Øyby") == 0
    om = read_guide(tmp_path / "ny").veileder.om
    assert (om.kommune, om.eier, om.id) == ("Øyby", "Øyby kommune", "oyby")


def test_without_a_terminal_and_a_name_the_options_are_told(tmp_path: Path, capsys: Output) -> None:
    assert run(COMMAND, tmp_path / "ny") == 2
    sagt = capsys.readouterr().err
    assert all(f"--{sporsmaal.felt}" in sagt for sporsmaal in SPORSMAAL)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("valg", "verdi"),
    [
        ("utgave", "2026"),
        ("utgave", "2026-13"),
        ("trinn", "-1"),
        ("trinn", "21"),
        ("trinn", "to"),
        ("trinn", "²"),
        ("roller", " , "),
        ("roller", "a,a"),
        ("roller", ",".join(map(str, range(31)))),
        ("kommune", "a\nb"),
        ("tittel", "x" * 201),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(
    tmp_path: Path, capsys: Output, valg: str, verdi: str
) -> None:
    assert run(COMMAND, tmp_path / "ny", "--kommune=A", f"--{valg}={verdi}") == 2
    assert f"--{valg}" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


def test_what_is_there_already_is_never_touched(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "mitt.txt").write_text("mitt")
    assert run(COMMAND, tmp_path, *FLAGS) == 2
    assert run(COMMAND, tmp_path / "mitt.txt", *FLAGS) == 2
    assert capsys.readouterr().err.count(str(tmp_path)) == 2
    assert [f.name for f in tmp_path.rglob("*")] == ["mitt.txt"]
    assert (tmp_path / "mitt.txt").read_text() == "mitt"


@pytest.mark.parametrize(
    ("mappe", "kommune", "utgave"),
    [
        (("tmp", "fjord-by", "2025-03"), "Fjord by", "2025-03"),
        (("fjordby",), "Fjordby", "2026-12"),
        (("2025-03",), "", "2025-03"),
        ((), "", "2026-12"),
    ],
)
def test_the_folders_name_is_the_likely_answer(
    mappe: tuple[str, ...], kommune: str, utgave: str
) -> None:
    assert likely("kommune", {}, mappe, TODAY) == kommune
    assert likely("utgave", {}, mappe, TODAY) == utgave


def test_every_likely_answer_is_an_answer() -> None:
    for kommune in ("Fjordby", "Fjordby kommune", "x" * 200):
        for sporsmaal in SPORSMAAL:
            svar = {"kommune": kommune}
            assert not sporsmaal.fault(likely(sporsmaal.felt, svar, ("fjordby",), TODAY))


# --- at a terminal ---


def ask(mappe: Path, *options: str, **size: int) -> Terminal:
    program = [sys.executable, "-m", "veileder_cli", "innhold", "ny", str(mappe), *options]
    return Terminal(program, **size)


def test_the_questions_are_asked_and_one_may_go_back(tmp_path: Path) -> None:
    with ask(tmp_path / "fjordby", *FLAGS[1:4]) as terminal:
        answers = {
            "Spørsmål 1 av 3": ("Ø", "enter"),
            "Spørsmål 2 av 3": ("esc",),
            "Enter gir «Ø»": ("enter",),
            "Enter gir «3»": ("x", "enter"),
            "«x» går ikke": ("0", "enter"),
            "Spørsmål 3 av 3": ("enter",),
        }
        for asked, keys in answers.items():
            terminal.wait_for(asked, 60)
            terminal.wait_for(READY)
            terminal.press(*keys)
        terminal.wait_for("Dette gjør du nå")
        assert terminal.exit_code() == 0
    lest = read_guide(tmp_path / "fjordby").veileder
    assert (lest.om.kommune, lest.trinn) == ("Ø", ())


def test_a_narrow_terminal_gets_plain_questions(tmp_path: Path) -> None:
    with ask(tmp_path / "fjordby", *FLAGS[:4], columns=40, rows=20) as terminal:
        terminal.wait_for("Spørsmål 1 av 2", 60)
        terminal.type_line("t")
        terminal.wait_for("Du kan ikke gå tilbake herfra.")
        terminal.type_line("4")
        terminal.wait_for("Spørsmål 2 av 2")
        terminal.type_line("")
        terminal.wait_for("Dette gjør du nå")
        assert terminal.exit_code() == 0
        assert b"\x1b" not in terminal.output
    assert len(read_guide(tmp_path / "fjordby").veileder.trinn) == 4


@pytest.mark.parametrize("options", [(), ("--enkel",)])
def test_leaving_the_questions_leaves_nothing_behind(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    with ask(tmp_path / "fjordby" / "2026-12", *options) as terminal:
        terminal.wait_for("Spørsmål 1 av 6", 60)
        terminal.press("ctrl-c")
        assert terminal.exit_code() == 130
    assert [*tmp_path.iterdir()] == []
