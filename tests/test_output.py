"""How wide the program writes."""

import sys

import pytest

from veileder_cli.cli.output import width


@pytest.mark.parametrize(
    ("platform", "columns", "wanted"),
    [
        ("linux", 80, 80),
        ("win32", 80, 79),
        ("win32", 100, 99),
        ("win32", 200, 100),
        ("linux", 9, 20),
    ],
)
def test_it_writes_as_wide_as_the_terminal_lets_it(
    monkeypatch: pytest.MonkeyPatch, platform: str, columns: int, wanted: int
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("COLUMNS", str(columns))
    assert width() == wanted
