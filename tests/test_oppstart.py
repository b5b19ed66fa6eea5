"""What is loaded to answer: late imports are lost in silence, so each is named here."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from installert import install
from terminal import Terminal

PROGRAM = """
import json, sys
from veileder_cli.cli.app import run
kode = run(sys.argv[1:])
print("LASTET", json.dumps(sorted(sys.modules)) + "\\nSLUTT")
sys.exit(kode)
"""
READING_YAML = {
    "yaml",
    "veileder_cli.convert",
    "veileder_cli.coverage",
    "veileder_cli.integrity",
    "veileder_cli.loader",
    "veileder_cli.strict_yaml",
}
PROMPTS = {"prompt_toolkit", "questionary"}
OTHER_COMMANDS = {"veileder_cli.cli.innhold", "veileder_cli.cli.sjekk"}
PARSER = {"typer"}
SLOW = {"rich", "snowballstemmer", "asyncio", "json.tool", "email", "http", "socket"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(tmp_path_factory.mktemp("site"))


def loaded(site: Path, *argv: str) -> set[str]:
    """What a command has loaded when it has written to a pipe."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *argv],
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return modules(done.stdout)


def modules(output: str) -> set[str]:
    return set(json.loads(output.split("LASTET")[1].split("SLUTT", maxsplit=1)[0]))


@pytest.mark.parametrize("command", ["definisjon radikalisering", "kontakt politi", "tegn", "om"])
def test_a_look_up_into_a_pipe_loads_nothing_that_it_does_not_need(
    site: Path, command: str
) -> None:
    found = loaded(site, *command.split())
    assert found & (READING_YAML | PROMPTS | OTHER_COMMANDS | PARSER | SLOW) == set()


def test_a_word_that_must_be_stemmed_loads_the_stemmer(site: Path) -> None:
    assert "snowballstemmer" in loaded(site, "definisjon", "radikaliseringenes")


def test_answers_from_a_file_load_yaml_but_no_check_of_content_and_no_prompts(site: Path) -> None:
    found = loaded(site, "sjekk", "--svar", str(Path("docs/eksempler/svar.yaml").absolute()))
    wanted = {"yaml", "veileder_cli.convert", "veileder_cli.strict_yaml"}
    assert found & (READING_YAML | PROMPTS | SLOW) == wanted


def test_a_terminal_gets_its_weight_from_rich_and_loads_no_more_of_it(site: Path) -> None:
    argv = [sys.executable, "-c", PROGRAM, "definisjon", "radikalisering"]
    with Terminal(argv, 100, 50, {"PYTHONPATH": str(site)}) as terminal:
        terminal.wait_for("SLUTT")
        found = modules(terminal.output.decode("utf-8").replace("\r\n", ""))
    assert "rich.console" in found
    assert found & PARSER == set()
    assert found & {"rich.markdown", "rich.syntax", "rich.traceback", "pygments", "yaml"} == set()


def test_the_first_question_waits_for_the_prompts_and_not_for_the_parser(site: Path) -> None:
    argv = [sys.executable, "-c", PROGRAM, "sjekk"]
    with Terminal(argv, 100, 50, {"PYTHONPATH": str(site)}) as terminal:
        terminal.wait_for("(velg med")
        terminal.send("\x03")
        terminal.wait_for("SLUTT")
        found = modules(terminal.output.decode("utf-8").replace("\r\n", ""))
    assert "prompt_toolkit" in found
    assert found & (READING_YAML | PARSER) == set()


def test_the_plain_interview_is_on_the_screen_without_prompt_toolkit(site: Path) -> None:
    program = PROGRAM
    with Terminal(
        [sys.executable, "-c", program, "sjekk", "--enkel"], 100, 50, {"PYTHONPATH": str(site)}
    ) as terminal:
        terminal.wait_for("Svar:")
        terminal.send("\x03")
        terminal.wait_for("SLUTT")
        found = modules(terminal.output.decode("utf-8").replace("\r\n", ""))
    assert found & (READING_YAML | PROMPTS | {"rich"}) == set()


@pytest.mark.parametrize("command", ["kontakt politi", "trinn", "om", "definisjon radikalisering"])
def test_a_look_up_reads_the_catalogue_of_its_own_texts_alone(site: Path, command: str) -> None:
    program = (
        "import sys; from veileder_cli import sprak; sprak.use('en')\n"
        "from veileder_cli.cli.app import run\n"
        "sys.exit(run(sys.argv[1:]) or sprak._Chosen.sjeldne is not None)"
    )
    run = [sys.executable, "-c", program, *command.split()]
    env = {**os.environ, "PYTHONPATH": str(site)}
    assert subprocess.run(run, env=env, stdout=subprocess.DEVNULL, check=False).returncode == 0
