"""What PyYAML says is wrong, said in plain words with what to do about it."""

import re
from typing import Final

import yaml

from veileder_cli.sprak import _

MARKED: Final = (
    _("!, & eller * foran en verdi"),
    _("sett den i hermetegn, eller ta bort tegnet"),
)
# What PyYAML's two scanners say (context and problem): fault, remedy. The first that fits counts.
_SYNTAX: Final = (
    (" tag|an alias|an anchor", *MARKED),
    (
        "escape|hexdecimal",
        _('ukjent kode etter \\ i "…"'),
        _("skriv \\\\, eller bruk hermetegnet '"),
    ),
    (
        "quoted scalar",
        _("hermetegn som ikke lukkes"),
        _("sett det samme hermetegnet sist i teksten"),
    ),
    ("simple key", _("linja mangler kolon"), _("skriv «nøkkel: verdi», eller rett innrykket")),
    (
        "values|unexpected ':'",
        _("kolon i teksten eller feil innrykk"),
        _("bruk hermetegn, rett innrykk"),
    ),
    (
        "not allowed",
        _("- eller ? midt på linja"),
        _("begynn på ny linje, eller sett den i hermetegn"),
    ),
    ("cannot start", _("teksten begynner med @, % eller `"), _("sett hele teksten i hermetegn")),
    (
        "block scalar",
        _("mer tekst etter | eller >"),
        _("begynn teksten på neste linje, med innrykk"),
    ),
    (
        "flow (seq|map)",
        _("feil mellom [ ] eller { }"),
        _("skill med komma, lukk, og bruk hermetegn"),
    ),
    (
        "a block |document",
        _("teksten hører ikke til her"),
        _("rett innrykket, sjekk - : og hermetegn"),
    ),
    ("", _("en verdi mangler, eller et tegn er til overs"), _("sjekk komma, kolon og parenteser")),
)
_AT_ITS_START: Final = re.compile("quoted scalar: .*unexpected|simple key|flow (seq|map)")


def translate(error: yaml.MarkedYAMLError, last_line: int) -> tuple[int, str, str]:
    """Give the line, the fault and the remedy; `last_line` where PyYAML names no line."""
    said = f"{error.context}: {error.problem}"
    mark = error.context_mark if _AT_ITS_START.search(said) else error.problem_mark
    feil, tiltak = next((f, t) for needle, f, t in _SYNTAX if re.search(needle, said))
    return min(mark.line + 1, last_line) if mark else last_line, feil, tiltak
