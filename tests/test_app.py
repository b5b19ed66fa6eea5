"""The command line as a whole: help, exit codes, and what is said when something is wrong."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from typer.main import get_group

from guider import FJORDVIK, TESTS, broken_copy, expected
from terminal import SRC
from test_norsk import ENGLISH
from veileder_cli import __version__
from veileder_cli.cli.app import build_app, run
from veileder_cli.cli.norsk import norsk

OLDER = "2025-01"
NONSENSE = "xyzzyqq"
LOOK_UPS = (
    *("definisjon", "kontakt", "tiltak", "aktorer", "regelverk", "lenker"),
    *("les", "trinn", "sok", "kontakt --rolle", "kontakt --trinn"),
)
# What each command lists under in JSON when nothing is looked up.
LISTS = {
    "kontakt": "kontakter",
    "definisjon": "begreper",
    "tegn": "kategorier",
    "faktorer": "grupper",
    "trinn": "trinn",
    "tiltak": "tiltak",
    "aktorer": "aktorer",
    "regelverk": "regelverk",
    "lenker": "lenker",
    "les": "kapitler",
}


@dataclass(frozen=True)
class Run:
    """What a run gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Kjor = Callable[[str], Run]


@pytest.fixture
def kjor(capsys: pytest.CaptureFixture[str]) -> Kjor:
    """Run a command line, written as one types it."""

    def run_line(line: str) -> Run:
        code = run(shlex.split(line))
        return Run(code, *capsys.readouterr())

    return run_line


def command_paths() -> Iterator[str]:
    """Name every command as it is typed, with the groups before it, and "" for the program."""
    group = get_group(norsk(build_app()))
    yield ""
    for name, command in group.commands.items():
        yield name
        yield from (f"{name} {under}" for under in getattr(command, "commands", {}))


COMMANDS = tuple(command_paths())
TOP = tuple(c for c in COMMANDS if c and " " not in c and c != "innhold")
WITH_CONTENT = tuple(c for c in TOP if c != "fullforing")


# --- help ---


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_is_norwegian_and_has_the_acute_line(kjor: Kjor, command: str) -> None:
    shown = kjor(f"{command} --help")
    assert (shown.code, shown.err) == (0, "")
    assert "112" in shown.out
    assert shown.out.startswith(f"Bruk: veileder {command}".rstrip())
    assert not ENGLISH.search(shown.out)
    assert max(map(len, shown.out.splitlines())) <= 80


@pytest.mark.parametrize("command", TOP)
def test_the_help_has_examples_of_the_command_that_work(
    kjor: Kjor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "svar.yaml").write_text("fare_na: nei")
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"^  veileder (.*)$", kjor(f"{command} --help").out, re.MULTILINE)
    assert examples
    for example in examples:
        assert example.replace("ø", "o").split()[0] == command
        asks = example in {"sjekk", "sjekk --ov"}  # and here is no terminal
        wanted = 2 if asks else 0
        assert kjor(example).code == wanted


@pytest.mark.parametrize("command", WITH_CONTENT)
def test_every_command_can_give_json_and_use_other_content(kjor: Kjor, command: str) -> None:
    shown = kjor(f"{command} --help").out
    assert all(option in shown for option in ("--json", "--innhold", "--utgave"))


def test_without_a_command_the_help_is_shown(kjor: Kjor) -> None:
    shown = kjor("")
    assert shown.code == 2
    assert "veileder sjekk" in shown.out + shown.err
    assert "112" in shown.out + shown.err


# --- what is found ---


@pytest.mark.parametrize("line", [*LISTS, "om", "sok samtykke"])
def test_text_that_does_not_go_to_a_terminal_is_plain(kjor: Kjor, line: str) -> None:
    shown = kjor(line)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.strip()
    assert "\x1b" not in shown.out


@pytest.mark.parametrize("command", LISTS)
def test_json_lists_all_under_the_name_that_others_rely_on(kjor: Kjor, command: str) -> None:
    shown = kjor(f"{command} --json")
    assert (shown.code, shown.err) == (0, "")
    assert all(entry["id"] for entry in shown.json[LISTS[command]])


def test_the_edition_and_the_program_are_told(kjor: Kjor) -> None:
    told = kjor("om --json").json
    assert told["programversjon"] == __version__
    assert told["innhold"]["utgave"] == "2021-11"


def test_the_version_is_that_of_the_program_and_of_the_content(
    kjor: Kjor, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = kjor("--versjon")
    assert (shown.code, shown.err) == (0, "")
    assert [line.split()[-1] for line in shown.out.splitlines()] == [
        __version__,
        "trondheim/2021-11",
    ]
    monkeypatch.setenv("VEILEDER_INNHOLD", str(FJORDVIK))
    assert OLDER in kjor("--versjon").out
    monkeypatch.setenv("VEILEDER_INNHOLD", "finnes-ikke")
    assert kjor("--versjon").code == 0


# --- what is not found ---


@pytest.mark.parametrize("command", LOOK_UPS)
def test_a_miss_exits_with_1_and_says_so_on_standard_error(kjor: Kjor, command: str) -> None:
    missed = kjor(f"{command} {NONSENSE}")
    assert (missed.code, missed.out) == (1, "")
    assert NONSENSE in missed.err
    assert all(line.startswith("- ") for line in missed.err.splitlines()[1:])


@pytest.mark.parametrize("command", LOOK_UPS)
def test_a_miss_in_json_has_what_is_wrong_and_what_is_near(kjor: Kjor, command: str) -> None:
    missed = kjor(f"{command} {NONSENSE} --json")
    assert missed.code == 1
    assert {*missed.json} == {"feil", "forslag"}
    assert NONSENSE in missed.json["feil"]
    assert all(isinstance(f, str) and f for f in missed.json["forslag"])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("definisjo", "definisjon"),
        ("om --utgve 2021-11", "--utgave"),
        ("om for mye", "for"),
        ("sok", "TEKST"),
        ("om --innhold finnes-ikke", "finnes-ikke"),
        ("om --innhold pyproject.toml", "pyproject.toml"),
        ("kontakt --rolle", "--rolle"),
    ],
)
def test_a_command_line_that_is_wrong_exits_with_2(
    kjor: Kjor, monkeypatch: pytest.MonkeyPatch, line: str, told: str
) -> None:
    monkeypatch.chdir(TESTS.parent)
    wrong = kjor(line)
    assert (wrong.code, wrong.out) == (2, "")
    assert told in wrong.err
    assert not ENGLISH.search(wrong.err.replace("--help", "").replace("pyproject.toml", ""))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("aktør", "aktorer"),
        ("soek", "sok"),
        ("sokk x", "sok"),
        ("SØK x", "sok"),
        ("kontkat", "kontakt"),
        ("løype", "trinn"),
        ("loype", "trinn"),
        ("lover", "regelverk"),
        ("innhold prøve", "prov"),
        ("kontakt --røle x", "--rolle"),
        ("kontakt --språket nn", "--sprak"),
        ("--version", "--versjon"),
    ],
)
def test_what_is_mistyped_is_told_with_what_was_meant(kjor: Kjor, line: str, meant: str) -> None:
    wrong = kjor(line)
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.splitlines()[0].endswith(f"Mente du «{meant}»?")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("søk løype", "sok loype"),
        ("aktører", "aktorer"),
        ("innhold prøv --help", "innhold prov --help"),
        ("om --språk nb", "om --sprak nb"),
    ],
)
def test_commands_and_words_may_be_typed_with_and_without_their_letters(
    kjor: Kjor, one: str, other: str
) -> None:
    shown, same = kjor(one), kjor(other)
    assert shown.code == same.code == 0
    assert shown.out.splitlines()[1:] == same.out.splitlines()[1:], (
        "the first repeats what is typed"
    )


# --- other content ---


def test_other_content_is_used_when_it_is_named(
    kjor: Kjor, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = kjor(f"om --json --innhold '{FJORDVIK}'")
    assert named.json["innhold"]["utgave"] == OLDER
    monkeypatch.setenv("VEILEDER_INNHOLD", str(FJORDVIK))
    assert kjor("om --json").json == named.json


def test_an_empty_variable_is_no_folder(kjor: Kjor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDER_INNHOLD", "")
    assert kjor("om --json").json["innhold"]["utgave"] == "2021-11"


@pytest.mark.parametrize("edition", ["2021-11", "trondheim/2021-11"])
def test_an_edition_can_be_named(kjor: Kjor, edition: str) -> None:
    assert kjor(f"om --json --utgave {edition}").json["innhold"]["utgave"] == "2021-11"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("--utgave 1999-01", ["1999-01", "trondheim/2021-11"]),
        (f"--innhold '{TESTS / 'veiledere'}'", ["fjordvik/2025-01", "oyvik/2026-02", "--utgave"]),
        (f"--innhold '{TESTS / 'odelagte'}'", ["odelagte", "veileder.yaml"]),
    ],
    ids=["unknown", "several", "none"],
)
@pytest.mark.parametrize("json_", ["", " --json"])
def test_an_edition_that_cannot_be_chosen_exits_with_1_and_says_which_there_are(
    kjor: Kjor, options: str, told: list[str], json_: str
) -> None:
    refused = kjor(f"om {options}{json_}")
    assert (refused.code, refused.out) == (1, "")
    assert all(word in refused.err for word in (*told, "112"))


@pytest.mark.parametrize("fault", ["flere-feil-i-flere-filer", "flere-feil-i-sammenhengen"])
@pytest.mark.parametrize("command", ["om", "tegn --json", "sjekk --svar finnes-ikke"])
def test_content_with_faults_exits_with_1_and_tells_them_all(
    kjor: Kjor, tmp_path: Path, fault: str, command: str
) -> None:
    refused = kjor(f"{command} --innhold '{broken_copy(fault, tmp_path)}'")
    assert (refused.code, refused.out) == (1, "")
    heading, *lines, last = refused.err.splitlines()
    assert lines == expected(fault)
    assert "112" in last
    assert str(len(lines)) in heading


def test_a_broken_local_folder_does_not_take_the_emergency_number_away(
    kjor: Kjor, tmp_path: Path
) -> None:
    (tmp_path / "lokalt.yaml").write_text("eier: Skolen\n", "utf-8")
    refused = kjor(f"kontakt --lokalt '{tmp_path}'")
    assert (refused.code, refused.out) == (1, "")
    assert "112" in refused.err.splitlines()[-1]


# --- what nobody thought of ---


def test_an_unexpected_exception_exits_with_3_and_repeats_no_answer(
    kjor: Kjor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        answer = "hatretorikk"
        raise ValueError(answer)

    monkeypatch.setattr("veileder_cli.cli.sjekk.evaluate", fail)
    (tmp_path / "svar.yaml").write_text("tegn: [hatretorikk]\nrolle: nav")
    failed = kjor(f"sjekk --svar '{tmp_path / 'svar.yaml'}'")
    assert (failed.code, failed.out) == (3, "")
    assert "ValueError" in failed.err
    assert not re.search("hatretorikk|nav|Traceback", failed.err)
    assert len(failed.err.splitlines()) == 1


def test_an_interrupt_while_the_program_loads_is_quiet() -> None:
    interrupted = """
import sys
from veileder_cli.__main__ import main
class Interrupted:
    def find_spec(self, name, *_):
        if name == "veileder_cli.cli.app":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
main()
"""
    ended = run_python("-c", interrupted)
    assert (ended.returncode, ended.stdout) == (130, b"")
    assert b"Traceback" not in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_is_no_fault_of_the_program() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = run_python("-m", "veileder_cli", "om", stdout=full.fileno())
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1


def run_python(*argv: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *argv],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


LOOKED_UP = [c.callback.__name__ for c in build_app().registered_commands if c.callback]
WORDS = st.lists(
    st.sampled_from(["politi", "112", "tegn", "3", "Tett oppfølging", "", "æøå", NONSENSE, "med"])
    | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8),
    max_size=3,
)


@given(st.sampled_from(LOOKED_UP), WORDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_call_without_options_gives_what_the_parser_gives(
    capsys: pytest.CaptureFixture[str], navn: str, ord_: list[str]
) -> None:
    assume(not any(o.startswith("-") for o in ord_))
    capsys.readouterr()
    given_ = Run(run([navn, *ord_]), *capsys.readouterr())
    with pytest.MonkeyPatch.context() as variables:
        variables.setenv("VEILEDER_", "any variable of ours asks for the parser")
        parsed = Run(run([navn, *ord_]), *capsys.readouterr())
    assert given_ == parsed


@pytest.mark.parametrize("line", ["kontakt politi", "søk plikt", "trinn", "les 1"])
def test_words_alone_need_no_parser(line: str, kjor: Kjor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("veileder_cli.cli.app.build_app", None)
    assert kjor(line).out


@pytest.mark.parametrize("line", ["kontakt --json", "kontakt -- politi", "søk", "tegn kjerne"])
def test_all_else_is_for_the_parser(line: str, kjor: Kjor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("veileder_cli.cli.app.build_app", None)
    with pytest.raises(TypeError, match="NoneType"):
        kjor(line)


def test_a_variable_of_ours_is_obeyed_without_options_too(
    kjor: Kjor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VEILEDER_INNHOLD", str(FJORDVIK))
    assert "Fjordvik" in kjor("om").out


def test_long_suggestions_stand_in_lines_of_their_own_and_short_ones_in_the_line(
    kjor: Kjor,
) -> None:
    missed = kjor(f"kontakt {NONSENSE}")
    assert len([line for line in missed.err.splitlines() if line.startswith("- ")]) > 3
    assert len(kjor(f"trinn {NONSENSE}").err.splitlines()) == 1
