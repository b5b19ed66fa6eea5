"""Whatever happens, the program ends with an exit code and without a traceback."""

import pytest

from veileder_cli.cli.ending import end, report_bug

Output = pytest.CaptureFixture[str]


def fails_with(error: BaseException) -> int:
    def call() -> None:
        raise error

    return end(call, report_bug)


@pytest.mark.parametrize(("given", "code"), [(None, 0), (1, 1), (0, 0), (True, 0), ("tekst", 0)])
def test_what_comes_back_is_the_exit_code_if_it_is_a_number(given: object, code: int) -> None:
    assert end(lambda: given, report_bug) == code


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError()])
def test_an_interruption_says_so_and_gives_130(error: BaseException, capsys: Output) -> None:
    assert fails_with(error) == 130
    assert capsys.readouterr().err == "\nAvbrutt.\n"


def test_a_bug_tells_its_kind_and_place_and_nothing_that_was_answered(capsys: Output) -> None:
    assert fails_with(KeyError("svar fra noen")) == 3
    said = capsys.readouterr().err
    assert "(KeyError, test_ending.py:" in said
    assert "svar fra noen" not in said
    assert "Traceback" not in said


def test_what_else_went_wrong_is_told_by_who_knows_it() -> None:
    def call() -> None:
        raise OSError

    assert end(call, lambda error: 7 if isinstance(error, OSError) else 3) == 7
