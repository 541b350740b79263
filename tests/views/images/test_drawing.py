"""A picture that is drawn with the mouse goes through the network, and is no sample."""

import pytest
from PyQt6.QtCore import QEvent, QPointF, Qt
from PyQt6.QtGui import QMouseEvent
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.images import ImagesPanel
from nnviz.views.theme import LIGHT, apply_theme


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    session = Session(find_scenario("digits"))
    session.step_update(300)
    return session.snapshot()


@pytest.fixture
def panel(qtbot: QtBot, snapshot: Snapshot) -> ImagesPanel:
    made = ImagesPanel(LIGHT)
    apply_theme(made, LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    made.show_snapshot(snapshot)
    QApplication.processEvents()
    return made


def stroke(panel: ImagesPanel, *places: tuple[float, float]) -> None:
    panel.grab()
    box = panel.sample.picture_rect()
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * len(places), QEvent.Type.MouseButtonRelease]
    for kind, (x, y) in zip(kinds, [places[0], *places, places[-1]], strict=True):
        at = box.topLeft() + QPointF(x * box.width(), y * box.height())
        button = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, panel.sample.mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(panel.sample, event)


def test_that_a_drawn_zero_is_answered_as_one_and_cleared(panel):
    assert not panel.clearing.isVisible()
    panel.drawing.click()
    assert panel.sample.text() == "draw here with the mouse"
    stroke(panel, (0.5, 0.2), (0.3, 0.35), (0.28, 0.6), (0.5, 0.8), (0.7, 0.6), (0.7, 0.35), (0.5, 0.2))

    assert panel.sample.text() == "drawn by hand; predicted 0"
    assert int(panel.sample.outputs().argmax()) == 0
    panel.clearing.click()
    assert panel.sample.text() == "draw here with the mouse"


def test_that_the_sample_comes_back(panel):
    before, outputs = panel.sample.text(), panel.sample.outputs()
    panel.drawing.click()
    stroke(panel, (0.5, 0.2), (0.5, 0.8))
    assert (panel.sample.outputs() != outputs).any()
    panel.drawing.click()

    assert panel.sample.text() == before
    assert (panel.sample.outputs() == outputs).all()


def test_that_a_sample_is_not_drawn_on(panel):
    before = panel.sample.text()
    stroke(panel, (0.5, 0.2), (0.5, 0.8))

    assert panel.sample.text() == before


def test_that_the_answer_follows_the_network(panel, snapshot):
    panel.drawing.click()
    stroke(panel, (0.5, 0.2), (0.5, 0.8))
    before = panel.sample.outputs()
    panel.show_snapshot(Session(find_scenario("digits")).snapshot())

    assert (panel.sample.outputs() != before).any()
    assert panel.sample.text().startswith("drawn by hand")
