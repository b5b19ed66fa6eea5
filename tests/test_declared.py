"""Commands are declared without Typer, and are to Typer what they were declared as."""

import subprocess
import sys
import unicodedata
from typing import Annotated, get_args

import pytest
import typer.models

from veileder_cli.cli.declared import Declared, argument, as_typer, fold, option


def test_an_option_becomes_typers_with_all_that_is_said_of_it() -> None:
    type_, made = get_args(as_typer(Annotated[int, option("--antall", "-n", help="Hvor mange.")]))
    assert type_ is int
    assert isinstance(made, typer.models.OptionInfo)
    assert (made.default, *made.param_decls) == ("--antall", "-n")  # as Typer has it
    assert made.help == "Hvor mange."


def test_an_argument_becomes_typers() -> None:
    type_, made = get_args(as_typer(Annotated[str | None, argument(metavar="[ORD]")]))
    assert type_ == str | None
    assert isinstance(made, typer.models.ArgumentInfo)
    assert made.metavar == "[ORD]"


@pytest.mark.parametrize("annotation", [str, Annotated[str, typer.Option("--x")], list[str] | None])
def test_what_is_not_declared_here_stays_as_it_is(annotation: object) -> None:
    assert as_typer(annotation) is annotation


def test_to_declare_loads_no_typer() -> None:
    program = "import sys, veileder_cli.cli.options; sys.exit('typer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_known_with_and_without_norwegian_letters(form: str) -> None:
    typed = unicodedata.normalize("NFC" if form == "NFC" else "NFD", "løype-på-ære-Å")
    assert fold(typed) == "loype-pa-aere-A"


def test_a_declaration_is_a_value() -> None:
    assert option("--json", help="x") == Declared("Option", ("--json",), {"help": "x"})
