"""The code of four people, written out again with its mistakes: each is named, in its place; corrected, it is right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nnviz.model.codecheck import Report, check_file
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario

FIXTURES = Path(__file__).parents[2] / "fixtures"
WORKED = Scenario.load("worked-example-2-3-1")
STUCK = Scenario.load("xor-stuck")
FLOWER = Scenario.load("planar-flower")
CLASSES = replace(Scenario.load("three-class-spiral"), optimiser=OptimiserSpec(learning_rate=0.1))
# As the first person has it: sigmoid everywhere, squared loss, several outputs, one sample an update.
IMAGES = replace(
    CLASSES, layers=(Layer(7, "sigmoid"), Layer(3, "sigmoid")), loss="half-squared", batch=BatchSpec(1), targets=None
)


def checked(name: str, scenario: Scenario) -> Report:
    return check_file(FIXTURES / f"{name}.py", scenario, seconds=60)


@pytest.mark.slow
def test_that_the_first_persons_wrong_shape_is_reported_with_the_product_that_fits() -> None:
    report = checked("seed_1", IMAGES)
    failure, misfit = report.failure, report.misfit
    assert failure is not None
    assert misfit is not None
    assert failure.text == "assert derivative_b1.shape == self.bias_on_hidden_layer.shape"
    assert (misfit.left, misfit.left_shape) == ("derivative_b1", (1, 3))
    assert (misfit.right, misfit.right_shape) == ("self.bias_on_hidden_layer", (7, 1))
    # An element-wise product, with σ′(z1), of what has been brought back transposed.
    fitting = report.products[0]
    assert fitting.endswith(".T * self.sigmoid(self.hidden_layer_without_activity, derivative=True) → (7, 1)")
    assert (report.layout.samples, report.layout.weights, report.layout.biases) == ("rows", "inputs-units", "column")
    assert "PREDICTION" in report.printed
    assert report.printed.count("Predicted Value") == 1


@pytest.mark.slow
def test_that_the_answer_to_the_first_person_has_the_derivative_of_tanh() -> None:
    report = checked("seed_1_answer", replace(IMAGES, batch=BatchSpec("full")))
    assert [line.symbol for line in report.differences] == ["delta2", "delta1"]
    assert report.differences[0].mistakes == ("output-slope-forgotten",)
    assert "wrong-derivative" in report.differences[1].mistakes


@pytest.mark.slow
def test_that_the_second_persons_missing_names_are_all_reported() -> None:
    report = checked("seed_2", FLOWER)
    failure = report.failure
    assert failure is not None
    assert (failure.kind, failure.text) == ("NameError", "dZ2 = A2 - Y")
    assert [name for name, _ in failure.missing] == ["logprobs", "Y", "m", "learning_rate"]
    assert dict(failure.missing)["Y"] == failure.line
    assert "learning_rate (line " in str(report)


@pytest.mark.slow
def test_that_the_third_persons_mistakes_are_named_in_their_order() -> None:
    report = checked("seed_3", WORKED)
    assert [line.symbol for line in report.differences] == ["delta2", "delta1"]
    assert report.differences[0].mistakes == ("flipped-sign",)
    assert "one-minus-square" in report.differences[1].mistakes
    # The two rows of dW have become one vector, and W − … cannot work.
    assert report.failure is not None
    assert report.failure.part == "update"
    assert report.misfit is not None
    assert (report.misfit.left_shape, report.misfit.right_shape) == ((2, 3), (6,))
    assert any("reshape(2, 3)" in product for product in report.products)
    assert [name for name in report.mistakes if name != "wrong-derivative"] == [
        "flipped-sign",
        "one-minus-square",  # the scenario's biases are not trained, so that theirs are none to miss
    ]


@pytest.mark.slow
def test_that_the_fourth_persons_mistakes_are_named_in_their_order() -> None:
    report = checked("seed_4", STUCK)
    assert [(line.symbol, line.mistakes) for line in report.differences] == [
        ("W1", ("in-place",)),
        ("b1", ("in-place",)),
        ("prediction", ("stale-prediction",)),
    ]
    # Its left-over index shows where there are several outputs.
    assert report.differences[1].beyond == "3-4-2"
    assert report.mistakes == ("in-place", "stale-prediction")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "scenario"),
    [
        ("seed_1_corrected", IMAGES),
        ("seed_2_corrected", FLOWER),
        ("seed_3_corrected", WORKED),
        ("seed_4_corrected", STUCK),
    ],
)
@pytest.mark.sample(2)
def test_that_the_corrected_versions_are_right(name: str, scenario: Scenario) -> None:
    report = checked(name, scenario)
    assert report.ok, str(report)
    assert report.notes == ()
