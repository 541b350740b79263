"""Losses and accuracies on the whole data, and the classes that outputs predict."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.data import DataSpec
from nnviz.model.engine.metrics import Metrics, predicted_classes
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.session.session import Session


def test_that_one_output_stands_for_class_1_above_the_threshold():
    outputs = np.array([[0.2, 0.5, 0.51, 0.9]])
    assert predicted_classes(outputs, 0.5).tolist() == [0, 0, 1, 1]
    assert predicted_classes(np.array([[-0.2, 0.0, 0.1]]), 0.0).tolist() == [0, 0, 1]


def test_that_several_outputs_stand_for_the_greatest_one():
    outputs = np.array([[0.2, 0.9, -1.0], [0.3, 0.1, -3.0], [0.1, 0.5, -2.0]])
    assert predicted_classes(outputs, 0.5).tolist() == [1, 0, 0]


def test_that_shares_are_reported_only_where_there_is_something_to_share():
    metrics = Metrics(0, 0.1, 0.1, None, 3, None, 4, 0)
    assert metrics.train_accuracy == 0.75
    assert metrics.test_accuracy is None
    assert Metrics(0, 0.1, 0.1, 0.2, None, None, 4, 2).train_accuracy is None
    assert Metrics(0, 0.1, 0.1, 0.2, 4, 1, 4, 2).test_accuracy == 0.5


@pytest.mark.parametrize(
    ("activation", "loss", "right"),
    [("tanh", "hinge", 3), ("identity", "half-squared", 2), ("sigmoid", "binary-cross-entropy", 3)],
)
def test_that_the_threshold_follows_how_classes_are_written(make_scenario, activation, loss, right):
    # −1 and 1 are parted at 0, so 0.1 is taken for class 1; 0 and 1 are parted at ½, so all but σ's are class 0.
    x = np.array([[0.3, -0.2, 0.4, 0.1]])
    parameters = {"W1": [[1.0]], "b1": [[0.0]]}
    session = Session(make_scenario(x, [(1, activation)], labels=(1, 0, 1, 0), parameters=parameters, loss=loss))
    assert session.metrics.train_right == right


def test_that_test_samples_are_measured_apart(make_scenario):
    data = DataSpec("explicit", inputs=((1.0,), (2.0,), (3.0,)), targets=((0.0,), (0.0,), (0.0,)), test=(1,))
    scenario = replace(
        make_scenario([[1.0]], [(1, "identity")], y=[[0.0]], parameters={"W1": [[1.0]], "b1": [[0.0]]}, loss="squared"),
        data=data,
    )
    metrics = Session(scenario).metrics
    assert (metrics.train, metrics.test) == (5.0, 4.0)
    assert (metrics.train_samples, metrics.test_samples) == (2, 1)


def test_that_an_output_that_is_no_number_is_not_right_by_chance(make_scenario):
    session = Session(
        make_scenario(
            [[1e200, -1e200]],
            [(2, "relu"), (1, "identity")],
            labels=(0, 0),
            parameters={"W1": [[1.0], [-1.0]], "b1": [[0.0], [0.0]], "W2": [[1.0, 1.0]], "b2": [[0.0]]},
            optimiser=OptimiserSpec(learning_rate=1e100),
        )
    )
    session.step_update(4)
    assert not np.isfinite(session.loss)
    assert session.accuracy == 0.0
