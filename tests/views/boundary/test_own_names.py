"""Data with names and units of their own: on the axes, in the texts, in the key and in the network."""

from __future__ import annotations

import pytest
from PyQt6.QtWidgets import QLabel, QToolButton

from nnviz.model.data.files.detect import detect_text
from nnviz.model.data.user_data import data_from_text
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Selection
from nnviz.model.session.session import Session
from nnviz.views.boundary import BoundaryPanel
from nnviz.views.boundary.class_key import ClassKey
from nnviz.views.network.names import target_name, unit_name
from nnviz.views.plots.predictions.own_units import PlotAxis, has_own_names, input_axis, written
from nnviz.views.theme import LIGHT

TABLE = """petal width (cm),petal length,species
0.2,1.4,setosa
0.2,1.3,setosa
1.3,4.1,versicolor
1.5,4.5,versicolor
1.7,5.5,virginica
2.0,5.9,virginica
"""


@pytest.fixture(scope="module")
def snapshot():
    detected = detect_text(TABLE)
    data = data_from_text(TABLE, detected.options, scaling="standard", test_share=0.0)
    layers = (Layer(3, "tanh"), Layer(3, "softmax"))
    return Session(
        Scenario(title={"en": "species"}, data=data, layers=layers, loss="categorical-cross-entropy")
    ).snapshot()


@pytest.fixture
def panel(qtbot, snapshot):
    panel = BoundaryPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(420, 420)
    panel.show_snapshot(snapshot)
    panel.show_selection(Selection(sample=3))
    panel.show()
    return panel


def test_that_axes_have_the_columns_names_and_their_own_units(snapshot):
    axis = input_axis(snapshot.data, 0)
    assert axis.name == "petal width (cm)"
    for sample in range(6):
        place = float(snapshot.data.places[0, sample])
        assert axis.value(place) == pytest.approx(float(snapshot.data.raw[0, sample]), rel=1e-12)
        assert axis.place(axis.value(place)) == pytest.approx(place, rel=1e-12)


def test_that_names_that_only_count_are_written_with_a_subscript():
    assert [written(name) for name in ("x1", "x12", "x", "width")] == ["x₁", "x₁₂", "x", "width"]
    assert not has_own_names(Session(Scenario.load("xor")).snapshot().data)
    assert not PlotAxis("x").is_scaled


def test_that_words_have_the_class_and_the_unscaled_inputs(panel):
    words = panel.body().scene.text()
    assert "petal width (cm) = 1.5" in words
    assert "petal length = 4.5" in words
    assert "class versicolor" in words


def test_that_a_tooltip_has_each_input_before_and_after_scaling(panel, snapshot):
    scene = panel.body().scene
    place = scene.place_of(3)
    text = scene.tooltip_at(scene.viewport().position(*place))
    assert "petal width (cm) = 1.5, scaled 0.497" in text
    assert "class versicolor" in text


def test_that_the_key_names_the_classes_and_the_accuracy_stands_beside_it(panel, snapshot):
    key = panel.findChild(ClassKey)
    assert key.isVisible()
    assert "setosa, versicolor, virginica" in key.accessibleName()
    right = snapshot.metrics.train_right
    assert f"accuracy {right} of 6" in [label.text() for label in panel.body().findChildren(QLabel)]


def test_that_the_marks_are_explained(panel):
    button = next(b for b in panel.body().findChildren(QToolButton) if b.text() == "?")
    assert "misclassified" in button.toolTip()


def test_that_units_are_named_after_columns_and_classes(snapshot):
    assert unit_name(snapshot, "X", 0) == "petal width…"
    assert unit_name(snapshot, "X", 1) == "petal length"
    assert [target_name(snapshot, unit) for unit in range(3)] == ["setosa", "versicolor", "virginica"]
    xor = Session(Scenario.load("xor")).snapshot()
    assert (unit_name(xor, "X", 0), target_name(xor, 0)) == ("x₁", "y")
