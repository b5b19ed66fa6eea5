"""Saving the guidance: to a new file, whole, for its owner alone, or not at all."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from veileder_cli.eksport.file import save_text
from veileder_cli.errors import SaveError

RAAD = "Ring 112 – «nå»\næøå § 196\n"


@pytest.fixture
def open_umask() -> Iterator[None]:
    """Let new files be readable by all, as on a badly set up machine."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def no_hard_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behave as on a file system without hard links, such as a memory stick."""

    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "hardlink_to", refuse)


def assert_refused(path: Path) -> SaveError:
    before = contents(path.parent)
    with pytest.raises(SaveError) as refused:
        save_text(path, RAAD)
    assert contents(path.parent) == before
    assert refused.value.fil == str(path)
    assert refused.value.grunn
    return refused.value


def contents(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    return {f.name: f.read_bytes() if f.is_file() else b"" for f in folder.iterdir()}


# --- saved ---


@pytest.mark.parametrize(
    "name", ["raad.txt", "råd og vink.txt", "-", "--json", "a'b\"c", ".skjult"]
)
def test_the_text_is_saved_as_it_is_and_nothing_else_with_it(tmp_path: Path, name: str) -> None:
    assert save_text(tmp_path / name, RAAD) == tmp_path / name
    assert contents(tmp_path) == {name: RAAD.encode()}


@pytest.mark.usefixtures("open_umask")
def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    fil = save_text(tmp_path / "raad.txt", RAAD)
    assert stat.S_IMODE(fil.stat().st_mode) == 0o600


def test_a_name_without_a_folder_is_saved_where_the_person_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_text(Path("raad.txt"), RAAD)
    assert contents(tmp_path) == {"raad.txt": RAAD.encode()}


def test_a_tilde_is_the_persons_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert save_text(Path("~/raad.txt"), RAAD) == tmp_path / "raad.txt"


@pytest.mark.usefixtures("no_hard_links", "open_umask")
def test_a_file_system_without_hard_links_does(tmp_path: Path) -> None:
    fil = save_text(tmp_path / "raad.txt", RAAD)
    assert contents(tmp_path) == {"raad.txt": RAAD.encode()}
    assert stat.S_IMODE(fil.stat().st_mode) == 0o600


# --- refused ---


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "raad.txt").write_text("mitt eget")
    assert_refused(tmp_path / "raad.txt")


@pytest.mark.usefixtures("no_hard_links")
def test_a_file_that_is_there_is_never_written_over_without_hard_links(tmp_path: Path) -> None:
    (tmp_path / "raad.txt").write_text("mitt eget")
    assert_refused(tmp_path / "raad.txt")


def test_a_link_to_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "raad.txt").symlink_to(tmp_path / "annet.txt")
    with pytest.raises(SaveError):
        save_text(tmp_path / "raad.txt", RAAD)
    assert [f.name for f in tmp_path.iterdir()] == ["raad.txt"]


@pytest.mark.parametrize("name", [".", "..", "mappe", "mappe/"])
def test_a_folder_is_not_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / "mappe").mkdir()
    assert_refused(tmp_path / name)
    assert (tmp_path / "mappe").is_dir()


@pytest.mark.parametrize("parent", ["finnes-ikke", "en-fil"])
def test_a_folder_that_is_not_there_is_told_apart(tmp_path: Path, parent: str) -> None:
    (tmp_path / "en-fil").write_text("")
    (tmp_path / "raad.txt").write_text("")
    missing = assert_refused(tmp_path / parent / "raad.txt")
    taken = assert_refused(tmp_path / "raad.txt")
    assert missing.grunn != taken.grunn
    assert not (tmp_path / "finnes-ikke").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that refuses even root")
def test_a_folder_that_cannot_be_written_to_is_refused() -> None:
    with pytest.raises(SaveError):
        save_text(Path("/proc/raad.txt"), RAAD)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_may_not_write_to_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert_refused(tmp_path / "raad.txt")
    tmp_path.chmod(0o700)


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert_refused(tmp_path / f"{'r' * 300}.txt")


@pytest.mark.parametrize(
    "name",
    ["~finnes-ikke-her/raad.txt", "nul\0tegn.txt", f"{'m' * 300}/raad.txt", "halvt\ud800tegn.txt"],
    ids=["unknown user", "nul", "long folder", "lone surrogate"],
)
def test_a_name_that_no_file_can_have_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SaveError) as refused:
        save_text(Path(name), RAAD)
    assert refused.value.grunn
    assert contents(tmp_path) == {}


# --- whole or not at all ---


def test_of_several_at_once_one_is_saved_whole_and_the_others_are_told(tmp_path: Path) -> None:
    texts = [letter * 20_000 for letter in "abcdefgh"]
    ready = Barrier(len(texts))

    def save(text: str) -> str:
        ready.wait()
        try:
            save_text(tmp_path / "raad.txt", text)
        except SaveError:
            return ""
        return text

    with ThreadPoolExecutor(len(texts)) as pool:
        saved = list(filter(None, pool.map(save, texts)))
    assert len(saved) == 1
    assert contents(tmp_path) == {"raad.txt": saved[0].encode()}


def test_a_text_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises((SaveError, UnicodeEncodeError)):
        save_text(tmp_path / "raad.txt", "halvt tegn: \ud800")
    assert contents(tmp_path) == {}
