"""What is said of a step wherever it is shown."""

from veileder_cli.model.innhold import Trinn


def responsible(trinn: Trinn) -> str:
    """Say who is responsible for the step."""
    return f"Ansvarlig: {', '.join(trinn.ansvarlig) or 'ikke oppgitt'}"
