"""The dialog for a model of another library: what its file says is filled in, the rest is asked."""

from __future__ import annotations

import numpy as np
import pytest
from PyQt6.QtCore import Qt

from nnviz.model.errors import ModelError
from nnviz.model.other_libraries.library_model import LibraryModel
from nnviz.model.other_libraries.named_arrays import read_named
from nnviz.views import file_dialogs
from nnviz.views.model_file import ModelDialog
from nnviz.views.model_file.dialog import OpenSamples
from nnviz.views.theme import theme_for
from nnviz.views.widgets.choice_combo import ChoiceCombo

KNOWN = LibraryModel(
    library="Keras",
    weights=(np.ones((3, 2)), np.ones((1, 3))),
    biases=(np.ones(3), None),
    activations=("leaky-relu(0.3)", "sigmoid"),
    loss="binary_crossentropy",
    notes=("one thing is different",),
)


@pytest.fixture
def make(qtbot, tmp_path):
    def dialog(read, inputs=2):
        made = ModelDialog(theme_for("light"), tmp_path / "m.keras", read, OpenSamples("XOR", inputs), "*.csv")
        qtbot.addWidget(made)
        made.show()
        return made

    return dialog


def combos(dialog) -> list[ChoiceCombo]:
    return dialog.findChildren(ChoiceCombo)


def button(dialog):
    return next(one for one in dialog.buttons.buttons() if one.text() == "Open")


def test_that_what_a_file_says_is_taken_as_it_is(make) -> None:
    dialog = make(lambda layout: KNOWN)
    answer = dialog.answer()
    assert (answer.samples, answer.activations, answer.loss, answer.layout) == (None, None, None, None)
    assert combos(dialog)[1].currentText() != ""
    assert button(dialog).isEnabled()


def test_that_a_choice_replaces_what_the_file_says(make) -> None:
    dialog = make(lambda layout: KNOWN)
    combos(dialog)[1].setCurrentIndex(combos(dialog)[1].findData("tanh"))
    combos(dialog)[1].activated.emit(combos(dialog)[1].currentIndex())
    assert dialog.answer().activations == ("tanh", "sigmoid")


def test_that_samples_are_asked_for_where_those_that_are_open_do_not_fit(make, qtbot, tmp_path, monkeypatch) -> None:
    dialog = make(lambda layout: KNOWN, inputs=5)
    assert not button(dialog).isEnabled()
    monkeypatch.setattr(file_dialogs, "ask_open", lambda *_: tmp_path / "mine.csv")
    file = next(one for one in dialog.findChildren(type(button(dialog))) if one.text().startswith("File"))
    qtbot.mouseClick(file, Qt.MouseButton.LeftButton)
    assert dialog.answer().samples == tmp_path / "mine.csv"
    assert button(dialog).isEnabled()


def test_that_the_layout_is_asked_only_where_both_fit(make) -> None:
    square = {"W1": np.arange(4.0).reshape(2, 2)}
    dialog = make(lambda layout: read_named(square, "NumPy", layout))
    assert dialog.answer().layout == "units-inputs"
    assert dialog.answer().activations == ("identity",)
    layout = combos(dialog)[1]
    layout.setCurrentIndex(1)
    layout.activated.emit(1)
    assert dialog.answer().layout == "inputs-units"


def test_that_a_file_that_cannot_be_read_is_refused_before_anything_is_asked(make) -> None:
    def read(layout):
        raise ModelError("to read", "", "nothing", "something")

    with pytest.raises(ModelError, match="found nothing"):
        make(read)
