"""Runs the program in another language, and tells bokmål from it."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence

KODER = ("nn", "en")
PROGRAM = """
import contextlib, io, json, sys
from veileder_cli.sprak import use
use(sys.argv[1])
from veileder_cli.cli.app import run
ut = []
for argv in json.loads(sys.stdin.read()):
    sagt = io.StringIO()
    with contextlib.redirect_stdout(sagt), contextlib.redirect_stderr(sagt):
        kode = run(argv)
    ut.append([kode, sagt.getvalue()])
print(json.dumps(ut))
"""
NORSK = re.compile(
    r"[æøå]|\b(ikke|og|er|det|den|som|skal|kan|har|et|fila|skriv|ukjent|mangler|linje|men)\b"
)
"""Words that no English text has."""
BOKMAL = re.compile(
    r"\b(ikke|noen|hva|hvor|hvilke\w*|fra|tegn|hermetegn|skrevet|mangler|veilederen|være|gjør|flere"
    r"|ett|endres|spørsmålene|verdier|nøkler|lenke|hører|mente|selve|samme|sett den)\b"
)
"""Words that no Nynorsk text has."""
QUOTED = re.compile(
    r"^  veileder .*|bokmål|\(æ→[^)]*\)|(?<=her: ).*|(?<=here: ).*"
    r'|«[^»]*»|"[^"]*"'
    r"|\S+\.\w+|\S*[/=_\[]\S*|\w+:"
)
"""Examples, what the guide or the user has written, paths, ids and keys."""


def said(kode: str, alle: Sequence[Sequence[str]]) -> list[tuple[int, str]]:
    """Run the command lines in one process that speaks the language: exit codes, what is said."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, kode],
        input=json.dumps(alle),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return [(kode, tekst) for kode, tekst in json.loads(done.stdout)]


def own_words(tekst: str) -> str:
    """Leave out what is quoted, paths, ids and keys: what is written stays as it is written."""
    return QUOTED.sub(" ", tekst)


def is_translated(kode: str, tekst: str) -> None:
    """See that no line has a word of bokmål, but for what is quoted."""
    for linje in tekst.splitlines():
        assert not {"en": NORSK, "nn": BOKMAL}[kode].search(own_words(linje)), linje
