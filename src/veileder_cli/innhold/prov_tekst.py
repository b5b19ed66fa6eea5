"""How the cases went, as text that tells an author what to look at, and as JSON."""

from collections.abc import Iterator
from typing import Any, Final

from veileder_cli.coverage import Avvik, Udekket
from veileder_cli.innhold.prov import Feilet, Prove
from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.vurdering import Svarbevis, Vurdering
from veileder_cli.nearest import suggest
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph

_FLEST_NAERE: Final = 3
_SLAG: Final = {
    "regel": "regler",
    "rolle": "roller",
    "spørsmål": "spørsmål",
    "varsel": "varsler",
    "kontakt": "kontakter",
}


def as_dict(prove: Prove) -> dict[str, Any]:
    """Give the outcome for JSON."""
    return {
        "gyldig": prove.holder,
        "antall": prove.antall,
        "feilet": [_failed_dict(f) for f in prove.feilet],
        "udekket": {flertall: _ids(prove.udekket, slag) for slag, flertall in _SLAG.items()},
    }


def _failed_dict(feilet: Feilet) -> dict[str, Any]:
    utfall, vurdering = feilet.utfall, feilet.utfall.vurdering
    return {
        "navn": utfall.tilfelle.navn,
        "fil": feilet.sted.fil,
        "linje": feilet.sted.linje,
        "avvik": [
            {"felt": a.felt, "ventet": list(a.ventet), "kom": list(a.kom)} for a in utfall.avvik
        ],
        "svarfeil": [{"sporsmal": f.sporsmal, "feil": f.feil} for f in utfall.feil],
        "regel": vurdering.rute if vurdering else None,
        "svar": [{"sporsmal": b.sporsmal, "svar": b.svar} for b in _evidence(vurdering)],
        "ventet_regel_traff": feilet.traff,
        "endring_som_gir_ventet_rute": [
            {"sporsmal": a.sporsmal, "svar": a.svar, "fjernet": a.fjernet} for a in feilet.naere
        ],
        "ubrukte_svar": list(feilet.ubrukt),
    }


def report(prove: Prove) -> Document:
    """Give what failed and why, what no case reaches, and the sum at the end."""
    return (*_failures(prove), *_uncovered(prove), Paragraph(_sum(prove), viktig=True))


def _failures(prove: Prove) -> Document:
    if not prove.feilet:
        return ()
    punkter = (
        Item(f"{f.sted.fil}:{f.sted.linje}: {f.utfall.tilfelle.navn}", under=tuple(_why(f)))
        for f in prove.feilet
    )
    return (Heading("Tilfeller som ikke holder"), Items(tuple(punkter)))


def _why(feilet: Feilet) -> Iterator[str]:
    """Say what came instead, which rule decided and on what, and what was near."""
    for feil in feilet.utfall.feil:
        hint = f" ({suggest(feil.verdi, feil.lovlige)})" if feil.lovlige else ""
        yield f"Svaret på {feil.sporsmal} kan ikke brukes: {feil.feil}{hint}"
    yield from map(_deviation, feilet.utfall.avvik)
    vurdering, ventet = feilet.utfall.vurdering, feilet.utfall.tilfelle.forvent.rute
    if vurdering:
        yield f"Regelen «{vurdering.rute}» bestemte ruta, {_grounds(vurdering)}."
        if vurdering.rute != ventet:
            yield from _expected_rule(feilet, vurdering.rute, ventet)
    if feilet.ubrukt:
        ubrukt = ", ".join(feilet.ubrukt)
        yield f"Dette svaret teller ikke, for spørsmålet blir ikke stilt her: {ubrukt}"


def _deviation(avvik: Avvik) -> str:
    ventet, kom = ", ".join(avvik.ventet), ", ".join(avvik.kom) or "ingen"
    if avvik.skulle_ikke:
        return f"{avvik.felt}: {ventet} skulle ikke være med, men kom"
    match avvik.felt:
        case "rute" | "trinn":
            return f"{avvik.felt}: ventet {ventet}, men det kom {kom}"
        case "kontakter":
            return f"{avvik.felt}: skulle begynne med {ventet}, men det kom {kom}"
        case _:
            return f"{avvik.felt}: {ventet} skulle være med, men det kom {kom}"


def _evidence(vurdering: Vurdering | None) -> tuple[Svarbevis, ...]:
    return vurdering.grunner[0].svar if vurdering else ()


def _grounds(vurdering: Vurdering) -> str:
    if isinstance(vurdering.regel.hvis, Alltid):
        return "fordi ingen andre regler gjelder for disse svarene"
    svar: dict[str, list[str]] = {}
    for bevis in _evidence(vurdering):
        svar.setdefault(bevis.sporsmal, []).append(bevis.svar)
    gitt = ", ".join(f"{sporsmal}: {' og '.join(verdier)}" for sporsmal, verdier in svar.items())
    return f"på grunn av {gitt}" if gitt else "på grunn av svar som mangler"


def _expected_rule(feilet: Feilet, rute: str, ventet: str) -> Iterator[str]:
    if feilet.traff:
        yield f"Regelen «{ventet}» gjelder også, men står under «{rute}» i regler.yaml."
        return
    yield f"Regelen «{ventet}» gjelder ikke for disse svarene."
    if feilet.naere:
        endringer = (
            f"{'uten ' if a.fjernet else ''}{a.sporsmal}: {a.svar}"
            for a in feilet.naere[:_FLEST_NAERE]
        )
        yield f"Den ville bestemt ruta med denne ene endringen: {' – eller '.join(endringer)}"


def _uncovered(prove: Prove) -> Document:
    punkter = tuple(
        Item(f"{flertall}: {', '.join(ider)}")
        for slag, flertall in _SLAG.items()
        if (ider := _ids(prove.udekket, slag))
    )
    if not punkter:
        return (Paragraph("Alle regler, roller, spørsmål, varsler og kontakter blir prøvd."),)
    return (Heading("Dette prøver ingen tilfeller"), Items(punkter))


def _ids(udekket: tuple[Udekket, ...], slag: str) -> list[str]:
    return [u.id for u in udekket if u.slag == slag]


def _sum(prove: Prove) -> str:
    feilet, uprovde = len(prove.feilet), len(prove.uprovde_regler)
    kjort = f"{prove.antall} tilfeller kjørt, {feilet or 'ingen'} feilet."
    if not uprovde:
        return kjort
    regler = "1 regel er ikke prøvd" if uprovde == 1 else f"{uprovde} regler er ikke prøvd"
    return f"{kjort} {regler}: skriv et tilfelle for hver."
