"""Mutation-tests the modules that decide: changes them one bit at a time, and runs their tests.

A change that no test sees is shown as a difference. Which tool and why, and what it found:
docs/decisions/0015-mutasjonstester.md. `python scripts/mutasjon.py [module ...]`; it exits 1
where something was not seen.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
WORK: Final = ROOT / "build" / "mutasjon"
MUTMUT: Final = str(Path(sys.executable).with_name("mutmut"))
TESTS: Final[Mapping[str, tuple[str, ...]]] = {
    "conditions": ("test_conditions.py",),
    "facts": ("test_facts.py",),
    "evaluate": ("test_evaluate.py", "test_coverage.py::test_the_guide_has_no_fault_in_its_cases"),
    "answers": ("test_answers.py",),
    "flow": ("test_flow.py",),
    "what_if": ("test_what_if.py",),
    "coverage": ("test_coverage.py",),
}
"""The tests that must see a change in the module, each module by its own."""

SETTINGS: Final = """\
[mutmut]
source_paths = src
only_mutate = src/veileder_cli/{module}.py
also_copy = content
pytest_add_cli_args =
    --hypothesis-profile=mutasjon
    --assert=plain
pytest_add_cli_args_test_selection =
    {tests}
track_dependencies = false
use_setproctitle = false
"""
STATES: Final[Mapping[int | None, str]] = {
    **dict.fromkeys((1, 3), "sett"),
    **dict.fromkeys((-24, 24, 36, 152, 255), "stanset"),
    0: "ikke sett",
    33: "uten test",
    None: "ikke prøvd",
}
SEEN: Final = {"sett", "stanset", "likeverdige"}
"""A change that makes the tests go on without end is stopped, and that is to notice it."""

EQUIVALENT: Final = {
    f"for {names} in zip(nokler, grupper, {strict})"
    for names in ("nokkel, gruppe", "nokkel, (navn, valg)")
    for strict in ("", "strict=None", "strict=False")
}
"""Lines that do the same as the one they stand for: the decision gives the reason for each."""


def main(modules: list[str]) -> int:
    """Test each module in a copy of the project, and tell what the tests did not see."""
    unseen = sum(_test(module) for module in modules or TESTS)
    return 1 if unseen else 0


def _test(module: str) -> int:
    """Give the number of changes that were not seen."""
    place = WORK / module
    _copy(module, place)
    with (place / "mutmut.txt").open("w", encoding="utf-8") as log:
        command = [MUTMUT, "run", "--max-children", "2"]
        subprocess.run(command, cwd=place, stdout=log, stderr=log, check=False)  # noqa: S603
    meta = place / "mutants" / "src" / "veileder_cli" / f"{module}.py.meta"
    codes = json.loads(meta.read_text("utf-8"))["exit_code_by_key"]
    states = {name: STATES.get(code, "krasjet") for name, code in codes.items()}
    differences = {
        name: _difference(name, place) for name, state in states.items() if state == "ikke sett"
    }
    equivalent = {name for name, lines in differences.items() if _is_equivalent(lines)}
    states |= dict.fromkeys(equivalent, "likeverdige")
    _tell(f"{module}: {len(states)} endringer", *_counts(states))
    unseen = [name for name, state in states.items() if state not in SEEN]
    for name in unseen:
        _tell("\n    ".join((f"  {name} ({states[name]})", *differences.get(name, ()))))
    return len(unseen)


def _is_equivalent(difference: tuple[str, ...]) -> bool:
    put = [line[1:].strip() for line in difference if line.startswith("+")]
    return len(put) == 1 and put[0] in EQUIVALENT


def _counts(states: Mapping[str, str]) -> list[str]:
    return [f"{number} {state}" for state, number in sorted(Counter(states.values()).items())]


def _tell(*parts: str) -> None:
    print(*parts, sep=", ", flush=True)  # noqa: T201 - what the script is for


def _copy(module: str, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for part in ("src", "tests", "content"):
        shutil.copytree(ROOT / part, place / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", place)
    tests = "\n    ".join(f"tests/{name}" for name in TESTS[module])
    (place / "setup.cfg").write_text(SETTINGS.format(module=module, tests=tests), "utf-8")


def _difference(name: str, place: Path) -> tuple[str, ...]:
    """Give the lines that were taken away and put in."""
    command = [MUTMUT, "show", name]
    shown = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True)  # noqa: S603
    return tuple(line for line in shown.stdout.splitlines() if re.match(r"[-+](?![-+])", line))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
