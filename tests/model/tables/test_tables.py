"""Tables for other programs: what stands in them is what the session holds, to the last digit."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest

import nnviz
from nnviz.model.scenario.scenario import PenaltySpec, Scenario
from nnviz.model.tables.arrays import arrays_npz
from nnviz.model.tables.loss_curve import batches_csv, evaluations_csv, watch_csv
from nnviz.model.tables.predictions import confusion_csv, predictions_csv


@pytest.fixture(scope="module")
def session() -> nnviz.Session:
    spiral = Scenario.load("three-class-spiral")
    session = nnviz.Session(replace(spiral, data=replace(spiral.data, samples=30, test_share=0.2)))
    session.step_update(7)
    return session


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_that_losses_are_those_of_the_curve(session) -> None:
    told = rows(evaluations_csv(session.loss_curve))
    assert [float(row["training loss"]) for row in told] == session.loss_curve.train.tolist()
    assert [float(row["test accuracy"]) for row in told] == session.loss_curve.test_accuracy.tolist()
    assert "training loss with penalty" not in told[0]
    batches = rows(batches_csv(session.loss_curve))
    assert [float(row["loss"]) for row in batches] == session.loss_curve.least.tolist()


def test_that_a_penalty_and_missing_classes_change_the_columns() -> None:
    sine = replace(Scenario.load("sine"), penalty=PenaltySpec("l2", 0.1))
    session = nnviz.Session(sine)
    session.step_update(2)
    head = evaluations_csv(session.loss_curve).splitlines()[0]
    assert "training loss with penalty" in head
    assert "accuracy" not in head


def test_that_a_watch_is_written_under_its_own_text(session) -> None:
    curve = session.watch("abs(W1).max()")
    told = rows(watch_csv("abs(W1).max()", curve))
    assert [float(row["abs(W1).max()"]) for row in told] == curve.least.tolist()


def test_that_answers_agree_with_the_accuracy(session) -> None:
    told = rows(predictions_csv(session.model.snapshot()))
    assert len(told) == session.model.data.n_samples
    training = [row for row in told if row["part"] == "training"]
    assert np.mean([int(row["right"]) for row in training]) == pytest.approx(session.accuracy)
    table = [
        list(map(int, row[1:]))
        for row in csv.reader(io.StringIO(confusion_csv(session.model.snapshot())))
        if row[0] != "class"
    ]
    assert sum(map(sum, table)) == len(told)
    assert sum(table[number][number] for number in range(3)) == sum(int(row["right"]) for row in told)


def test_that_regression_has_targets_and_no_confusion() -> None:
    snapshot = nnviz.Session(Scenario.load("sine")).model.snapshot()
    assert {"target 1", "output 1"} <= set(rows(predictions_csv(snapshot))[0])
    with pytest.raises(nnviz.ModelError, match="numbers as targets"):
        confusion_csv(snapshot)


def test_that_arrays_come_back_bit_by_bit(session) -> None:
    with np.load(io.BytesIO(arrays_npz(session.model.snapshot()))) as stored:
        for name in ("W1", "Z1", "delta2", "dW1", "X"):
            np.testing.assert_array_equal(stored[name], session.value(name))
        assert int(stored["update"]) == session.position.update
