"""Finds what is wrong with a guide that reads well: how its parts hang together; pure."""

from veileder_cli.integrity.conditions import condition_faults
from veileder_cli.integrity.fault import Fault
from veileder_cli.integrity.questions import question_faults
from veileder_cli.integrity.references import reference_faults
from veileder_cli.integrity.rules import rule_faults
from veileder_cli.integrity.sources import source_faults
from veileder_cli.model.veileder import Veileder

__all__ = ["Fault", "find_faults"]


def find_faults(veileder: Veileder) -> tuple[Fault, ...]:
    """List every fault, those that others may follow from first."""
    return (
        *reference_faults(veileder),
        *source_faults(veileder),
        *condition_faults(veileder),
        *question_faults(veileder),
        *rule_faults(veileder),
    )
