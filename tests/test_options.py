"""Every command can be told which content it is about, in the same way."""

from pathlib import Path

import pytest

from guider import FJORDVIK
from veileder_cli.cli.app import build_app, run
from veileder_cli.cli.innhold import COMMANDS
from veileder_cli.cli.options import COMMON

Output = pytest.CaptureFixture[str]
META = "eier: Skolen\noppdatert: 2026-03-01\n"


@pytest.fixture
def lokalt(tmp_path: Path) -> Path:
    (tmp_path / "lokalt.yaml").write_text(META, "utf-8")
    nummer = "kontakter: {id: uroteam, numre: {telefon: 00 00 00 09}}"
    (tmp_path / "kontakter.yaml").write_text(nummer, "utf-8")
    return tmp_path


def command_names() -> list[str]:
    navn = [str(c.callback.__name__) for c in build_app().registered_commands if c.callback]
    return [n for n in navn if n != "fullforing"]  # it is about no content


@pytest.mark.parametrize("navn", command_names())
def test_every_command_has_the_options(navn: str, capsys: Output) -> None:
    assert run([navn, "--help"]) == 0
    hjelp = capsys.readouterr().out
    assert [o for o in COMMON if f"--{o}" not in hjelp] == []


@pytest.mark.parametrize("navn", [c[0].__name__ for c in COMMANDS])
def test_every_command_of_the_authors_can_be_told_what_language_to_speak(
    navn: str, capsys: Output
) -> None:
    assert run(["innhold", navn, "--sprak", "nn", "--help"]) == 0
    assert "--sprak KODE" in capsys.readouterr().out


def test_a_local_folder_is_laid_over(lokalt: Path, capsys: Output) -> None:
    argv = ["kontakt", "uroteam", "--innhold", str(FJORDVIK), "--lokalt", str(lokalt)]
    assert run(argv) == 0
    assert "00 00 00 09" in capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")


def test_the_environment_may_say_so_too(
    lokalt: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VEILEDER_LOKALT", str(lokalt))
    assert run(["om", "--innhold", str(FJORDVIK)]) == 0
    out = capsys.readouterr().out
    assert "Skolen, 2026-03-01" in out
    assert "uroteam (numre)" in out


def test_corrections_for_another_edition_are_told(lokalt: Path, capsys: Output) -> None:
    (lokalt / "lokalt.yaml").write_text(f"{META}gjelder: fjordvik/2024-01\n", "utf-8")
    assert run(["om", "--innhold", str(FJORDVIK), "--lokalt", str(lokalt)]) == 0
    assert "fjordvik/2024-01" in capsys.readouterr().out


def test_the_check_of_a_guide_tells_what_is_laid_over_it(lokalt: Path, capsys: Output) -> None:
    assert run(["innhold", "valider", str(FJORDVIK), "--lokalt", str(lokalt)]) == 0
    assert "uroteam (numre)" in capsys.readouterr().out


def test_a_fault_in_a_local_folder_is_a_fault_of_content(lokalt: Path, capsys: Output) -> None:
    (lokalt / "regler.yaml").write_text("regler: []\n", "utf-8")
    assert run(["om", "--innhold", str(FJORDVIK), "--lokalt", str(lokalt)]) == 1
    assert f"{lokalt.name}/regler.yaml" in capsys.readouterr().err


def test_the_language_may_be_said_before_the_command_too(capsys: Output) -> None:
    assert run(["--sprak", "nb", "om", "--innhold", str(FJORDVIK)]) == 0
    assert "Fjordvik" in capsys.readouterr().out


def test_a_local_folder_that_cannot_be_reached_is_told_and_the_guide_is_used(
    tmp_path: Path, capsys: Output
) -> None:
    borte = tmp_path / "borte"
    assert run(["kontakt", "--innhold", str(FJORDVIK), "--lokalt", str(borte)]) == 0
    ut = capsys.readouterr()
    assert "Uroteamet" in ut.out
    assert str(borte) in ut.err
