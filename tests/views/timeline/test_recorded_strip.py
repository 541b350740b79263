"""The strip of a person's own code."""

from PyQt6.QtCore import QRectF

from nnviz.model.recorded_run.findings import Findings
from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.views.theme import LIGHT
from nnviz.views.timeline.recorded_groups import place_groups
from nnviz.views.timeline.recorded_strip import RecordedStrip
from tests.fixtures.recorded import recorded


def test_that_code_in_which_nothing_ran_has_one_group_without_statements(qtbot) -> None:
    run = RecordedRun(recorded("", []), Findings(sentence="Nothing ran."), "mine.py")

    (placed,) = place_groups(run, QRectF(10, 0, 300, 8), 6, 1)

    assert placed.place == QRectF(10, 0, 300, 8)
    assert placed.segments == ()
    strip = RecordedStrip(LIGHT)
    qtbot.addWidget(strip)
    strip.resize(800, 60)
    strip.show_moment(run.moment(0))
    assert not strip.grab().isNull()
