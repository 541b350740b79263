"""The band of a person's own code."""

from PyQt6.QtCore import QPoint, QRectF, Qt

from nnviz.model.recorded_run.findings import Findings
from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.views.theme import LIGHT
from nnviz.views.timeline.recorded_groups import groups_of, place_groups
from nnviz.views.timeline.recorded_lines import place_lines
from nnviz.views.timeline.recorded_painting import RecordedPainter
from nnviz.views.timeline.recorded_strip import RecordedStrip
from tests.fixtures.recorded import WRONG, recorded, xor_run


def band_of(qtbot, run: RecordedRun, cursor: int) -> RecordedStrip:
    strip = RecordedStrip(LIGHT)
    qtbot.addWidget(strip)
    strip.resize(1100, strip.height())
    strip.show_moment(run.moment(cursor))
    return strip


def test_that_code_in_which_nothing_ran_has_one_group_without_statements(qtbot) -> None:
    run = RecordedRun(recorded("", []), Findings(sentence="Nothing ran."), "mine.py")

    (placed,) = place_groups(run, QRectF(10, 0, 300, 8))

    assert placed.place == QRectF(10, 0, 300, 8)
    assert len(placed.group) == 0
    assert not band_of(qtbot, run, 0).grab().isNull()


def test_that_all_updates_have_the_same_room() -> None:
    before, first, second = place_groups(xor_run(), QRectF(0, 0, 1200, 38))
    assert first.place.width() == second.place.width() == 500
    assert before.place.width() == 200
    assert "loss" in first.group.titles[0]


def test_that_the_lines_of_an_update_hang_from_the_handle_and_the_wrong_one_is_known() -> None:
    run = xor_run()
    update = next(group for group in groups_of(run) if group.number == 1)
    lines = place_lines(run, update, QRectF(300, 0, 0, 9), (0, 1000), 44)
    assert lines.room.center().x() == 300
    assert [segment.number for segment in lines.segments if segment.is_wrong] == [WRONG.number]


def test_that_many_statements_are_one_bar() -> None:
    run = xor_run()
    update = next(group for group in groups_of(run) if group.number == 1)
    lines = place_lines(run, update, QRectF(300, 0, 0, 9), (290, 310), 44)
    assert lines.segments == ()
    assert lines.cursor_at(300) is not None


def test_that_a_click_in_the_groove_goes_to_an_update_and_one_under_it_to_a_line(qtbot) -> None:
    run = xor_run()
    strip = band_of(qtbot, run, run.first_shown)
    end = run.update_ends[-1]
    for place, cursor in ((strip.place_of(end).toPoint(), end), (None, run.begins[0] + 1)):
        if place is None:
            # The first statement of the update that is shown: it hangs there, under the groove.
            first = next(x for x in range(1100) if strip.cursor_at(x, in_lines=True) == cursor)
            place = QPoint(first + 4, 78)
        with qtbot.waitSignal(strip.cursor_requested) as asked:
            qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=place)
            qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=place)
        assert asked.args == [cursor]


def test_that_the_band_is_painted_otherwise_after_a_step(qtbot) -> None:
    run = xor_run()
    strip = band_of(qtbot, run, run.first_shown)
    before = strip.grab().toImage()
    strip.show_moment(run.moment(run.first_shown + 1))
    assert strip.grab().toImage() != before


def test_that_the_lines_of_code_without_updates_stay_under_the_handle(qtbot) -> None:
    run = RecordedRun(
        recorded("a = 1\nb = 2", [(1, {"a": 1}), (2, {"b": 2})]), Findings(sentence="No network."), "m.py"
    )
    strip = band_of(qtbot, run, 0)
    for cursor in (1, 2):
        strip.show_moment(run.moment(cursor))
        xs = [x for x in range(1100) if strip.cursor_at(x, in_lines=True) is not None]
        assert xs[0] <= strip.place_of(cursor).x() <= xs[-1] + 1


def test_that_updates_without_room_for_their_titles_are_numbered_by_round_numbers(qtbot) -> None:
    run = xor_run(60)
    assert not band_of(qtbot, run, run.begin).grab().isNull()
    groups = place_groups(run, QRectF(0, 0, 900, 38))
    painter = RecordedPainter(LIGHT)
    assert [title for title in painter.titles(groups) if title] == [str(number) for number in range(5, 61, 5)]
