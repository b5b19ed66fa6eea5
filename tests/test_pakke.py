"""The one-file bundle as people run it: from a place they cannot write to, with any settings."""

import ast
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bunt import BASE_PYTHON, NOBODY, ROOT, make_bundle, open_folder, user_python
from guider import OYVIK
from samtale import QUIT, WIPE, EnkelSamtale, Samtale
from terminal import Terminal
from veileder_cli.cli.innhold import build_innhold
from veileder_cli.cli.options import NODLINJE
from veileder_cli.model.veileder import Veileder

ANSWERS = ROOT / "docs" / "eksempler" / "svar.yaml"
LEAST = {"PATH": os.environ["PATH"]}
PYTHON = user_python()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the bundle in a folder of its own that nobody may write to."""
    bundle = make_bundle(tmp_path_factory.getbasetemp())
    with open_folder() as name:
        folder = Path(name) / "Program Files"
        folder.mkdir()
        shutil.copy(bundle, folder / "veileder.pyz")
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def run(
    place: Path, *args: str, env: Mapping[str, str] = LEAST, stdin: bytes = b"", cwd: str = "/"
) -> subprocess.CompletedProcess[str]:
    """Run the bundle with the bare Python and an environment that holds next to nothing."""
    program = [*PYTHON, str(place / "veileder.pyz"), *args]
    done = subprocess.run(program, input=stdin, capture_output=True, env=env, cwd=cwd, check=False)
    return subprocess.CompletedProcess(
        program, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"HOME": "/finnes-ikke", "LANG": "C"},
        {"HOME": "/", "TERM": "dumb", "LC_ALL": "C.UTF-8"},
    ],
    ids=["nothing", "no-home", "home-that-cannot-be-written"],
)
def test_it_needs_nothing_from_its_surroundings(place: Path, env: dict[str, str]) -> None:
    before = sorted(place.rglob("*"))
    done = run(place, "kontakt", "--json", env={**LEAST, **env})
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)
    assert sorted(place.rglob("*")) == before


def test_these_tests_run_it_as_a_user_without_rights() -> None:
    assert os.geteuid() != 0 or PYTHON[: len(NOBODY)] == NOBODY, "no Python that others may run"


def test_it_runs_from_another_folder_by_a_path_from_there(place: Path) -> None:
    program = [*PYTHON, f"{place.name}/veileder.pyz", "om", "--json"]
    done = subprocess.run(program, capture_output=True, env=LEAST, cwd=place.parent, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["innhold"]["utgave"]


def test_everything_it_runs_is_inside_and_compiled(place: Path) -> None:
    look = "import sys; sys.argv = sys.argv[1:]; import runpy, atexit; atexit.register(lambda: "
    look += "print(*{f'{type(m.__loader__).__name__} {m.__file__}' "
    look += "for m in list(sys.modules.values()) if getattr(m, '__file__', None)}, "
    look += "sep=chr(10), file=sys.stderr)); runpy.run_path(sys.argv[0], run_name='__main__')"
    program = [BASE_PYTHON, "-I", "-S", "-c", look, str(place / "veileder.pyz")]
    done = subprocess.run(
        [*program, "definisjon", "radikalisering"], capture_output=True, text=True, check=True
    )
    inside = [e for e in done.stderr.splitlines() if ".pyz" in e and not e.endswith("importer.py")]
    rest = [line for line in done.stderr.splitlines() if "-packages" in line]
    assert len(inside) > 20
    assert [line for line in inside if not line.startswith("Compiled ")] == []
    assert rest == []


def test_a_python_that_came_later_compiles_the_sources(place: Path) -> None:
    with open_folder() as name, zipfile.ZipFile(place / "veileder.pyz") as whole:
        with zipfile.ZipFile(Path(name, "veileder.pyz"), "w") as without:
            for entry in whole.infolist():
                if not entry.filename.startswith("py3"):
                    without.writestr(entry.filename, whole.read(entry))
        for args in (["kontakt", "112", "--json"], ["fullforing", "fish"]):
            done = run(Path(name), *args)
            assert (done.returncode, done.stderr) == (0, "")
            assert done.stdout == run(place, *args).stdout


def test_it_knows_the_words_of_other_languages(place: Path) -> None:
    done = run(place, "definisjon", "extremists", "--sprak", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert "VIOLENT EXTREMISM" in done.stdout


def test_its_help_is_norwegian_and_begins_and_ends_as_it_should(place: Path) -> None:
    done = run(place, "sjekk", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Bruk: veileder sjekk")
    assert done.stdout.rstrip().endswith(NODLINJE)


def test_wrong_use_is_explained(place: Path) -> None:
    done = run(place, "kontakt", "--fins-ikke")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Feil: Finner ikke valget «--fins-ikke».")


def test_without_a_terminal_it_says_so_instead_of_asking(place: Path) -> None:
    done = run(place, "sjekk")
    assert (done.returncode, done.stdout) == (2, "")
    assert "trenger en terminal" in done.stderr


def test_answers_come_through_a_pipe_and_lead_to_the_same_as_installed(place: Path) -> None:
    in_bundle = run(place, "sjekk", "--svar", "-", "--json", stdin=ANSWERS.read_bytes())
    installed = subprocess.run(
        [ROOT / ".venv/bin/veileder", "sjekk", "--svar", ANSWERS, "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert in_bundle.returncode == 0, in_bundle.stderr
    assert json.loads(in_bundle.stdout) == json.loads(installed.stdout)


def test_it_has_all_that_cards_and_exercises_need(place: Path) -> None:
    cards = run(place, "kontakt", "112", "--vcf", "-")
    assert cards.stdout.startswith("BEGIN:VCARD")
    assert json.loads(run(place, "sjekk", "--ov", "--json").stdout)["ovelser"]


def test_content_outside_it_is_read_and_checked(place: Path) -> None:
    with open_folder() as name:
        shutil.copytree(ROOT / "tests" / "veiledere", Path(name) / "innhold")
        done = run(place, "om", "--json", "--innhold", f"{name}/innhold", "--utgave", "2025-01")
    assert json.loads(done.stdout)["innhold"]["id"] == "fjordvik", done.stderr


def test_a_new_guide_is_made_of_the_templates_inside_it(place: Path) -> None:
    with open_folder() as name:
        Path(name).chmod(0o777)
        made = run(place, "innhold", "ny", f"{name}/fjordby", "--kommune", "Fjordby")
        assert made.returncode == 0, made.stderr
        done = run(place, "om", "--json", "--innhold", f"{name}/fjordby")
    assert json.loads(done.stdout)["innhold"]["id"] == "fjordby", done.stderr


def test_guidance_can_be_saved_as_a_page(place: Path) -> None:
    with open_folder() as name:
        Path(name).chmod(0o777)
        save = ["--ut", f"{name}/råd.html"]
        done = run(place, "sjekk", "--svar", "-", *save, stdin=ANSWERS.read_bytes())
        assert done.returncode == 0, done.stderr
        page = Path(name, "råd.html").read_text("utf-8")
    assert "</h1>" in page


def test_what_a_shell_runs_for_the_tab_key_is_inside_it(place: Path) -> None:
    for skall in ("bash", "zsh", "fish", "powershell"):
        done = run(place, "fullforing", skall)
        assert f"_fullfor {skall}" in done.stdout, done.stderr
    assert run(place, "_fullfor", "bash", "1", "sj").stdout.startswith("sjekk\t")


def test_every_command_of_the_authors_has_what_it_needs_inside_it(place: Path) -> None:
    with open_folder() as name:
        guide = str(shutil.copytree(OYVIK, Path(name) / "øyvik"))
        words = {"skjema": ("--fil", "regler"), "sammenlign": (guide, guide)}
        commands = {c.callback.__name__ for c in build_innhold().registered_commands if c.callback}
        for command in commands - {"ny"}:  # which has a test of its own
            done = run(place, "innhold", command, *words.get(command, (guide,)))
            assert (done.returncode, bool(done.stdout)) == (0, True), done.stderr


def test_a_look_up_is_shown_on_a_terminal_with_and_without_a_name_for_it(place: Path) -> None:
    program = [*PYTHON, str(place / "veileder.pyz"), "definisjon", "radikalisering"]
    for named in ([], ["env", "-u", "TERM"]):
        with Terminal([*named, *program], rows=60, env={"HOME": "/finnes-ikke"}) as terminal:
            assert terminal.exit_code() == 0
            assert "RADIKALISERING" in terminal.screen


def test_an_interview_starts_on_a_terminal_without_a_name(
    place: Path, veileder: Veileder, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = ["env", "-u", "TERM", *PYTHON, str(place / "veileder.pyz")]
    monkeypatch.setattr(Samtale, "program", program)
    with Samtale(veileder, env={"PYTHONPATH": "", "HOME": "/finnes-ikke"}) as terminal:
        terminal.answer_all({"rolle": "meg-selv", "alder": "over-18"})
        terminal.see_result()


@pytest.mark.parametrize("kind", [Samtale, EnkelSamtale])
def test_an_interview_goes_from_the_first_question_to_the_end(
    place: Path, veileder: Veileder, kind: type[Samtale], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Samtale, "program", [*PYTHON, str(place / "veileder.pyz")])
    options = ["--enkel"] if kind is EnkelSamtale else []
    env = {"PYTHONPATH": "", "HOME": "/finnes-ikke"}
    with kind(veileder, *options, env=env) as terminal:
        terminal.answer_all({"rolle": "meg-selv", "alder": "over-18"})
        terminal.see_result()
        if kind is EnkelSamtale:
            terminal.choose("5")
        else:
            terminal.press(QUIT)
            terminal.wait_for(WIPE)
            terminal.press("2")
        assert terminal.exit_code() == 0


def test_a_python_that_is_too_old_is_told_of_in_one_message(place: Path) -> None:
    pretend = "import runpy, sys; sys.version_info = (3, 8, 10, 'final', 0); "
    pretend += "runpy.run_path(sys.argv[1], run_name='__main__')"
    program = [BASE_PYTHON, "-c", pretend, str(place / "veileder.pyz")]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "Feil: veileder krever Python 3.11 eller nyere. Dette er Python 3.8"
    )


def test_an_old_python_can_read_the_start() -> None:
    start = (ROOT / "pakke" / "start.py").read_text("ascii")
    tree = ast.parse(start, feature_version=(3, 4))
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.JoinedStr | ast.AnnAssign)]
