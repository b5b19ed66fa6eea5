"""Contacts as vCard 3.0 (RFC 2426), which every telephone's address book can read.

Why by hand, and why not 4.0: docs/decisions/0017.
"""

from collections.abc import Iterator
from typing import Final

from veileder_cli.model.innhold import Kontakt
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.contacts import anonymity, is_unconfirmed, verified, when_open
from veileder_cli.render.links import dialled
from veileder_cli.render.sources import short_source
from veileder_cli.sprak import _

_LINJESLUTT: Final = "\r\n"
_LENGST: Final = 75
"""Octets in a line, without its end; the rest goes on in the next, after a space."""

_BETYR_NOE: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


def to_vcards(veileder: Veileder, kontakter: tuple[Kontakt, ...]) -> str:
    """Give one card for each contact that can be reached with what a card holds."""
    return "".join(
        f"{_folded(linje)}{_LINJESLUTT}"
        for kontakt in kontakter
        if is_reachable(kontakt)
        for linje in _card(veileder, kontakt)
    )


def is_reachable(kontakt: Kontakt) -> bool:
    """Whether there is anything to call, write to or open."""
    return bool(kontakt.numre or kontakt.epost or kontakt.adresse or kontakt.nettside)


def _card(veileder: Veileder, kontakt: Kontakt) -> Iterator[str]:
    """Give the lines of a card, before they are folded; the function is the name."""
    om, navn = veileder.om, _text(kontakt.funksjon)
    yield from ("BEGIN:VCARD", "VERSION:3.0", "PRODID:-//veileder//NO")
    yield f"UID:{_text(f'veileder-{om.id}-{kontakt.id}')}"
    yield from (f"FN:{navn}", f"N:{navn};;;;", f"ORG:{navn}")
    for telefon in dict.fromkeys(dialled(n.telefon) for n in kontakt.numre):
        yield f"TEL;TYPE=WORK,VOICE:{telefon}"
    if kontakt.epost:
        yield f"EMAIL;TYPE=INTERNET:{_text(kontakt.epost)}"
    if kontakt.adresse:
        yield f"ADR;TYPE=WORK:;;{_text(kontakt.adresse)};;;;"
    if kontakt.nettside:
        yield f"URL:{''.join(kontakt.nettside.split())}"
    yield f"NOTE:{_text(_note(veileder, kontakt))}"
    yield f"REV:{om.innholdsdato}"
    yield "END:VCARD"


def _note(veileder: Veileder, kontakt: Kontakt) -> str:
    """Say whose the numbers are, where they come from and how old they are."""
    om = veileder.om
    eiere = (f"{n.telefon}: {n.navn}." for n in kontakt.numre if n.navn)
    apent = when_open(kontakt)
    linjer = (
        kontakt.beskrivelse,
        *eiere,
        _("Åpent: {apent}.").format(apent=apent) if apent else "",
        anonymity(kontakt),
        verified(kontakt),
        om.kontaktforbehold.tekst if is_unconfirmed(kontakt) else "",
        _("Kilde: {kilde}").format(
            kilde=f"{short_source(kontakt, veileder)}, {om.kommune} {om.utgave}."
        ),
    )
    return "\n".join(" ".join(linje.split()) for linje in linjer if linje)


def _text(verdi: str) -> str:
    return verdi.translate(_BETYR_NOE)


def _folded(linje: str) -> str:
    """Break a line where it is too long in UTF-8, never inside a letter."""
    deler, del_, lengde = list[str](), "", 0
    for tegn in linje:
        octets = len(tegn.encode())
        if lengde + octets > _LENGST:
            deler.append(del_)
            del_, lengde = " ", 1
        del_ += tegn
        lengde += octets
    return _LINJESLUTT.join((*deler, del_))
