# ruff: noqa: N803
"""The panel that checks a person's own code, with real reports and real events."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from nnviz.model.codecheck import Report, check, check_file
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.views.codecheck import CodePanel
from nnviz.views.theme import DARK, LIGHT, Theme, apply_theme

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="module")
def stuck() -> Report:
    return check_file(FIXTURES / "seed_4.py", "xor-stuck", seconds=60)


@pytest.fixture(scope="module")
def third() -> Report:
    return check_file(FIXTURES / "seed_3.py", "worked-example-2-3-1", seconds=60)


@pytest.fixture
def show(qtbot: QtBot):
    """Return a function that shows a panel on a report."""

    def shown(report: Report, theme: Theme = LIGHT, width: int = 460) -> CodePanel:
        panel = CodePanel(theme)
        qtbot.addWidget(panel)
        apply_theme(panel, theme)
        panel.resize(width, 900)
        panel.show_begun(Path("mine.py"))
        panel.show_report(report)
        panel.show()
        return panel

    return shown


@pytest.mark.slow
def test_that_every_line_is_shown_with_its_value_and_its_verdict(show, stuck: Report) -> None:
    panel = show(stuck)
    rows = panel.rows.rows
    assert [row.line for row in rows] == list(stuck.lines)
    assert [row.mark for row in rows] == list("·✓·✓·······✗✗✓✓✗")
    assert rows[3].value == "0.5268"
    assert rows[0].value == ""
    assert rows[0].verdict == ("not returned",)
    assert "→ prediction with a stale sample" in rows[-1].verdict
    assert "line 12" in panel.summary.text()


@pytest.mark.slow
def test_that_the_first_line_that_differs_stands_out(show, stuck: Report) -> None:
    for theme in (LIGHT, DARK):
        panel = show(stuck, theme)
        assert [row.is_first for row in panel.rows.rows].index(True) == 11
        rect = panel.rows.row_rect(11)
        image = panel.rows.grab().toImage()
        ratio = image.devicePixelRatio()
        assert image.pixelColor(0, int((rect.top() + 5) * ratio)) == QColor(theme.fault)
        assert image.pixelColor(0, int((panel.rows.row_rect(12).top() + 5) * ratio)) != QColor(theme.fault)


@pytest.mark.slow
def test_that_a_failure_is_reported_with_file_line_and_what_would_fit(show, third: Report) -> None:
    panel = show(third)
    told = panel.failure.text().replace("\u200b", "")
    assert "seed_3.py, line" in told
    assert "learning_rate * dWs[0].ravel()" in told
    assert "reshape(2, 3)" in told
    assert "the biases never learn" not in panel.notes.text()  # nor do those of the scenario
    assert [row.verdict for row in panel.rows.rows if row.line.failed] == [("failed",)] * 2


@pytest.mark.slow
def test_that_a_failure_without_lines_shows_no_rows(show) -> None:
    panel = show(check_file(FIXTURES / "seed_2.py", "planar-flower", seconds=60))
    assert not panel.rows.isVisible()
    assert "learning_rate (line" in panel.failure.text().replace("\u200b", "")
    assert "failed before it returned" in panel.summary.text()


def test_that_what_a_person_named_and_printed_is_shown_as_text(show) -> None:
    def backprop(X, Y, weights, biases):
        raise ValueError("<b>%1 %2</b>")

    panel = show(check(backprop, "xor"))
    assert "&lt;b&gt;%1 %2&lt;/b&gt;" in panel.failure.text()


@pytest.mark.slow
def test_that_all_right_is_said_in_green(show) -> None:
    panel = show(check_file(FIXTURES / "seed_2_corrected.py", "planar-flower", seconds=60))
    assert LIGHT.holds in panel.summary.text()
    assert not panel.failure.isVisible()
    assert not panel.printed.isVisible()


def test_that_what_it_printed_is_shown(show) -> None:
    report = check(lambda X, Y, weights, biases: None, "xor")
    panel = show(Report(**{**vars(report), "printed": "one\ntwo\n"}))
    assert panel.printed.isVisible()
    assert panel.printed.toPlainText() == "one\ntwo"


def test_that_texts_are_broken_and_never_clipped_where_the_panel_is_narrow(show, stuck: Report) -> None:
    wide, narrow = show(stuck, width=700), show(stuck, width=260)
    assert narrow.rows.height() > wide.rows.height()
    last = len(stuck.lines) - 1
    assert narrow.rows.row_rect(last).bottom() < narrow.rows.height()
    assert narrow.rows.width() <= narrow.width()


def test_that_a_click_asks_for_the_line_of_the_program_in_the_window(show, qtbot: QtBot, stuck: Report) -> None:
    panel = show(stuck)
    panel.show_snapshot(Session(find_scenario("xor-stuck")).snapshot())
    with qtbot.waitSignal(panel.line_requested) as asked:
        qtbot.mouseClick(panel.rows, Qt.MouseButton.LeftButton, pos=panel.rows.row_rect(11).center())
    assert asked.args == [12]
    with qtbot.assertNotEmitted(panel.line_requested):
        qtbot.mouseClick(panel.rows, Qt.MouseButton.LeftButton, pos=panel.rows.row_rect(15).topLeft() + QPoint(9, 5))


def test_that_the_rows_can_be_copied(show, qtbot: QtBot, stuck: Report) -> None:
    panel = show(stuck)
    qtbot.keyClick(panel.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert "→ prediction with a stale sample" in clipboard.text()


def test_that_file_scenario_and_convention_can_be_asked_for(show, qtbot: QtBot, stuck: Report) -> None:
    panel = show(stuck)
    panel.show_scenarios([("xor", "XOR"), ("circle", "Circle")])
    for button, signal in (
        (panel.bar.choose, panel.file_requested),
        (panel.bar.again, panel.run_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.scenario_requested) as asked:
        qtbot.keyClick(panel.bar.scenarios, Qt.Key.Key_End)
    assert asked.args == ["circle"]
    with qtbot.waitSignal(panel.convention_requested) as asked:
        qtbot.keyClick(panel.bar.conventions, Qt.Key.Key_End)
    assert asked.args == ["rows"]


def test_that_a_problem_takes_the_place_of_a_report(show, stuck: Report) -> None:
    panel = show(stuck)
    panel.show_problem(ModelError("to check code", "gone.py", "no such file", "a Python file"))
    assert "gone.py" in panel.summary.text()
    assert not panel.rows.isVisible()
    assert panel.report is None
