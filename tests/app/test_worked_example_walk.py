"""The worked example, followed by clicking from ∂E/∂y to each weight: every figure of the document is on the way."""

import re
from collections.abc import Callable

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QTextCursor, QTextDocument
from PyQt6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.session.selection import Cell
from nnviz.views.inspector import InspectorPanel

Open = Callable[..., App]

SLOPE_OF_E, SLOPE_OF_Y, DELTA_2 = -0.380272146922, 0.235665241197, -0.089616927225
X = (0.4, 0.5)
H = (0.559713649267, 0.627147766313, 0.689974481128)
V = (0.1, 0.2, 0.3)
D_V = (-0.050159817373, -0.056203055733, -0.061833392862)
DELTA_1 = (-0.002208468294, -0.004191086974, -0.005750978912)
D_W = ((-0.000883387318, -0.001676434790, -0.002300391565), (-0.001104234147, -0.002095543487, -0.002875489456))
V_AFTER = (0.100501598174, 0.200562030557, 0.300618333929)
W = ((0.1, 0.3, 0.5), (0.2, 0.4, 0.6))
W_AFTER = ((0.100008833873, 0.300016764348, 0.500023003916), (0.200011042341, 0.400020955435, 0.600028754895))
NET_1 = (0.24, 0.52, 0.80)
NET_2, Y, E = 0.488393262528, 0.619727853078, 0.0723034528622
ETA = 0.01


class Walker:
    """A person who reads the inspector and clicks in it."""

    def __init__(self, panel: InspectorPanel, qtbot: QtBot) -> None:
        self.panel, self.qtbot = panel, qtbot

    @property
    def lines(self) -> list[str]:
        return self.panel.page_view.toPlainText().replace("\u00a0", " ").splitlines()

    def sees(self, *figures: float) -> None:
        """Find each of the document's figures among the numbers on the sheet, to its last digit."""
        text = "\n".join(self.lines).replace("−", "-")
        numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", text)]
        for figure in figures:
            assert any(abs(number - figure) < 1e-12 for number in numbers), (figure, text)

    def click(self, *words: str) -> None:
        """Click a text, behind other texts where they are given first."""
        sheet, document = self.panel.page_view, self.panel.page_view.document()
        cursor, begin, place = QTextCursor(document), 0, 0
        for word in words:
            cursor = document.find(word, place, QTextDocument.FindFlag.FindCaseSensitively)
            assert not cursor.isNull(), (word, self.lines)
            begin, place = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(begin + 1)
        rect = sheet.cursorRect(cursor)
        bar = sheet.verticalScrollBar()
        bar.setValue(bar.value() + rect.center().y() - sheet.viewport().height() // 2)
        # Between the first two characters of the link.
        centre = sheet.cursorRect(cursor).center()
        QTest.mouseClick(
            sheet.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre - QPoint(1, 0)
        )
        self.qtbot.waitUntil(lambda: not self.panel.is_waiting)

    def back(self) -> None:
        self.panel.breadcrumbs.back.click()
        self.qtbot.waitUntil(lambda: not self.panel.is_waiting)

    def stands_at(self, text: str) -> None:
        assert self.lines[0].startswith(f"{text} "), self.lines[0]


@pytest.fixture
def walker(open_app: Open, qtbot: QtBot) -> Walker:
    app = open_app("worked-example-2-3-1")
    app.controller.stepping.advance(1, 0)
    # A click on y in the matrices; the rest of the way is in the inspector.
    app.controller.selecting.select_cell(Cell("A2", 0, 0))
    panel = app.window.panels.inspector
    panel.raise_()
    qtbot.waitUntil(panel.isVisible)
    panel.digits_button.click()
    walker = Walker(panel, qtbot)
    qtbot.waitUntil(lambda: not panel.is_waiting)
    return walker


def test_that_forward_every_number_is_met_on_the_way_from_x_to_the_loss(walker: Walker) -> None:
    walker.stands_at("y")
    walker.sees(NET_2, Y)
    walker.click("0.488393")
    walker.stands_at("net2")
    walker.sees(*H, *V, 0.1, NET_2)
    for unit in range(3):
        walker.click(repr(H[unit])[:10])
        walker.stands_at(f"h₁{'₁₂₃'[unit]}")
        walker.sees(NET_1[unit], H[unit])
        walker.click("=", repr(NET_1[unit]))
        walker.stands_at(f"net1₁{'₁₂₃'[unit]}")
        walker.sees(*X, W[0][unit], W[1][unit], NET_1[unit])
        walker.back()
        walker.back()
    walker.click("Used by", "y")
    walker.click("Used by", "E")
    walker.stands_at("E")
    walker.sees(E)


@pytest.mark.parametrize("unit", range(3))
def test_that_each_v_is_reached_from_the_slope_of_e_and_every_factor_is_seen(walker: Walker, unit: int) -> None:
    sign = "₁₂₃"[unit]
    walker.click("Used by", "δ²")
    walker.stands_at("δ²")
    assert any(line.startswith("∂E/∂y = y − t = ") for line in walker.lines)
    walker.sees(Y, 1.0, SLOPE_OF_E, SLOPE_OF_Y, DELTA_2)
    walker.click("Used by", f"∂E/∂V{sign}")
    walker.stands_at(f"∂E/∂V{sign}")
    assert any(line.startswith(f"∂E/∂V{sign} = ∂E/∂y · ∂y/∂net2 · ∂net2/∂V{sign}") for line in walker.lines)
    walker.sees(SLOPE_OF_E, SLOPE_OF_Y, DELTA_2, H[unit], D_V[unit])
    walker.click("Used by", f"V{sign}")
    walker.stands_at(f"V{sign}")
    walker.sees(V[unit], ETA, D_V[unit], V_AFTER[unit])
    assert walker.panel.breadcrumbs.texts()[-4:] == ("y", "δ²", f"∂E/∂V{sign}", f"V{sign}")


@pytest.mark.parametrize("unit", range(3))
@pytest.mark.parametrize("given", range(2))
@pytest.mark.sample(2)
def test_that_each_w_is_reached_from_the_slope_of_e_and_every_factor_is_seen(
    walker: Walker, unit: int, given: int
) -> None:
    of_unit, of_input = "₁₂₃"[unit], "₁₂"[given]
    weight, delta = f"W{of_input}{of_unit}", f"δ¹₁{of_unit}"
    slope = H[unit] * (1 - H[unit])
    walker.click("Used by", "δ²")
    walker.sees(SLOPE_OF_E, SLOPE_OF_Y, DELTA_2)
    walker.click("Used by", delta)
    walker.stands_at(delta)
    walker.sees(SLOPE_OF_E, SLOPE_OF_Y, DELTA_2, V[unit], DELTA_1[unit])
    walker.click("Used by", f"∂E/∂{weight}")
    walker.stands_at(f"∂E/∂{weight}")
    product = (
        f"∂E/∂{weight} = ∂E/∂y · ∂y/∂net2 · ∂net2/∂h₁{of_unit} · ∂h₁{of_unit}/∂net1₁{of_unit} · "
        f"∂net1₁{of_unit}/∂{weight}"
    )
    assert product in walker.lines
    # The product of the numbers of the five factors is the document's figure.
    row = walker.lines[walker.lines.index(product) + 1].replace("−", "-")
    factors = [float(number) for number in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", row)]
    expected = [SLOPE_OF_E, SLOPE_OF_Y, V[unit], slope, X[given], D_W[given][unit]]
    assert factors == pytest.approx(expected, abs=1e-11)
    walker.sees(SLOPE_OF_E, SLOPE_OF_Y, DELTA_2, V[unit], DELTA_1[unit], X[given], D_W[given][unit])
    walker.click("Used by", weight)
    walker.stands_at(weight)
    walker.sees(W[given][unit], ETA, D_W[given][unit], W_AFTER[given][unit])
    assert walker.panel.breadcrumbs.texts()[-3:] == (delta, f"∂E/∂{weight}", weight)


def test_that_a_weight_is_followed_back_to_the_data_and_the_answer(walker: Walker) -> None:
    for words in (("Used by", "δ²"), ("Used by", "δ¹₁₂"), ("Used by", "∂E/∂W₂₂")):
        walker.click(*words)
    walker.click("Chain rule", "∂E/∂W₂₂ = δ¹₁₂", "0.5")
    walker.stands_at("x₁₂")
    walker.sees(0.5)
    walker.back()
    walker.click("Chain rule", "∂E/∂y = y − t", "0.6197")
    walker.stands_at("y")
    walker.sees(Y)
