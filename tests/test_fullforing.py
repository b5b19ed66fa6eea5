"""The Tab key: what is offered, and that real shells put it in as it must be written."""

import json
import os
import shlex
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from typer.main import get_group

from guider import FJORDVIK
from terminal import Terminal
from veileder_cli.cli import fullforing
from veileder_cli.cli.app import build_app, run
from veileder_cli.cli.forslag import WORDS
from veileder_cli.cli.fullforing import Skall
from veileder_cli.cli.kandidater import candidates
from veileder_cli.cli.norsk import norsk
from veileder_cli.model.veileder import Veileder

TAB = "\t"
SCRIPTS = Path(fullforing.__file__).parent / "skall"
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile"], 'eval "$(veileder fullforing bash)"'),
    "zsh": (
        ["zsh", "-f"],
        'autoload -U compinit; compinit -u -D; eval "$(veileder fullforing zsh)"',
    ),
    "fish": (["fish", "--no-config"], "veileder fullforing fish | source"),
}


def offered(line: str | list[str], shell: str = "bash") -> list[str]:
    """Give what is offered at the end of a line, or of its words where one has spaces in it."""
    words = line.split(" ") if isinstance(line, str) else line
    return [c.split(TAB)[0] for c in candidates(shell, len(words), words, build_app)]


def parameters() -> Iterator[tuple[str, str]]:
    """Name every parameter, with its command."""
    group = get_group(norsk(build_app()))
    under = getattr(group.commands["innhold"], "commands", {})
    for name, command in (*group.commands.items(), *under.items()):
        yield from ((name, str(param.name)) for param in command.params)


# --- what is offered ---


def test_commands_are_offered_with_and_without_their_letters() -> None:
    assert [*get_group(norsk(build_app())).commands] == offered("")
    assert offered("sø") == offered("so") == ["sok"]
    assert "valider" in offered("innhold ")


def test_options_are_offered_once() -> None:
    assert {"--rolle", "--trinn", "--utgave", "--json", "--help"} <= {*offered("kontakt --")}
    assert offered("kontakt --språ") == ["--sprak"]
    assert "--json" not in offered("kontakt --json --")


def test_terms_contacts_roles_steps_chapters_and_editions_are_the_guides(
    veileder: Veileder,
) -> None:
    assert len(offered("definisjon ")) == len(veileder.begreper)
    assert offered("kontakt ") == [k.id for k in veileder.kontakter]
    assert offered("kontakt --rolle ") == [r.id for r in veileder.roller]
    assert offered("trinn ") == offered("kontakt --trinn ") == [t.nummer for t in veileder.trinn]
    assert offered("les ") == [k.nummer for k in veileder.kapitler]
    assert offered("tiltak ") == [t.id for t in veileder.tiltak]
    assert veileder.om.utgave in offered("om --utgave ")
    assert offered("om --sprak ") == ["nb", "nn", "en"]
    assert offered("fullforing ") == [*Skall]
    assert offered("innhold vis --format ht") == ["html"]


def test_the_other_words_for_a_thing_are_offered_once_they_have_been_begun(
    veileder: Veileder,
) -> None:
    ids = offered("kontakt ")
    emne = next(e for k in veileder.kontakter for e in k.emner if " " in e and e.isascii())
    assert emne not in ids
    assert emne in offered(["kontakt", f"'{emne[:-1]}"])


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("definisjon --sprak en hate", "hate speech"),
        ("definisjon --sprak en radikalise", "radikalisering"),
        ("definisjon --sprak nn valdeleg r", "radikalisering"),
        ("kontakt --sprak en sch", "school"),
        ("kontakt --sprak en skol", "skole"),
        ("kontakt --sprak nn sku", "skule"),
    ],
)
def test_words_are_offered_in_the_language_and_in_the_guides_own(line: str, word: str) -> None:
    assert word in offered(line)
    assert "school" not in offered("kontakt sch")


def test_a_word_is_offered_in_the_letters_it_was_begun_in() -> None:
    with_letters, without = offered("kontakt nød"), offered("kontakt nod")
    assert [c.replace("ø", "o") for c in with_letters] == without
    assert with_letters != without


def test_of_several_words_those_are_offered_that_are_left(veileder: Veileder) -> None:
    navn = next(b.navn for b in veileder.begreper if b.navn.count(" ") == 1)
    first, second = navn.lower().split()
    assert second in offered(f"definisjon {first} ")
    assert navn.lower() in offered(["definisjon", f"'{first} {second[:1]}"])


def test_an_option_and_its_value_may_be_one_word() -> None:
    assert offered("om --utgave = 20")[0] == "2021-11", "bash splits at the sign"
    assert offered("om --utgave=20", "zsh")[0] == "--utgave=2021-11"


def test_other_content_on_the_line_is_heeded() -> None:
    assert "2025-01" in offered(f"om --innhold {FJORDVIK} --utgave ")


def test_where_a_file_or_a_folder_may_stand_the_shell_is_told() -> None:
    ask = ["om", "--innhold", ""]
    assert [*candidates("bash", 3, ask, build_app)] == ["\tmappe"]
    assert [*candidates("bash", 3, ["sjekk", "--svar", ""], build_app)] == ["\tfil"]


def test_every_parameter_with_words_is_one_of_a_command() -> None:
    known = {name for pair in parameters() for name in (pair[1], " ".join(pair))}
    assert {*WORDS} - known == set()


@pytest.mark.parametrize(
    "argv",
    [
        *([], ["bash"], ["bash", "x"], ["bash", "2", "finnes-ikke", ""], ["bash", "-1"]),
        ["bash", "4", "definisjon", "--utgave", "1999", ""],
        ["bash", "3", "om", "--x", "y"],
    ],
)
def test_nothing_is_said_when_something_is_wrong(
    argv: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["_fullfor", *argv]) == 0
    assert capsys.readouterr() == ("", "")


# --- the shells ---


@pytest.mark.parametrize("skall", [*Skall])
def test_the_script_is_printed(skall: Skall, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fullføring", skall]) == 0
    script = capsys.readouterr().out
    assert f"_fullfor {skall}" in script
    assert run(["fullforing", skall, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"skall": skall, "skript": script}


def test_powershells_script_keeps_to_its_grammar_and_to_ascii() -> None:
    tree_sitter = pytest.importorskip("tree_sitter")
    grammar = pytest.importorskip("tree_sitter_powershell")
    parser = tree_sitter.Parser(tree_sitter.Language(grammar.language()))
    script = (SCRIPTS / "veileder.powershell").read_bytes()
    assert script.isascii()
    assert not parser.parse(script).root_node.has_error
    assert parser.parse(script.replace(b"param(", b"param[")).root_node.has_error


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (("sj",), "sjekk"),
        (("kontakt", ""), "112"),
        (("kontakt", "meg"), "meg selv"),
        (("definisjon", "'radikalisering p"), "radikalisering på nett"),
        (("definisjon", "radikalisering` p"), "radikalisering på nett"),
        (("om", "--utgave=20"), "--utgave=2021-11"),
    ],
)
def test_powershells_words_come_beside_the_command_line_as_they_were_typed(
    typed: tuple[str, ...],
    value: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script = (SCRIPTS / "veileder.powershell").read_text("ascii")
    assert "& $program _fullfor powershell $ordene.Count 2>$null" in script
    assert '$env:VEILEDER_TAB = $ordene -join "`n"' in script
    monkeypatch.setenv("VEILEDER_TAB", "\n".join(typed))
    assert run(["_fullfor", "powershell", str(len(typed))]) == 0
    assert value in [line.split(TAB)[0] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_tab_puts_in_what_is_offered_as_the_shell_must_have_it(shell: str, tmp_path: Path) -> None:
    argv, setup = SHELLS[shell]
    if not shutil.which(argv[0]):
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "en mappe").mkdir()
    program = tmp_path / "veileder"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m veileder_cli "$@"\n')
    program.chmod(0o755)
    sti = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    with Terminal(argv, 100, 30, {"PATH": sti, "PS1": "$ ", "LC_ALL": "C.UTF-8"}) as terminal:
        terminal.send(f"{setup}; cd {shlex.quote(str(tmp_path))}; echo kla''r\r")
        terminal.wait_for("klar")
        for typed, put_in in (
            ("veileder tegn; veileder sj", "; veileder sjekk"),
            ("veileder kontakt meg", "kontakt meg\\ selv"),
            ("veileder definisjon radikalisering\\ p", "radikalisering\\ på\\ nett"),
            ("veileder definisjon 'radikalisering p", "'radikalisering på nett'"),
            ("veileder om --utgave=20", "--utgave=2021-11"),
            ("veileder om --innhold en", "--innhold en\\ mappe/"),
        ):
            terminal.settle(0.2)
            terminal.send(f"{typed}{TAB}")
            terminal.wait_for(put_in)
            terminal.send("\x15")  # takes the line away
