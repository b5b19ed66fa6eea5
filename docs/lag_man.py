"""Writes veileder.1, the manual page, from the program's own help."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from typer.core import TyperArgument, TyperOption
from typer.main import get_group

from veileder_cli.cli import hjelpetekst as h
from veileder_cli.cli.app import build_app
from veileder_cli.cli.norsk import PROGRAM, norsk
from veileder_cli.cli.options import NODLINJE

PAGE: Final = Path(__file__).parent / "veileder.1"
_NAME: Final = "beslutningsstøtte ved bekymring for voldelig ekstremisme"
_ENVIRONMENT: Final = (
    ("ACCESSIBLE", "Er den satt, spør «sjekk» enkelt, og ingenting tegnes om."),
    ("NO_COLOR", "Er den satt, skrives alt uten farger."),
    ("VEILEDER_BLA", "Med verdien «nei» vises lange oppslag uten å stoppe for hver skjerm."),
)
_CODES: Final = (
    ("0", "Det gikk bra."),
    ("1", "Fant ikke det du lette etter, innholdet har feil, eller noe kan ikke leses."),
    ("2", "Feil bruk."),
    ("3", "Feil i programmet."),
    ("130", "Avbrutt."),
)


def build_page() -> str:
    """Give the page in the macros of man(7), in ASCII: every man program reads it alike."""
    group = get_group(norsk(build_app()))
    return "".join(f"{line}\n" for line in _page(group))


def _page(group: Any) -> Iterator[str]:
    yield '.\\" Laget av programmets egen hjelp med «make docs».'.replace("«", '"').replace(
        "»", '"'
    )
    yield f'.TH {PROGRAM.upper()} 1 "" "{PROGRAM}" "{_text("Brukerkommandoer")}"'
    yield from (".SH NAVN", f"{PROGRAM} \\- {_text(_NAME)}")
    yield from (".SH BRUK", f".B {PROGRAM}", _text("[VALG] KOMMANDO ..."))
    yield from (".SH BESKRIVELSE", _text(NODLINJE), *_paragraphs(group.help))
    yield ".SH VALG"
    yield from _parameters(group, group.make_context(PROGRAM, [], resilient_parsing=True))
    yield ".SH KOMMANDOER"
    for words, command in _commands(group):
        yield from _command(words, command)
    yield from (_text(".SH MILJØVARIABLER"), *_pairs((*_from_options(group), *_ENVIRONMENT)))
    yield from (".SH AVSLUTNINGSKODER", *_pairs(_CODES))


def _commands(group: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Name every command that does something by the words that are typed."""
    for name, command in h.commands(group).items():
        if h.commands(command):
            yield from _commands(command, (*words, name))
        else:
            yield (*words, name), command


def _command(words: tuple[str, ...], command: Any) -> Iterator[str]:
    ctx = command.make_context(" ".join((PROGRAM, *words)), [], resilient_parsing=True)
    arguments = [p for p in command.get_params(ctx) if isinstance(p, TyperArgument)]
    yield f".SS {_text(' '.join([*words, '[VALG]', *map(h.usage, arguments)]))}"
    yield from _paragraphs(command.help)
    yield from _parameters(command, ctx)
    if examples := re.findall(r"^  (\S.*)$", command.epilog or "", re.MULTILINE):
        yield from (".PP", "Eksempler:", ".PP", ".EX", *map(_text, examples), ".EE")


def _parameters(command: Any, ctx: Any) -> Iterator[str]:
    for param in command.get_params(ctx):
        if isinstance(param, TyperArgument):
            yield from _pairs([(h.metavar(param), h.about(param, ctx))])
        elif isinstance(param, TyperOption) and not param.hidden and "--help" not in param.opts:
            yield from _pairs([(h.names(param), h.about(param, ctx))])


def _from_options(group: Any) -> Iterator[tuple[str, str]]:
    """Give the variables that stand for an option, each once."""
    found: dict[str, str] = {}
    for _words, command in _commands(group):
        for param in command.params:
            if isinstance(param.envvar, str):
                found.setdefault(param.envvar, f"Det samme som valget {param.opts[0]}.")
    yield from found.items()


def _pairs(pairs: Any) -> Iterator[str]:
    for term, text in pairs:
        yield from (".TP", f".B {_text(term)}", _text(text))


def _paragraphs(text: str | None) -> Iterator[str]:
    for paragraph in filter(None, (text or "").split("\n\n")):
        yield from (".PP", _text(" ".join(paragraph.split())))


def _text(text: str) -> str:
    """Escape what roff would obey, and every letter that is not ASCII."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    first = "\\&" if escaped[:1] in {"'", "."} and not re.match(r"\.[A-Z]{2} ", escaped) else ""
    return first + re.sub(r"[^\x00-\x7f]", lambda m: f"\\[u{ord(m[0]):04X}]", escaped)


if __name__ == "__main__":
    PAGE.write_text(build_page(), "utf-8", newline="\n")
