"""What is wrong with content, and how one is made, is said in the language that was chosen."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guider import FJORDVIK, OYVIK, broken_copy, expected, faults
from oversatt import KODER, is_translated, said
from veileder_cli.innhold.ny_svar import SPORSMAAL

LESER = """
import json, sys
from veileder_cli.sprak import use
use(sys.argv[1])
from pathlib import Path
from guider import problems
print(json.dumps([problems(Path(mappe)) for mappe in sys.argv[2:]]))
"""


@pytest.mark.parametrize(("kode", "hver"), [("en", 2), ("nn", 5)])
def test_a_fault_in_content_is_said_in_the_language(kode: str, hver: int, tmp_path: Path) -> None:
    feil = [f for slag in ("lesing", "integritet", "tilfellene") for f in faults(slag)][::hver]
    mapper = [broken_copy(f, tmp_path / f) for f in feil]
    done = subprocess.run(
        [sys.executable, "-c", LESER, kode, *map(str, mapper)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    sagt = dict(zip(feil, json.loads(done.stdout), strict=True))
    assert {f: len(linjer) for f, linjer in sagt.items()} == {f: len(expected(f)) for f in feil}
    for linje in (linje for linjer in sagt.values() for linje in linjer):
        is_translated(kode, re.sub(r"\[.*\]", "", linje))


@pytest.mark.parametrize("kode", KODER)
def test_the_check_of_a_guide_is_in_the_language(kode: str, tmp_path: Path) -> None:
    gammel = tmp_path / "fjordvik" / "2025-01"
    shutil.copytree(FJORDVIK, gammel)
    meta = (gammel / "veileder.yaml").read_text("utf-8")
    (gammel / "veileder.yaml").write_text(meta + "\ngyldig_til: 2020-01-01\n", "utf-8")
    begreper = (gammel / "begreper.yaml").read_text("utf-8")
    (gammel / "begreper.yaml").write_text(begreper.replace("forklaring: ", "forklaring: BYTT UT "))
    skadet = broken_copy("flere-feil-i-sammenhengen", tmp_path / "skadet")
    uleselig = broken_copy("flere-feil-i-flere-filer", tmp_path / "uleselig")
    argv = [["innhold", "valider", str(m)] for m in (gammel, skadet, uleselig, OYVIK)]
    for _, tekst in said(kode, [*argv, [*argv[0], "--streng"]]):
        linjer = (linje for linje in tekst.replace("\N{NO-BREAK SPACE}", " ").splitlines())
        for linje in linjer:
            is_translated(kode, re.sub(r"\[.*\]", "", linje))


@pytest.mark.parametrize("kode", KODER)
def test_making_a_guide_and_its_schemas_is_in_the_language(kode: str, tmp_path: Path) -> None:
    ny = ["innhold", "ny", str(tmp_path / "a" / "2026-01")]
    argv = [
        *(["innhold", navn, "--help"] for navn in ("valider", "skjema", "ny")),
        ny,
        [*ny, "--kommune", " "],
        [*ny, "--utgave", "i fjor"],
        [*ny, "--trinn", "21"],
        [*ny, "--roller", "A, A"],
        [*ny, "--roller", ",".join(map(str, range(31)))],
        [*ny, "--tittel", "\u200b"],
        [*ny, "--tittel", "a\tb"],
        [*ny, "--tittel", "a" * 201],
        [*ny, "--kommune", "A", "--trinn", "0"],
        [*ny, "--kommune", "A", "--trinn", "0"],
        ["innhold", "skjema"],
        ["innhold", "skjema", "--ut", str(tmp_path / "skjema"), "--fil", "regler"],
    ]
    for utfall, tekst in said(kode, argv):
        assert utfall in {0, 2}, tekst
        for linje in tekst.splitlines():
            is_translated(kode, linje)


def test_the_questions_about_a_guide_are_in_the_language() -> None:
    program = (
        "from veileder_cli.sprak import use; use('en')\n"
        "from veileder_cli.innhold.ny_svar import SPORSMAAL\n"
        "print(*(s.tekst for s in SPORSMAAL), sep='\\n')"
    )
    run_ = [sys.executable, "-c", program]
    sagt = subprocess.run(run_, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert len(sagt.splitlines()) == len(SPORSMAAL)
    is_translated("en", sagt)
