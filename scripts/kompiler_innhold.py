"""Writes the compiled form of every edition in content/; without it the program is only slower."""

from pathlib import Path

from veileder_cli.editions import list_editions
from veileder_cli.innhold.kompiler import write_compiled


def main() -> None:
    """Compile what is approved, and take away what was compiled of the rest."""
    for utgave in list_editions(Path(__file__).parent.parent / "content", levert=True):
        write_compiled(utgave)


if __name__ == "__main__":
    main()
