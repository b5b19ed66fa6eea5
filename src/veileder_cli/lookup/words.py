"""Makes words comparable: case, accents and Norwegian inflection set aside."""

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
# fmt: on


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
def stems(tekst: str) -> tuple[str, ...]:
    """Give the folded stems of the words that carry meaning, in order."""
    return tuple(_stem(lite) for ord_ in words(tekst) if (lite := fold(ord_)) not in _STOPPORD)


@cache
def _stem(ord_: str) -> str:
    """Stem a folded word: stemmed as spelt, "vilkår" and "vilkar" would lose different endings."""
    # Imported here: the stemmers cost more than an exact look-up needs.
    from snowballstemmer.norwegian_stemmer import NorwegianStemmer  # noqa: PLC0415

    return fold(str(NorwegianStemmer().stemWord(ord_)))
