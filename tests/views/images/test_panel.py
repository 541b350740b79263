"""The images panel draws samples that are images, the first layer's weights, and the misclassified samples."""

from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.selection import Selection
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.images import ImagesPanel, part_predictions
from nnviz.views.images.panel import SAMPLE, TABLE, WEIGHTS
from nnviz.views.theme import LIGHT, apply_theme


@pytest.fixture(scope="module")
def digits() -> Session:
    session = Session(find_scenario("digits"))
    session.step_update(200)
    return session


@pytest.fixture
def snapshot(digits: Session) -> Snapshot:
    return digits.snapshot()


@pytest.fixture
def panel(qtbot: QtBot) -> ImagesPanel:
    made = ImagesPanel(LIGHT)
    apply_theme(made, LIGHT)
    qtbot.addWidget(made)
    made.resize(382, 296)
    made.show()
    qtbot.waitExposed(made)
    return made


def heard(signal: object) -> list[tuple[object, ...]]:
    calls: list[tuple[object, ...]] = []
    signal.connect(lambda *values: calls.append(values))  # type: ignore[attr-defined]
    return calls


def show(panel: ImagesPanel, snapshot: Snapshot, way: str = SAMPLE) -> None:
    panel.show_snapshot(snapshot)
    panel.ways.choose(way)
    panel.ways.chosen.emit(way)
    QApplication.processEvents()
    panel.grab()


def click(qtbot: QtBot, widget: QWidget, at: QPointF) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at.toPoint())


# The sample ---------------------------------------------------------------------------------------------------------


def test_that_the_selected_sample_is_shown_with_its_class_and_the_outputs(
    panel: ImagesPanel, snapshot: Snapshot
) -> None:
    show(panel, snapshot)
    sample = int(snapshot.data.train[7])
    panel.show_selection(Selection(sample=sample))
    assert snapshot.data.labels is not None
    assert f"sample {sample + 1}" in panel.sample.text().replace("\u2009", "")
    assert f"class {snapshot.data.labels[sample]}" in panel.sample.text()
    outputs = panel.sample.outputs()
    assert outputs.shape == (10,)
    assert ((outputs > 0) & (outputs < 1)).all()
    assert f"predicted {outputs.argmax()}" in panel.sample.text()


def test_that_a_sample_is_drawn_as_its_pixels_are(panel: ImagesPanel, snapshot: Snapshot) -> None:
    show(panel, snapshot)
    sample = int(snapshot.data.train[7])
    panel.show_selection(Selection(sample=sample))
    image = panel.sample.grab().toImage()
    pixels = snapshot.data.raw[:, sample].reshape(8, 8)
    side = panel.sample.picture_rect().width() / 8
    drawn = np.array(
        [
            [image.pixelColor(int((c + 0.5) * side), int((r + 0.5) * side)).lightness() for c in range(8)]
            for r in range(8)
        ]
    )
    # In the light theme ink is dark.
    assert np.corrcoef(drawn.ravel(), pixels.ravel())[0, 1] < -0.99


def test_that_outputs_that_are_no_numbers_are_reported(panel: ImagesPanel, snapshot: Snapshot) -> None:
    values = {**snapshot.values, "b2": np.full_like(snapshot.values["b2"], np.nan)}
    show(panel, replace(snapshot, values=values))
    assert "not a number" in panel.sample.text()
    predicted = panel.predicted()
    assert predicted is not None
    assert len(predicted.wrong) == len(snapshot.data.test)


# The weights --------------------------------------------------------------------------------------------------------


def test_that_each_unit_of_the_first_layer_has_a_picture_that_selects_it(
    qtbot: QtBot, panel: ImagesPanel, snapshot: Snapshot
) -> None:
    show(panel, snapshot, WEIGHTS)
    assert [tile.caption for tile in panel.weights.tiles()] == [str(n) for n in range(1, 31)]
    calls = heard(panel.unit_requested)
    click(qtbot, panel.weights, panel.weights.box_of(4).center())
    assert calls == [(1, 4)]


def test_that_all_weights_are_in_sight(panel: ImagesPanel, snapshot: Snapshot) -> None:
    show(panel, snapshot, WEIGHTS)
    last = panel.weights.box_of(29)
    assert last.right() <= panel.weights.width() + 1
    assert last.bottom() <= panel.weights.height() + 1


# What is wrong ------------------------------------------------------------------------------------------------------


def test_that_the_wrong_samples_are_counted_as_the_accuracy_is(panel: ImagesPanel, snapshot: Snapshot) -> None:
    show(panel, snapshot)
    measured = snapshot.metrics
    assert measured.test_right is not None
    assert panel.wrong.summary.text() == f"{359 - measured.test_right} of 359 wrong"
    panel.wrong.parts.choose("train")
    panel.wrong.parts.chosen.emit("train")
    assert measured.train_right is not None
    assert panel.wrong.summary.text().startswith(str(1438 - measured.train_right))


def test_that_a_wrong_sample_is_selected_by_a_click(qtbot: QtBot, panel: ImagesPanel, snapshot: Snapshot) -> None:
    show(panel, snapshot)
    calls = heard(panel.sample_requested)
    shown = panel.wrong.shown()
    assert set(shown) <= set(snapshot.data.test.tolist())
    click(qtbot, panel.wrong.tiles, panel.wrong.tiles.box_of(1).center())
    assert calls == [(shown[1],)]


def test_that_wrong_samples_are_paged(panel: ImagesPanel, snapshot: Snapshot) -> None:
    show(panel, snapshot)
    predicted = panel.predicted()
    assert predicted is not None
    seen = list(panel.wrong.shown())
    assert not panel.wrong.back.isEnabled()
    while panel.wrong.on.isEnabled():
        panel.wrong.on.click()
        seen += panel.wrong.shown()
    assert seen == predicted.wrong.tolist()


def test_that_the_table_counts_every_test_sample(qtbot: QtBot, panel: ImagesPanel, snapshot: Snapshot) -> None:
    show(panel, snapshot, TABLE)
    counts = np.array(panel.confusion.counts())
    assert counts.sum() == 359
    assert np.trace(counts) == snapshot.metrics.test_right
    labels, predicted = snapshot.data.labels, panel.predicted()
    assert labels is not None
    assert predicted is not None
    sample = int(predicted.wrong[0])
    row, column = int(labels[sample]), predicted.class_of(sample)
    calls = heard(panel.sample_requested)
    assert column is not None
    click(qtbot, panel.confusion, panel.confusion.viewport().position(column + 0.5, 10 - row - 0.5))
    assert calls == [(sample,)]


def test_that_of_very_many_samples_a_part_is_asked_and_that_is_said(
    panel: ImagesPanel, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nnviz.views.images.part_predictions._WORK_OF_A_PAUSE", 0.0)
    show(panel, snapshot)
    assert "of 200 wrong (of 359 in all)" in panel.wrong.summary.text()


# When and where -----------------------------------------------------------------------------------------------------


def test_that_all_is_in_sight_where_there_is_room(panel: ImagesPanel, snapshot: Snapshot) -> None:
    parts = (panel.sample, panel.weights, panel.confusion, panel.wrong)
    show(panel, snapshot)
    assert [part.isVisible() for part in parts] == [True, False, False, True]
    panel.resize(900, 620)
    QApplication.processEvents()
    assert all(part.isVisible() for part in parts)
    assert not panel.ways.isVisible()
    panel.resize(382, 296)
    QApplication.processEvents()
    assert [part.isVisible() for part in parts] == [True, False, False, True]


def test_that_samples_that_are_no_pictures_are_not_drawn(panel: ImagesPanel, snapshot: Snapshot) -> None:
    show(panel, snapshot)
    panel.show_snapshot(Session(find_scenario("xor")).snapshot())
    assert panel.explanation.isVisible()
    assert not panel.sample.isVisible()
    assert not panel.ways.isVisible()


def test_that_a_run_is_followed_from_time_to_time_and_its_end_at_once(qtbot: QtBot, panel: ImagesPanel) -> None:
    session = Session(find_scenario("digits"))
    show(panel, session.snapshot())
    panel.show_running(True)
    before = panel.sample.outputs()
    session.step_update(20)
    panel.show_snapshot(session.snapshot())
    assert np.array_equal(panel.sample.outputs(), before)
    qtbot.waitUntil(lambda: not np.array_equal(panel.sample.outputs(), before))
    session.step_update(20)
    panel.show_snapshot(session.snapshot())
    followed = panel.sample.outputs()
    panel.show_running(False)
    assert not np.array_equal(panel.sample.outputs(), followed)


def test_that_a_hidden_panel_computes_nothing_until_it_is_shown(panel: ImagesPanel, snapshot: Snapshot) -> None:
    panel.hide()
    panel.show_snapshot(snapshot)
    assert panel.predicted() is None
    panel.show()
    assert panel.predicted() is not None


def test_that_samples_are_run_again_only_when_a_parameter_has_moved(
    panel: ImagesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(find_scenario("digits"))
    session.step_update(3)
    show(panel, session.snapshot())
    first, runs, classes = panel.predicted(), [], part_predictions.predicted_classes
    monkeypatch.setattr(part_predictions, "predicted_classes", lambda *outputs: runs.append(1) or classes(*outputs))
    for move in (session.step_line, session.step_line, session.step_back_line):
        move()
        show(panel, session.snapshot())
        assert panel.predicted() is first
    assert runs == []
    session.step_update(30)
    show(panel, session.snapshot())
    assert runs
    assert panel.predicted() is not first
