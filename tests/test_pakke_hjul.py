"""What is delivered is pure Python, comes out the same each time, and says its licences."""

import marshal
import os
import sys
import zipfile
from pathlib import Path

import pytest

from bunt import ROOT
from pakke.folder import NotOursError, clear
from pakke.licences import NoLicenceError, third_party_licences
from pakke.pyz import build_pyz
from pakke.wheelhouse import requirements
from pakke.wheels import NotPureError, Wheel, build_wheel, read_wheels, refuse_compiled
from pakke.zipping import Files, read_zip, write_zip

METADATA = b"Metadata-Version: 2.4\nName: godt\nVersion: 1.0\nLicense-Expression: MIT\n"
PURE = {
    "godt/__init__.py": b"x = 1\n",
    "godt-1.0.dist-info/METADATA": METADATA,
    "godt-1.0.dist-info/licenses/LICENSE": b"MIT\n",
}
EPOCH = 1_700_000_000


def wheels(folder: Path, files: Files, name: str = "godt-1.0-py3-none-any.whl") -> list[Wheel]:
    write_zip(folder / name, files, EPOCH)
    return read_wheels(folder)


def test_pure_wheels_pass_the_gate(tmp_path: Path) -> None:
    refuse_compiled(wheels(tmp_path, PURE))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("godt/_rask.cpython-311-x86_64-linux-gnu.so", b""),
        ("godt/_rask.pyd", b""),
        ("godt-1.0.data/purelib/rask.DLL", b""),
        ("godt/libz.so.1", b""),
        ("godt/uskyldig.dat", b"\x7fELF\x02\x01"),
        ("godt/uskyldig.txt", b"MZ\x90\x00"),
    ],
)
def test_a_planted_compiled_file_is_refused_by_name(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(NotPureError, match=name):
        refuse_compiled(wheels(tmp_path, {**PURE, name: data}))


@pytest.mark.parametrize(
    "name", ["godt-1.0-cp311-cp311-win_amd64.whl", "godt-1.0-cp311-abi3-linux_x86_64.whl"]
)
def test_a_wheel_for_some_machines_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotPureError, match=name):
        refuse_compiled(wheels(tmp_path, PURE, name))


def test_all_that_is_refused_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(NotPureError) as refused:
        refuse_compiled(wheels(tmp_path, {**PURE, "a.so": b"", "b.pyd": b""}))
    assert len(str(refused.value).splitlines()) == 2


def test_a_zip_is_the_same_whatever_the_order_and_the_clock(tmp_path: Path) -> None:
    first = write_zip(tmp_path / "a.zip", PURE, EPOCH)
    again = write_zip(tmp_path / "b.zip", dict(reversed(PURE.items())), EPOCH)
    os.utime(first, (0, 0))
    assert first.read_bytes() == again.read_bytes()
    assert read_zip(first) == PURE


def test_a_zip_has_the_time_and_the_rights_it_is_given(tmp_path: Path) -> None:
    with zipfile.ZipFile(write_zip(tmp_path / "a.zip", PURE, EPOCH)) as archive:
        entries = {(i.date_time, i.external_attr >> 16) for i in archive.infolist()}
        assert entries == {((2023, 11, 14, 22, 13, 20), 0o644)}


def test_the_program_s_own_wheel_is_pure_and_holds_the_content(tmp_path: Path) -> None:
    build_wheel(ROOT, tmp_path, EPOCH)
    (own,) = read_wheels(tmp_path)
    refuse_compiled([own])
    content = {n.removeprefix("veileder_cli/") for n in own.files if "/content/" in n}
    in_checkout = {f.relative_to(ROOT).as_posix() for f in (ROOT / "content").rglob("*.yaml")}
    assert in_checkout <= content


def test_a_build_clears_away_an_earlier_one_and_nothing_else(tmp_path: Path) -> None:
    for name in ("SHA256SUMS", "TREDJEPARTSLISENSER.txt", "veileder.pyz", "veileder-1.0-win64.zip"):
        (tmp_path / name).touch()
    clear(tmp_path)
    assert [*tmp_path.iterdir()] == []
    (tmp_path / "mitt.txt").touch()
    (tmp_path / "veileder.pyz").touch()
    with pytest.raises(NotOursError, match=r"^mitt.txt$"):
        clear(tmp_path)
    assert len([*tmp_path.iterdir()]) == 2


def test_pip_is_given_one_checksum_for_each_package(tmp_path: Path) -> None:
    (godt,) = wheels(tmp_path, PURE)
    assert f"godt==1.0 --hash=sha256:{godt.sha256}\n" in requirements([godt])


def test_a_package_that_states_no_terms_is_not_passed_on(tmp_path: Path) -> None:
    without = {name: data for name, data in PURE.items() if "licenses" not in name}
    with pytest.raises(NoLicenceError):
        third_party_licences(wheels(tmp_path, without))
    silent = {**PURE, "godt-1.0.dist-info/METADATA": b"Name: godt\nVersion: 1.0\n"}
    with pytest.raises(NoLicenceError):
        third_party_licences(wheels(tmp_path, silent))


def test_the_bundle_is_the_same_each_time_and_holds_no_more_than_it_needs(tmp_path: Path) -> None:
    site = {
        **PURE,
        "pygments/lexer.py": b"",
        "snowballstemmer/__init__.py": b"import sys\n",
        "snowballstemmer/norwegian_stemmer.py": b"",
        "snowballstemmer/swedish_stemmer.py": b"",
        "veileder_cli/content/b/u/veileder.yaml": b"a: 1\n",
    }
    bundles = [build_pyz(tmp_path / n, site, {}, [sys.executable], EPOCH) for n in "ab"]
    assert bundles[0].read_bytes() == bundles[1].read_bytes()
    names = read_zip(bundles[0])
    assert {n for n in names if not n.startswith("py3")} == {
        "__main__.py",
        "content/b/u/veileder.yaml",
        "filer.txt",
        "importer.py",
        "src/godt/__init__.py",
        "src/snowballstemmer/__init__.py",
        "src/snowballstemmer/norwegian_stemmer.py",
    }

    compiled = names["py{}{}".format(*sys.version_info)]
    assert {*marshal.loads(compiled)} == {  # noqa: S302 - made above
        "godt",
        "snowballstemmer",
        "snowballstemmer.norwegian_stemmer",
    }
    assert {*names["filer.txt"].decode().splitlines()} == {*names} - {"filer.txt"}
