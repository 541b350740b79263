"""The Program panel shows a person's own source: verdicts, arrow, breakpoints, values, and the editor."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt6.QtCore import QEvent, QObject, QPoint, Qt
from PyQt6.QtGui import QPaintEvent, QRegion
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QMenu

from nnviz.controller.own_code_state import OwnCodeState
from nnviz.model.recorded_run.findings import Findings, LineNote, SourceLine
from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.model.recorded_run.source import OwnSource
from nnviz.model.recording.recording import SourceFile
from nnviz.views.program import ProgramPanel
from nnviz.views.program.own_code.pane import OwnCodePane
from nnviz.views.program.own_code.syntax import Syntax
from nnviz.views.program.own_code.values_text import path_at, value_text
from nnviz.views.theme import DARK, LIGHT, metrics
from tests.fixtures.recorded import SCRIPT, WRONG, recorded, unknown_run, xor_run

Shown = Callable[..., ProgramPanel]
PATH = Path("mine.py")


def state(run: RecordedRun | None = None, text: str = SCRIPT, **changes: object) -> OwnCodeState:
    kind = "shown" if run is None else "recorded"
    made = OwnCodeState(kind, OwnSource(PATH), (SourceFile("mine.py", text),), run)
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def shown(qtbot) -> Shown:
    def show(now: OwnCodeState, theme=LIGHT, width: int = 780, height: int = 420) -> ProgramPanel:
        panel = ProgramPanel(theme)
        qtbot.addWidget(panel)
        panel.resize(width, height)
        panel.show()
        panel.show_own_code(now)
        if now.run is not None:
            panel.show_moment(now.run.moment(now.run.first_shown))
        qtbot.waitExposed(panel)
        return panel

    return show


def pane(panel: ProgramPanel) -> OwnCodePane:
    return panel.own_code


def click(panel: ProgramPanel, at: SourceLine, x: int, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    rows = pane(panel).rows
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, modifier, QPoint(x, rows.row_rect(at).center().y()))


class TestVerdict:
    def test_that_code_that_has_not_run_is_shown_with_run_as_the_filled_button(self, shown: Shown, qtbot):
        panel = shown(state())
        verdict = pane(panel).verdict
        button = verdict.button("run")
        assert button.property("primary")
        assert verdict.verdict is not None
        assert "rights" in " ".join(verdict.verdict.quiet)
        with qtbot.waitSignal(pane(panel).run_requested):
            button.setFocus()
            QTest.keyClick(button, Qt.Key.Key_Return)

    def test_that_the_first_wrong_line_is_named_with_its_reason(self, shown: Shown):
        verdict = pane(shown(state(xor_run()))).verdict.verdict
        assert verdict is not None
        assert verdict.kind == "fault"
        assert verdict.title.startswith("Line 10")
        assert verdict.lines == ("This is the slope of σ.",)
        assert "Line 13" in verdict.quiet[0]

    def test_that_right_gradients_come_with_further_advice(self, shown: Shown, qtbot):
        panel = shown(state(xor_run(right=True)))
        verdict = pane(panel).verdict.verdict
        assert verdict is not None
        assert verdict.kind == "holds"
        assert verdict.advice == (("0", "Your rate could be 5 times as large.", True),)

    def test_that_code_of_which_no_line_ran_is_not_searched_for_a_network(self, shown: Shown):
        run = RecordedRun(recorded("# nothing", []), Findings(sentence="No network was recognised."), "mine.py")
        verdict = pane(shown(state(run, text="# nothing"))).verdict.verdict
        assert verdict is not None
        assert verdict.kind == "quiet"
        assert "No line ran" in verdict.title

    @pytest.mark.parametrize("end", [". ", "。"])
    def test_that_the_reason_of_an_error_is_shown_whatever_the_language_puts_between_sentences(
        self, shown: Shown, end: str
    ):
        run = xor_run()
        source = run.recording.files[0].text.split("\n")[WRONG.number - 1].strip()
        text = f"Line 10 raised ValueError: not aligned — `{source}`{end}d2 is 4×1,\n  W2.T is 3×1."
        raised = LineNote(WRONG, "wrong", names=("ValueError",), equation="not aligned", text=text)
        broken = RecordedRun(run.recording, Findings(sentence="", raised=raised), "mine.py")
        verdict = pane(shown(state(broken))).verdict.verdict
        assert verdict is not None
        assert verdict.title == "Line 10 raised ValueError: not aligned"
        assert verdict.lines == ("d2 is 4×1, W2.T is 3×1.",)

    def test_that_code_without_a_network_is_neither_right_nor_wrong(self, shown: Shown):
        verdict = pane(shown(state(unknown_run()))).verdict.verdict
        assert verdict is not None
        assert verdict.kind == "quiet"

    def test_that_a_try_can_be_saved_or_taken_back(self, shown: Shown, qtbot):
        panel = shown(state(xor_run(right=True), source=OwnSource(PATH, SCRIPT), tried=WRONG))
        for key, signal in (("save", pane(panel).save_requested), ("back", pane(panel).back_requested)):
            with qtbot.waitSignal(signal):
                pane(panel).verdict.button(key).click()


class TestLines:
    @pytest.mark.parametrize(
        ("number", "asked", "arguments"),
        [(0, "run_to_requested", [WRONG]), (1, "breakpoint_requested", [WRONG]), (2, "inside_requested", [])],
    )
    def test_that_each_entry_of_a_lines_menu_asks_for_what_it_says(
        self, shown: Shown, qtbot, number: int, asked: str, arguments: list[SourceLine]
    ):
        panel = shown(state(xor_run()))
        pane(panel).rows.menu_requested.emit(WRONG, QPoint(5, 5))
        menu = next(each for each in pane(panel).findChildren(QMenu) if each.actions())
        with qtbot.waitSignal(getattr(pane(panel), asked)) as signal:
            menu.actions()[number].trigger()
        menu.close()
        assert signal.args == arguments

    def test_that_the_mended_line_is_below_the_wrong_one_and_can_be_tried(self, shown: Shown, qtbot):
        panel = shown(state(xor_run()))
        rows = pane(panel).rows
        rows.grab()
        row = rows.source.rows[rows.source.row_of(WRONG) + 1]
        assert rows.source.text_of(row) == "    d1 = d2 @ W2.T * (1 - h**2)"
        with qtbot.waitSignal(pane(panel).try_requested) as asked:
            place = rows.link_rect(WRONG).center()
            QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert asked.args == [WRONG]

    @pytest.mark.parametrize("theme", [LIGHT, DARK])
    def test_that_the_line_that_has_just_run_is_lit(self, shown: Shown, theme):
        panel = shown(state(xor_run()), theme)
        rows = pane(panel).rows
        rect = rows.row_rect(WRONG)
        image = rows.viewport().grab().toImage()
        assert image.pixelColor(rect.width() // 2, rect.top() + 1).name() == theme.now_row.lower()

    def test_that_a_step_paints_the_rows_that_the_arrow_leaves_and_reaches_and_the_mended_one(
        self, shown: Shown, qtbot
    ):
        run = xor_run()
        panel = shown(state(run))
        rows = pane(panel).rows
        painted: list[QRegion] = []

        class Watch(QObject):
            def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
                if isinstance(event, QPaintEvent):
                    painted.append(event.region())
                return False

        qtbot.wait(50)
        watch = Watch()
        rows.viewport().installEventFilter(watch)
        panel.show_moment(run.moment(run.first_shown + 1))
        qtbot.waitUntil(lambda: bool(painted))

        step = run.moment(run.first_shown + 1).at
        assert step is not None
        mended = [n for n, row in enumerate(rows.source.rows) if row.kind == "mended" and row.at == WRONG]
        assert mended
        below = rows.row_rect(WRONG).translated(0, rows.row_rect(WRONG).height())
        for rect in (rows.row_rect(WRONG), below, rows.row_rect(step)):
            assert painted[0].contains(rect.center())
        assert not painted[0].contains(rows.row_rect(SourceLine(0, 7)).center())

    def test_that_the_gutter_sets_and_switches_breakpoints(self, shown: Shown, qtbot):
        panel = shown(state(xor_run()))
        inside = LIGHT.px(metrics.GUTTER) // 2
        with qtbot.waitSignal(pane(panel).breakpoint_requested) as asked:
            click(panel, WRONG, inside)
        assert asked.args == [WRONG]
        with qtbot.waitSignal(pane(panel).breakpoint_switch_requested):
            click(panel, WRONG, inside, Qt.KeyboardModifier.ShiftModifier)

    def test_that_lines_are_chosen_and_run_to_by_the_keyboard(self, shown: Shown, qtbot):
        panel = shown(state(xor_run()))
        rows = pane(panel).rows
        QTest.keyClick(rows, Qt.Key.Key_Down)
        assert rows.selected == SourceLine(0, 11)
        with qtbot.waitSignal(pane(panel).run_to_requested) as asked:
            QTest.keyClick(rows, Qt.Key.Key_Return)
        assert asked.args == [SourceLine(0, 11)]

    def test_that_a_name_says_what_it_holds(self, shown: Shown):
        panel = shown(state(xor_run()))
        rows = pane(panel).rows
        left = rows.row_rect(WRONG).left() + LIGHT.px(metrics.GUTTER) + 60
        y = rows.row_rect(WRONG).center().y()
        tips = {rows.tip_at(QPoint(x, y)) for x in range(left, left + 200, 4)}
        assert any("d2" in tip and "4×1" in tip for tip in tips)
        assert any("W2" in tip and "3×1" in tip for tip in tips)

    def test_that_the_tip_of_a_line_has_its_equation(self, shown: Shown):
        panel = shown(state(xor_run()))
        rows = pane(panel).rows
        tip = rows.tip_at(QPoint(rows.width() - 30, rows.row_rect(WRONG).center().y()))
        assert "tanh′(Z¹)" in tip
        assert "should be" in tip

    def test_that_files_have_headings_where_there_are_several(self, shown: Shown):
        files = (SourceFile("mine.ipynb", "a = 1", 1), SourceFile("mine.ipynb", "b = 2\nc = 3", 4))
        panel = shown(state(files=files))
        rows = pane(panel).rows
        texts = [rows.source.text_of(row) for row in rows.source.rows]
        assert texts == ["cell 1", "a = 1", "cell 4", "b = 2", "c = 3"]


class TestEditor:
    def test_that_what_is_typed_runs_by_ctrl_return(self, shown: Shown, qtbot):
        panel = shown(state(xor_run()))
        pane(panel).edit()
        editor = pane(panel).editor
        assert editor.line == WRONG.number
        editor.insertPlainText("# ")
        with qtbot.waitSignal(pane(panel).text_requested) as asked:
            QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        text, saves = asked.args
        assert "# " in text
        assert not saves
        assert not pane(panel).is_editing

    def test_that_escape_leaves_it(self, shown: Shown):
        panel = shown(state(xor_run()))
        pane(panel).edit()
        QTest.keyClick(pane(panel).editor, Qt.Key.Key_Escape)
        assert not pane(panel).is_editing

    def test_that_new_code_begins_in_it_with_an_example_to_insert(self, shown: Shown, qtbot):
        panel = shown(state(text="", source=OwnSource(None, "")))
        assert pane(panel).is_editing
        with qtbot.waitSignal(pane(panel).example_requested):
            pane(panel).example_button.click()
        pane(panel).insert("a = 1")
        assert pane(panel).editor.toPlainText() == "a = 1"

    def test_that_a_new_line_is_indented_as_the_one_before(self, shown: Shown):
        panel = shown(state(text="", source=OwnSource(None, "")))
        editor = pane(panel).editor
        QTest.keyClicks(editor, "for i in x:")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.keyClicks(editor, "y")
        assert editor.toPlainText() == "for i in x:\n    y"


def test_that_closing_it_shows_the_program_again(shown: Shown):
    panel = shown(state(xor_run()))
    assert panel.windowTitle() == "mine.py"
    panel.show_own_code(None)
    assert not panel.shows_own_code
    assert panel.windowTitle() != "mine.py"


def test_that_words_are_found_over_several_lines():
    syntax = Syntax('x = """a\nb"""  # c\nif x: return 2.5')
    syntax.read_to(1)
    assert not syntax.is_complete
    syntax.read_to(3)
    assert [span.kind for span in syntax.spans(2)] == ["string", "string", "comment"]
    assert [(span.start, span.kind) for span in syntax.spans(3)] == [(0, "keyword"), (6, "keyword"), (13, "number")]


def test_that_the_shortest_name_under_the_mouse_that_holds_numbers_is_found():
    text, names = "    a = self.W[0] @ params['b'].T", {"self.W[0]": 1, "params['b']": 2, "a": 3}
    assert path_at(text, text.index("W[0]"), names) == "self.W[0]"
    assert path_at(text, text.index("'b'"), names) == "params['b']"
    assert path_at(text, 4, names) == "a"
    assert path_at(text, text.index("@"), names) == ""


def test_that_large_arrays_are_written_in_part():
    import numpy as np

    text = value_text("W", np.arange(900.0).reshape(30, 30))
    assert text.startswith("W  30×30")
    assert "…" in text
    assert len(text.split("\n")) == 7
    assert value_text("n", np.array(2.5)) == "n = 2.5"
