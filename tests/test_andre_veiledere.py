"""Content is data: made-up guides of other municipalities run through all of the program.

Fjordvik has four lettered steps, discussion first, and other roles, classes, questions and rules.
Øyvik has no steps, signs or factors at all: role and urgency alone choose among three routes.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from guider import FJORDVIK, OYVIK, TRONDHEIM, load
from veileder_cli.answers import read_answers
from veileder_cli.cli.output import show
from veileder_cli.convert import hints_of
from veileder_cli.coverage import find_uncovered, run_cases
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import Svar
from veileder_cli.flow import TA_MED, Skjerm, next_screen, previous_screen, screens
from veileder_cli.integrity import find_faults
from veileder_cli.model.betingelse import Betingelse
from veileder_cli.model.sjekk import VET_IKKE
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.as_json import AsJson
from veileder_cli.render.layout import to_text
from veileder_cli.render.result import first_screen, guidance, reasons, whole_result
from veileder_cli.what_if import find_alternatives
