"""What is said of a step wherever it is shown."""

from veileder_cli.model.innhold import Trinn
from veileder_cli.model.veileder import Veileder


def responsible(veileder: Veileder, trinn: Trinn) -> str:
    """Say who is responsible for the step; nothing where the guide says so of no step."""
    if not any(t.ansvarlig for t in veileder.trinn):
        return ""
    return f"Ansvarlig: {', '.join(trinn.ansvarlig) or 'ikke oppgitt'}"
