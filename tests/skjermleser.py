"""The screen reader yasr, with a synthesizer that writes down what it is told to say."""

import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

YASR: Final = shutil.which("yasr")
MISSING: Final = "the screen reader yasr is not installed (on Debian: apt install yasr)"
# As yasr comes, but that it calls no sign by name: what is compared is what the program says.
CONFIG: Final = """\
[options]
synthesizer=emacspeak server
synthesizer port=|{}
cursor tracking=full
key echo=off
up and down arrows=speak line
"""
PAUSE: Final = 0.02
LONGEST: Final = 20.0


class Reader:
    """One reader, with its files in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Write its synthesizer and its settings."""
        self._spoken = folder / "opplest.txt"
        self._spoken.touch()
        synthesizer = folder / "syntese.sh"
        synthesizer.write_text(f"#!/bin/sh\nexec cat >> '{self._spoken}'\n")
        synthesizer.chmod(0o755)
        self._config = folder / "yasr.conf"
        self._config.write_text(CONFIG.format(synthesizer))

    def argv(self, program: Sequence[str]) -> list[str]:
        """Give the command that runs the program with this reader around it."""
        return [YASR or "yasr", "-C", str(self._config), "--", *program]

    @property
    def heard(self) -> str:
        """The letters of all that has been spoken."""
        lines = self._spoken.read_text("utf-8").splitlines()
        return letters("".join(line[3:-1] for line in lines if line.startswith("q {")))

    def wait_to_hear(self, text: str) -> None:
        """Wait until this has been spoken last."""
        end = time.monotonic() + LONGEST
        while not self.heard.endswith(letters(text)):
            if time.monotonic() > end:
                message = f"{text!r} was never spoken. Spoken was:\n{self.heard}"
                raise AssertionError(message)
            time.sleep(PAUSE)


def letters(text: str) -> str:
    """Give the letters and digits alone: yasr leaves out brackets, and divides lines by chance."""
    return "".join(filter(str.isalnum, text))
