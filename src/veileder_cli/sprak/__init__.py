"""The languages of the program's own texts: bokmål as they are written, others by gettext.

The language is chosen once, before the modules with texts are loaded; those of the content are in
the guide (translate.py). What a guide is written from, templates and schemas, is bokmål alone.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from gettext import NullTranslations

BOKMAL: Final = "nb"
LANGUAGES: Final = (BOKMAL, "nn", "en")
_OPTION: Final = "--sprak"
LANGUAGE_VARIABLE: Final = "VEILEDER_SPRAK"
_NORSK: Final = "no"
_RARELY: Final = "sjelden"
_LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


class _Chosen:
    """What language the program speaks; there is one, for as long as it runs."""

    kode: str = BOKMAL
    tekster: "NullTranslations | None" = None
    sjeldne: "NullTranslations | None" = None


def choose(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """Choose by the option, else the variable, else the system's locale; bokmål where in doubt.

    What was asked for may be a language that only the guide has, or that nobody has.
    """
    for nr, ord_ in enumerate(argv):
        navn, er, verdi = ord_.partition("=")
        if navn.replace("å", "a") == _OPTION:
            return language_of(verdi if er else "".join(argv[nr + 1 : nr + 2])) or BOKMAL
    if gitt := environ.get(LANGUAGE_VARIABLE):
        return language_of(gitt) or BOKMAL
    sprak = language_of(next((environ[v] for v in _LOCALE if environ.get(v)), "") or _of_windows())
    return sprak if sprak in LANGUAGES else BOKMAL


def use(kode: str) -> None:
    """Speak the language from now on; one without a catalogue is bokmål."""
    _Chosen.kode, _Chosen.tekster, _Chosen.sjeldne = kode, None, None
    if kode in LANGUAGES and kode != BOKMAL and (tekster := _load(kode)):
        tekster.add_fallback(cast("NullTranslations", _Rare()))
        _Chosen.tekster = tekster


def current() -> str:
    """Give the code of the language that was chosen, also where the program has no such texts."""
    return _Chosen.kode


def _(tekst: str) -> str:
    """Give a text of the program in the language that is spoken."""
    return _Chosen.tekster.gettext(tekst) if _Chosen.tekster else tekst


def ngettext(en: str, flere: str, antall: int) -> str:
    """Give the text for one or for several."""
    if _Chosen.tekster:
        return _Chosen.tekster.ngettext(en, flere, antall)
    return en if antall == 1 else flere


def quoted(text: str) -> str:
    """Give the text in the quotation marks of the language that is spoken."""
    return _("«{}»").format(text)


def joined(ord_: Iterable[str]) -> str:
    """Put words in a line, with the language's own word before the last; there is at least one."""
    *forste, siste = ord_
    return (
        _("{forste} og {siste}").format(forste=", ".join(forste), siste=siste) if forste else siste
    )


def language_of(kode: str) -> str:
    """Give the language of a code or a locale such as "en_GB.UTF-8"; "no" is bokmål."""
    sprak = kode.replace("-", "_").split("_")[0].split(".")[0].lower()
    return BOKMAL if sprak == _NORSK else sprak


def _of_windows() -> str:
    """Give the language of the user's Windows, which sets no variable for it."""
    if sys.platform != "win32":
        return ""
    import ctypes  # noqa: PLC0415 - only here
    from locale import windows_locale  # noqa: PLC0415

    return windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


class _Rare:
    """What authors and faults are told: a catalogue that is read once such a text is asked for."""

    def gettext(self, tekst: str) -> str:
        return self._read().gettext(tekst)

    def ngettext(self, en: str, flere: str, antall: int) -> str:
        return self._read().ngettext(en, flere, antall)

    def _read(self) -> "NullTranslations":
        from gettext import NullTranslations  # noqa: PLC0415 - not for bokmål

        if _Chosen.sjeldne is None:
            _Chosen.sjeldne = _load(f"{_Chosen.kode}.{_RARELY}") or NullTranslations()
        return _Chosen.sjeldne


def _load(navn: str) -> "NullTranslations | None":
    """Read a catalogue, which may be in a zip; without it the texts stay as they are written."""
    from gettext import GNUTranslations  # noqa: PLC0415 - not for bokmål
    from pkgutil import get_data  # noqa: PLC0415

    try:
        data = get_data(__name__, f"{navn}.mo")
    except OSError:
        return None
    from io import BytesIO  # noqa: PLC0415

    return GNUTranslations(BytesIO(data)) if data else None
