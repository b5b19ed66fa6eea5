"""A guide that builds on another: "like that guide, but …"."""

import shutil
from pathlib import Path

import pytest

from guider import FJORDVIK, TRONDHEIM, load, problems
from veileder_cli.editions import Utgave
from veileder_cli.errors import ContentError
from veileder_cli.layers import find_layers
from veileder_cli.loader import checksum

OM = """
format: 1
id: sund
kommune: Sund
utgave: 2026-01
innholdsdato: 2026-01-01
eier: Sund kommune
arver: fjordvik/2025-01
"""


@pytest.fixture
def sund(tmp_path: Path) -> Path:
    """A guide that says only that it is like Fjordvik's."""
    shutil.copytree(FJORDVIK, tmp_path / "fjordvik" / "2025-01")
    return write(tmp_path / "sund" / "2026-01" / "veileder.yaml", OM).parent


def write(fil: Path, tekst: str) -> Path:
    fil.parent.mkdir(parents=True, exist_ok=True)
    fil.write_text(tekst, "utf-8")
    return fil


def test_a_guide_may_be_like_another_in_everything(sund: Path) -> None:
    guide, fjordvik = load(sund), load(FJORDVIK)
    assert (guide.om.kommune, guide.om.tittel) == ("Sund", fjordvik.om.tittel)
    assert guide.regler == fjordvik.regler
    assert guide.tilfeller == fjordvik.tilfeller


def test_but_for_what_its_own_files_say(sund: Path) -> None:
    write(sund / "kontakter.yaml", "kontakter: {id: uroteam, numre: {telefon: 00 00 00 09}}")
    nytt, gammelt = load(sund).kontakt["uroteam"], load(FJORDVIK).kontakt["uroteam"]
    assert nytt.numre[0].telefon == "00 00 00 09"
    assert (nytt.funksjon, nytt.anonymt) == (gammelt.funksjon, gammelt.anonymt)


def test_a_rule_may_be_put_before_another_with_a_case_for_it(sund: Path) -> None:
    regel = """
regler:
  id: rolig
  foran: gatt-over
  hvis: {alle: [{svar: {utvikling: roet-seg}}, {svar: {hvem: bibliotekar}}]}
  tittel: {tekst: Vent og se}
  merke: tillegg
  kilde: {redaksjonen: Sunds egen.}
"""
    svar, forvent = "{nod: nei, hvem: bibliotekar, utvikling: roet-seg}", "{rute: rolig}"
    tilfelle = f"tilfeller: {{navn: Det har roet seg., svar: {svar}, forvent: {forvent}}}"
    write(sund / "regler.yaml", regel)
    write(sund / "tilfeller" / "egne.yaml", tilfelle)
    ider = [r.id for r in load(sund).regler.regler]
    assert ider.index("rolig") == ider.index("gatt-over") - 1


def test_a_fault_is_told_in_the_file_of_the_guide_it_stands_in(sund: Path) -> None:
    write(sund / "kontakter.yaml", "kontakter: {id: uroteam, trinn: [borte]}")
    assert [f.split(" ")[0] for f in problems(sund)] == ["kontakter.yaml:1:"]
    write(sund.parents[1] / "fjordvik" / "2025-01" / "lenker.yaml", "lenker: [{id: x}]")
    assert all(f.startswith("fjordvik/2025-01/lenker.yaml:1") for f in problems(sund))


@pytest.mark.parametrize("felt", ["id", "kommune", "utgave", "eier", "innholdsdato"])
def test_what_a_guide_must_say_for_itself_is_not_inherited(sund: Path, felt: str) -> None:
    linjer = [linje for linje in OM.splitlines() if not linje.startswith(f"{felt}:")]
    write(sund / "veileder.yaml", "\n".join(linjer))
    assert [f"feltet «{felt}» mangler" in f for f in problems(sund)] == [True]


def test_nobody_has_approved_a_guide_by_approving_the_one_it_builds_on(sund: Path) -> None:
    base = sund.parents[1] / "fjordvik" / "2025-01" / "veileder.yaml"
    write(base, f"{base.read_text('utf-8')}\ngodkjent_av: Rådet\ngyldig_til: 2030-01-01\n")
    assert load(base.parent).om.godkjent_av
    assert (load(sund).om.godkjent_av, load(sund).om.gyldig_til) == ("", "")


@pytest.mark.parametrize(
    "arver", ["fjordvik/2024-01", "../../etc/passwd", "fjordvik/../fjordvik/2025-01", "/", "sund"]
)
def test_only_a_guide_beside_it_or_one_that_ships_can_be_built_on(sund: Path, arver: str) -> None:
    write(sund / "veileder.yaml", OM.replace("fjordvik/2025-01", f"'{arver}'"))
    (feil,) = problems(sund)
    assert feil.startswith("veileder.yaml:8: arver: fant ikke veilederen")


def test_a_guide_that_ships_is_found_from_anywhere(sund: Path) -> None:
    write(sund / "veileder.yaml", OM.replace("fjordvik/2025-01", "trondheim/2021-11"))
    assert find_layers(sund)[0].mappe.samefile(TRONDHEIM)


def test_guides_cannot_build_on_each_other(sund: Path) -> None:
    for utgave, arver in (("2026-01", "sund/2026-02"), ("2026-02", "sund/2026-01")):
        meta = sund.parent / utgave / "veileder.yaml"
        write(meta, OM.replace("fjordvik/2025-01", arver))
    with pytest.raises(ContentError, match="bygger selv på"):
        find_layers(sund)


def test_the_checksum_is_of_what_it_builds_on_too(sund: Path) -> None:
    utgave = Utgave("sund/2026-01", sund)
    for_ = checksum(utgave)
    write(sund.parents[1] / "fjordvik" / "2025-01" / "tiltak.yaml", "tiltak: []")
    assert checksum(utgave) != for_
