"""Outputs and answers for many samples, and for inputs that are no sample."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.errors import ModelError
from nnviz.model.prediction import answers
from nnviz.model.prediction.answers import answers_of, inputs_of, outputs_of, raw_outputs
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session


@pytest.fixture(scope="module")
def session():
    made = Session(find_scenario("playground"))
    made.step_update(20)
    return made


def test_that_the_outputs_for_the_samples_are_those_of_the_program_in_parts(session, monkeypatch):
    snapshot = session.snapshot()
    whole = outputs_of(snapshot, snapshot.data.X)
    monkeypatch.setattr(answers, "_CHUNK", 7)

    np.testing.assert_allclose(outputs_of(snapshot, snapshot.data.X), whole, rtol=1e-12)
    right = answers_of(snapshot, whole)[snapshot.data.train] == snapshot.data.labels[snapshot.data.train]
    assert right.sum() == snapshot.metrics.train_right


def test_that_raw_values_become_the_inputs_that_the_samples_have(session):
    data = session.snapshot().data

    np.testing.assert_allclose(inputs_of(data, data.raw[:, :9]), data.X[:, :9], rtol=1e-15)


def test_that_too_few_values_are_refused(session):
    with pytest.raises(ModelError, match="2, one for each input"):
        inputs_of(session.snapshot().data, np.zeros((1, 1)))


def test_that_an_output_that_is_no_number_answers_nothing(session):
    snapshot = session.snapshot()
    outputs = np.array([[0.9, np.nan]])

    assert answers_of(snapshot, outputs).tolist() == [1, -1]
    assert raw_outputs(replace(snapshot.data), outputs) is outputs
