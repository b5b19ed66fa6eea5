"""Reads a file of answers, in YAML or JSON; without what only the reading of a guide needs."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, cast

from veileder_cli.convert import Reader
from veileder_cli.errors import AnswersError, ContentError, Problem
from veileder_cli.sprak import _
from veileder_cli.strict_yaml import parse, read_stdin, read_text

_TABULERT: Final = re.compile(r"^\t+", re.MULTILINE)


def load_answers(sti: Path) -> Mapping[str, tuple[str, ...]]:
    """Read an answers file in YAML or JSON, or standard input for "-", question by question.

    Raises AnswersError. An empty list is kept: it means "none of these".
    """
    navn = _("standard inn") if str(sti) == "-" else str(sti)
    try:
        fil = sti.resolve()
        tekst = read_stdin(navn) if str(sti) == "-" else read_text(fil, fil.parent)
        node = parse(_TABULERT.sub(_as_spaces, tekst), navn)
    except ContentError as error:
        raise AnswersError(navn, _without_file(error.problems)) from error
    except (OSError, RuntimeError) as error:  # links in a ring
        raise AnswersError(navn, (_("fila kan ikke leses"),)) from error
    leser = Reader()
    svar = leser.read(Mapping[str, tuple[str, ...]], node, "", {})
    if leser.problems:
        raise AnswersError(navn, _without_file(leser.problems))
    return cast("Mapping[str, tuple[str, ...]]", svar)


def _as_spaces(tabulert: re.Match[str]) -> str:
    """JSON may be indented with tabs; YAML may not."""
    return " " * len(tabulert[0])


def _without_file(problemer: Iterable[Problem]) -> tuple[str, ...]:
    """The file's name stands above the list of its faults."""
    return tuple(
        ": ".join(filter(None, (_line(p.linje) if p.linje else "", p.sti, p.hva)))
        for p in problemer
    )


def _line(linje: int) -> str:
    return _("linje {linje}").format(linje=linje)
