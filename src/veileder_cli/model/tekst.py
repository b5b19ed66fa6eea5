"""Which fields of the model hold words that people read, and so may be translated."""

from typing import Annotated, TypeAlias

Tekst: TypeAlias = Annotated[str, "tekst"]
"""Text that is shown."""

Sokeord: TypeAlias = Annotated[str, "sokeord"]
"""A word to search by; it may be several in another language, and is found in every language."""

Boyning: TypeAlias = Annotated[str, "boyning"]
"""A form of such a word. Another language has its own, so it may lack a translation."""
