"""Writes veileder.1, the manual page, from the program's own help."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from typer.core import TyperArgument, TyperOption
from typer.main import get_group

from veileder_cli.cli import hjelpetekst as h
from veileder_cli.cli.app import build_app
from veileder_cli.cli.norsk import PROGRAM, norsk
from veileder_cli.cli.options import NODLINJE

PAGE: Final = Path(__file__).parent / "veileder.1"
_Pair: TypeAlias = tuple[str, str]
_NAME: Final = "beslutningsstøtte ved bekymring for voldelig ekstremisme"
_ENVIRONMENT: Final = (
    ("ACCESSIBLE", "Er den satt, spør «sjekk» enkelt, og ingenting tegnes om."),
    ("NO_COLOR", "Er den satt, skrives alt uten farger og lenker."),
    ("VEILEDER_BLA", "Med verdien «nei» vises lange oppslag uten å stoppe for hver skjerm."),
)
_SHARED: Final = 5
"""An option that so many commands have in the same words is told of once."""
_ABOUT_SHARED: Final = "De fleste kommandoene har disse. «veileder KOMMANDO --help» sier hvilke."
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
    yield from (".nh", ".ad l")
    yield from (".SH NAVN", f"{PROGRAM} \\- {_text(_NAME)}")
    yield from (".SH BRUK", f".B {PROGRAM}", _text("[VALG] KOMMANDO ..."))
    yield from (".SH BESKRIVELSE", *_paragraphs(f"{NODLINJE}\n\n{group.help}"))
    yield from (".SH VALG", *_pairs(_parameters(group, PROGRAM)))
    yield ".SH KOMMANDOER"
    every = Counter(p for words, command in _commands(group) for p in _parameters(command, *words))
    shared = [pair for pair, count in every.items() if count >= _SHARED]
    for words, command in _commands(group):
        yield from _command(words, command, shared)
    yield from (".SH FELLES VALG", _text(_ABOUT_SHARED), *_pairs(shared))
    yield from (_text(".SH MILJØVARIABLER"), *_pairs((*_from_options(group), *_ENVIRONMENT)))
    yield from (".SH AVSLUTNINGSKODER", *_pairs(_CODES))


def _commands(group: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Name every command that does something by the words that are typed."""
    for name, command in h.commands(group).items():
        if h.commands(command):
            yield from _commands(command, (*words, name))
        else:
            yield (*words, name), command


def _command(words: Sequence[str], command: Any, shared: Sequence[_Pair]) -> Iterator[str]:
    arguments = [p for p in command.params if isinstance(p, TyperArgument)]
    yield f".SS {_text(' '.join([*words, '[VALG]', *map(h.usage, arguments)]))}"
    yield from _paragraphs(command.help)
    yield from _pairs(p for p in _parameters(command, *words) if p not in shared)
    if examples := re.findall(r"^  (\S.*)$", command.epilog or "", re.MULTILINE):
        yield from (".PP", "Eksempler:", ".PP", ".EX", *map(_text, examples), ".EE")


def _parameters(command: Any, *words: str) -> Iterator[_Pair]:
    """Give what the help lists, but for the help itself."""
    ctx = command.make_context(" ".join(words), [], resilient_parsing=True)
    for param in command.get_params(ctx):
        if isinstance(param, TyperArgument):
            yield h.metavar(param), h.about(param, ctx)
        elif isinstance(param, TyperOption) and not param.hidden and "--help" not in param.opts:
            yield h.names(param), h.about(param, ctx)


def _from_options(group: Any) -> Iterator[_Pair]:
    """Give the variables that stand for an option, each once."""
    found: dict[str, str] = {}
    for _words, command in _commands(group):
        for param in command.params:
            if isinstance(param.envvar, str):
                found.setdefault(param.envvar, f"Det samme som valget {param.opts[0]}.")
    yield from found.items()


def _pairs(pairs: Iterable[_Pair]) -> Iterator[str]:
    for term, text in pairs:
        yield from (".TP", f".B {_text(term)}", _text(text))


def _paragraphs(text: str | None) -> Iterator[str]:
    for nr, paragraph in enumerate((text or "").split("\n\n")):
        yield from ([".PP"] if nr else [])
        yield _text(" ".join(paragraph.split()))


def _text(text: str) -> str:
    """Escape what roff would obey, and every letter that is not ASCII."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    first = "\\&" if escaped[:1] in {"'", "."} and not re.match(r"\.[A-Z]{2} ", escaped) else ""
    return first + re.sub(r"[^\x00-\x7f]", lambda m: f"\\[u{ord(m[0]):04X}]", escaped)


if __name__ == "__main__":
    PAGE.write_text(build_page(), "utf-8", newline="\n")
