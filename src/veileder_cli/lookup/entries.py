"""Says by which words each part of the guide can be found."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from veileder_cli.lookup.find import Catalog, Oppslag, paired
from veileder_cli.lookup.index import WordIndex
from veileder_cli.model.innhold import Begrep, Kontakt, Lenke, Regelverk, Tiltak, Utsagn
from veileder_cli.model.rows import Rows
from veileder_cli.model.veileder import Veileder


def term_entries(veileder: Veileder) -> Sequence[Oppslag]:
    """Terms by name, synonym, inflection and explanation."""
    return _in_languages(veileder, lambda v: _entries(v, v.begreper, _term))


def contact_entries(veileder: Veileder) -> Sequence[Oppslag]:
    """Contacts by function, number, name, e-mail, place, topic, step, and the roles' words."""
    return _in_languages(veileder, lambda v: _entries(v, v.kontakter, partial(_contact, v)))


def measure_entries(veileder: Veileder, slag: str) -> Sequence[Oppslag]:
    """Measures or actors ("tiltak", "aktorer") by name, topic and explanation."""
    return _in_languages(veileder, lambda v: [_measure(t, slag) for t in getattr(v, slag)])


def link_entries(veileder: Veileder) -> Sequence[Oppslag]:
    """Web addresses by name, address and what they are."""
    return _in_languages(veileder, lambda v: [*map(_link, v.lenker)])


def law_entries(veileder: Veileder) -> Sequence[Oppslag]:
    """Rules of law by name, topic and explanation."""
    return _in_languages(veileder, lambda v: [*map(_law, v.regelverk)])


def role_entries(veileder: Veileder) -> Sequence[Oppslag]:
    """Roles by id, name and topic."""
    return _in_languages(
        veileder, lambda v: [Oppslag(r, "rolle", (r.id, r.navn), r.emner) for r in v.roller]
    )


def step_entries(veileder: Veileder) -> Sequence[Oppslag]:
    """Steps by number and title."""
    return _in_languages(
        veileder, lambda v: [Oppslag(t, "trinn", (t.nummer, t.tittel, t.id)) for t in v.trinn]
    )


def chapter_entries(veileder: Veileder) -> Sequence[Oppslag]:
    """Chapters by number and title."""
    return _in_languages(
        veileder, lambda v: [Oppslag(k, "les", (k.nummer, k.tittel, k.id)) for k in v.kapitler]
    )


def all_entries(veileder: Veileder) -> Sequence[Oppslag]:
    """Everything that can be found, in the order that people most often look for it."""
    return _in_languages(veileder, lambda v: [*_all(v)])


def _in_languages(
    veileder: Veileder, list_entries: Callable[[Veileder], Sequence[Oppslag]]
) -> Sequence[Oppslag]:
    """List the entries; those of a translated guide are found by the guide's own words too."""
    if veileder.egen is None:
        return list_entries(veileder)
    return paired(list_entries(veileder.egen), list_entries(veileder), veileder.sprak)


def _entries(
    veileder: Veileder, rader: Sequence[Any], make: Callable[[Any], Oppslag]
) -> Sequence[Oppslag]:
    """Make an entry of each row, or none before it is found where the rows have an index."""
    if isinstance(rader, Rows) and (index := rader.words()):
        return Catalog(len(rader), lambda nr: make(rader[nr]), WordIndex(index, veileder.sprak))
    return tuple(map(make, rader))


def _all(veileder: Veileder) -> Iterator[Oppslag]:
    yield from map(_term, veileder.begreper)
    yield from (_contact(veileder, k) for k in veileder.kontakter)
    yield from _signs_and_factors(veileder)
    for t in veileder.trinn:
        yield Oppslag(t, "trinn", (t.tittel, t.id), (), f"{t.handling} {_texts(t.punkter)}")
    yield from (_measure(t, "tiltak") for t in veileder.tiltak)
    yield from (_measure(t, "aktorer") for t in veileder.aktorer)
    yield from map(_law, veileder.regelverk)
    yield from map(_link, veileder.lenker)
    for k in veileder.kapitler:
        tekst = " ".join(a.tekst for a in k.avsnitt)
        yield Oppslag(k, "les", (k.tittel, k.id), (), tekst)


def _measure(t: Tiltak, slag: str) -> Oppslag:
    tekst = f"{t.kort} {t.forklaring} {_texts(t.punkter)}"
    return Oppslag(t, slag, _names(t.navn, t.id), t.emner, tekst)


def _link(e: Lenke) -> Oppslag:
    return Oppslag(e, "lenker", (e.navn, e.id), (e.url,), e.beskrivelse)


def _law(r: Regelverk) -> Oppslag:
    tekst = f"{r.forklaring} {_texts(r.punkter)}"
    return Oppslag(r, "regelverk", _names(r.navn, r.id), r.emner, tekst)


def _term(b: Begrep) -> Oppslag:
    tekst = f"{b.forklaring} {_texts(b.utdyping)}"
    return Oppslag(b, "definisjon", _names(b.navn, b.id), (*b.synonymer, *b.boyninger), tekst)


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
        _names(kontakt.funksjon, kontakt.id),
        tuple(filter(None, (*kontakt.emner, *numre, *steder))),
        " ".join((kontakt.beskrivelse, *trinn)),
        brukerord=tuple(filter(None, roller)),
    )


def _signs_and_factors(veileder: Veileder) -> Iterator[Oppslag]:
    for kategori in veileder.bekymringstegn.kategorier:
        for tegn in kategori.tegn:
            deler = " ".join(f"{d.tekst} {d.hjelp}" for d in tegn.deler)
            yield Oppslag(tegn, "tegn", (tegn.tekst, tegn.id), (), f"{tegn.hjelp} {deler}")
    for faktorer in veileder.faktorer_av_type.values():
        yield from (Oppslag(f, "faktorer", (f.tekst, f.id)) for f in faktorer)


def _names(navn: str, id_: str) -> tuple[str, ...]:
    """A name with more in parentheses after it is found without that, and by that alone."""
    utenfor, _, i_parentes = navn.removesuffix(")").partition(" (")
    return (navn, *((utenfor, i_parentes) if i_parentes else ()), id_)


def _texts(utsagn: tuple[Utsagn, ...]) -> str:
    return " ".join(u.tekst for u in utsagn)
