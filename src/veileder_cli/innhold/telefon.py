"""Tells whether a text is a telephone number that can be dialled in Norway."""

import re
from collections.abc import Callable
from typing import Final

_REGION: Final = "NO"
_SKREVET: Final = re.compile(r"\+?[0-9][0-9 \N{NO-BREAK SPACE}]*")


def load_check() -> Callable[[str], bool] | None:
    """Give the check, or None where the optional package phonenumbers is not installed.

    Five-digit numbers are ordinary numbers to phonenumbers; 112 and 116111 are short numbers,
    which only exist without a country code. Letters are refused before: phonenumbers would read
    them as the digits that they share a key with.
    """
    try:
        import phonenumbers as p  # noqa: PLC0415 - optional, and slow to import
    except ImportError:
        return None

    def is_norwegian(telefon: str) -> bool:
        if not _SKREVET.fullmatch(telefon):
            return False
        try:
            nummer = p.parse(telefon, _REGION)
        except p.NumberParseException:
            return False
        kort = not telefon.startswith("+") and p.is_valid_short_number_for_region(nummer, _REGION)
        return kort or p.is_valid_number_for_region(nummer, _REGION)

    return is_norwegian
