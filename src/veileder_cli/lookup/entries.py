"""Says by which words each part of the guide can be found."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from veileder_cli.lookup.find import Catalog, Oppslag
from veileder_cli.lookup.index import WordIndex
from veileder_cli.model.innhold import Begrep, Kontakt, Lenke, Regelverk, Tiltak, Utsagn
from veileder_cli.model.rows import Rows
from veileder_cli.model.veileder import Veileder


def term_entries(begreper: Sequence[Begrep]) -> Sequence[Oppslag]:
    """Terms by name, synonym, inflection and explanation."""
    return _entries(begreper, _term)


def contact_entries(veileder: Veileder) -> Sequence[Oppslag]:
    """Contacts by function, number, name, e-mail, place, topic, step, and the roles' words."""
    return _entries(veileder.kontakter, partial(_contact, veileder))


def _entries(rader: Sequence[Any], make: Callable[[Any], Oppslag]) -> Sequence[Oppslag]:
    """Make an entry of each row, or none before it is found where the rows have an index."""
    if isinstance(rader, Rows) and (index := rader.words()):
        return Catalog(rader, make, WordIndex(index))
    return tuple(map(make, rader))


def measure_entries(tiltak: tuple[Tiltak, ...], slag: str) -> tuple[Oppslag, ...]:
    """Measures or actors by name, topic and explanation."""
    return tuple(
        Oppslag(t, slag, (t.navn, t.id), t.emner, f"{t.kort} {t.forklaring} {_texts(t.punkter)}")
        for t in tiltak
    )


def link_entries(lenker: tuple[Lenke, ...]) -> tuple[Oppslag, ...]:
    """Web addresses by name, address and what they are."""
    return tuple(Oppslag(e, "lenker", (e.navn, e.id), (e.url,), e.beskrivelse) for e in lenker)


def law_entries(regelverk: tuple[Regelverk, ...]) -> tuple[Oppslag, ...]:
    """Rules of law by name, topic and explanation."""
    return tuple(
        Oppslag(r, "regelverk", (r.navn, r.id), r.emner, f"{r.forklaring} {_texts(r.punkter)}")
        for r in regelverk
    )


def all_entries(veileder: Veileder) -> tuple[Oppslag, ...]:
    """Everything that can be found, in the order that people most often look for it."""
    return (
        *term_entries(veileder.begreper),
        *contact_entries(veileder),
        *_signs_and_factors(veileder),
        *(
            Oppslag(t, "trinn", (t.tittel, t.id), (), f"{t.handling} {_texts(t.punkter)}")
            for t in veileder.trinn
        ),
        *measure_entries(veileder.tiltak, "tiltak"),
        *measure_entries(veileder.aktorer, "aktorer"),
        *law_entries(veileder.regelverk),
        *link_entries(veileder.lenker),
        *(
            Oppslag(k, "les", (k.tittel, k.id), (), " ".join(a.tekst for a in k.avsnitt))
            for k in veileder.kapitler
        ),
    )


def _term(b: Begrep) -> Oppslag:
    tekst = f"{b.forklaring} {_texts(b.utdyping)}"
    return Oppslag(b, "definisjon", (b.navn, b.id), (*b.synonymer, *b.boyninger), tekst)


def _contact(veileder: Veileder, kontakt: Kontakt) -> Oppslag:
    roller = [
        ord_
        for r in veileder.roller
        if any(kontakt.id in liste for liste in r.kontakter.values())
        for ord_ in (r.id, r.navn, *r.emner)
    ]
    trinn = [veileder.trinn_med_id[t].tittel for t in kontakt.trinn if veileder.trinn]
    numre = [n for nr in kontakt.numre for n in (nr.navn, nr.telefon, nr.telefon.replace(" ", ""))]
    steder = (*kontakt.bydel, kontakt.epost, kontakt.adresse)
    return Oppslag(
        kontakt,
        "kontakt",
        (kontakt.funksjon, kontakt.id),
        tuple(filter(None, (*kontakt.emner, *numre, *steder, *roller))),
        " ".join((kontakt.beskrivelse, *trinn)),
    )


def _signs_and_factors(veileder: Veileder) -> Iterator[Oppslag]:
    for kategori in veileder.bekymringstegn.kategorier:
        for tegn in kategori.tegn:
            deler = " ".join(f"{d.tekst} {d.hjelp}" for d in tegn.deler)
            yield Oppslag(tegn, "tegn", (tegn.tekst, tegn.id), (), f"{tegn.hjelp} {deler}")
    for faktorer in veileder.faktorer_av_type.values():
        yield from (Oppslag(f, "faktorer", (f.tekst, f.id)) for f in faktorer)


def _texts(utsagn: tuple[Utsagn, ...]) -> str:
    return " ".join(u.tekst for u in utsagn)
