"""Everything in words: what is painted can be read in a tree, at every moment, and chosen there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PyQt6.QtCore import QModelIndex, Qt
from PyQt6.QtTest import QAbstractItemModelTester
from PyQt6.QtWidgets import QTreeView

from nnviz.model.data.batches import BatchSpec
from nnviz.model.prediction.sample_values import SampleValues
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.selection import Cell, Selection, with_cell, with_sample
from nnviz.model.session.session import Session
from nnviz.model.text.numbers import format_number
from nnviz.views.outline import OutlinePanel
from nnviz.views.theme import LIGHT


@pytest.fixture
def session():
    session = Session(find_scenario("xor"))
    session.step_update(160)
    session.step_line(9)
    return session


@pytest.fixture
def panel(qtbot, session):
    panel = OutlinePanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(500, 700)
    panel.show()
    panel.show_snapshot(session.snapshot())
    return panel


def tree(panel):
    return panel.findChild(QTreeView)


def words(panel, *path):
    """Return the texts below a place in the tree."""
    model, parent = tree(panel).model(), QModelIndex()
    for row in path:
        parent = model.index(row, 0, parent)
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def everything(panel, parent=None):
    """Return every row of the tree, all of them looked at."""
    model, rows = tree(panel).model(), []
    parent = QModelIndex() if parent is None else parent
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        rows += [index, *everything(panel, index)]
    return rows


def test_that_each_line_says_its_formula_its_value_and_which_has_just_run(panel):
    lines = words(panel, 1)
    assert len(lines) == 15
    assert lines[8] == "line 9, backward; δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹); norm 0.6515; has just run"
    assert lines[9].endswith("not computed")


def test_that_each_cell_unit_and_sample_says_its_number(panel, session):
    snapshot = session.snapshot()
    names = list(snapshot.shapes)
    assert words(panel, 2, names.index("delta2"), 0)[1].startswith("row 1, column 2: −0.1494")
    assert words(panel, 2, names.index("dW1"))[0] == "row 1: not computed"
    assert words(panel, 3, 1)[1] == "unit 2, z −0.5282, a −0.4840, δ 0.1759, b −0.2420"
    samples = words(panel, 4)
    assert samples[1].startswith("sample 2: x 0, 1, y 1, a² 0.8506")


def test_that_a_sample_outside_the_batch_has_the_numbers_that_the_network_shows_of_it(panel):
    session = Session(replace(find_scenario("planar-flower"), batch=BatchSpec(size=10)))
    session.step_line(2)
    snapshot = session.snapshot()
    outside = next(k for k in range(400) if snapshot.column_of(k) is None)
    panel.show_snapshot(snapshot)
    panel.show_selection(with_sample(snapshot, Selection(), outside))
    values = SampleValues(snapshot, outside)
    z, a = (format_number(values.of(name)[0]) for name in ("Z1", "A1"))
    assert words(panel, 3, 1)[0].startswith(f"unit 1, z {z}, a {a}, b ")
    assert words(panel)[3] == f"Network, with the numbers of sample {outside + 1}, which is not in this update's batch"
    assert words(panel, 4)[outside].endswith(format_number(values.activations(snapshot.network.depth)[0]))


def test_that_the_explanation_is_that_of_the_selected_cell_and_follows_it(panel, session):
    snapshot = session.snapshot()
    panel.show_selection(with_cell(snapshot, Selection(), Cell("delta1", 1, 1)))
    assert words(panel, 0)[-1] == "= 0.17585885693085468"
    panel.show_selection(with_cell(snapshot, Selection(), Cell("L", 0, 0)))
    assert "0.2316" in words(panel, 0)[-1]


def test_that_the_losses_over_the_run_are_read_from_its_start_to_its_newest(panel, session):
    losses = words(panel, 5)
    curve = session.snapshot().curve
    assert words(panel)[5] == "Loss over the run: 0.2316 after update 160"
    assert losses[0] == f"after update 0: {float(curve.train[0])!r}"
    assert losses[-1] == f"after update 160: {float(curve.train[-1])!r}"
    assert len(losses) == 20
    session.restart()
    panel.show_snapshot(session.snapshot())
    assert words(panel, 5) == losses[:1]


def test_that_the_tree_stays_as_it_is_opened_when_the_program_moves(panel, session):
    view, model = tree(panel), tree(panel).model()
    matrices = model.index(2, 0)
    view.expand(matrices)
    view.setCurrentIndex(model.index(3, 0, matrices))
    session.step_line()
    panel.show_snapshot(session.snapshot())
    assert view.isExpanded(matrices)
    assert view.currentIndex() == model.index(3, 0, matrices)
    assert words(panel, 1)[9].endswith("has just run")


@pytest.mark.parametrize("name", ["xor", "ppt"])
def test_that_the_model_is_one_that_qt_accepts_and_every_row_has_words(qtbot, name):
    session = Session(find_scenario(name))
    session.step_line(3)
    panel = OutlinePanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_snapshot(session.snapshot())
    tester = QAbstractItemModelTester(tree(panel).model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    for lines in (0, 2):
        session.step_line(lines)
        panel.show_snapshot(session.snapshot())
        assert all(index.data().strip() for index in everything(panel))
    assert tester.model() is tree(panel).model()


def test_that_rows_and_columns_are_counted_as_they_are_drawn(panel, session):
    names = list(session.snapshot().shapes)
    panel.show_convention("rows")
    assert words(panel, 2)[names.index("delta1")].endswith("4×3")
    assert len(words(panel, 2, names.index("delta1"))) == 4


def test_that_a_row_that_is_chosen_is_asked_for(panel, qtbot, session):
    view, model = tree(panel), tree(panel).model()
    names = list(session.snapshot().shapes)
    choices = {
        panel.line_requested: ((1, 8), [9]),
        panel.cell_requested: ((2, names.index("W2"), 0, 2), [Cell("W2", 0, 2)]),
        panel.unit_requested: ((3, 1, 2), [1, 2]),
        panel.sample_requested: ((4, 3), [3]),
    }
    for signal, (path, asked) in choices.items():
        index = QModelIndex()
        for row in path:
            index = model.index(row, 0, index)
        view.setCurrentIndex(index)
        with qtbot.waitSignal(signal) as caught:
            qtbot.keyClick(view, Qt.Key.Key_Return)
        assert caught.args == asked
