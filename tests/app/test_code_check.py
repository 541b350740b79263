"""Checking one's own code in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.views import file_dialogs

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.fixture
def check(qtbot: QtBot, open_app: Callable[[str], App], monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], App]:
    """Return a function that opens the window and checks a file in it. Right code is sooner done: nothing is named."""

    def begin(path: Path) -> App:
        app = open_app("xor-stuck")
        monkeypatch.setattr(file_dialogs, "ask_open", lambda *_: path)
        with qtbot.waitSignal(app.tools.code.finished):
            app.window.actions_by_name["check_code"].trigger()
        return app

    return begin


def test_that_check_my_code_shows_a_file_s_report(check: Callable[[Path], App]) -> None:
    panel = check(FIXTURES / "seed_4.py").window.panels.codecheck
    assert panel.isVisible()
    assert panel.report is not None
    assert panel.report.mistakes == ("in-place", "stale-prediction")


def test_that_a_report_survives_another_theme(check: Callable[[Path], App]) -> None:
    checked = check(FIXTURES / "seed_4_corrected.py")
    checked.rebuild()
    assert checked.window.panels.codecheck.report is not None


def test_that_another_scenario_is_checked_against_when_it_is_chosen(
    qtbot: QtBot, check: Callable[[Path], App], tmp_path: Path
) -> None:
    path = tmp_path / "mine.py"
    path.write_text("def backprop(X, Y, weights, biases):\n    raise ValueError\n")  # nothing is compared
    checked = check(path)
    panel = checked.window.panels.codecheck
    assert panel.report is not None
    assert panel.report.scenario != "XOR"
    with qtbot.waitSignal(checked.tools.code.finished):
        panel.scenario_requested.emit("xor")
    assert panel.report is not None
    assert panel.report.scenario == "XOR"
