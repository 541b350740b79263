"""The table of samples: sorted, changed, selected; and an input that is typed goes through the network."""

import numpy as np
import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.model.data import data_from_text
from nnviz.model.data.files import detect_text
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.suggestion import scenario_for
from nnviz.model.session.selection import Selection
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.samples import SamplesPanel
from nnviz.views.theme import LIGHT, apply_theme

HOUSES = "area,price\n" + "".join(f"{40 + 7 * n},{1000 + 150 * n}\n" for n in range(12))


def houses() -> Session:
    found = detect_text(HOUSES)
    data = data_from_text(HOUSES, found.options, "standard", target_scaling="standard")
    session = Session(scenario_for(data, "houses"))
    session.step_update(300)
    return session


@pytest.fixture(scope="module")
def xor() -> Snapshot:
    session = Session(find_scenario("xor"))
    session.step_update(3000)
    return session.snapshot()


@pytest.fixture(scope="module")
def priced() -> Snapshot:
    return houses().snapshot()


@pytest.fixture
def panel(qtbot: QtBot) -> SamplesPanel:
    made = SamplesPanel(LIGHT)
    apply_theme(made, LIGHT)
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def heard(signal: object) -> list[tuple[object, ...]]:
    calls: list[tuple[object, ...]] = []
    signal.connect(lambda *values: calls.append(values))  # type: ignore[attr-defined]
    return calls


def shown(panel: SamplesPanel) -> list[list[str]]:
    rows = panel.table.rows
    return [[rows.index(r, c).data() for c in range(rows.columnCount())] for r in range(rows.rowCount())]


def edit(panel: SamplesPanel, row: int, column: int, text: str) -> None:
    rows = panel.table.rows
    rows.setData(rows.index(row, column), text)


def test_that_each_sample_has_its_inputs_its_class_and_the_networks_answer(panel, xor):
    panel.show_snapshot(xor)

    assert shown(panel) == [
        ["training", "0", "0", "0", "0"],
        ["training", "0", "1", "1", "1"],
        ["training", "1", "0", "1", "1"],
        ["training", "1", "1", "0", "0"],
    ]


def test_that_targets_and_answers_are_in_the_units_of_the_data(panel, priced):
    panel.show_snapshot(priced)

    rows = shown(panel)
    assert rows[1][:3] == ["training", "47", "1150"]
    answer, difference = (float(text.replace("−", "-")) for text in rows[1][3:])
    assert answer == pytest.approx(1150, abs=60)
    assert difference == pytest.approx(answer - 1150, abs=0.6)


def test_that_a_click_on_a_heading_sorts_and_sample_numbers_stay(panel, priced):
    panel.show_snapshot(priced)
    panel.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)

    rows = panel.table.rows
    assert [row[2] for row in shown(panel)][:2] == ["2650", "2500"]
    assert rows.headerData(0, Qt.Orientation.Vertical) == 12
    panel.show_snapshot(houses().snapshot())
    assert shown(panel)[0][2] == "2650"


def test_that_the_table_goes_to_the_selected_sample_and_selects_the_one_that_is_clicked(panel, priced):
    calls = heard(panel.sample_requested)
    panel.show_snapshot(priced)
    panel.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    panel.show_selection(Selection(sample=3))

    assert panel.table.currentIndex().row() == 8
    assert calls == []
    panel.table.setCurrentIndex(panel.table.rows.index(0, 1))
    assert calls == [(11,)]


@pytest.mark.parametrize(("column", "typed", "kept"), [(1, "61", "inputs"), (2, "1e3", "targets")])
def test_that_a_typed_number_changes_one_cell_and_no_scale(panel, priced, column, typed, kept):
    calls = heard(panel.scenario_requested)
    panel.show_snapshot(priced)
    edit(panel, 1, column, typed)

    ((scenario, text),) = calls
    assert text == "Change sample 2"
    before, after = priced.data, Session(scenario).snapshot().data
    for name, at in (("raw", column == 1), ("scaled_targets", column == 2)):
        old, new = (getattr(data, name) if name == "raw" else data.scaled_targets.raw for data in (before, after))
        assert np.flatnonzero(old[0] != new[0]).tolist() == ([1] if at else [])
        assert new[0, 1] == (float(typed) if at else old[0, 1])
    np.testing.assert_array_equal(np.delete(before.X, 1, axis=1), np.delete(after.X, 1, axis=1))
    np.testing.assert_array_equal(np.delete(before.targets, 1), np.delete(after.targets, 1))


def test_that_a_class_is_typed_by_its_name(panel, xor):
    calls = heard(panel.scenario_requested)
    panel.show_snapshot(xor)
    edit(panel, 0, 3, "1")

    ((scenario, _),) = calls
    assert scenario.data.labels == (1, 1, 1, 0)


@pytest.mark.parametrize(("column", "typed", "told"), [(3, "maybe", "0, 1"), (1, "one", "0.5")])
def test_that_what_is_no_value_is_refused_in_place(panel, xor, column, typed, told):
    calls = heard(panel.scenario_requested)
    panel.show_snapshot(xor)
    edit(panel, 0, column, typed)

    assert calls == []
    assert typed in panel.problem.text()
    assert told in panel.problem.text()


def test_that_delete_removes_the_sample(panel, xor, qtbot):
    calls = heard(panel.scenario_requested)
    panel.show_snapshot(xor)
    panel.table.setCurrentIndex(panel.table.rows.index(1, 1))
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)

    ((scenario, text),) = calls
    assert text == "Remove sample 2"
    assert scenario.data.labels == (0, 1, 0)


@pytest.mark.parametrize(
    ("typed", "answer"), [("0 1", "→  1"), ("1; 1", "→  0"), ("0,5; 1/2", "a²"), ("1", "2, one for each input"),
                          ("0 x", "x")]
)  # fmt: skip
def test_that_a_typed_input_is_answered_or_refused(panel, xor, typed, answer):
    panel.show_snapshot(xor)
    panel.trial.field.setText(typed)

    assert answer in panel.trial.answer.text()


def test_that_a_typed_input_is_scaled_as_the_samples_are(panel, priced):
    panel.show_snapshot(priced)
    panel.trial.field.setText("47")

    answer = float(panel.trial.answer.text().partition("= ")[2])
    assert answer == pytest.approx(1150, abs=60)


def test_that_answers_follow_a_run_only_at_its_end(panel, xor):
    panel.show_snapshot(Session(find_scenario("xor")).snapshot())
    before = shown(panel)
    panel.show_running(True)
    panel.show_snapshot(xor)
    assert shown(panel) == before
    panel.show_running(False)
    assert shown(panel) != before
