"""What is wrong is said in the language that was chosen: answers, local folders, the language."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from guider import FJORDVIK
from oversatt import KODER, is_translated, said

SVAR: Mapping[str, str] = {
    "ukjent-sporsmal": "farene: ja",
    "ukjent-svar": "fare_na: jaa",
    "helt-ukjent-svar": "fare_na: 17",
    "to-svar": "fare_na: [ja, nei]",
    "sammen": "fare_na: [ja, vet-ikke]",
    "sett-og-usikkert": "tegn: legitimerer-vold\ntegn_usikker: legitimerer-vold",
    "ikke-tekst": "fare_na: {a: b}",
    "ikke-nokler": "[ja, nei]",
    "tom": "",
    "tomt": "fare_na:",
    "to-ganger": "fare_na: ja\nfare_na: nei",
    "hermetegn": 'fare_na: "ja',
    "klammer": "fare_na: [ja",
    "uten-kolon": "fare_na: ja\nrolle",
    "anker": "fare_na: &a ja",
    "fletting": "<<: ja",
    "dokument": "a: b\n---\nc: d",
    "merkelig": "fare_na: @ja",
    "strek": "a: - b",
    "rot": "a: b: c",
    "etter": "a: | b",
    "kode": '"\\q": a',
    "prosent": "%TAG a",
    "usynlig": "a: \x07",
    "styretegn": 'a: "\\x07"',
    "unicode": 'a: "\\UFFFFFFFF"',
    "sporsmalstegn": "a: [b?]",
    "nokkel": "[a]: b",
    "dypt": "a: " + "[" * 30 + "]" * 30,
}


@pytest.mark.parametrize("kode", KODER)
def test_a_fault_in_answers_is_said_in_the_language(kode: str, tmp_path: Path) -> None:
    for navn, tekst in SVAR.items():
        (tmp_path / f"{navn}.txt").write_text(tekst, "utf-8")
    (tmp_path / "koding.txt").write_bytes(b"a: \xff")
    (tmp_path / "stor.txt").write_text("a" * (1 << 20) + "aa", "utf-8")
    filer = [*sorted(tmp_path.iterdir()), tmp_path, tmp_path / "borte"]
    argv = [["sjekk", "--svar", str(f)] for f in filer]
    for fil, (utfall, feil) in zip(filer, said(kode, argv), strict=True):
        assert utfall == 2, fil.name
        is_translated(kode, feil)


@pytest.mark.parametrize("kode", KODER)
def test_a_fault_in_a_local_folder_is_said_in_the_language(kode: str, tmp_path: Path) -> None:
    filer = {
        "a": {"regler.yaml": "regler: []"},
        "b": {"kontakter.yaml": "kontakter: {id: uroteam, hvis: {alltid: ja}}"},
        "c": {"kontakter.yaml": "kontakter: {id: uroteam}"},
        "d": {"kontakter.yaml": "kontakter: {navn: A}"},
        "e": {"roller.yaml": "roller: {id: ny-rolle, navn: A}"},
        "f": {"kontakter.yaml": "noe: annet"},
        "g": {"lokalt.yaml": "eier: Skolen"},
        "h": {"annet.yaml": "a: b"},
        "i": {"kontakter.yaml": "kontakter: [{id: uroteam, epost: a}, {id: uroteam, epost: b}]"},
    }
    for mappe, innhold in filer.items():
        (tmp_path / mappe).mkdir()
        (tmp_path / mappe / "lokalt.yaml").write_text("eier: A\noppdatert: 2026-03-01\n", "utf-8")
        for navn, tekst in innhold.items():
            (tmp_path / mappe / navn).write_text(tekst, "utf-8")
    argv = [
        ["om", "--innhold", str(FJORDVIK), "--lokalt", str(tmp_path / mappe)] for mappe in filer
    ]
    for utfall, feil in said(kode, argv):
        assert utfall == 1, feil
        is_translated(kode, feil)


@pytest.mark.parametrize("kode", KODER)
def test_what_was_not_found_is_named_in_the_language(kode: str) -> None:
    kommandoer = ("kontakt", "definisjon", "tiltak", "aktorer", "regelverk", "lenker", "les", "sok")
    argv = [[k, "qqqqqq", "--innhold", str(FJORDVIK)] for k in (*kommandoer, "trinn")]
    argv.append(["kontakt", "--rolle", "qqqqqq", "--innhold", str(FJORDVIK)])
    for utfall, feil in said(kode, argv):
        assert utfall == 1
        is_translated(kode, feil.partition(").")[0])


def test_a_local_change_has_its_reason_in_the_language(tmp_path: Path) -> None:
    (tmp_path / "lokalt.yaml").write_text("eier: Skolen\noppdatert: 2026-03-01\n", "utf-8")
    (tmp_path / "kontakter.yaml").write_text(
        "kontakter: [{id: leder, hvorfor: Ny}, {id: ny, funksjon: Ny, epost: a@b.invalid, "
        "beskrivelse: Ny, hvorfor: Ny, anonymt: {kan: ja, tekst: Ny}}]",
        "utf-8",
    )
    ut = run("en", "kontakt", "--lokalt", str(tmp_path), "--json")
    grunner = {k["id"]: k["kilde"] for k in json.loads(ut.stdout)["kontakter"]}
    assert grunner["ny"] == "Added: Added locally by Skolen, 2026-03-01"
    assert " Corrected locally (hvorfor) by Skolen, 2026-03-01. " in grunner["leder"]
    assert "[nb]" not in grunner["leder"]


def test_a_language_that_nobody_has_is_refused_with_those_there_are() -> None:
    for argv in (["om", "--sprak", "tlh"], ["--sprak=tlh", "om"], ["--språk", "tlh", "om"]):
        ut = run("", *argv)
        assert (ut.returncode, ut.stdout) == (2, "")
        assert "«tlh»" in ut.stderr
        assert "nb, nn, en" in ut.stderr


def test_a_variable_with_no_language_is_told_in_one_line_and_help_is_given() -> None:
    ut = run("tlh", "kontakt", "112")
    assert ut.returncode == 0
    assert "112" in ut.stdout
    assert len(ut.stderr.splitlines()) == 1
    assert "VEILEDER_SPRAK" in ut.stderr
    assert "nb, nn, en" in ut.stderr


def test_the_option_counts_also_where_the_variable_has_no_language() -> None:
    assert run("tlh", "om", "--sprak", "en").stderr == ""
    assert run("nn", "--sprak", "en", "om", "--json").stdout == run("en", "om", "--json").stdout


def test_a_language_that_only_the_guide_has_is_spoken_by_it(tmp_path: Path) -> None:
    mappe = tmp_path / "fjordvik" / "2025-01"
    shutil.copytree(FJORDVIK, mappe)
    (mappe / "sprak").mkdir(exist_ok=True)
    tittel = json.loads(run("nb", "om", "--json", "--innhold", str(FJORDVIK)).stdout)["tittel"]
    (mappe / "sprak" / "se.yaml").write_text(
        f"sprak: se\ntekster: [{{fra: {json.dumps(tittel)}, til: Ravda}}]\n", "utf-8"
    )
    for ut in (
        run("", "om", "--json", "--innhold", str(mappe), "--sprak", "se"),
        run("se", "om", "--json", "--innhold", str(mappe)),
    ):
        assert (ut.returncode, ut.stderr) == (0, "")
        assert json.loads(ut.stdout)["tittel"] == "Ravda"


def run(variabel: str, *argv: str) -> "subprocess.CompletedProcess[str]":
    """Run the program as it is started, with the variable for the language."""
    return subprocess.run(
        [sys.executable, "-m", "veileder_cli", *argv],
        env={**os.environ, "VEILEDER_SPRAK": variabel, "LANG": "nb_NO.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
