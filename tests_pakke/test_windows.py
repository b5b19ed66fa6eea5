"""The packages for Windows under wine, with Windows' own Python, as a person runs them.

Run by `make test-windows`, which fetches what is needed; not part of `make test`.
"""

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from pakke.windows import build_msi
from samtale import MENU, QUIT, RESULT, REVIEW, WIPE, EnkelSamtale, Svar, answer_to
from terminal import Terminal
from veileder_cli.cli.app import build_app
from veileder_cli.editions import choose_edition
from veileder_cli.evaluate import evaluate
from veileder_cli.interview.asked import asked_screens, next_asked
from veileder_cli.interview.haste import QUICK_WORD
from veileder_cli.interview.prompts import INGEN, screen_prompt, to_value
from veileder_cli.loader import read_guide
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.layout import to_text
from veileder_cli.render.result import first_screen

ROOT = Path(__file__).parent.parent
BUILT = Path(os.environ.get("VEILEDER_WINDOWS", ROOT / "build" / "windows" / "dist"))
TYPIST = ROOT / "tests_pakke" / "windows_taster.py"
VEILEDER = ROOT / ".venv" / "bin" / "veileder"
ANSWERS = ROOT / "docs" / "eksempler" / "svar.yaml"
EPOCH = 1_700_000_000
COLUMNS = 79
"""Of the console's 80; a line that is folded to fit would not be found on it."""
LOOKUPS = (
    ("kontakt",),
    ("kontakt", "politi"),
    ("definisjon", "radikalisert"),
    ("tegn",),
    ("faktorer",),
    ("trinn", "2"),
    ("tiltak", "samtale"),
    ("aktorer",),
    ("regelverk",),
    ("lenker", "skole"),
    ("les", "6"),
    ("sok", "plikt"),
    ("om",),
)
TEACHER: Svar = {
    "rolle": "ungdomsskole",
    "alder": "under-18",
    "tegn.uttalelser": ("legitimerer-vold", "hatretorikk"),
    "foresatte_trygge": "ja",
    "ressursperson": "ja",
}


class Windows:
    """A Windows of its own, with the zip unpacked in a folder whose name trips programs up."""

    def __init__(self, folder: Path) -> None:
        self.env = {
            **os.environ,
            "WINEPREFIX": str(folder / "wine"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "PYTHONPATH": "",
            "VEILEDER_SPRAK": "nb",
        }
        subprocess.run(["wineboot", "-i"], env=self.env, check=True, capture_output=True)
        place = folder / "Åse sin mappe (ny) & på nett"
        with zipfile.ZipFile(next(BUILT.glob("*-win64.zip"))) as archive:
            archive.extractall(place)
        (self.home,) = place.iterdir()
        self.drive = folder / "wine" / "drive_c"

    def run(
        self,
        *command: str,
        stdin: bytes = b"",
        cwd: Path | None = None,
        env: Mapping[str, str] = {},
    ) -> bytes:
        """Run a Windows command to its end, and give what it writes; it must end well."""
        done = self.end(*command, stdin=stdin, cwd=cwd, env=env)
        assert done.returncode == 0, done.stderr.decode("cp1252") + done.stdout.decode("cp1252")
        return done.stdout

    def end(
        self,
        *command: str,
        stdin: bytes = b"",
        cwd: Path | None = None,
        env: Mapping[str, str] = {},
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a Windows command to its end, whatever that is."""
        return subprocess.run(
            ["wine", *command],
            input=stdin,
            env={**self.env, **env},
            cwd=cwd or self.home,
            capture_output=True,
            check=False,
        )

    def veileder(self, *args: str, stdin: bytes = b"") -> bytes:
        """Run the .cmd, in the folder where it is."""
        return self.run("cmd", "/c", "veileder.cmd", *args, stdin=stdin)

    def play(self, folder: Path, steps: Sequence[Any], *args: str, codepage: str = "65001") -> Any:
        """Let the typist play the steps on a console, and give what it saw."""
        (folder / "trinn.json").write_text(json.dumps(steps), "utf-8")
        files = [
            str(self.home / "veileder.pyz"),
            str(folder / "trinn.json"),
            str(folder / "ut.json"),
        ]
        program = ["wine", str(self.home / "python" / "python.exe"), str(TYPIST), codepage]
        with Terminal([*program, *files, *args], env=self.env) as terminal:
            terminal.exit_code(240)
        return json.loads((folder / "ut.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    windows = Windows(tmp_path_factory.mktemp("windows"))
    yield windows
    subprocess.run(["wineserver", "-k"], env=windows.env, check=False)


@pytest.fixture(scope="session")
def guide() -> Veileder:
    return read_guide(choose_edition(None, "").mappe).veileder


def on_linux(*args: str) -> Any:
    return json.loads(subprocess.check_output([VEILEDER, *args, "--json"]))


@pytest.mark.parametrize("args", LOOKUPS, ids=" ".join)
def test_every_look_up_answers_as_it_does_elsewhere(windows: Windows, args: Sequence[str]) -> None:
    assert json.loads(windows.veileder(*args, "--json").decode("ascii")) == on_linux(*args)


@pytest.mark.parametrize("args", LOOKUPS, ids=" ".join)
def test_redirected_text_is_in_windows_own_letters(windows: Windows, args: Sequence[str]) -> None:
    text = windows.veileder(*args).decode("cp1252")
    assert set("æøå") & set(text.lower())
    assert "�" not in text


def test_no_look_up_is_forgotten() -> None:
    names = {c.callback.__name__ for c in build_app().registered_commands if c.callback}
    assert names - {"sjekk", "fullforing"} == {name for name, *_ in LOOKUPS}


def test_text_sent_to_a_file_is_in_windows_own_letters(windows: Windows, tmp_path: Path) -> None:
    windows.veileder("om", ">", str(PureWindowsPath("Z:", tmp_path / "ut.txt")))
    assert (tmp_path / "ut.txt").read_bytes() == windows.veileder("om")


def test_answers_come_through_a_pipe(windows: Windows) -> None:
    answer = windows.veileder("sjekk", "--svar", "-", "--json", stdin=ANSWERS.read_bytes())
    assert json.loads(answer.decode("ascii")) == on_linux("sjekk", "--svar", str(ANSWERS))


def test_guidance_is_saved_as_a_page_in_utf8(windows: Windows, tmp_path: Path) -> None:
    given = ("sjekk", "--svar", "-", "--ut", f"Z:{tmp_path / 'råd.html'}")
    windows.veileder(*given, stdin=ANSWERS.read_bytes())
    page = (tmp_path / "råd.html").read_text("utf-8")
    assert "<h1" in page
    assert set("æøå") <= set(page)


def test_authors_check_content_from_the_bundle(windows: Windows) -> None:
    found = json.loads(windows.veileder("innhold", "valider", "--json"))
    here = on_linux("innhold", "valider")
    for elsewhere in ("mappe", "utelatt"):  # telephone numbers need a package more
        del found[elsewhere], here[elsewhere]
    assert found == here


def test_wrong_use_and_misses_are_told_with_their_exit_codes(windows: Windows) -> None:
    wrong = windows.end("cmd", "/c", "veileder.cmd", "kontakt", "--fins-ikke")
    assert wrong.returncode == 2
    assert wrong.stderr.decode("cp1252").startswith("Feil: Finner ikke valget «--fins-ikke».")
    missing = windows.end("cmd", "/c", "veileder.cmd", "definisjon", "xyzxyz")
    assert missing.returncode == 1
    assert windows.end("cmd", "/c", "veileder.cmd", "sjekk").returncode == 2


def test_it_starts_from_any_folder_by_its_full_path(windows: Windows) -> None:
    place = windows.drive / "Ståle sin mappe"
    shutil.copytree(windows.home, place)
    start = "C:\\Ståle sin mappe\\veileder.cmd"
    out = windows.run("cmd", "/c", start, "om", "--json", cwd=windows.drive)
    assert json.loads(out)["innhold"]


def test_a_local_folder_beside_it_is_laid_over_the_guide(windows: Windows) -> None:
    local = ROOT / "docs" / "eksempler" / "lokalt"
    shutil.copytree(local, windows.home / "lokalt")
    try:
        over = json.loads(windows.veileder("kontakt", "leder", "--json"))
    finally:
        shutil.rmtree(windows.home / "lokalt")
    assert over == on_linux("kontakt", "leder", "--lokalt", str(local))
    assert over != on_linux("kontakt", "leder")


def test_powershells_words_reach_it_whole_through_the_cmd(windows: Windows) -> None:
    for words, value in (
        (("definisjon", "'radikalisering p"), "radikalisering på nett"),
        (("kontakt", "'å & echo ^ %PATH% \"", "--js"), "--json"),
    ):
        env = {"VEILEDER_TAB": "\n".join(words)}
        ask = ("cmd", "/c", "veileder.cmd", "_fullfor", "powershell", str(len(words)))
        said = windows.run(*ask, env=env).decode("utf-8")
        assert value in [line.split("\t")[0] for line in said.split("\n")]


def test_nothing_is_written_beside_it(windows: Windows) -> None:
    before = {f: f.stat().st_mtime_ns for f in windows.home.rglob("*")}
    windows.veileder("sok", "plikt")
    assert {f: f.stat().st_mtime_ns for f in windows.home.rglob("*")} == before


@pytest.mark.parametrize("codepage", ["850", "1252", "65001"])
def test_letters_are_right_on_the_console(windows: Windows, tmp_path: Path, codepage: str) -> None:
    args = ("definisjon", "voldelig ekstremisme")
    env = {**os.environ, "COLUMNS": str(COLUMNS)}
    text = subprocess.check_output([VEILEDER, *args], env=env, text=True, encoding="utf-8")
    first_page = text.splitlines()[:20]
    assert set("æøå") <= set("".join(first_page))
    steps = [{"lines": first_page}, {"press": "q"}]
    seen = windows.play(tmp_path, steps, *args, codepage=codepage)
    assert (seen["sett"][-1], seen["kode"]) == ("alt", 0)


def test_a_long_look_up_stops_at_each_screen_for_a_key(windows: Windows, tmp_path: Path) -> None:
    steps = [{"wait": "-- mer:"}, {"press": "space"}, {"wait": "-- mer:"}, {"press": "q"}]
    seen = windows.play(tmp_path, steps, "les", "6")
    assert (seen["sett"][-1], seen["kode"]) == ("alt", 0)
    assert seen["sett"][0][:-1] != seen["sett"][1][:-1]
    assert "-- mer:" not in "".join(seen["til_slutt"])


def steps_of(guide: Veileder, svar: Svar) -> Iterator[dict[str, Any]]:
    """What a person does who answers so, from the first question to the end."""
    given: dict[str, tuple[str, ...]] = {}
    while asked := next_asked(asked_screens(guide, given), given):
        prompt = screen_prompt(asked, given, "", kan_tilbake=True)
        wanted = answer_to(asked, svar) or ((INGEN,) if prompt.many else ("hopp-over",))
        yield {"wait": prompt.title}
        for value in wanted:
            row = [c.value for c in prompt.choices].index(value)
            yield point_at(prompt.choices[row].text, row + (not prompt.many))
            yield from [{"press": "space"}] * prompt.many
        yield {"press": "enter"}
        given |= asked.as_svar(to_value(wanted))
    yield from ({"wait": REVIEW}, point_at(RESULT, 1), {"press": "enter"})
    result = to_text(first_screen(guide, evaluate(guide, given)), COLUMNS)
    yield from ({"lines": result.splitlines()}, {"wait": MENU}, {"press": QUIT})
    yield from ({"wait": WIPE}, {"press": "2"})


def point_at(text: str, row: int) -> dict[str, Any]:
    """Move to the row of this number, which has this text."""
    return {"point": text, "moves": ["home", *["down"] * row]}


def test_a_whole_interview_with_arrows_and_ticks(
    windows: Windows, guide: Veileder, tmp_path: Path
) -> None:
    seen = windows.play(tmp_path, list(steps_of(guide, TEACHER)), "sjekk")
    assert seen["sett"][-1] == "alt", "\n".join(seen["sett"][-1])
    assert seen["kode"] == 0


def test_one_key_leaves_in_haste_and_empties_the_console(
    windows: Windows, guide: Veileder, tmp_path: Path
) -> None:
    until_second = islice(steps_of(guide, TEACHER), 4)
    seen = windows.play(tmp_path, [*until_second, {"press": "ctrl-x"}], "sjekk")
    assert (seen["sett"][-1], seen["kode"]) == ("alt", 0)
    assert not "".join(seen["til_slutt"]).strip()


@pytest.fixture
def typed(windows: Windows, guide: Veileder) -> Iterator[EnkelSamtale]:
    """The interview with typed numbers, on a console of wine's."""

    class OnWindows(EnkelSamtale):
        program = (
            "wine",
            str(windows.home / "python" / "python.exe"),
            str(windows.home / "veileder.pyz"),
        )

        @property
        def said(self) -> str:
            return self.flowing

    with OnWindows(guide, "--enkel", env=windows.env, rows=60) as terminal:
        yield terminal


def test_a_whole_interview_with_typed_numbers(typed: EnkelSamtale) -> None:
    typed.answer_all({"rolle": "meg-selv", "alder": "over-18"})
    typed.see_result()
    typed.choose("5")
    assert typed.exit_code(30) == 0


def test_a_word_leaves_in_haste_and_empties_the_console(typed: EnkelSamtale) -> None:
    typed.wait_to_hear(typed.place(typed.asked))
    typed.type_line(QUICK_WORD)
    assert typed.exit_code(30) == 0
    assert not typed.screen.strip()


def test_the_msi_installs_gives_way_to_a_newer_one_and_is_taken_away(
    windows: Windows, tmp_path: Path
) -> None:
    msi = str(next(BUILT.glob("*-win64.msi")))
    windows.run("msiexec", "/i", msi, "/qn")
    installed = windows.drive / "Program Files" / "veileder"
    files = {f.relative_to(installed) for f in installed.rglob("*") if f.is_file()}
    assert files == {f.relative_to(windows.home) for f in windows.home.rglob("*") if f.is_file()}
    out = windows.run("cmd", "/c", "veileder.cmd", "om", "--json", cwd=installed)
    assert json.loads(out)["innhold"]
    assert list(windows.drive.rglob("veileder.lnk"))
    local = installed / "lokalt" / "lokalt.yaml"
    local.parent.mkdir()
    local.touch()
    newer = {f.as_posix(): (installed / f).read_bytes() for f in files if f.name != "LICENSE.txt"}
    msi = str(build_msi(tmp_path / "ny.msi", {**newer, "NYTT.txt": b"nytt"}, "99.0.0", EPOCH))
    windows.run("msiexec", "/i", msi, "/qn")
    kept = {f.relative_to(installed).as_posix() for f in installed.rglob("*") if f.is_file()}
    assert kept == {*newer, "NYTT.txt", "lokalt/lokalt.yaml"}
    windows.run("msiexec", "/x", msi, "/qn", cwd=windows.drive)
    assert [f for f in installed.rglob("*") if f.is_file()] == [local]
    assert not list(windows.drive.rglob("veileder.lnk"))
