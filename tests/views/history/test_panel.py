"""The history panel lists branches and edits, renames and discards in place, and sets the memory for going back."""

import gc
import weakref
from dataclasses import replace

import pytest
from PyQt6.QtCore import QPoint, QRectF, Qt
from PyQt6.QtGui import QColor, QContextMenuEvent, QShortcut
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_number
from nnviz.views.history import HistoryPanel
from nnviz.views.history.branch_list import BranchList
from nnviz.views.plots.branch_pens import compared_pen
from nnviz.views.theme import DARK, LIGHT

MB = 2**20


def branched(count: int = 2) -> Session:
    """Make a run of 60 updates, and branches from its update 40, 41 … of ten updates each; the last is current."""
    session = Session(find_scenario("xor"))
    session.step_update(60)
    for at in range(count - 1):
        session.switch_branch("branch 1")
        session.seek(40 + at)
        session.set_value("W1", (0, 0), 0.5 + at)
        session.step_update(10)
    return session


@pytest.fixture
def shown(qtbot):
    def show(snapshot: Snapshot, theme=LIGHT, width: int = 300, height: int = 420) -> HistoryPanel:
        panel = HistoryPanel(theme)
        qtbot.addWidget(panel)
        panel.resize(width, height)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.activateWindow()
        panel.show_snapshot(snapshot)
        QApplication.processEvents()
        return panel

    return show


def asked(signal) -> list[tuple]:
    """Collect what a signal carries."""
    got: list[tuple] = []
    signal.connect(lambda *args: got.append(args))
    return got


def names(panel: HistoryPanel) -> list[str]:
    return [row.name for row in panel.branches.rows]


def row(panel: HistoryPanel, name: str):
    return next(row for row in panel.branches.rows if row.name == name)


def key(panel: HistoryPanel, name: str, pressed: Qt.Key) -> None:
    panel.branches.choose(name)
    QTest.keyClick(panel.branches, pressed)


def centre(rect: QRectF) -> QPoint:
    return rect.center().toPoint()


def type_name(panel: HistoryPanel, text: str) -> None:
    panel.branches.renaming.edit.selectAll()
    QTest.keyClicks(panel.branches.renaming.edit, text)


def test_that_each_branch_says_where_it_began_and_how_far_it_went(shown) -> None:
    session = branched()
    panel = shown(session.snapshot())
    assert names(panel) == ["branch 1", "branch 2"]
    assert row(panel, "branch 1").details == "from the start · 60 updates"
    assert row(panel, "branch 2").details == "from branch 1 at update 40 · 50 updates · 1 edit"
    assert [r.is_current for r in panel.branches.rows] == [False, True]
    assert row(panel, "branch 2").loss == f"{session.loss:.4f}"
    assert row(panel, "branch 1").loss == f"{session.branches[0].curve.train[-1]:.4f}"


def test_that_branches_stand_under_the_one_that_they_come_from(shown) -> None:
    session = branched(3)
    session.switch_branch("branch 2")
    session.seek(45)
    session.set_value("W1", (0, 1), 2.0)
    panel = shown(session.snapshot())
    assert names(panel) == ["branch 1", "branch 2", "branch 4", "branch 3"]
    assert [r.depth for r in panel.branches.rows] == [0, 1, 2, 1]


def test_that_a_renamed_branch_keeps_the_branches_that_come_from_it(shown) -> None:
    session = branched(3)
    session.rename_branch("branch 1", "first")
    panel = shown(session.snapshot())
    assert [r.depth for r in panel.branches.rows] == [0, 1, 1]
    assert row(panel, "branch 2").details.startswith("from first at")
    session.undo()
    assert [info.parent for info in session.branches] == [None, "branch 1", "branch 1"]
    session.redo()
    assert [info.parent for info in session.branches] == [None, "first", "first"]


def test_that_branches_that_name_each_other_as_parents_are_all_listed(shown) -> None:
    snapshot = branched(3).snapshot()
    one, two, three = snapshot.branches
    circle = (one, replace(two, parent="branch 3"), replace(three, parent="branch 2"))
    assert sorted(names(shown(replace(snapshot, branches=circle)))) == ["branch 1", "branch 2", "branch 3"]


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_enter_goes_to_another_branch_and_not_to_the_current_one(shown, pressed) -> None:
    panel = shown(branched().snapshot())
    switched = asked(panel.switch_requested)
    key(panel, "branch 2", pressed)
    assert switched == []
    key(panel, "branch 1", pressed)
    assert switched == [("branch 1",)]


def test_that_delete_discards_unless_it_is_the_only_branch(shown) -> None:
    panel = shown(branched().snapshot())
    discarded = asked(panel.discard_requested)
    key(panel, "branch 1", Qt.Key.Key_Delete)
    assert discarded == [("branch 1",)]
    only = shown(branched(1).snapshot())
    discarded = asked(only.discard_requested)
    key(only, "branch 1", Qt.Key.Key_Delete)
    assert discarded == []
    assert not only.discard.isEnabled()


def test_that_f2_renames_in_place(shown) -> None:
    panel = shown(branched().snapshot())
    renamed = asked(panel.rename_requested)
    key(panel, "branch 1", Qt.Key.Key_F2)
    assert panel.branches.renaming.edit.isVisible()
    assert panel.branches.renaming.edit.text() == "branch 1"
    type_name(panel, " slow one ")
    QTest.keyClick(panel.branches.renaming.edit, Qt.Key.Key_Return)
    assert renamed == [("branch 1", "slow one")]
    assert not panel.branches.renaming.edit.isVisible()


def test_that_a_renamed_branch_stays_chosen(shown) -> None:
    session = branched(3)
    panel = shown(session.snapshot())
    panel.rename_requested.connect(session.rename_branch)
    key(panel, "branch 1", Qt.Key.Key_F2)
    type_name(panel, "first")
    QTest.keyClick(panel.branches.renaming.edit, Qt.Key.Key_Return)
    panel.show_snapshot(session.snapshot())
    assert panel.branches.chosen().name == "first"
    assert panel.branches.hasFocus()
    session.switch_branch("branch 2")
    panel.show_snapshot(session.snapshot())
    assert panel.branches.chosen().name == "branch 2"
    panel.branches.choose("first")
    session.discard_branch("first")
    panel.show_snapshot(session.snapshot())
    assert panel.branches.chosen().name == "branch 2"


@pytest.mark.parametrize("typed", ["branch 2", "  branch 2 ", "   "])
def test_that_a_name_that_is_taken_or_empty_is_reported_in_place_and_not_asked_for(shown, typed) -> None:
    panel = shown(branched().snapshot())
    renamed = asked(panel.rename_requested)
    key(panel, "branch 1", Qt.Key.Key_F2)
    before = panel.branches.viewport().grab().toImage()
    type_name(panel, typed)
    assert panel.branches.renaming.problem
    QTest.keyClick(panel.branches.renaming.edit, Qt.Key.Key_Return)
    assert panel.branches.renaming.edit.isVisible()
    assert renamed == []
    under = panel.branches.parts_of("branch 1").details.toAlignedRect()
    after = panel.branches.viewport().grab().toImage()
    assert before.copy(under) != after.copy(under)
    type_name(panel, "another")
    assert not panel.branches.renaming.problem
    QTest.keyClick(panel.branches.renaming.edit, Qt.Key.Key_Return)
    assert renamed == [("branch 1", "another")]


def test_that_escape_or_the_same_name_renames_nothing(shown) -> None:
    panel = shown(branched().snapshot())
    renamed = asked(panel.rename_requested)
    key(panel, "branch 1", Qt.Key.Key_F2)
    type_name(panel, "other")
    QTest.keyClick(panel.branches.renaming.edit, Qt.Key.Key_Escape)
    assert not panel.branches.renaming.edit.isVisible()
    key(panel, "branch 1", Qt.Key.Key_F2)
    QTest.keyClick(panel.branches.renaming.edit, Qt.Key.Key_Return)
    assert renamed == []


def test_that_a_name_is_kept_while_a_run_goes_on(shown) -> None:
    session = branched()
    panel = shown(session.snapshot())
    key(panel, "branch 1", Qt.Key.Key_F2)
    type_name(panel, "half a na")
    session.step_update(5)
    panel.show_snapshot(session.snapshot())
    assert panel.branches.renaming.edit.isVisible()
    assert panel.branches.renaming.edit.text() == "half a na"
    session.discard_branch("branch 1")
    panel.show_snapshot(session.snapshot())
    assert not panel.branches.renaming.edit.isVisible()


def test_that_a_double_click_on_the_name_renames_and_beside_it_goes_there(shown) -> None:
    panel = shown(branched().snapshot())
    switched = asked(panel.switch_requested)
    parts, view = panel.branches.parts_of("branch 1"), panel.branches.viewport()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=centre(parts.details))
    assert switched == [("branch 1",)]
    assert not panel.branches.renaming.edit.isVisible()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre(parts.name))
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=centre(parts.name))
    assert panel.branches.renaming.edit.isVisible()
    assert switched == [("branch 1",)]


def test_that_the_menu_offers_what_can_be_done(shown) -> None:
    panel = shown(branched().snapshot())
    view, menu = panel.branches, panel.branches.menu
    reported = [asked(signal) for signal in (panel.switch_requested, panel.discard_requested, panel.compared_changed)]
    place = centre(view.parts_of("branch 1").name)
    view.choose("branch 1")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert menu.isVisible()
    menu.close()
    assert menu.switch.isEnabled()
    assert menu.compare.isChecked()
    for action in (menu.switch, menu.discard, menu.compare):
        action.trigger()
    assert reported == [[("branch 1",)], [("branch 1",)], [((),)]]
    menu.show_row(row(panel, "branch 2"), is_only=True)
    assert [a.isEnabled() for a in (menu.switch, menu.rename, menu.compare, menu.discard)] == [
        False,
        True,
        False,
        False,
    ]


def test_that_other_branches_are_compared_until_their_check_box_is_cleared(shown) -> None:
    session = branched(3)
    panel = shown(session.snapshot())
    compared = asked(panel.compared_changed)
    check = centre(panel.branches.parts_of("branch 1").check)
    QTest.mouseClick(panel.branches.viewport(), Qt.MouseButton.LeftButton, pos=check)
    assert compared == [(("branch 2",),)]
    assert not row(panel, "branch 1").is_compared
    session.step_update()
    panel.show_snapshot(session.snapshot())
    assert len(compared) == 1
    QTest.mouseClick(panel.branches.viewport(), Qt.MouseButton.LeftButton, pos=check)
    assert compared[-1] == (("branch 1", "branch 2"),)


def test_that_at_most_five_are_compared_by_themselves_and_the_newest_first(shown) -> None:
    compared = [r.name for r in shown(branched(8).snapshot()).branches.rows if r.is_compared]
    assert compared == ["branch 3", "branch 4", "branch 5", "branch 6", "branch 7"]


def test_that_a_new_branch_is_compared_and_reported_also_while_hidden(qtbot) -> None:
    panel = HistoryPanel(LIGHT)
    qtbot.addWidget(panel)
    compared = asked(panel.compared_changed)
    panel.show_snapshot(branched(1).snapshot())
    panel.show_snapshot(branched(2).snapshot())
    assert compared == [((),), (("branch 1",),)]
    assert names(panel) == []
    with qtbot.waitExposed(panel):
        panel.show()
    assert names(panel) == ["branch 1", "branch 2"]


def test_that_what_was_chosen_goes_with_a_renamed_branch_and_into_another_window(shown) -> None:
    session = branched(3)
    panel = shown(session.snapshot())
    panel.branches.choose("branch 1")
    panel.branches.compare_chosen()
    session.rename_branch("branch 1", "old")
    panel.show_snapshot(session.snapshot())
    assert [r.name for r in panel.branches.rows if r.is_compared] == ["branch 2"]
    other = shown(session.snapshot(), DARK)
    other.choose(panel.choices())
    assert [r.name for r in other.branches.rows if r.is_compared] == ["branch 2"]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_a_branch_has_the_colour_that_it_has_on_the_loss_plot(shown, theme) -> None:
    panel = shown(branched(3).snapshot(), theme)
    image = panel.branches.viewport().grab().toImage()
    for name, colour in (
        ("branch 1", compared_pen(theme, 0, 1.0).color()),
        ("branch 2", compared_pen(theme, 1, 1.0).color()),
        ("branch 3", QColor(theme.accent)),
    ):
        area = panel.branches.parts_of(name).sample.toAlignedRect()
        columns, lines = range(area.left(), area.right()), range(area.top(), area.bottom())
        found = {image.pixelColor(x, y).name() for x in columns for y in lines}
        assert colour.name() in found


def test_that_one_branch_says_how_others_come_about(shown) -> None:
    def hints(panel: HistoryPanel) -> list[str]:
        return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and "past" in label.text()]

    assert hints(shown(branched(1).snapshot()))
    assert not hints(shown(branched(2).snapshot()))


def test_that_an_edit_is_listed_with_its_place_and_enter_or_a_double_click_goes_there(shown) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(40)
    session.set_value("W1", (0, 0), 1.0)
    session.step_line(7)
    session.set_value("W2", (0, 1), -2.0)
    session.step_update(1200)
    panel = shown(session.snapshot())
    model = panel.edits.model()
    olds = [format_number(mark.old) for mark in session.marks]
    assert [model.index(at, 0).data() for at in range(2)] == [
        f"40  W¹ [1, 1] = 1.0 (was {olds[0]})",
        f"41·7  W² [1, 2] = -2.0 (was {olds[1]})",
    ]
    for at, mark in enumerate(session.marks):
        assert f"(was {mark.old!r})".replace("-", "−") in model.index(at, 0).data(Qt.ItemDataRole.ToolTipRole)
    sought = asked(panel.seek_requested)
    panel.edits.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(panel.edits, Qt.Key.Key_Return)
    place = panel.edits.visualRect(model.index(1, 0)).center()
    QTest.mouseClick(panel.edits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(panel.edits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sought == [(40, None), (41, 7)]
    for update, line in sought:
        session.seek(update, line)
    assert (session.position.update, session.position.line) == (41, 7)


def test_that_the_memory_is_shown_and_set_in_megabytes(shown) -> None:
    panel = shown(replace(branched(1).snapshot(), history_bytes=MB // 2, history_budget=64 * MB))
    assert panel.memory.text() == "0.5 of 64 MB"
    assert panel.memory.bar.share == 0.5 / 64
    budgets = asked(panel.budget_requested)
    edit = panel.memory.field.line_edit()
    edit.setText("16")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert budgets == [(16 * MB,)]
    for refused in ("0", "5000", "1.5", "much"):
        edit.setText(refused)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        assert "4\u2009096" in panel.memory.field.error_text()
    assert budgets == [(16 * MB,)]
    assert "longer" in edit.toolTip()


@pytest.mark.slow
def test_that_the_memory_follows_the_run_and_its_budget(shown) -> None:
    session = branched(1)
    panel = shown(session.snapshot())
    session.history_budget = 2 * MB
    session.step_update(20_000)
    snapshot = session.snapshot()
    assert 0 < snapshot.history_bytes <= 2 * MB
    panel.show_snapshot(snapshot)
    assert panel.memory.field.value() == 2
    assert panel.memory.text().endswith("of 2 MB")


def test_that_nothing_is_wider_than_a_narrow_panel(shown) -> None:
    session = branched(3)
    session.rename_branch("branch 1", "a very long name for a branch that somebody typed")
    panel = shown(session.snapshot(), width=260)
    assert panel.width() == 260
    rect = QRectF(panel.branches.viewport().rect())
    for each in panel.branches.rows:
        parts = panel.branches.parts_of(each.name)
        assert all(rect.left() <= p.left() and p.right() <= rect.right() for p in (parts.check, parts.name, parts.loss))
    tip = panel.branches.tip(centre(panel.branches.parts_of(names(panel)[0]).name))
    assert "somebody typed" in tip


def test_that_its_keys_are_not_the_windows_while_it_has_the_keyboard(qtbot) -> None:
    window, used = QWidget(), []
    qtbot.addWidget(window)
    view = BranchList(LIGHT, window)
    QVBoxLayout(window).addWidget(view)
    for pressed in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Right):
        shortcut = QShortcut(pressed, window)
        shortcut.activated.connect(lambda pressed=pressed: used.append(pressed))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.setFocus()
    for pressed in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Right):
        QTest.keyClick(view, pressed)
    assert used == [Qt.Key.Key_Right]


def test_that_nothing_keeps_a_panel_alive(qtbot) -> None:
    panel = HistoryPanel(LIGHT)
    panel.show_snapshot(branched().snapshot())
    panel.grab()
    alive = weakref.ref(panel)
    del panel
    gc.collect()
    assert alive() is None
