"""The command line speaks bokmål only, whatever the user types."""

import os
import re
import signal
import subprocess
import sys
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Annotated
from uuid import UUID

import pytest
import typer

from veileder_cli.cli.ending import report_bug
from veileder_cli.cli.norsk import examples, run

ENGLISH = re.compile(
    r"\b(usage|options?|error|try|missing|invalid|got|unexpected|extra|no such|show|this|message"
    r"|exit|defaults?|required?|requires|commands?|args|arguments?|aborted|did you mean|possible"
    r"|choose|choice|value|takes|does not|is not|not a|valid|range|one of|env var|dynamic|text|int"
    r"|integer|float|boolean|bool|str|path|file|filename|directory|datetime|readable|exist|open"
    r"|true|false|none|deprecated|docstring|traceback|for help)\b",
    re.IGNORECASE,
)
LONG = "veileder sok radikalisering " + "x" * 120


class Rolle(Enum):
    NTNU = "ntnu"
    VIDEREGAENDE = "videregaende"


def positive(text: str) -> int:
    if not text.isdigit():
        raise ValueError(text)
    if text == "0":
        message = "null er for lite"
        raise typer.BadParameter(message)
    return int(text)


def unused(value: str | None) -> str | None:
    if value == "feil":
        message = "«feil» er feil."
        raise typer.BadParameter(message)
    return value


def program() -> typer.Typer:
    app = typer.Typer(help="Finn neste steg.", epilog=examples("veileder sjekk", LONG))
    app.callback()(root)
    for command in (sok, alt, tall, stopp, krasj):
        app.command(command.__name__, epilog=examples(LONG))(command)
    app.command("kode", help="Gi en kode.")(lambda: 1)
    app.command("gjemt", hidden=True)(lambda: None)
    innhold = typer.Typer(no_args_is_help=True)
    innhold.command("test", help="Prøv tilfellene.")(lambda: None)
    innhold.command("sjekk", help="Finn feil.")(lambda: None)
    app.add_typer(innhold, name="innhold", help="For dem som skriver.")
    return app


def root(*, enkel: Annotated[bool, typer.Option("--enkel", help="Uten markør.")] = False) -> None:
    """English docstring of the root."""
    if enkel:
        typer.echo("enkelt")


def sok(
    ord_: Annotated[str, typer.Argument(metavar="ORD", help="Det du leter etter.")],
    flere: Annotated[list[str] | None, typer.Argument(metavar="[FLERE]", help="Flere ord.")] = None,
    *,
    rolle: Annotated[Rolle, typer.Option(help="Rollen din.")] = Rolle.NTNU,
    rens: Annotated[str | None, typer.Option(callback=unused)] = None,
) -> None:
    """English docstring of a command."""
    typer.echo(f"{ord_} {flere} {rolle.value} {rens}")


def alt(  # noqa: PLR0913 - one parameter of each kind
    *,
    mal: Annotated[Path, typer.Option(help="En mal.", exists=True, dir_okay=False)],
    mappe: Annotated[Path | None, typer.Option(exists=True, file_okay=False)] = None,
    sti: Annotated[Path, typer.Option(writable=True)] = Path(),
    kilde: Annotated[typer.FileText | None, typer.Option()] = None,
    dato: Annotated[datetime | None, typer.Option()] = None,
    merke: Annotated[UUID | None, typer.Option()] = None,
    flagg: Annotated[bool, typer.Option("--vis/--skjul", envvar="NORSK_VIS")] = True,
    stille: Annotated[bool, typer.Option("--stille", "-s")] = False,
    valg: Annotated[list[str] | None, typer.Option("--merkelapp", "-m")] = None,
) -> None:
    typer.echo(sorted(locals()))


def tall(  # noqa: PLR0913
    par: tuple[int, float],
    ja: bool,  # noqa: FBT001 - typer makes an argument of it
    *,
    antall: Annotated[int, typer.Option("--antall", "-n", min=1, max=9)] = 3,
    minst: Annotated[int | None, typer.Option(min=1)] = None,
    hoyst: Annotated[float | None, typer.Option(max=1)] = None,
    egen: Annotated[int | None, typer.Option(parser=positive)] = None,
    ganger: Annotated[int, typer.Option("--ganger", "-g", count=True)] = 0,
) -> None:
    typer.echo(sorted(locals()))


def stopp() -> None:
    signal.raise_signal(signal.SIGINT)


def krasj() -> None:
    message = "a secret message"
    raise KeyError(message)


Output = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


def fails(line: str, capsys: Output, code: int = 2) -> list[str]:
    """Run a line that must fail; give the lines it said on standard error."""
    assert run(program(), line.split()) == code, line
    said = capsys.readouterr()
    assert said.out == ""
    assert not ENGLISH.search(said.err), said.err
    return said.err.splitlines()


def helps(line: str, capsys: Output) -> str:
    assert run(program(), [*line.split(), "--help"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert not ENGLISH.search(said.out.replace("--help", "")), said.out
    return said.out


@pytest.mark.parametrize(
    ("line", "feil", "hjelp"),
    [
        ("", "Mangler kommando. Skriv en av: sok, alt, tall, stopp, krasj, kode, innhold.", ""),
        ("søkk", "Finner ikke kommandoen «søkk». Mente du «sok»?", ""),
        ("qqq", "Finner ikke kommandoen «qqq».", ""),
        ("gjem", "Finner ikke kommandoen «gjem».", ""),
        ("-- --alt", "Finner ikke kommandoen «--alt». Mente du «alt»?", ""),
        ("--enkelt", "Finner ikke valget «--enkelt». Mente du «--enkel»?", ""),
        ("-q", "Finner ikke valget «-q».", ""),
        ("innhold tst", "Finner ikke kommandoen «tst». Mente du «test»?", "innhold"),
        ("innhold test a", "For mange argumenter: «a».", "innhold test"),
        ("kode a b", "For mange argumenter: «a», «b».", "kode"),
        ("sok", "Mangler argumentet «ORD».", "sok"),
        ("sok a --roll x", "Finner ikke valget «--roll». Mente du «--rolle»?", "sok"),
        ("sok a --rolle", "Valget «--rolle» mangler verdi. Skriv --rolle ROLLE.", "sok"),
        (
            "sok a --rolle x",
            "Ugyldig verdi for valget «--rolle»: «x» er ikke en av: ntnu, videregaende.",
            "sok",
        ),
        ("sok a --rens feil", "Ugyldig verdi for valget «--rens»: «feil» er feil.", "sok"),
        ("alt", "Mangler valget «--mal».", "alt"),
        ("alt --mal /x", "Ugyldig verdi for valget «--mal»: «/x» finnes ikke.", "alt"),
        ("alt --mal /", "Ugyldig verdi for valget «--mal»: «/» er en mappe, ikke en fil.", "alt"),
        (
            f"alt --mappe {__file__}",
            f"Ugyldig verdi for valget «--mappe»: «{__file__}» er en fil, ikke en mappe.",
            "alt",
        ),
        ("alt --kilde /x", "Ugyldig verdi for valget «--kilde»: «/x» finnes ikke.", "alt"),
        (
            "alt --dato i-dag",
            "Ugyldig verdi for valget «--dato»: «i-dag» er ikke en dato som 2026-01-31.",
            "alt",
        ),
        ("alt --merke 1", "Ugyldig verdi for valget «--merke»: «1» er ikke en UUID.", "alt"),
        ("alt --vis=ja", "Valget «--vis» skal stå uten verdi.", "alt"),
        ("alt --skjul=ja", "Valget «--skjul» skal stå uten verdi.", "alt"),
        ("alt -sm", "Valget «-m» mangler verdi. Skriv -m TEKST.", "alt"),
        ("tall 1", "For få argumenter: PAR skal ha 2 verdier.", "tall"),
        ("tall 1 x ja", "Ugyldig verdi for argumentet «PAR»: «x» er ikke et tall.", "tall"),
        ("tall 1 2 kan", "Ugyldig verdi for argumentet «JA»: «kan» er ikke ja eller nei.", "tall"),
        (
            "tall 1 2 ja -n 1.5",
            "Ugyldig verdi for valget «--antall»: «1.5» er ikke et heltall fra 1 til 9.",
            "tall",
        ),
        (
            "tall 1 2 ja --minst 0",
            "Ugyldig verdi for valget «--minst»: «0» er ikke et heltall på minst 1.",
            "tall",
        ),
        (
            "tall 1 2 ja --hoyst 2",
            "Ugyldig verdi for valget «--hoyst»: «2» er ikke et tall på høyst 1.",
            "tall",
        ),
        (
            "tall 1 2 ja --egen x",
            "Ugyldig verdi for valget «--egen»: «x» er ikke en gyldig verdi.",
            "tall",
        ),
        ("tall 1 2 ja --egen 0", "Ugyldig verdi for valget «--egen»: null er for lite", "tall"),
    ],
)
def test_a_usage_error_says_what_is_wrong_and_where_help_is(
    line: str, feil: str, hjelp: str, capsys: Output
) -> None:
    path = f"veileder {hjelp}".strip()
    assert fails(line, capsys) == [f"Feil: {feil}", f"Prøv «{path} --help» for hjelp."]


@pytest.mark.parametrize(("mode", "fault"), [(os.R_OK, "leses"), (os.W_OK, "skrives til")])
def test_a_path_without_access_says_which(
    mode: int, fault: str, capsys: Output, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, asked: asked != mode)
    said = fails(f"alt --mal {__file__} --sti /", capsys)[0]
    assert said.endswith(f"kan ikke {fault}.")


def test_a_wrong_value_in_the_environment_is_refused(capsys: Output, monkeypatch: Patch) -> None:
    monkeypatch.setenv("NORSK_VIS", "kanskje")
    assert "«kanskje» er ikke ja eller nei." in fails(f"alt --mal {__file__}", capsys)[0]


def test_control_characters_are_shown_not_sent_to_the_terminal(capsys: Output) -> None:
    assert fails("s\x1b[31m", capsys)[0] == "Feil: Finner ikke kommandoen «s\\x1b[31m»."


@pytest.mark.parametrize("line", ["", "sok", "alt", "tall", "kode", "innhold", "innhold test"])
@pytest.mark.parametrize("columns", [20, 40, 59, 60, 100, 200])
def test_help_is_norwegian_and_fits_the_terminal(
    line: str, columns: int, capsys: Output, monkeypatch: Patch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    said = helps(line, capsys).splitlines()
    width = min(max(columns, 40), 100)
    assert said[0].startswith(f"Bruk: veileder {line}".rstrip() + " [VALG]")
    assert [row for row in said if len(row) > width and LONG not in row] == []


def test_a_group_lists_its_commands_as_registered(capsys: Output) -> None:
    said = helps("", capsys)
    listed = said.split("Kommandoer:\n")[1].split("\n\n")[0]
    names = [row.split()[0] for row in listed.splitlines()]
    assert names == ["sok", "alt", "tall", "stopp", "krasj", "kode", "innhold"]


def test_help_says_what_a_parameter_takes(capsys: Output, monkeypatch: Patch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    said = " ".join((helps("sok", capsys) + helps("alt", capsys) + helps("tall", capsys)).split())
    for text in (
        "Bruk: veileder sok [VALG] ORD [FLERE ...]",
        "ORD Det du leter etter. [påkrevd]",
        "FLERE Flere ord. [kan være flere]",
        "--rolle ROLLE Rollen din. [en av: ntnu, videregaende; standard: ntnu]",
        "--mal FIL En mal. [påkrevd]",
        "--mappe MAPPE --sti STI [standard: .]",
        "--vis / --skjul [miljøvariabel: NORSK_VIS; standard: --vis]",
        "-s, --stille -m, --merkelapp TEKST [kan gjentas]",
        "-n, --antall HELTALL [et heltall fra 1 til 9; standard: 3]",
        "--help Vis denne hjelpen og avslutt.",
    ):
        assert text in said


def test_a_docstring_is_never_help(capsys: Output) -> None:
    app = typer.Typer()
    app.callback()(root)
    app.command("sok")(sok)
    assert run(app, ["--help"]) == 0
    assert "docstring" not in capsys.readouterr().out


@pytest.mark.parametrize("line", ["", "sok"])
def test_help_ends_with_the_epilog_as_written(line: str, capsys: Output) -> None:
    assert helps(line, capsys).endswith(f"  {LONG}\n")


def test_a_group_without_a_command_may_show_its_help(capsys: Output) -> None:
    assert fails("innhold", capsys)[0] == "Bruk: veileder innhold [VALG] KOMMANDO ..."


@pytest.mark.parametrize("name", ["sok", "søk"])
def test_letters_are_found_with_and_without_their_marks(name: str, capsys: Output) -> None:
    assert run(program(), [name, "ærlig", "--rolle", "videregående"]) == 0
    assert capsys.readouterr().out == "ærlig None videregaende None\n"
    assert run(program(), ["sok", "a", "--rolle", "videregående".replace("å", "a\u030a")]) == 0


def test_valid_values_of_every_kind_are_taken(capsys: Output) -> None:
    here = str(Path(__file__).parent)
    for line in (
        f"--enkel alt --mal {__file__} --mappe {here} --kilde {__file__} --dato 2026-01-31",
        "tall 1 2.5 nei -n 9 -gg --egen 7 --minst 1 --hoyst 0.5",
    ):
        assert run(program(), line.split()) == 0
    assert "enkelt" in capsys.readouterr().out


def test_a_command_may_give_its_exit_code() -> None:
    assert run(program(), ["kode"]) == 1
    assert run(program(), ["innhold", "test"]) == 0


def test_ctrl_c_says_so_and_gives_130(capsys: Output) -> None:
    assert fails("stopp", capsys, code=130) == ["", "Avbrutt."]


def test_a_bug_says_where_without_a_traceback_or_its_message(capsys: Output) -> None:
    said = fails("krasj", capsys, code=3)
    assert len(said) == 1
    assert "(KeyError, test_norsk.py:" in said[0]


def test_other_errors_go_to_who_knows_them() -> None:
    def known(error: Exception) -> int:
        return 7 if isinstance(error, KeyError) else report_bug(error)

    assert run(program(), ["krasj"], known) == 7


SCRIPT = """
import sys, typer
from veileder_cli.cli.norsk import run
app = typer.Typer()
app.command("sok")(lambda ord: None)
code = run(app, sys.argv[1:])
sys.stderr.write(repr(sorted({m.split(".")[0] for m in sys.modules} & {"rich", "click"})))
sys.exit(code)
"""


def program_itself(*argv: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *argv],
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
        | {"_VEILEDER_COMPLETE": "complete_bash"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize(("line", "code"), [("--help", 0), ("sok --help", 0), ("søk", 2), ("x", 2)])
def test_help_and_errors_load_no_rich_and_obey_no_completion(line: str, code: int) -> None:
    process = program_itself(*line.split())
    out, err = process.communicate()
    assert process.returncode == code
    assert err.endswith("[]")
    assert ("Bruk:" in out) is (code == 0)


def test_a_reader_that_leaves_is_no_error() -> None:
    with program_itself("--help") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == "[]"
    assert process.returncode == 0
