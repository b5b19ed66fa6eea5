"""Which fields of the model hold words that people read, and so may be translated."""

from typing import Annotated, TypeAlias

Tekst: TypeAlias = Annotated[str, "tekst"]
"""Text that is shown."""

Sokeord: TypeAlias = Annotated[str, "sokeord"]
"""A word to search by; those of other languages come in addition to it."""
