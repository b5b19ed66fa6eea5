"""How the cases went, as text that tells an author what to look at, and as JSON."""

from collections.abc import Iterator
from typing import Any, Final

from veileder_cli.coverage import Avvik, Udekket
from veileder_cli.innhold.prov import Feilet, Prove
from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.vurdering import Svarbevis, Vurdering
from veileder_cli.nearest import suggest
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.sprak import _, joined, ngettext
from veileder_cli.what_if import Alternativ

_FLEST_NAERE: Final = 3
_SLAG: Final = {
    "regel": ("regler", _("regler: {ider}")),
    "rolle": ("roller", _("roller: {ider}")),
    "spørsmål": ("spørsmål", _("spørsmål: {ider}")),
    "varsel": ("varsler", _("varsler: {ider}")),
    "kontakt": ("kontakter", _("kontakter: {ider}")),
}
"""By kind: the key in JSON, and how they are listed."""


def as_dict(prove: Prove) -> dict[str, Any]:
    """Give the outcome for JSON."""
    return {
        "gyldig": prove.holder,
        "antall": prove.antall,
        "feilet": [_failed_dict(f) for f in prove.feilet],
        "udekket": {nokkel: _ids(prove.udekket, slag) for slag, (nokkel, _linje) in _SLAG.items()},
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
    return (Heading(_("Tilfeller som ikke holder")), Items(tuple(punkter)))


def _why(feilet: Feilet) -> Iterator[str]:
    """Say what came instead, which rule decided and on what, and what was near."""
    for feil in feilet.utfall.feil:
        hint = f" ({suggest(feil.verdi, feil.lovlige)})" if feil.lovlige else ""
        tekst = _("Svaret på {sporsmal} kan ikke brukes: {feil}")
        yield tekst.format(sporsmal=feil.sporsmal, feil=f"{feil.feil}{hint}")
    yield from map(_deviation, feilet.utfall.avvik)
    vurdering, ventet = feilet.utfall.vurdering, feilet.utfall.tilfelle.forvent.rute
    if vurdering:
        yield _decided(vurdering)
        if vurdering.rute != ventet:
            yield from _expected_rule(feilet, vurdering.rute, ventet)
    if feilet.ubrukt:
        tekst = _("Dette svaret teller ikke, for spørsmålet blir ikke stilt her: {svar}")
        yield tekst.format(svar=", ".join(feilet.ubrukt))


def _deviation(avvik: Avvik) -> str:
    """Say what was expected and what came; ids and fields are called what they are in the case."""
    if avvik.skulle_ikke:
        tekst = _("{felt}: {ventet} skulle ikke være med, men kom")
    elif avvik.felt in {"rute", "trinn"}:
        tekst = _("{felt}: ventet {ventet}, men det kom {kom}")
    elif avvik.felt == "kontakter":
        tekst = _("{felt}: skulle begynne med {ventet}, men det kom {kom}")
    else:
        tekst = _("{felt}: {ventet} skulle være med, men det kom {kom}")
    kom = ", ".join(avvik.kom) or _("ingen")
    return tekst.format(felt=avvik.felt, ventet=", ".join(avvik.ventet), kom=kom)


def _evidence(vurdering: Vurdering | None) -> tuple[Svarbevis, ...]:
    return vurdering.grunner[0].svar if vurdering else ()


def _decided(vurdering: Vurdering) -> str:
    """Say which rule set the route, and on what answers."""
    svar: dict[str, list[str]] = {}
    for bevis in _evidence(vurdering):
        svar.setdefault(bevis.sporsmal, []).append(bevis.svar)
    if isinstance(vurdering.regel.hvis, Alltid):
        tekst = _(
            "Regelen «{regel}» bestemte ruta, fordi ingen andre regler gjelder for disse svarene."
        )
    elif svar:
        tekst = _("Regelen «{regel}» bestemte ruta, på grunn av {svar}.")
    else:
        tekst = _("Regelen «{regel}» bestemte ruta, på grunn av svar som mangler.")
    gitt = ", ".join(f"{sporsmal}: {joined(verdier)}" for sporsmal, verdier in svar.items())
    return tekst.format(regel=vurdering.rute, svar=gitt)


def _expected_rule(feilet: Feilet, rute: str, ventet: str) -> Iterator[str]:
    if feilet.traff:
        tekst = _("Regelen «{ventet}» gjelder også, men står under «{rute}» i regler.yaml.")
        yield tekst.format(ventet=ventet, rute=rute)
        return
    yield _("Regelen «{ventet}» gjelder ikke for disse svarene.").format(ventet=ventet)
    if feilet.naere:
        tekst = _("Den ville bestemt ruta med denne ene endringen: {endringer}")
        naere = map(_change, feilet.naere[:_FLEST_NAERE])
        yield tekst.format(endringer=_(" – eller ").join(naere))


def _change(annet: Alternativ) -> str:
    svar = f"{annet.sporsmal}: {annet.svar}"
    return _("uten {svar}").format(svar=svar) if annet.fjernet else svar


def _uncovered(prove: Prove) -> Document:
    punkter = tuple(
        Item(linje.format(ider=", ".join(ider)))
        for slag, (_nokkel, linje) in _SLAG.items()
        if (ider := _ids(prove.udekket, slag))
    )
    if not punkter:
        alle = _("Alle regler, roller, spørsmål, varsler og kontakter blir prøvd.")
        return (Paragraph(alle),)
    return (Heading(_("Dette prøver ingen tilfeller")), Items(punkter))


def _ids(udekket: tuple[Udekket, ...], slag: str) -> list[str]:
    return [u.id for u in udekket if u.slag == slag]


def _sum(prove: Prove) -> str:
    feilet, uprovde = len(prove.feilet), len(prove.uprovde_regler)
    kjort = ngettext(
        "{antall} tilfelle kjørt, {feilet} feilet.",
        "{antall} tilfeller kjørt, {feilet} feilet.",
        prove.antall,
    ).format(antall=prove.antall, feilet=feilet or _("ingen"))
    if not uprovde:
        return kjort
    regler = ngettext(
        "{antall} regel er ikke prøvd: skriv et tilfelle for den.",
        "{antall} regler er ikke prøvd: skriv et tilfelle for hver.",
        uprovde,
    )
    return f"{kjort} {regler.format(antall=uprovde)}"
