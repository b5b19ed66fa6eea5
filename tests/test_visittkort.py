"""`veileder kontakt --vcf`: cards in a new file or to a pipe, and what is left out is said."""

import json
import stat
from pathlib import Path

import pytest
import vobject

from veileder_cli.cli.app import run
from veileder_cli.cli.visittkort import write_cards
from veileder_cli.model.veileder import Veileder

Output = pytest.CaptureFixture[str]


def test_the_contacts_that_were_asked_for_are_saved_for_the_owner_alone(
    tmp_path: Path, capsys: Output
) -> None:
    fil = tmp_path / "kort.vcf"
    assert run(["kontakt", "112", "--vcf", str(fil)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert str(fil) in said.err
    assert stat.S_IMODE(fil.stat().st_mode) == 0o600
    saved = fil.read_bytes().decode()
    assert saved.replace("\r\n", "").count("\n") == 0
    assert next(c.tel.value for c in vobject.readComponents(saved)) == "112"


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path, capsys: Output) -> None:
    fil = tmp_path / "kort.vcf"
    fil.write_text("mitt eget")
    assert run(["kontakt", "--vcf", str(fil)]) == 1
    assert fil.read_text() == "mitt eget"
    assert "fila finnes fra før" in capsys.readouterr().err


def test_a_dash_is_standard_output_and_those_without_number_are_named(
    veileder: Veileder, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["kontakt", "--vcf", "-"]) == 0
    said = capfdbinary.readouterr()
    assert said.out.startswith(b"BEGIN:VCARD\r\n")
    assert veileder.kontakt["leder"].funksjon in said.err.decode()


def test_contacts_without_number_or_address_give_no_file(
    veileder: Veileder, tmp_path: Path, capsys: Output
) -> None:
    fil = tmp_path / "kort.vcf"
    assert write_cards(veileder, (veileder.kontakt["leder"],), fil, json=False) == 1
    assert not fil.exists()
    assert "Ingen av disse" in capsys.readouterr().err


def test_as_json_it_says_what_was_written(tmp_path: Path, capsys: Output) -> None:
    fil = tmp_path / "kort.vcf"
    assert run(["kontakt", "--vcf", str(fil), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"skrevet": [str(fil)]}
    assert run(["kontakt", "--vcf", "-", "--json"]) == 2
