"""Measures the first screens in one language, in a process that speaks it from the start.

Texts that stand in constants are put into the language when their modules are loaded.
"""

import sys
from dataclasses import replace

from hypothesis import given

from veileder_cli import sprak


def highest(kode: str) -> int:
    """Give the lines of the highest first screen, of all cases and of what may be answered."""
    sprak.use(kode)
    from strategier import Svar, as_read, svar  # noqa: PLC0415 - after the language
    from veileder_cli.answers import read_answers  # noqa: PLC0415
    from veileder_cli.coverage import run_cases  # noqa: PLC0415
    from veileder_cli.editions import choose_edition  # noqa: PLC0415
    from veileder_cli.evaluate import evaluate  # noqa: PLC0415
    from veileder_cli.loader import load_veileder  # noqa: PLC0415
    from veileder_cli.render.layout import to_lines  # noqa: PLC0415
    from veileder_cli.render.result import first_screen  # noqa: PLC0415

    veileder = load_veileder(replace(choose_edition(None, "trondheim/2021-11"), sprak=kode))
    vurderinger = [u.vurdering for u in run_cases(veileder) if u.vurdering]

    @given(svar())
    def answer(answers: Svar) -> None:
        ark = read_answers(veileder, as_read(answers))
        vurderinger.append(evaluate(veileder, ark.svar))

    answer()
    return max(len(to_lines(first_screen(veileder, v), 80)) for v in vurderinger)


if __name__ == "__main__":
    import conftest  # noqa: F401 - how hypothesis searches

    sys.stdout.write(f"{highest(sys.argv[1])}\n")
