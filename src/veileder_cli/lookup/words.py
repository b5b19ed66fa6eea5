"""Makes words comparable: case, accents and inflection set aside.

Bokmål and nynorsk are stemmed as Norwegian, English as English, with one spelling of the words that
Britons and Americans spell differently.
"""

import re
import unicodedata
from functools import cache
from typing import Final

_ORD: Final = re.compile(r"\w+")
_BOKSTAVER: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ö": "o", "ä": "ae"})
_DOBLE: Final = re.compile("(o)e+|(a)a+")
"""Other spellings of ø and å; with more than one e, since "miljøet" is also "miljoeet"."""
# fmt: off
_STOPPORD: Final = frozenset(
    (
        "a", "at", "av", "da", "de", "den", "det", "du", "en", "er", "et", "for", "fra", "har",
        "hva", "hvem", "hvis", "hvor", "i", "ikke", "jeg", "kan", "med", "meg", "min", "noen",
        "og", "om", "pa", "sa", "seg", "som", "skal", "til", "ved", "vi",
    )
)
_NYNORSK: Final = frozenset(
    ("dei", "ei", "ein", "eit", "fra", "ho", "ikkje", "kva", "kvar", "kven", "nokon", "viss")
)
_ENGLISH: Final = frozenset(
    (
        "a", "about", "am", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for",
        "from", "has", "have", "how", "i", "if", "in", "is", "it", "its", "me", "my", "not", "of",
        "on", "or", "someone", "that", "the", "their", "this", "to", "was", "what", "when", "where",
        "who", "with", "you", "your",
    )
)
# fmt: on
_STOPS: Final = {"en": _ENGLISH, "nn": _STOPPORD | _NYNORSK}
_SPELT: Final = (
    (re.compile("([iy])z"), r"\1s"),  # radicalize, analyze
    (re.compile("our"), "or"),  # behaviour
    (re.compile("ll(?=ed|ing|or)"), "l"),  # counselling
    (re.compile("(?<=t)re$"), "er"),  # centre
    (re.compile("mme(?=s?$)"), "m"),  # programme
    (re.compile("(?<=en)c(?=e)"), "s"),  # defence
)
"""How British spellings are made like American ones, or the other way, for both to be found."""


@cache
def fold(tekst: str) -> str:
    """Lower the case and write æ, ø, å and other accents in ASCII ("Løype", "loeype" → "loype")."""
    lav = unicodedata.normalize("NFC", tekst).casefold().translate(_BOKSTAVER)
    uten = "".join(c for c in unicodedata.normalize("NFD", lav) if not unicodedata.combining(c))
    return " ".join(_ORD.findall(_DOBLE.sub(r"\1\2", uten)))


def words(tekst: str) -> list[str]:
    """Give the words of a text in lower case, as they are spelt."""
    return _ORD.findall(unicodedata.normalize("NFC", tekst).lower())


@cache
def stems(tekst: str, sprak: str = "") -> tuple[str, ...]:
    """Give the folded stems of the words that carry meaning, in order; `sprak` is their language.

    Without a language, and in one that is not known here, they are bokmål.
    """
    stopp = _STOPS.get(sprak, _STOPPORD)
    stem = _english_stem if sprak == "en" else _stem
    return tuple(stem(lite) for ord_ in words(tekst) if (lite := fold(ord_)) not in stopp)


@cache
def _stem(ord_: str) -> str:
    """Stem a folded word: stemmed as spelt, "vilkår" and "vilkar" would lose different endings."""
    # Imported here: the stemmers cost more than an exact look-up needs.
    from snowballstemmer.norwegian_stemmer import NorwegianStemmer  # noqa: PLC0415

    return fold(str(NorwegianStemmer().stemWord(ord_)))


@cache
def _english_stem(ord_: str) -> str:
    from snowballstemmer.english_stemmer import EnglishStemmer  # noqa: PLC0415 - as above

    for spelt, same in _SPELT:
        ord_ = spelt.sub(same, ord_)
    return str(EnglishStemmer().stemWord(ord_))
