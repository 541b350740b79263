"""Checking a file while the window lives: without waiting, again when it changes, and given up when asked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nnviz.controller.codecheck import CodeCheck
from nnviz.controller.controller import Controller
from nnviz.model.codecheck import Report
from nnviz.model.scenario.file import find_scenario

pytestmark = pytest.mark.slow  # they start processes

RIGHT = "def backprop(X, Y, weights, biases):\n    return {'Z1': weights[0] @ X + biases[0]}\n"
WRONG = RIGHT.replace("+ biases", "- biases")
ENDLESS = "def backprop(X, Y, weights, biases):\n    while True:\n        pass\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.py"
    path.write_text(RIGHT)
    return path


@pytest.fixture
def check(qtbot: QtBot) -> Iterator[CodeCheck]:
    controller = Controller(find_scenario("xor-stuck"))
    made = CodeCheck(controller, controller)
    yield made
    made.stop()


def report_of(qtbot: QtBot, check: CodeCheck, ask) -> Report:
    with qtbot.waitSignal(check.finished) as caught:
        ask()
    return caught.args[0]


def test_that_a_file_is_checked_without_waiting_for_it(qtbot: QtBot, check: CodeCheck, file: Path) -> None:
    report = report_of(qtbot, check, lambda: check.choose(file))
    assert report.ok
    assert report.scenario == "XOR that does not learn"
    assert not check.is_running


def test_that_it_is_checked_again_when_it_is_saved(qtbot: QtBot, check: CodeCheck, file: Path) -> None:
    report_of(qtbot, check, lambda: check.choose(file))
    assert not report_of(qtbot, check, lambda: file.write_text(WRONG)).ok


def test_that_it_is_checked_again_when_another_file_takes_its_place(
    qtbot: QtBot, check: CodeCheck, file: Path, tmp_path: Path
) -> None:
    report_of(qtbot, check, lambda: check.choose(file))
    for text, ok in ((WRONG, False), (RIGHT + "\n", True)):
        other = tmp_path / "mine.py.new"
        other.write_text(text)
        assert report_of(qtbot, check, lambda other=other: os.replace(other, file)).ok == ok  # noqa: PTH105


def test_that_another_scenario_and_convention_can_be_chosen(qtbot: QtBot, check: CodeCheck, file: Path) -> None:
    report_of(qtbot, check, lambda: check.choose(file))
    assert report_of(qtbot, check, lambda: check.choose_scenario("circle")).scenario == "Circle"
    assert report_of(qtbot, check, lambda: check.choose_scenario("")).scenario == "XOR that does not learn"
    assert report_of(qtbot, check, lambda: check.choose_convention("rows")).layout.samples == "rows"


def test_that_a_check_is_given_up_for_the_next(qtbot: QtBot, check: CodeCheck, file: Path) -> None:
    file.write_text(ENDLESS)
    check.choose(file)
    assert check.is_running
    qtbot.wait(200)
    report = report_of(qtbot, check, lambda: file.write_text(RIGHT))
    assert report.ok


def test_that_a_file_that_has_gone_is_reported(qtbot: QtBot, check: CodeCheck, file: Path) -> None:
    report_of(qtbot, check, lambda: check.choose(file))
    file.unlink()
    with qtbot.waitSignal(check.failed) as caught:
        check.run()
    assert "mine.py" in str(caught.args[0])


def test_that_stopping_leaves_nothing_running(qtbot: QtBot, check: CodeCheck, file: Path) -> None:
    file.write_text(ENDLESS)
    check.choose(file)
    qtbot.wait(200)
    with qtbot.assertNotEmitted(check.finished):
        check.stop()
        qtbot.wait(50)
    assert not check.is_running
