"""The JSON of a result, with its reasons; its fields too are in docs/json.md."""

from veileder_cli.model.vurdering import Grunn, Kontaktrad, Varselrad, Vurdering
from veileder_cli.render.as_json import AsJson, Json
from veileder_cli.what_if import Alternativ


class ResultAsJson(AsJson):
    """Writes a result as JSON."""

    def vurdering(self, v: Vurdering, alternativer: tuple[Alternativ, ...]) -> Json:
        """Write the result; `alternativer` are the single answers that would change it."""
        trinn = v.trinn
        return {
            "rute": v.rute,
            "utfall": v.regel.utfall,
            "tittel": v.tittel.tekst,
            "trinn": trinn and {"id": trinn.id, "nummer": trinn.nummer, "tittel": trinn.tittel},
            "hvem": v.hvem.tekst if v.hvem else None,
            "din_del": [self.utsagn(u) for u in v.din_del],
            "samtidig": list(v.samtidig),
            "kontakter": [self._kontaktrad(k) for k in v.kontakter],
            "plikter": [self.utsagn(u) for u in v.plikter],
            "forbered": [self.utsagn(u) for u in v.forbered],
            "samtalestart": [self.utsagn(u) for u in v.samtalestart],
            "nytt_blikk": [self.utsagn(u) for u in v.nytt_blikk],
            "stotte": [self.utsagn(u) for u in v.stotte],
            "varsler": [self._varsel(n) for n in v.varsler],
            "tiltak": [{"id": t.id, "navn": t.navn} for t in v.tiltak],
            "avklar": [{"sporsmal": a.sporsmal, "hvorfor": a.hvorfor} for a in v.avklar],
            "begrunnelse": [self._grunn(g) for g in v.grunner],
            "hva_om": [
                {
                    "sporsmal": a.sporsmal,
                    "svar": a.svar,
                    "fjernet": a.fjernet,
                    "rute": a.vurdering.rute,
                    "trinn": a.vurdering.trinn.id if a.vurdering.trinn else None,
                }
                for a in alternativer
            ],
            "innhold": self.innhold(),
        }

    def _kontaktrad(self, rad: Kontaktrad) -> Json:
        return self.kontakt(rad.kontakt) | {"hvorfor": rad.hvorfor}

    def _varsel(self, rad: Varselrad) -> Json:
        return {
            "id": rad.varsel.id,
            "tittel": rad.varsel.tittel,
            "tekst": " ".join(u.tekst for u in rad.tekster),
            "deler": [self.utsagn(u) for u in rad.tekster],
            **self.opphav(rad.varsel),
        }

    def _grunn(self, g: Grunn) -> Json:
        return {
            "regel": g.regel.id,
            "svar": [{"sporsmal": b.sporsmal, "svar": b.svar} for b in g.svar],
            **self.opphav(g.regel),
        }
