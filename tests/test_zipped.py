"""Content inside a zip file is read as content in a folder is."""

import zipfile
from pathlib import Path

import pytest

from guider import TRONDHEIM
from veileder_cli.editions import Utgave, list_editions
from veileder_cli.errors import ContentError
from veileder_cli.loader import checksum, is_approved, load_veileder, read_guide
from veileder_cli.strict_yaml import read_text
from veileder_cli.zipped import NAMES, ZippedPath


@pytest.fixture(scope="module")
def zipped(tmp_path_factory: pytest.TempPathFactory) -> ZippedPath:
    """Give the content in an archive whose path has letters and a space that trip programs up."""
    archive = tmp_path_factory.mktemp("på en æøå") / "mitt program.pyz"
    content = TRONDHEIM.parents[1]
    with zipfile.ZipFile(archive, "w") as zip_:
        navn = [f.relative_to(content.parent).as_posix() for f in content.rglob("*") if f.is_file()]
        for n in navn:
            zip_.write(content.parent / n, n)
        zip_.writestr(NAMES, "\n".join(navn))
    return ZippedPath(archive, "content")


@pytest.fixture(scope="module")
def utgave(zipped: ZippedPath) -> Utgave:
    return list_editions(zipped, levert=True)[-1]


def test_its_editions_are_found_and_named_as_in_a_folder(zipped: ZippedPath) -> None:
    in_folder = list_editions(TRONDHEIM.parents[1], levert=True)
    assert [u.navn for u in list_editions(zipped, levert=True)] == [u.navn for u in in_folder]


def test_it_has_the_checksum_that_it_has_in_a_folder(utgave: Utgave) -> None:
    assert checksum(utgave) == checksum(Utgave(utgave.navn, TRONDHEIM))
    assert is_approved(utgave)


def test_it_reads_the_same(utgave: Utgave) -> None:
    deler = frozenset({"begreper", "kontakter"})
    assert load_veileder(utgave, deler) == read_guide(TRONDHEIM, deler).veileder
    assert read_guide(utgave.mappe) == read_guide(TRONDHEIM)


def test_a_guide_may_be_pointed_out_itself(utgave: Utgave) -> None:
    assert [u.navn for u in list_editions(utgave.mappe)] == [utgave.navn]


def test_nothing_outside_the_guide_can_be_read(utgave: Utgave) -> None:
    with pytest.raises(ContentError, match="lenke ut av mappa"):
        read_text(utgave.mappe / ".." / ".." / "README.md", utgave.mappe)


def test_what_is_not_there_is_told_as_of_any_file(utgave: Utgave) -> None:
    with pytest.raises(ContentError, match="finnes ikke"):
        read_text(utgave.mappe / "borte.yaml", utgave.mappe)
    assert not (utgave.mappe / "borte.yaml").exists()
    with pytest.raises(FileNotFoundError):
        (utgave.mappe / "borte.yaml").read_bytes()


def test_nothing_can_be_written(utgave: Utgave) -> None:
    with pytest.raises(PermissionError):
        (utgave.mappe / "veileder.yaml").open("w")
    with pytest.raises(OSError, match="Not a directory"):
        (utgave.mappe / "ny.yaml").touch()


def test_patterns_find_what_they_find_in_a_folder(utgave: Utgave) -> None:
    for monster in ("*.yaml", "*/*.yaml", "**/*.yaml", "tilfeller/*", "veileder.yaml", "borte"):
        funnet = [f.relative_to(utgave.mappe).as_posix() for f in utgave.mappe.glob(monster)]
        i_mappe = [f.relative_to(TRONDHEIM).as_posix() for f in TRONDHEIM.glob(monster)]
        assert funnet == sorted(i_mappe), monster


def test_a_path_that_no_archive_is_on_leads_nowhere(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ZippedPath(tmp_path, "content").is_dir()
