"""The JSON of each command: plain dicts whose fields docs/json.md documents."""

from typing import Any, TypeAlias

from veileder_cli.lookup.find import Treff
from veileder_cli.model.innhold import (
    Begrep,
    Kapittel,
    Kontakt,
    Lenke,
    Om,
    Regelverk,
    Tiltak,
    Trinn,
    Utsagn,
)
from veileder_cli.model.tegn import Bekymringstegn, Faktor, Tegndel, Tegnliste
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.sources import Sourced, full_source

Json: TypeAlias = dict[str, Any]


class AsJson:
    """Writes the parts of one guide as JSON; holds the guide for its sources."""

    def __init__(self, veileder: Veileder) -> None:
        self._veileder = veileder

    def innhold(self) -> Json:
        om = self._veileder.om
        return {"id": om.id, "utgave": om.utgave}

    def om(self, om: Om) -> Json:
        return {
            "innhold": self.innhold(),
            "tittel": om.tittel,
            "kommune": om.kommune,
            "revidert": om.revidert,
            "innholdsdato": om.innholdsdato,
            "eier": om.eier,
            "arver": om.arver or None,
            "lokalt": self._local(),
            "godkjent_av": om.godkjent_av or None,
            "gyldig_til": om.gyldig_til or None,
            "kilde_navn": om.kilde_navn,
            "kilde_url": om.kilde_url or None,
            "meld_feil": self.utsagn(om.meld_feil) if om.meld_feil else None,
            "nyeste": self.utsagn(om.nyeste) if om.nyeste else None,
            "om": [self.utsagn(u) for u in om.om],
        }

    def _local(self) -> Json | None:
        lokalt = self._veileder.lokalt
        if not lokalt:
            return None
        endret = list(self._veileder.lokalt_endret)
        return {"eier": lokalt.eier, "oppdatert": lokalt.oppdatert, "endret": endret}

    def begrep(self, b: Begrep) -> Json:
        return {
            "id": b.id,
            "navn": b.navn,
            "forklaring": b.forklaring,
            **self.opphav(b),
            "utdyping": [self.utsagn(u) for u in b.utdyping],
            "synonymer": list(b.synonymer),
            "se_ogsa": list(b.se_ogsa),
        }

    def tegn(self, liste: Tegnliste) -> Json:
        return {
            "kategorier": [
                {"id": k.id, "navn": k.navn, "tegn": [self._tegn(t) for t in k.tegn]}
                for k in liste.kategorier
            ],
            "klasser": [
                {
                    "id": k.id,
                    "navn": k.navn,
                    "forklaring": k.forklaring,
                    **self.opphav(k),
                }
                for k in liste.klasser
            ],
            "forbehold": [self.utsagn(u) for u in liste.forbehold],
        }

    def faktorer(self) -> Json:
        liste = self._veileder.faktorer
        return {
            "grupper": [
                {
                    "id": g.id,
                    "navn": g.navn,
                    "risiko": [self._faktor(f) for f in g.risiko],
                    "beskyttelse": [self._faktor(f) for f in g.beskyttelse],
                }
                for g in liste.grupper
            ],
            "forbehold": [self.utsagn(u) for u in liste.forbehold],
        }

    def trinn(self, t: Trinn) -> Json:
        return {
            "id": t.id,
            "nummer": t.nummer,
            "tittel": t.tittel,
            "handling": t.handling,
            "ansvarlig": list(t.ansvarlig),
            "anonymt": {"kan": t.anonymt.kan, "tekst": t.anonymt.tekst},
            "punkter": [self.utsagn(u) for u in t.punkter],
            "stottesporsmal": [self.utsagn(u) for u in t.stottesporsmal],
            "frist": self.utsagn(t.frist) if t.frist else None,
            **self.opphav(t),
        }

    def tiltak(self, t: Tiltak) -> Json:
        return {
            "id": t.id,
            "navn": t.navn,
            "kort": t.kort,
            "forklaring": t.forklaring,
            "punkter": [self.utsagn(u) for u in t.punkter],
            "lenker": list(t.lenker),
            "kontakter": list(t.kontakter),
            **self.opphav(t),
        }

    def regelverk(self, r: Regelverk) -> Json:
        return {
            "id": r.id,
            "navn": r.navn,
            "hvem": r.hvem,
            "forklaring": r.forklaring,
            "gjelder_per": r.gjelder_per,
            "url": r.url,
            "punkter": [self.utsagn(u) for u in r.punkter],
            **self.opphav(r),
        }

    def lenke(self, e: Lenke) -> Json:
        return {
            "id": e.id,
            "navn": e.navn,
            "url": e.url,
            "beskrivelse": e.beskrivelse,
            "del_av": e.del_av or None,
            "merknad": self.utsagn(e.merknad) if e.merknad else None,
            **self.opphav(e),
        }

    def kontakt(self, k: Kontakt) -> Json:
        return {
            "id": k.id,
            "funksjon": k.funksjon,
            "navn": [n.navn for n in k.numre if n.navn],
            "telefon": [n.telefon for n in k.numre],
            "numre": [{"navn": n.navn or None, "telefon": n.telefon} for n in k.numre],
            "epost": k.epost or None,
            "adresse": k.adresse or None,
            "apningstider": k.apningstider or None,
            "hele_dognet": k.hele_dognet,
            "bydel": list(k.bydel),
            "nettside": k.nettside or None,
            "via": k.via or None,
            "etterpa": k.etterpa or None,
            "beskrivelse": k.beskrivelse,
            "anonymt": {"kan": k.anonymt.kan, "tekst": k.anonymt.tekst},
            "oppgitt": k.oppgitt or None,
            "sist_verifisert": k.sist_verifisert or None,
            **self.opphav(k),
        }

    def kapittel(self, k: Kapittel) -> Json:
        return {
            "id": k.id,
            "nummer": k.nummer,
            "tittel": k.tittel,
            "avsnitt": [
                {"tittel": a.tittel, "tekst": a.tekst, **self.opphav(a)} for a in k.avsnitt
            ],
            "lister": list(k.lister),
        }

    def treff(self, t: Treff) -> Json:
        return {
            "slag": t.oppslag.slag,
            "id": t.oppslag.objekt.id,
            "navn": t.oppslag.navn[0],
            "likhet": t.likhet.name.lower(),
        }

    def utsagn(self, u: Utsagn) -> Json:
        return {"tekst": u.tekst, **self.opphav(u)}

    def _tegn(self, t: Bekymringstegn) -> Json:
        ut = {
            "id": t.id,
            "tekst": t.tekst,
            "klasse": t.klasse or None,
            "hjelp": t.hjelp or None,
            "samme_som": t.samme_som or None,
            **self.opphav(t),
        }
        return ut | {"deler": [self._tegndel(d) for d in t.deler]} if t.deler else ut

    def _tegndel(self, d: Tegndel) -> Json:
        return {"id": d.id, "tekst": d.tekst, "klasse": d.klasse, "hjelp": d.hjelp or None}

    def _faktor(self, f: Faktor) -> Json:
        ut = {"id": f.id, "tekst": f.tekst, "samme_som": f.samme_som or None}
        return ut | self.opphav(f)

    def opphav(self, rad: Sourced) -> Json:
        return {"merke": str(rad.merke), "kilde": full_source(rad, self._veileder)}
