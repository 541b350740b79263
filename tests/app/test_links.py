"""Links of nnviz in the window: copied, and opened from the clipboard."""

from __future__ import annotations

import pytest
from PyQt6.QtGui import QGuiApplication

from nnviz.model.scenario.link import scenario_of_link

pytestmark = pytest.mark.slow


def test_that_a_copied_link_opens_the_same_scenario_from_the_clipboard(open_app) -> None:
    app = open_app("spiral")
    scenario = app.controller.snapshot.scenario
    app.window.actions_by_name["copy_link"].trigger()
    link = QGuiApplication.clipboard().text()
    assert scenario_of_link(link).layers == scenario.layers
    app.documents.open_shipped("xor")
    app.window.actions_by_name["paste_data"].trigger()
    assert app.controller.snapshot.scenario.layers == scenario.layers
    QGuiApplication.clipboard().setText(link[:-4])
    app.window.actions_by_name["paste_data"].trigger()
    assert "damaged" in app.window.notice.text()
