"""What holds for the program as a whole: no guide in the code, and a word of 112 in every help."""

import re
from pathlib import Path

import pytest

from guider import TRONDHEIM
from veileder_cli.cli.app import build_app
from veileder_cli.cli.norsk import run
from veileder_cli.cli.options import NODLINJE
from veileder_cli.editions import choose_edition
from veileder_cli.loader import is_approved, read_guide

SRC = Path(__file__).parent.parent / "src"
ORD = re.compile(r"trondheim|trøndelag|02800|radikaliser|hatkriminal", re.IGNORECASE)
KOMMANDOER = [
    *(c.callback.__name__ for c in build_app().registered_commands if c.callback),
    "innhold",
    "innhold valider",
    "innhold prov",
    "innhold analyser",
    "innhold sammenlign",
    "innhold vis",
    "innhold skjema",
    "innhold ny",
]


@pytest.mark.parametrize("fil", sorted(SRC.rglob("*.py")), ids=lambda f: f.stem)
def test_the_code_holds_no_word_of_the_guide(fil: Path) -> None:
    assert ORD.findall(fil.read_text("utf-8")) == []


def test_the_code_names_no_role_step_or_route_of_the_guide() -> None:
    guide = read_guide(TRONDHEIM).veileder
    ider = {
        *(r.id for r in guide.roller),
        *(r.id for r in guide.regler.regler),
        *(v.id for v in guide.varsler),
    }
    strenger = {
        treff
        for fil in SRC.rglob("*.py")
        for treff in re.findall(r"[\"']([a-z0-9_-]+)[\"']", fil.read_text("utf-8"))
    }
    assert ider & strenger == {"anonymt", "ingen"}, "both are words of the files' form as well"


def test_the_content_that_ships_is_approved_as_it_is() -> None:
    assert is_approved(choose_edition(None, "")), "run make innhold"


@pytest.mark.parametrize("kommando", ["", *KOMMANDOER])
def test_every_help_is_norwegian_and_ends_with_112(
    capsys: pytest.CaptureFixture[str], kommando: str
) -> None:
    assert run(build_app(), [*kommando.split(), "--help"]) == 0
    hjelp = capsys.readouterr().out
    assert hjelp.startswith("Bruk: veileder")
    assert hjelp.rstrip().endswith(NODLINJE)
    assert re.findall(r"\b(Usage|Options|Commands|Show this)\b", hjelp) == []


@pytest.mark.parametrize("kommando", [k for k in KOMMANDOER if k != "innhold"])
def test_every_command_shows_examples(capsys: pytest.CaptureFixture[str], kommando: str) -> None:
    run(build_app(), [*kommando.split(), "--help"])
    assert f"Eksempler:\n  veileder {kommando}" in capsys.readouterr().out.replace("søk", "sok")


def test_the_environment_may_choose_the_content(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDER_INNHOLD", str(TRONDHEIM.parent))
    assert run(build_app(), ["om", "--utgave", "2021-11", "--json"]) == 0
    assert '"utgave": "2021-11"' in capsys.readouterr().out
