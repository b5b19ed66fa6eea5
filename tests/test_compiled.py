import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guider import FJORDVIK, TRONDHEIM
from veileder_cli import compiled
from veileder_cli.compiled import FOLDER, load_guide, read_value
from veileder_cli.editions import Utgave
from veileder_cli.errors import ContentError
from veileder_cli.innhold.kompiler import compile_guide, write_compiled
from veileder_cli.loader import CHECKSUM, checksum, load_veileder, read_guide
from veileder_cli.lookup.entries import contact_entries, term_entries
from veileder_cli.lookup.find import Catalog, Likhet, Oppslag, find, find_all
from veileder_cli.model.rows import Rows
from veileder_cli.model.veileder import PARTS, Veileder

SAMPLE = ("definisjon", "politi", "ekstrem", "radikalisert", "å sie ifra", "112", "samtaler")


def compiled_copy(mappe: Path, til: Path) -> Utgave:
    """A shipped guide of its own, approved and compiled."""
    ny = til / mappe.parent.name / mappe.name
    shutil.copytree(mappe, ny, ignore=shutil.ignore_patterns(FOLDER))
    utgave = Utgave(f"{mappe.parent.name}/{mappe.name}", ny, levert=True)
    (ny / CHECKSUM).write_text(checksum(utgave), "ascii")
    write_compiled(utgave)
    return utgave


@pytest.fixture(params=[TRONDHEIM, FJORDVIK], ids=lambda mappe: mappe.parent.name)
def utgave(request: pytest.FixtureRequest, tmp_path: Path) -> Utgave:
    return compiled_copy(request.param, tmp_path)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Veileder, Veileder]:
    """The guide from its compiled form, and from the YAML."""
    utgave = compiled_copy(TRONDHEIM, tmp_path_factory.mktemp("innhold"))
    return load_guide(utgave), read_guide(utgave.mappe, frozenset(PARTS)).veileder


def is_compiled(veileder: Veileder) -> bool:
    return isinstance(veileder.begreper, Rows)


def add_space(fil: Path) -> None:
    fil.write_bytes(fil.read_bytes() + b"\n")


def test_every_part_is_as_it_is_in_the_yaml(utgave: Utgave) -> None:
    fort, fra_yaml = load_guide(utgave), read_guide(utgave.mappe, frozenset(PARTS)).veileder
    assert is_compiled(fort)
    for del_ in ("om", *PARTS):
        assert getattr(fort, del_) == getattr(fra_yaml, del_), del_


def test_what_is_read_by_id_is_what_stands_in_the_list(utgave: Utgave) -> None:
    veileder = load_guide(utgave)
    assert list(veileder.begrep.values()) == list(veileder.begreper)
    assert list(veileder.lov.values()) == list(veileder.regelverk)
    assert "finnes-ikke" not in veileder.begrep


def test_a_part_whose_yaml_has_changed_is_read_from_the_yaml(utgave: Utgave) -> None:
    add_space(utgave.mappe / "begreper.yaml")
    assert not is_compiled(load_guide(utgave, frozenset({"begreper"})))
    assert isinstance(load_guide(utgave, frozenset({"kontakter"})).kontakter, Rows)


def test_a_fault_in_a_changed_file_is_found(utgave: Utgave) -> None:
    fil = utgave.mappe / "begreper.yaml"
    fil.write_text(fil.read_text("utf-8").replace("merke:", "merkelapp:", 1), "utf-8")
    with pytest.raises(ContentError):
        load_guide(utgave, frozenset({"begreper"}))


@pytest.mark.parametrize("navn", ["om.jsonl", "begreper.jsonl"])
@pytest.mark.parametrize("skade", ["borte", "kortet", "tom", "hodet"])
def test_a_damaged_or_missing_file_is_not_used(tmp_path: Path, navn: str, skade: str) -> None:
    utgave = compiled_copy(FJORDVIK, tmp_path)
    fil = utgave.mappe / FOLDER / navn
    hel = fil.read_bytes()
    fil.write_bytes({"kortet": hel[:-9], "hodet": hel[9:]}.get(skade, b""))
    if skade == "borte":
        fil.unlink()
    assert not is_compiled(load_guide(utgave, frozenset({"begreper"})))


def test_a_checkout_whose_code_has_changed_reads_the_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    utgave = compiled_copy(FJORDVIK, tmp_path)
    monkeypatch.setattr(compiled, "code_checksum", lambda: "annen kode")
    assert not is_compiled(load_guide(utgave))


def test_content_from_outside_is_never_read_compiled(utgave: Utgave) -> None:
    assert not is_compiled(load_guide(replace(utgave, levert=False)))


def test_nothing_is_compiled_of_what_is_not_approved(utgave: Utgave) -> None:
    add_space(utgave.mappe / "veileder.yaml")
    assert compile_guide(utgave) == {}
    write_compiled(utgave)
    assert list((utgave.mappe / FOLDER).iterdir()) == []


def test_two_compilations_are_alike(utgave: Utgave) -> None:
    assert compile_guide(utgave) == compile_guide(utgave)


def test_a_look_up_makes_only_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    utgave = compiled_copy(TRONDHEIM, tmp_path)
    made: list[bytes] = []
    monkeypatch.setattr(compiled, "read_value", lambda line: made.append(line) or read_value(line))
    veileder = load_guide(utgave, frozenset({"begreper"}))
    om = len(made)
    assert len(find(term_entries(veileder), read_value(begreper_line(utgave, 3)).navn)) == 1
    assert len(made) == om + 1


def begreper_line(utgave: Utgave, nr: int) -> bytes:
    return (utgave.mappe / FOLDER / "begreper.jsonl").read_bytes().split(b"\n")[nr]


def every_word(veileder: Veileder) -> list[str]:
    oppslag = (*term_entries(veileder), *contact_entries(veileder))
    return [ord_ for o in oppslag for ord_ in o.alle_ord]


@pytest.mark.parametrize("make", [term_entries, contact_entries])
def test_the_index_finds_what_the_list_finds(
    make: object, shipped: tuple[Veileder, Veileder]
) -> None:
    assert callable(make)
    med, uten = (make(v) for v in shipped)
    assert isinstance(med, Catalog)
    assert not isinstance(uten, Catalog)
    for ord_ in {*SAMPLE, *every_word(shipped[1])[::40]}:
        for slik in (ord_, ord_.upper(), ord_[1:], f"{ord_}ene"):
            assert find(med, slik) == find(uten, slik), slik
            assert find_all(med, slik) == find_all(uten, slik), slik


@settings(max_examples=25)
@given(st.text(max_size=8))
def test_the_index_takes_any_text(shipped: tuple[Veileder, Veileder], tekst: str) -> None:
    med, uten = (term_entries(v) for v in shipped)
    assert find(med, tekst) == find(uten, tekst)


# --- other languages ---


def test_the_compiled_texts_in_another_language_are_those_of_the_yaml(tmp_path: Path) -> None:
    utgave = replace(compiled_copy(TRONDHEIM, tmp_path), sprak="en")
    assert is_compiled(load_guide(replace(utgave, sprak="nb")))
    fort, fra_yaml = load_guide(utgave), load_veileder(utgave)
    assert fort.om == fra_yaml.om
    for del_ in PARTS:
        verdi = getattr(fort, del_)
        assert (tuple(verdi) if isinstance(verdi, Rows) else verdi) == getattr(fra_yaml, del_)
    assert fort.om.tittel != load_guide(replace(utgave, sprak="")).om.tittel


def test_a_language_that_the_guide_does_not_have_leaves_it_as_it_is(tmp_path: Path) -> None:
    utgave = replace(compiled_copy(TRONDHEIM, tmp_path), sprak="tlh")
    assert load_guide(utgave).om == load_guide(replace(utgave, sprak="")).om


@pytest.mark.parametrize("sprak", ["en", "nn"])
def test_the_index_finds_what_the_list_finds_in_another_language(
    tmp_path: Path, sprak: str
) -> None:
    utgave = replace(compiled_copy(TRONDHEIM, tmp_path), sprak=sprak)
    fort, fra_yaml = load_guide(utgave), load_veileder(utgave)
    for make in (term_entries, contact_entries):
        med, uten = make(fort), make(fra_yaml)
        assert isinstance(med, Catalog)
        alle = {*every_word(fra_yaml), *every_word(load_guide(replace(utgave, sprak="")))}
        for ord_ in {*SAMPLE, *sorted(alle)[::60]}:
            for slik in (ord_, ord_[1:], f"{ord_}s"):
                assert found(med, slik) == found(uten, slik), slik


def found(oppslag: Sequence[Oppslag], sok: str) -> list[tuple[str, Likhet, float]]:
    return [(t.oppslag.objekt.id, t.likhet, t.avstand) for t in find_all(oppslag, sok)]


def test_a_part_whose_translation_has_changed_is_read_from_the_yaml(tmp_path: Path) -> None:
    utgave = compiled_copy(TRONDHEIM, tmp_path)
    add_space(utgave.mappe / "sprak" / "en.yaml")
    begreper = frozenset({"begreper"})
    assert not is_compiled(load_guide(replace(utgave, sprak="en"), begreper))
    for sprak in ("nn", ""):
        assert is_compiled(load_guide(replace(utgave, sprak=sprak), begreper))


def test_bokmal_reads_nothing_of_the_other_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    utgave = compiled_copy(TRONDHEIM, tmp_path)
    read: list[str] = []
    read_bytes = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda fil: read.append(fil.name) or read_bytes(fil))
    find(term_entries(load_guide(utgave, frozenset({"begreper"}))), "radikalisering")
    assert "begreper.index" in read
    assert [fil for fil in read if "-" in fil or fil in {"en.yaml", "nn.yaml"}] == []
