"""The manual page is the program's help, and man programs read it without a complaint."""

import runpy
import shutil
import subprocess
import tomllib

import pytest

from sider import DOCS, ROOT
from veileder_cli.cli.app import build_app

PAGE = DOCS / "veileder.1"


def test_the_manual_page_is_the_help_of_the_program() -> None:
    build_page = runpy.run_path(str(DOCS / "lag_man.py"))["build_page"]
    assert PAGE.read_text("ascii") == build_page(), "run make docs"


def test_it_tells_of_every_command_and_of_the_emergency_number() -> None:
    page = PAGE.read_text("ascii")
    commands = [str(c.callback.__name__) for c in build_app().registered_commands if c.callback]
    assert [c for c in commands if f".SS {c} " not in page] == []
    assert ".SS innhold valider " in page
    assert page.index("112") < page.index(".SH KOMMANDOER")


@pytest.mark.parametrize(
    "check",
    [["mandoc", "-T", "lint", "-W", "error"], ["groff", "-man", "-ww", "-Tutf8", "-z"]],
    ids=lambda check: check[0],
)
def test_a_man_program_has_nothing_to_complain_of(check: list[str]) -> None:
    if not shutil.which(check[0]):
        pytest.skip(f"{check[0]} is not installed")
    done = subprocess.run([*check, str(PAGE)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_installed_for_man_and_the_shells_is_there() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shared = config["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert [fil for fil in shared if not (ROOT / fil).is_file()] == []
    assert "share/man/man1/veileder.1" in shared.values()
