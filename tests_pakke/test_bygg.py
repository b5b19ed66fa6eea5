"""What `make pakke` makes: the same bytes twice, complete, and installable without a network.

Run by `make test-pakke`, which fetches the Python for Windows that PYTHON_WIN names; not part of
`make test`, since it builds everything two times.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from jsonschema import Draft7Validator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from referencing import Registry, Resource

from pakke.pythons import find_pythons
from pakke.wheels import read_wheels, refuse_compiled
from pakke.windows import WrongPythonError, read_python
from pakke.zipping import read_zip

ROOT = Path(__file__).parent.parent
PACKING = ROOT / ".venv-pakke"
PYTHON_WIN = Path(os.environ["PYTHON_WIN"])
MOST_BYTES = 8_000_000


def build(folder: Path, env: Mapping[str, str], umask: int) -> Path:
    """Build the commit from a clone, and give the folder with what came out."""
    clone = folder / "klone"
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    subprocess.run(
        [PACKING / "bin" / "python", "-m", "pakke", "--ut", folder / "ut", "--python", PYTHON_WIN],
        cwd=clone,
        env={**os.environ, **env},
        umask=umask,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder / "ut"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("først"), {"TZ": "UTC", "LC_ALL": "C"}, 0o022)


def sums(folder: Path) -> dict[str, str]:
    return {f.name: sha256(f.read_bytes()).hexdigest() for f in folder.iterdir()}


def test_two_builds_of_a_commit_are_bit_identical(built: Path, tmp_path: Path) -> None:
    env = {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}
    again = build(tmp_path / "et annet sted", env, 0o077)
    assert sums(again) == sums(built)


def test_all_files_are_there_and_have_their_checksums(built: Path) -> None:
    names = {re.sub(r"-[0-9][0-9.]*(?=[-.])", "", f.name) for f in built.iterdir()}
    assert names == {
        "SHA256SUMS",
        "TREDJEPARTSLISENSER.txt",
        "veileder-py3-none-any.whl",
        "veileder-sbom.cdx.json",
        "veileder-wheelhouse.zip",
        "veileder-win64.msi",
        "veileder-win64.zip",
        "veileder.pyz",
    }
    check = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    subprocess.run(check, cwd=built, check=True)
    assert len((built / "SHA256SUMS").read_text("ascii").splitlines()) == len(names) - 1


def test_the_bundle_is_small_and_says_which_pythons_it_is_compiled_for(built: Path) -> None:
    assert (built / "veileder.pyz").stat().st_size < MOST_BYTES
    with zipfile.ZipFile(built / "veileder.pyz") as bundle:
        folders = {name.split("/")[0] for name in bundle.namelist()}
    assert "py{}{}".format(*sys.version_info) in folders
    sbom = json.loads(next(built.glob("*.cdx.json")).read_text("utf-8"))
    made_with = {p["name"]: p["value"] for p in sbom["metadata"]["properties"]}
    versions = made_with["veileder:bygget-med:python"].split()
    assert {f"py{''.join(v.split('.')[:2])}" for v in versions} < folders


def test_the_texts_in_other_languages_are_in_the_bundle_and_the_wheel(built: Path) -> None:
    languages = [f.stem for f in ROOT.glob("src/veileder_cli/sprak/*.po")]
    texts = {f"veileder_cli/sprak/{n}{s}.mo" for n in languages for s in ("", ".sjelden")}
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        assert texts <= {*wheel.namelist()}
    with zipfile.ZipFile(built / "veileder.pyz") as bundle:
        assert {f"src/{text}" for text in texts} <= {*bundle.namelist()}


def test_it_runs_on_every_python_it_is_compiled_for(built: Path) -> None:
    run = [built / "veileder.pyz", "kontakt", "politi", "--json"]
    answers = [subprocess.check_output([python, *run]) for python in find_pythons().values()]
    assert json.loads(answers[0])
    assert set(answers) == {answers[0]}


def test_older_pythons_are_told_that_they_are_too_old(built: Path) -> None:
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    pythons = [*versions.glob("2.7*/bin/python2.7"), *versions.glob("3.[0-9].*/bin/python3")]
    if not pythons:
        pytest.skip("no older Python here")
    for python in pythons:
        done = subprocess.run(
            [python, built / "veileder.pyz", "om"], capture_output=True, check=False
        )
        assert (done.returncode, done.stdout) == (2, b""), python
        assert done.stderr.startswith(b"Feil: veileder krever Python 3.11 eller nyere."), python
        assert done.stderr.endswith(b"Ring 112.\n")


def test_the_wheelhouse_is_pure_and_installs_without_a_network(built: Path, tmp_path: Path) -> None:
    house = tmp_path / "hus"
    with zipfile.ZipFile(next(built.glob("*-wheelhouse.zip"))) as archive:
        archive.extractall(house)
    refuse_compiled(read_wheels(house))
    venv.create(tmp_path / "miljø", with_pip=True)
    python = tmp_path / "miljø" / "bin" / "python"
    install = ["-m", "pip", "--isolated", "install", "--no-index", "--find-links", house]
    env = {"PATH": os.environ["PATH"], "PIP_CONFIG_FILE": os.devnull}
    with_hashes = [*install, "--quiet", "--require-hashes", "-r", house / "krav.txt"]
    subprocess.run([python, *with_hashes], env=env, check=True)
    ran = [tmp_path / "miljø" / "bin" / "veileder", "om", "--json"]
    assert json.loads(subprocess.check_output(ran, cwd=tmp_path))["innhold"]
    subprocess.run([python, "-m", "pip", "--isolated", "check"], env=env, check=True)


def test_the_sbom_follows_the_standard_and_names_all_that_is_packed(built: Path) -> None:
    text = next(built.glob("*.cdx.json")).read_text("utf-8")
    sbom = json.loads(text)
    assert [e.message for e in _validator().iter_errors(sbom)] == []
    packed = {(c["name"], c["version"]) for c in sbom["components"]}
    with zipfile.ZipFile(next(built.glob("*-wheelhouse.zip"))) as archive:
        listed = re.findall(
            r"^([a-z0-9-]+)==([^ ]+)", archive.read("krav.txt").decode(), re.MULTILINE
        )
    own, python = sbom["metadata"]["component"], ("python", read_python(PYTHON_WIN)[0])
    assert packed == {*listed, python} - {(own["name"], own["version"])}
    edges = {d["ref"]: d.get("dependsOn", []) for d in sbom["dependencies"]}
    needs = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert {ref.split("/")[1].split("@")[0] for ref in edges[own["bom-ref"]]} == {
        canonicalize_name(Requirement(need).name) for need in needs
    }


def test_every_package_has_its_licence_in_the_file_of_licences(built: Path) -> None:
    text = (built / "TREDJEPARTSLISENSER.txt").read_text("utf-8")
    sbom = json.loads(next(built.glob("*.cdx.json")).read_text("utf-8"))
    libraries = [c for c in sbom["components"] if c["type"] == "library"]
    for component in libraries:
        assert f"\n{component['name']} {component['version']}: " in text
    assert all(component["licenses"] for component in sbom["components"])
    assert len(libraries) == len(sbom["components"]) - 1, "Python's stands in its own folder"


def test_the_folder_for_windows_has_python_as_it_was_and_the_same_bundle(built: Path) -> None:
    (packed,) = built.glob("*-win64.zip")
    files = {n.removeprefix(f"{packed.stem}/"): data for n, data in read_zip(packed).items()}
    python = {n: files.pop(n) for n in list(files) if n.startswith("python/")}
    assert python == {f"python/{n}": data for n, data in read_python(PYTHON_WIN)[1].items()}
    assert files.pop("veileder.pyz") == (built / "veileder.pyz").read_bytes()
    assert {*files} == {"veileder.cmd", "LICENSE.txt", "TREDJEPARTSLISENSER.txt"}
    assert files["veileder.cmd"].isascii()


def test_a_python_with_one_file_changed_is_refused(tmp_path: Path) -> None:
    python = shutil.copytree(PYTHON_WIN, tmp_path / "python")
    (python / "python.exe").write_bytes(b"MZ")
    (python / "mer.dll").touch()
    (python / "pythonw.exe").unlink()
    with pytest.raises(WrongPythonError) as refused:
        read_python(python)
    told = str(refused.value).splitlines()[1:]
    assert told == ["mangler: pythonw.exe", "hører ikke til: mer.dll", "endret: python.exe"]


def _validator() -> Draft7Validator:
    """Give CycloneDX's own schema, which its library carries."""
    (folder,) = PACKING.glob("lib/*/site-packages/cyclonedx/schema/_res")
    bom, *others = (f"{n}.SNAPSHOT.schema.json" for n in ("bom-1.6", "spdx", "jsf-0.82"))
    schema = json.loads((folder / bom).read_text("utf-8"))
    registry: Registry[Any] = Registry().with_resources(
        (
            urljoin(schema["$id"], name),
            Resource.from_contents(json.loads((folder / name).read_text("utf-8"))),
        )
        for name in others
    )
    return Draft7Validator(schema, registry=registry)
