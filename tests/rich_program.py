"""Questions, and a program that asks them in a terminal with the rich back end."""

import sys

from terminal import Terminal
from veileder_cli.interview.asking import Choice, HelpPart, Prompt

HEAD = "Spørsmål 2 av 9. Fare nå: ring 112"
ONE_READY = "(velg med piltastene)"
NOTHING_CHOSEN = "Velg med piltastene først"
NOTHING_TICKED = "Ingenting er valgt."
WRONG_KEY = "Den tasten gjør ingenting her."
TOO_CLOSE = "Tastetrykkene kom for tett"

JA_NEI = (Choice("ja", "Ja"), Choice("nei", "Nei"), Choice("vet-ikke", "Vet ikke"))
TEGN = (
    Choice("symboler", "Bruker symboler", heading="Interesser", help="Også på klær."),
    Choice("materiale", "Ser på materiale", heading="Interesser"),
    Choice("trusler", "Truer andre", heading="Aktiviteter"),
    Choice("ingen", "Ingen av disse", exclusive=True),
    Choice("vet-ikke", "Vet ikke", exclusive=True),
)
LONG = tuple(
    Choice(
        f"tegn-{n}", f"Tegn {n} har en lang tekst som går over flere linjer på skjermen, slutt{n}."
    )
    for n in range(1, 23)
)


def one(
    title: str = "Er det ett?", *, chosen: tuple[str, ...] = (), can_go_back: bool = True
) -> Prompt:
    return Prompt(
        title, HEAD, "Hjelp til ett.", JA_NEI, chosen, many=False, can_go_back=can_go_back
    )


def many(choices: tuple[Choice, ...] = TEGN, *, chosen: tuple[str, ...] = ()) -> Prompt:
    return Prompt("Er det flere?", HEAD, "", choices, chosen, many=True, can_go_back=True)


def signs(choices: tuple[Choice, ...] = TEGN, *, chosen: tuple[str, ...] = ()) -> Prompt:
    """Ask what is seen and what one is unsure of, with help of every kind."""
    about = (
        HelpPart("Hvorfor vi spør", ("Fordi.",)),
        HelpPart("Hva ordene betyr", ("Ord: tegn.",)),
    )
    return Prompt(
        "Hva er sett?",
        HEAD,
        "Hjelp til tegn.",
        choices,
        chosen,
        many=True,
        can_go_back=True,
        can_go_forward=bool(chosen),
        about=about,
        unsure=True,
    )


def review() -> Prompt:
    return Prompt("Vil du endre?", HEAD, "", LONG, (), many=False, can_go_back=True, numbered=True)


PROGRAM = """
import os, sys, time
from veileder_cli.errors import QuickExit
from veileder_cli.interview.asking import *
from veileder_cli.interview.choose import choose_asker
asker = choose_asker(sys.stdin, sys.stdout, os.environ, plain=False)
answers = []
try:
    for prompt in {prompts!r}:
        if prompt == "TEXT":
            answers.append(asker.ask_text("Hva skal filen hete?"))
        elif isinstance(prompt, str):
            asker.show(prompt)
        elif isinstance(prompt, float):
            time.sleep(prompt)
        else:
            answers.append(asker.ask(prompt))
    print("FIKK", answers)
except KeyboardInterrupt:
    print("AVBRUTT", answers)
    sys.exit(130)
except QuickExit:
    pass
"""


def argv(*prompts: Prompt | str | float) -> list[str]:
    return [sys.executable, "-c", PROGRAM.format(prompts=prompts)]


def run(*prompts: Prompt | str | float, columns: int = 80, rows: int = 24, **env: str) -> Terminal:
    return Terminal(argv(*prompts), columns, rows, env)
