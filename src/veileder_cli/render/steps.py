"""What is said of a step wherever it is shown."""

from veileder_cli.model.innhold import Trinn
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _


def responsible(veileder: Veileder, trinn: Trinn) -> str:
    """Say who is responsible for the step; nothing where the guide says so of no step."""
    if not any(t.ansvarlig for t in veileder.trinn):
        return ""
    hvem = ", ".join(trinn.ansvarlig) or _("ikke oppgitt")
    return _("Ansvarlig: {hvem}").format(hvem=hvem)
