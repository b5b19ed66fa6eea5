"""`veileder sjekk` without a conversation: answers from a file or a pipe, faults, and encodings."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from conftest import Les
from terminal import SRC, Terminal
from veileder_cli.cli.app import run
from veileder_cli.evaluate import evaluate
from veileder_cli.loader import load_veileder
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.result_json import ResultAsJson
from veileder_cli.what_if import find_alternatives

TEACHER = {
    "fare_na": "nei",
    "rolle": "ungdomsskole",
    "alder": "under-18",
    "lovbrudd": "nei",
    "tegn": ["hatretorikk", "intoleranse"],
    "tegn_usikker": [],
    "foresatte_trygge": "ja",
}
AS_JSON = json.dumps(TEACHER, indent="\t")
AS_YAML = """
fare_na: nei
rolle: ungdomsskole
alder: under-18
lovbrudd: nei
tegn: [hatretorikk, intoleranse]
tegn_usikker: []
foresatte_trygge: ja
"""
PROGRAM = (sys.executable, "-m", "veileder_cli", "sjekk")
NO_LETTERS = ("ascii", "cp1252", "latin-1", "cp850")
# The guide is the same in every run of these tests: read it once.
LOAD_ONCE = cache(load_veileder)


@dataclass(frozen=True)
class Run:
    """What a run gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def faults(self) -> list[str]:
        """The lines that each tell one fault."""
        return [line for line in self.err.splitlines() if line.startswith("- ")]


Sjekk = Callable[..., Run]


@pytest.fixture
def sjekk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Sjekk:
    """Run the command on a file with this text."""
    monkeypatch.setattr("veileder_cli.cli.lasting.load_guide", LOAD_ONCE)

    def run_sjekk(svar: str | bytes, *options: str, name: str = "svar.yaml") -> Run:
        fil = tmp_path / name
        fil.write_bytes(svar.encode() if isinstance(svar, str) else svar)
        code = run(["sjekk", "--svar", str(fil), *options])
        return Run(code, *capsys.readouterr())

    return run_sjekk


@pytest.fixture(scope="module")
def teachers(veileder: Veileder, les: Les) -> Any:
    """The result in JSON of the teacher's answers."""
    svar = les(TEACHER).svar
    vurdering, andre = evaluate(veileder, svar), find_alternatives(veileder, svar)
    return json.loads(json.dumps(ResultAsJson(veileder).vurdering(vurdering, andre)))


def run_program(
    *options: str, stdin: str | bytes = b"", encoding: str = "utf-8", **env: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *options],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        env={**os.environ, "PYTHONPATH": str(SRC), "PYTHONIOENCODING": encoding, **env},
        capture_output=True,
        check=False,
        timeout=60,
    )


# --- answers that can be used ---


def test_answers_from_a_file_give_the_result(sjekk: Sjekk, veileder: Veileder) -> None:
    given = sjekk(AS_YAML)
    assert (given.code, given.err) == (0, "")
    assert veileder.varsler[0].tittel in given.out.splitlines()[0]
    assert veileder.trinn_med_id["dialog"].tittel in given.out


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (AS_YAML, "svar.yaml"),
        (AS_JSON, "svar.json"),
        (AS_JSON, "svar.txt"),
        (AS_JSON.replace("\n", "\r\n"), "svar.json"),
        (AS_YAML.replace("\n", "\r\n"), "svar.yaml"),
        ("\ufeff" + AS_YAML, "svar.yml"),
        (AS_YAML.replace("alder: under-18", "alder: [under-18]"), "svar.yaml"),
        (AS_YAML.replace("fare_na: nei", "'fare_na': \"nei\" # et svar"), "svar.yaml"),
    ],
    ids=["yaml", "json", "any name", "json crlf", "yaml crlf", "bom", "list of one", "quotes"],
)
def test_the_same_answers_in_any_form_give_the_same_result(
    sjekk: Sjekk, teachers: Any, text: str, name: str
) -> None:
    given = sjekk(text, "--json", name=name)
    assert given.err == ""
    assert given.json == teachers


def test_answers_come_from_a_pipe(teachers: Any) -> None:
    for text in (AS_YAML, AS_JSON):
        piped = run_program("--svar", "-", "--json", stdin=text)
        assert (piped.returncode, piped.stderr) == (0, b"")
        assert json.loads(piped.stdout) == teachers


def test_the_json_has_the_fields_that_others_rely_on(teachers: Any) -> None:
    result = teachers
    assert {*result} >= {
        *("rute", "trinn", "hvem", "din_del", "samtidig", "kontakter", "varsler", "tiltak"),
        *("avklar", "begrunnelse", "hva_om", "innhold"),
    }
    assert (result["rute"], result["trinn"]["id"]) == ("dialog", "dialog")
    assert result["varsler"][0]["id"] == "112"
    assert {*result["kontakter"][0]} >= {"id", "funksjon", "navn", "telefon", "hvorfor"}
    assert {*result["begrunnelse"][0]} >= {"regel", "svar", "kilde"}
    assert {*result["hva_om"][0]} >= {"sporsmal", "svar", "rute"}
    assert {*result["avklar"][0]} >= {"sporsmal", "hvorfor"}
    assert result["innhold"]["utgave"] == "2021-11"


def test_a_route_without_a_step_has_null_for_it(sjekk: Sjekk) -> None:
    assert sjekk("fare_na: ja", "--json").json["trinn"] is None


def test_the_reasons_come_when_they_are_asked_for(sjekk: Sjekk) -> None:
    short, whole = sjekk(AS_YAML), sjekk(AS_YAML, "--hvorfor")
    assert whole.out.startswith(short.out)
    assert "«dialog»" in whole.out.removeprefix(short.out)
    assert "«dialog»" not in short.out


def test_plain_text_has_no_escape_sequence(sjekk: Sjekk) -> None:
    assert "\x1b" not in sjekk(AS_YAML, "--hvorfor").out


def test_a_terminal_is_asked_nothing_when_there_are_answers(tmp_path: Path) -> None:
    (tmp_path / "svar.yaml").write_text(AS_YAML)
    argv = [*PROGRAM, "--svar", str(tmp_path / "svar.yaml")]
    with Terminal(argv, rows=200, env={"NO_COLOR": "1"}) as terminal:
        assert terminal.exit_code() == 0
        assert "112" in terminal.lines[0]
        assert {*re.findall(rb"\x1b[^m]*m?", terminal.output)} <= {b"\x1b[1m", b"\x1b[0m"}


@pytest.mark.parametrize("answers", ["{}", "rolle: vet-ikke", "tegn: []"])
def test_few_answers_are_enough(sjekk: Sjekk, answers: str) -> None:
    assert sjekk(answers, "--json").json["rute"] == "ingen"


# --- answers that are not used ---


@pytest.mark.parametrize(
    ("answers", "ignored"),
    [
        ("fare_na: ja\ntegn: [reiser]\nalder: over-18", ["tegn", "alder"]),
        ("rolle: meg-selv\ngrad: hoy", ["grad"]),
        ("fortsatt: ja", ["fortsatt"]),
        (AS_YAML, []),
    ],
)
def test_an_answer_to_what_would_not_be_asked_is_told_on_a_line_of_its_own(
    sjekk: Sjekk, answers: str, ignored: list[str]
) -> None:
    given = sjekk(answers)
    assert given.code == 0
    lines = given.err.splitlines()
    assert len(lines) == len(ignored)
    assert all(f"«{id_}»" in line for id_, line in zip(ignored, lines, strict=True))
    assert not any(line in given.out for line in lines)


# --- faults ---


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("navn: ja", ["navn", "fare_na"]),
        ("rollle: nav", ["rollle", "rolle"]),
        ("rolle: ungdomskole", ["rolle", "ungdomskole", "ungdomsskole"]),
        ("fare_na: kanskje", ["fare_na", "kanskje", "vet-ikke"]),
        ("tegn: [hatretorik]", ["tegn", "hatretorik", "hatretorikk"]),
        ("tegn: [demonstrasjoner-og-sammenstot]", ["tegn", "demonstrasjoner-og-sammenstot"]),
        ("tegn: [reiser]\ntegn_usikker: [reiser]", ["tegn_usikker", "reiser"]),
        ("alder: [under-18, over-18]", ["alder"]),
        ("alder: []", ["alder"]),
        ("gjort: [vet-ikke, dialog]", ["gjort", "vet-ikke"]),
        ("risikofaktorer: [personlig-robust]", ["risikofaktorer", "personlig-robust"]),
    ],
)
def test_a_fault_names_the_question_the_value_and_what_is_near(
    sjekk: Sjekk, answers: str, told: list[str]
) -> None:
    given = sjekk(answers)
    assert (given.code, given.out) == (2, "")
    assert len(given.faults) == 1
    assert all(word in given.faults[0] for word in told)


def test_what_was_answered_to_a_question_that_is_not_there_is_not_repeated(sjekk: Sjekk) -> None:
    given = sjekk("navn: noe om noen\nfare_na: nei")
    assert given.code == 2
    assert "noe om noen" not in given.err


def test_every_fault_is_told_at_once(sjekk: Sjekk) -> None:
    answers = """
        navn: ja
        fare_na: kanskje
        alder: []
        gjort: [vet-ikke, dialog]
        tegn: [reiser, tull]
        tegn_usikker: [reiser]
    """
    given = sjekk(answers.replace("\n        ", "\n"))
    assert given.code == 2
    asked = [fault.removeprefix("- ").partition(":")[0] for fault in given.faults]
    assert asked == ["navn", "fare_na", "alder", "gjort", "tegn", "tegn_usikker"]


def test_faults_are_told_and_nothing_evaluated_with_json_too(sjekk: Sjekk) -> None:
    given = sjekk("navn: ja", "--json")
    assert (given.code, given.out, len(given.faults)) == (2, "", 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# bare en merknad\n",
        "fare_na",
        "- fare_na: nei",
        "[]",
        "fare_na: {ja: nei}",
        "fare_na: [[ja]]",
        "fare_na: ja\nfare_na: nei",
        '{"fare_na": "ja", "fare_na": "nei"}',
        "fare_na: &a ja\nrolle: *a",
        "fare_na: !!python/object/apply:os.getcwd []",
        "fare_na: ja\n---\nfare_na: nei",
        '{"fare_na": ja',
        "fare_na: 'ja",
        "fare_na:",
        "fare_na: ja\n\trolle: nav",
        "fare_na: j\u202ea",
        "[" * 10_000,
        b"fare_na: j\xe5",
        b"\xff\xfef\x00a\x00",
        b"fare_na: ja\x00",
        b"#" * (1 << 20) + b"\nfare_na: ja",
    ],
    ids=lambda text: str(text)[:24],
)
def test_a_file_that_is_not_answers_is_refused(sjekk: Sjekk, text: str | bytes) -> None:
    given = sjekk(text)
    assert (given.code, given.out) == (2, "")
    assert given.faults
    assert "Traceback" not in given.err


def test_a_number_or_truth_value_of_json_is_told_as_a_wrong_answer(sjekk: Sjekk) -> None:
    given = sjekk('{"fare_na": true, "alder": 17, "rolle": null}')
    assert given.code == 2
    assert {"fare_na", "alder", "rolle"} <= {
        word.strip("-: ") for fault in given.faults for word in fault.replace(":", " ").split()
    }


@pytest.mark.parametrize("path", ["finnes-ikke.yaml", ".", "finnes/ikke.yaml", "lenke.yaml", "rør"])
def test_what_is_no_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    (tmp_path / "lenke.yaml").symlink_to("lenke.yaml")
    os.mkfifo(tmp_path / "rør")
    assert run(["sjekk", "--svar", str(tmp_path / path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert str(tmp_path / path) in err


def test_a_fault_in_a_pipe_is_told_as_in_a_file() -> None:
    piped = run_program("--svar", "-", stdin="navn: ja")
    assert (piped.returncode, piped.stdout) == (2, b"")
    assert b"- navn: " in piped.stderr


# --- where nobody can answer ---


@pytest.mark.parametrize("typed", ["", "\n", "nei\n" * 30, "2\n" * 30])
def test_without_a_terminal_nothing_is_asked_and_nothing_answered(typed: str) -> None:
    piped = run_program(stdin=typed)
    assert (piped.returncode, piped.stdout) == (2, b"")
    assert b"--svar" in piped.stderr
    assert len(piped.stderr.splitlines()) == 1


@pytest.mark.parametrize("elsewhere", ["> ut.txt", "< /dev/null", "| cat > ut.txt", "<&-", ">&-"])
def test_a_stream_that_is_no_terminal_is_enough_to_ask_nothing(
    tmp_path: Path, elsewhere: str
) -> None:
    command = f'"$0" "$@" {elsewhere}; echo "kode $?"'
    if "|" in elsewhere:
        command = f'("$0" "$@"; echo "kode $?" >&2) {elsewhere}'
    with Terminal(["sh", "-c", f'cd "{tmp_path}"; {command}', *PROGRAM]) as terminal:
        terminal.wait_for("kode 2")
        assert "--svar" in terminal.screen
    assert not [f for f in tmp_path.iterdir() if f.read_bytes()]


def test_a_pipe_that_is_closed_is_refused() -> None:
    shell = ["sh", "-c", '"$0" "$@" <&-', *PROGRAM, "--svar", "-"]
    env = {**os.environ, "PYTHONPATH": str(SRC)}
    closed = subprocess.run(shell, env=env, capture_output=True, check=False, timeout=60)
    assert (closed.returncode, closed.stdout) == (2, b"")
    assert b"Traceback" not in closed.stderr


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "svar.yaml").write_text(AS_YAML)
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [*PROGRAM, "--svar", str(tmp_path / "svar.yaml")],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


# --- encodings ---


@pytest.mark.parametrize("encoding", NO_LETTERS)
def test_json_is_ascii_where_the_output_does_not_have_every_letter(
    encoding: str, teachers: Any
) -> None:
    given = run_program("--svar", "-", "--json", stdin=AS_YAML, encoding=encoding)
    assert given.returncode == 0
    assert given.stdout.isascii()
    assert json.loads(given.stdout) == teachers


@pytest.mark.parametrize("encoding", NO_LETTERS)
def test_text_never_crashes_for_want_of_a_letter(encoding: str) -> None:
    given = run_program("--svar", "-", "--hvorfor", stdin=AS_YAML, encoding=encoding)
    assert (given.returncode, given.stderr) == (0, b"")
    assert b"112" in given.stdout.splitlines()[0]
    given.stdout.decode(encoding)


@pytest.mark.parametrize("encoding", NO_LETTERS)
def test_an_error_never_crashes_for_want_of_a_letter(encoding: str) -> None:
    given = run_program("--svar", "-", stdin="navn: 雪 «æ»", encoding=encoding)
    assert given.returncode == 2
    assert b"- navn: " in given.stderr


def test_an_answers_file_is_utf8_whatever_the_encoding_of_the_streams(teachers: Any) -> None:
    commented = f"# blåbær\n{AS_YAML}"
    given = run_program("--svar", "-", "--json", stdin=commented, encoding="ascii")
    assert json.loads(given.stdout) == teachers


def test_a_stream_without_a_buffer_can_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "svar.yaml").write_text(AS_YAML)
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert run(["sjekk", "--svar", str(tmp_path / "svar.yaml")]) == 0
    assert "112" in out.getvalue().splitlines()[0]


# --- the simple form through a pipe ---


@pytest.mark.parametrize("before", ["", "ACCESSIBLE=1 "])
def test_the_simple_form_may_be_read_by_another_program_while_a_terminal_answers(
    before: str,
) -> None:
    command = f'{before}"$0" "$@" {"" if before else "--enkel"} | cat; echo SLUTT'
    with Terminal(["sh", "-c", command, *PROGRAM]) as terminal:
        terminal.type_line("ja")
        terminal.wait_for("Hva vil du gjøre nå?")
        terminal.type_line("5")
        terminal.wait_for("SLUTT")
        assert b"\x1b" not in terminal.output


@pytest.mark.parametrize("elsewhere", ["--enkel > ut.txt", "--enkel --json | cat", "| cat"])
def test_a_file_would_hold_the_answers_and_json_would_be_spoilt_so_nothing_is_asked(
    tmp_path: Path, elsewhere: str
) -> None:
    command = f'cd "{tmp_path}"; ("$0" "$@" {elsewhere.replace("|", "; echo kode $? >&2) |", 1)}'
    command += "" if "|" in elsewhere else '; echo "kode $?" >&2)'
    with Terminal(["sh", "-c", command, *PROGRAM]) as terminal:
        terminal.wait_for("kode 2")
        assert "--svar" in terminal.screen


# --- the guidance in a file ---


@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_the_guidance_is_saved_without_the_answers(
    sjekk: Sjekk, veileder: Veileder, tmp_path: Path, ending: str
) -> None:
    fil = tmp_path / f"raad.{ending}"
    given = sjekk(AS_YAML, "--ut", str(fil))
    assert (given.code, given.out) == (0, "")
    assert str(fil) in given.err
    assert fil.stat().st_mode & 0o777 == 0o600
    saved = fil.read_text("utf-8")
    assert "112" in saved
    assert veileder.om.utgave in saved
    assert veileder.rolle["ungdomsskole"].navn not in saved


def test_a_file_that_cannot_be_saved_says_why_and_keeps_what_is_there(
    sjekk: Sjekk, tmp_path: Path
) -> None:
    (tmp_path / "min.txt").write_text("mitt eget")
    for name, why in (("min.txt", "finnes fra før"), ("raad.pdf", ".html"), ("x/a.md", "mappa")):
        given = sjekk(AS_YAML, "--ut", str(tmp_path / name))
        assert given.code == 1
        assert why in given.err
    assert (tmp_path / "min.txt").read_text() == "mitt eget"


def test_the_file_and_json_go_together(sjekk: Sjekk, teachers: Any, tmp_path: Path) -> None:
    given = sjekk(AS_YAML, "--ut", str(tmp_path / "raad.md"), "--json")
    assert given.json == teachers
    assert (tmp_path / "raad.md").exists()
