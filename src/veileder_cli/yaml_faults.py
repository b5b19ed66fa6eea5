"""What PyYAML says is wrong, said in Norwegian with what to do about it."""

import re
from typing import Final

import yaml

MARKED: Final = ("!, & eller * foran en verdi", "sett den i hermetegn, eller ta bort tegnet")
# What PyYAML's two scanners say (context and problem): fault, remedy. The first that fits counts.
_SYNTAX: Final = (
    (" tag|an alias|an anchor", *MARKED),
    ("escape|hexdecimal", 'ukjent kode etter \\ i "…"', "skriv \\\\, eller bruk hermetegnet '"),
    ("quoted scalar", "hermetegn som ikke lukkes", "sett det samme hermetegnet sist i teksten"),
    ("simple key", "linja mangler kolon", "skriv «nøkkel: verdi», eller rett innrykket"),
    ("values|unexpected ':'", "kolon i teksten eller feil innrykk", "bruk hermetegn, rett innrykk"),
    ("not allowed", "- eller ? midt på linja", "begynn på ny linje, eller sett den i hermetegn"),
    ("cannot start", "teksten begynner med @, % eller `", "sett hele teksten i hermetegn"),
    ("block scalar", "mer tekst etter | eller >", "begynn teksten på neste linje, med innrykk"),
    ("flow (seq|map)", "feil mellom [ ] eller { }", "skill med komma, lukk, og bruk hermetegn"),
    ("a block |document", "teksten hører ikke til her", "rett innrykket, sjekk - : og hermetegn"),
    ("", "en verdi mangler, eller et tegn er til overs", "sjekk komma, kolon og parenteser"),
)
_AT_ITS_START: Final = re.compile("quoted scalar: .*unexpected|simple key|flow (seq|map)")


def translate(error: yaml.MarkedYAMLError, last_line: int) -> tuple[int, str, str]:
    """Give the line, the fault and the remedy; `last_line` where PyYAML names no line."""
    said = f"{error.context}: {error.problem}"
    mark = error.context_mark if _AT_ITS_START.search(said) else error.problem_mark
    feil, tiltak = next((f, t) for needle, f, t in _SYNTAX if re.search(needle, said))
    return min(mark.line + 1, last_line) if mark else last_line, feil, tiltak
