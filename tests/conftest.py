"""What the tests share: the real guide, read once, and a way to ask it."""

import os
from typing import Protocol

import pytest
from hypothesis import HealthCheck, Phase, settings

from den_ekte import trondheim
from strategier import Svar, as_read
from veileder_cli.answers import Svarark, read_answers
from veileder_cli.evaluate import evaluate
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering

os.environ["VEILEDER_SPRAK"] = "nb"  # whatever the machine speaks

settings.register_profile(
    "fast",
    derandomize=True,
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
# A longer search with new examples each time: pytest --hypothesis-profile=lang
settings.register_profile(
    "lang", settings.get_profile("fast"), derandomize=False, max_examples=5000
)
# Few examples, and no search for the smallest: pytest --hypothesis-profile=mutasjon
settings.register_profile(
    "mutasjon",
    settings.get_profile("fast"),
    max_examples=15,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("fast")


class Vurder(Protocol):
    """Evaluates answers as they stand in an answers file; they must have no fault."""

    def __call__(self, svar: Svar) -> Vurdering: ...


class Les(Protocol):
    """Reads answers as they stand in an answers file."""

    def __call__(self, svar: Svar) -> Svarark: ...


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give every test with a `tilfelle` all cases of the guide, each under its own sentence."""
    if "tilfelle" in metafunc.fixturenames:
        tilfeller = trondheim().tilfeller
        metafunc.parametrize("tilfelle", tilfeller, ids=[t.navn for t in tilfeller])


@pytest.fixture(scope="session")
def veileder() -> Veileder:
    return trondheim()


@pytest.fixture(scope="session")
def les(veileder: Veileder) -> Les:
    return lambda svar: read_answers(veileder, as_read(svar))


@pytest.fixture(scope="session")
def vurder(veileder: Veileder, les: Les) -> Vurder:
    def evaluate_answers(svar: Svar) -> Vurdering:
        ark = les(svar)
        assert not ark.feil, ark.feil
        return evaluate(veileder, ark.svar)

    return evaluate_answers
