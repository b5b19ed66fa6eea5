"""The interview in other languages: nothing that is asked or told stays in bokmål."""

import json
import re
import subprocess
import sys
from functools import cache
from typing import Final

from terminal import SRC

# The language is chosen before the modules with texts are loaded, so each has its own process.
# The person takes the factors along, sees one sign and is unsure of another, saves, sees it all,
# and says at last that they are worried about themselves; all that is asked and told is kept.
PROGRAM: Final = """
import json, sys
from datetime import date
from veileder_cli.sprak import use
use(sys.argv[1])
from veileder_cli.cli.options import NODLINJE, Hvilket
from veileder_cli.cli.samtale import Conversation
from veileder_cli.compiled import load_guide
from veileder_cli.interview.asking import Back, unsure_of

said = []

class Person:
    can_wipe = True
    todo = iter(("alt", "hvorfor", "lagre", "endre", "avslutt"))
    names = iter(("/finnes-ikke/raad.txt", Back.BACK))
    changing = False

    def ask(self, p):
        said.extend((p.title, *p.header.splitlines(), p.help))
        said.extend(t for c in p.choices for t in (c.text, c.help, c.heading))
        said.extend(t for d in p.about for t in (d.heading, *d.lines))
        values = [c.value for c in p.choices]
        if self.changing and "rolle" in values:
            self.changing = False
            return ("rolle",)
        if "ungdomsskole" in values:
            return ("meg-selv" if p.chosen else "ungdomsskole",)
        if p.unsure:
            return (values[0], unsure_of(values[1]))
        return (values[1 if "behold" in values or values[:2] == ["ja", "nei"] else 0],)

    def ask_text(self, title, *, default=""):
        said.extend(title.splitlines())
        return next(self.names)

    def ask_key(self, title, choices, *, enter_is_first=False):
        said.extend((title, *(c.text for c in choices)))
        valg = next(self.todo, choices[0].value)
        self.changing = valg == "endre"
        return valg

    def show_pages(self, text, *, top=""):
        said.extend((top, *text.splitlines()))

    def show(self, text):
        said.extend(text.splitlines())

    def clear(self):
        pass

    wipe = clear

veileder = load_guide(Hvilket(None, "", None, "").edition())
Conversation(veileder, Person(), NODLINJE, lambda: 2000, lambda: date(2026, 3, 1)).run()
print(json.dumps([line.strip(" -") for line in said]))
"""
ONLY_BOKMAL: Final = {"ikke", "jeg", "hva", "hvem", "hvor", "noen", "fra", "gjør", "være"}


@cache
def said(sprak: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, sprak],
        env={"PYTHONPATH": str(SRC)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    return list(json.loads(done.stdout))


def test_nothing_is_said_in_english_as_in_bokmal() -> None:
    assert len({*said("nb")}) > 500
    assert {*said("nb")} & {*said("en")} == {""}


def test_no_word_that_is_bokmal_alone_is_said_in_nynorsk() -> None:
    assert [t for t in said("nn") if ONLY_BOKMAL & {*re.findall(r"\w+", t.lower())}] == []
    assert {*said("nn")} - {*said("nb")}
