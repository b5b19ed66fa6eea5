"""Makes bilder/ from the program's own screens, by playing a made-up case in a terminal.

Needs a pseudo-terminal and the tests' person in it: `make docs` knows where that is.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from den_ekte import trondheim
from samtale import REVIEW, START, EnkelSamtale, Moves, Samtale, Svar, key_of, pace
from skjermbilde import draw
from terminal import KEYS, Terminal
from veileder_cli.cli.norsk import PROGRAM
from veileder_cli.interview.asking import base_of

FOLDER: Final = Path(__file__).parent / "bilder"
CASE: Final[Svar] = {
    "rolle": "ungdomsskole",
    "alder": "under-18",
    "foresatte_trygge": "ja",
    "ressursperson": "ja",
}
SIGNS: Final = "tegn.uttalelser"
SEEN_AND_UNSURE: Final = ("hatretorikk?", "legitimerer-vold")
SJEKK, ENKEL, ORD = "sjekk", "sjekk --enkel", "definisjon radikalisering"
# What a machine speaks must not be seen on the pictures.
_ENV: Final = {"VEILEDER_SPRAK": "nb", "LC_ALL": "C.UTF-8"}
_NARROW: Final = 40
_WHOLE: Final = 0.2


def make_pictures() -> dict[str, str]:
    """Give each picture by the name of its file."""
    veileder = trondheim()
    with ExitStack() as open_:
        # All start at once; what takes long is to start.
        full = open_.enter_context(Samtale(veileder, env=_ENV))
        enkel = open_.enter_context(EnkelSamtale(veileder, "--enkel", columns=_NARROW, env=_ENV))
        argv = [sys.executable, "-m", "veileder_cli", *ORD.split()]
        oppslag = open_.enter_context(Terminal(argv, env=_ENV))
        return dict([*_interview(full), _plain(enkel), _look_up(oppslag)])


def _interview(terminal: Samtale) -> Iterator[tuple[str, str]]:
    terminal.wait_for_question()
    yield _picture(terminal, "forste-sporsmal", "Det første spørsmålet", SJEKK)
    pace(terminal.answering_all(CASE, until=SIGNS))
    pace(_marking_signs(terminal))
    yield _picture(terminal, "tegn", "Tegn: sett, usikker eller ingen av delene", SJEKK)
    terminal.press("?")
    terminal.wait_for("(mer under)")
    yield _picture(terminal, "hjelp", "Hjelpen til et spørsmål", SJEKK)
    terminal.press("esc")
    terminal.wait_for_question(SIGNS)
    terminal.press("enter")
    terminal.keep(SIGNS, SEEN_AND_UNSURE)
    terminal.answer_all(CASE)
    terminal.wait_for(REVIEW)
    yield _picture(terminal, "oversikt", "Oversikten over svarene", SJEKK)
    terminal.see_result()
    yield _picture(terminal, "resultat", "Resultatet: neste steg og hvem du snakker med", SJEKK)


def _marking_signs(terminal: Samtale) -> Moves:
    """Point at each sign that is not left empty, and mark it as seen or as unsure."""
    prompt = terminal.wait_for_question(SIGNS)
    for value in SEEN_AND_UNSURE:
        row = [choice.value for choice in prompt.choices].index(base_of(value))
        yield
        terminal.send(KEYS["home"] + KEYS["down"] * row)
        terminal.wait_to_be_at(prompt.choices[row].text)
        yield
        terminal.send_and_see(key_of(prompt, value, SEEN_AND_UNSURE))


def _plain(terminal: EnkelSamtale) -> tuple[str, str]:
    """Answer with a number and with a word, as anyone may."""
    terminal.wait_to_hear(terminal.place("fare_na"))
    terminal.say_values("nei")
    terminal.wait_to_hear(terminal.place("rolle"))
    terminal.say("ungdomsskole")
    terminal.keep("rolle", ("ungdomsskole",))
    terminal.wait_to_hear(terminal.place("alder"))
    return _picture(terminal, "enkel", "Ett spørsmål om gangen, i et smalt vindu", ENKEL)


def _look_up(terminal: Terminal) -> tuple[str, str]:
    terminal.wait_for("Kilde:", START)
    return _picture(terminal, "definisjon", "Hva ordet radikalisering betyr", ORD)


def _picture(terminal: Terminal, name: str, title: str, words: str) -> tuple[str, str]:
    """Take the screen as it stands when nothing more is written."""
    seen = -1
    while seen != (seen := len(terminal.output)):
        terminal.settle(_WHOLE)
    command = f"{PROGRAM} {words}"
    return f"{name}.svg", draw(terminal.cells, name, f"{command} – {title}", command)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, picture in make_pictures().items():
        (FOLDER / name).write_text(picture, "utf-8")
