"""Whether a terminal takes links (OSC 8): most do, or pass over them; some print them as letters.

No terminal can be asked. What is known of those that fail is in docs/decisions/0017.
"""

import sys
from collections.abc import Mapping
from typing import Final

_UTEN: Final = ("", "dumb", "unknown", "linux", "eterm", "screen", "vt", "cons", "sun", "ansi")
"""How TERM begins where links are printed as letters, or where nobody has seen that they work."""

_FOR_GAMLE_VTE: Final = (range(5004), range(5100, 5202))
"""Versions of VTE (GNOME and its kin) that print links, or may crash on them."""


def takes_hyperlinks(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell from the environment whether links may be written to the terminal."""
    if any(environ.get(navn) for navn in ("NO_COLOR", "ACCESSIBLE", "INSIDE_EMACS")):
        return False
    if platform == "win32":
        return any(environ.get(navn) for navn in ("WT_SESSION", "TERM_PROGRAM"))
    vte = environ.get("VTE_VERSION", "")
    if vte.isdecimal() and any(int(vte) in versjoner for versjoner in _FOR_GAMLE_VTE):
        return False
    term = environ.get("TERM", "")
    i_tmux = bool(environ.get("TMUX"))  # tmux calls itself screen, and drops what it cannot show
    return i_tmux or not (term in _UTEN or term.startswith(_UTEN[1:]))
