"""Functions that a line names are written out."""

import pytest

from nnviz.model.explain.definitions import definitions
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session


@pytest.mark.parametrize(
    ("scenario", "symbol", "written"),
    [
        ("xor", "A1", ()),  # tanh(z) = tanh(z) would say nothing
        ("xor", "A2", ("σ(z) = 1 / (1 + e^−z)",)),
        ("xor", "delta1", ("tanh′(z) = 1 − a²",)),
        (
            "xor",
            "L",
            (
                "ℓ = −Σ [y ln σ(z) + (1 − y) ln(1 − σ(z))]",
                "ℓ = Σ [ln(1 + e^−|z|) + (1 − y) · max(0, z) + y · max(0, −z)]",
            ),
        ),
        (
            "three-class-spiral",
            "L",
            ("ℓ = −Σ y ln softmax(z)", "ℓ = Σ y · (max z − z + ln Σₖ e^(zₖ − max z))"),
        ),
        ("worked-example-2-3-1", "delta2", ("σ′(z) = a · (1 − a)",)),
        ("three-class-spiral", "A3", ("softmax(z) = e^zᵢ / Σ e^zₖ",)),
        ("xor", "dW1", ()),
        ("sine", "L", ("ℓ = ½ Σ (a − y)²",)),
    ],
)
def test_that_each_function_of_a_line_is_written_out_once(scenario: str, symbol: str, written: tuple[str, ...]) -> None:
    program = Session(find_scenario(scenario)).program
    assert definitions(program[program.line_of[symbol]].expression) == written
