"""The import panel shows how a file is read, lets it be changed, and opens it or shows why not."""

from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.model.data import build
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.views import file_dialogs
from nnviz.views.imports import ImportPanel
from nnviz.views.theme import LIGHT, apply_theme

FLOWERS = "length,width,kind\n" + "5.1,1.4,iris\n6.0,2.1,rose\n4.9,1.3,iris\n6.3,2.2,rose\n" * 10
PRICES = "area;price\n" + "".join(f"{60 + n},5;{2 * n},25\n" for n in range(30))
PASTED = "x\ty\tclass\n0\t0\tno\n0\t1\tyes\n1\t0\tyes\n1\t1\tno\n"


@pytest.fixture
def panel(qtbot: QtBot) -> ImportPanel:
    made = ImportPanel(LIGHT)
    apply_theme(made, LIGHT)
    qtbot.addWidget(made)
    made.resize(720, 620)
    made.show_snapshot(Session(find_scenario("xor")).snapshot())
    made.show()
    qtbot.waitExposed(made)
    return made


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def heard(signal: object) -> list[tuple[object, ...]]:
    calls: list[tuple[object, ...]] = []
    signal.connect(lambda *values: calls.append(values))  # type: ignore[attr-defined]
    return calls


def rows(panel: ImportPanel) -> list[list[str]]:
    model = panel.preview.model()
    assert model is not None
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def headings(panel: ImportPanel) -> list[str]:
    model = panel.preview.model()
    assert model is not None
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


def opened(panel: ImportPanel) -> Scenario:
    calls = heard(panel.opening_requested)
    panel.opening.click()
    ((session,),) = calls
    assert isinstance(session, Session)
    return session.scenario


# What is shown ------------------------------------------------------------------------------------------------------


def test_that_an_empty_panel_says_what_it_takes_and_opens_nothing(panel: ImportPanel) -> None:
    assert "CSV" in panel.found.text()
    assert not panel.opening.isEnabled()
    assert not panel.using.isEnabled()


def test_that_a_file_is_shown_as_it_was_taken(panel: ImportPanel, tmp_path: Path) -> None:
    panel.show_file(written(tmp_path, "flowers.csv", FLOWERS))
    assert panel.source.text() == "flowers.csv"
    assert "40 samples · 2 inputs · 2 classes: iris, rose" in panel.found.text()
    assert panel.form.choice("delimiter").chosen_value() == ","
    assert panel.form.choice("header").chosen_value() is True
    assert panel.form.choice("task").chosen_value() == "classification"
    assert panel.form.choice("scaling").chosen_value() == "standard"
    assert rows(panel)[0] == ["5.1", "1.4", "iris"]
    assert headings(panel) == ["length\ninput", "width\ninput", "kind\nanswer"]


def test_that_a_table_with_decimal_commas_is_regression(panel: ImportPanel, tmp_path: Path) -> None:
    panel.show_file(written(tmp_path, "prices.csv", PRICES))
    assert panel.form.choice("decimal").chosen_value() == ","
    assert panel.form.choice("task").chosen_value() == "regression"
    assert panel.form.choice("target_scaling").isVisible()
    scenario = opened(panel)
    assert build(scenario.data, 0).raw[0, 0] == 60.5


def test_that_pictures_are_shown_as_such(panel: ImportPanel, tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    path = tmp_path / "own.npz"
    np.savez(path, x=rng.integers(0, 256, (30, 8, 8)).astype(np.uint8), y=np.arange(30) % 3)
    panel.show_file(path)
    assert [tile.caption for tile in panel.pictures.tiles()][:4] == ["0", "1", "2", "0"]
    panel.form.choice("image_shape").choose(None)
    assert not panel.pictures.isVisible()
    assert build(opened(panel).data, 0).image_shape is None


# Opening ------------------------------------------------------------------------------------------------------------


def test_that_a_new_scenario_has_the_samples_and_can_be_run(panel: ImportPanel, tmp_path: Path) -> None:
    panel.show_file(written(tmp_path, "flowers.csv", FLOWERS))
    scenario = opened(panel)
    session = Session(scenario)
    session.step_update(200)
    assert scenario.title["en"] == "flowers"
    assert session.snapshot().data.class_names == ("iris", "rose")
    assert session.snapshot().metrics.train_accuracy == 1.0
    assert not panel.isVisible()


def test_that_what_is_changed_is_what_is_opened(panel: ImportPanel, tmp_path: Path) -> None:
    panel.show_file(written(tmp_path, "flowers.csv", FLOWERS))
    panel.form.choice("answer_columns").choose((1,))
    assert panel.form.choice("task").chosen_value() == "regression"
    assert headings(panel) == ["length\ninput", "width\nanswer", "kind\ninput"]
    assert "Column 'kind': iris becomes 0, rose becomes 1." in panel.notes.text()
    panel.form.choice("scaling").choose("divide")
    panel.form.amount("divisor").field.line_edit().setText("10")
    panel.form.amount("divisor").field.enter()
    panel.form.amount("test_share").field.line_edit().setText("50")
    panel.form.amount("test_share").field.enter()
    data = build(opened(panel).data, 0)
    assert data.X[0, 0] == pytest.approx(0.51)
    assert len(data.test) == 20
    assert data.task == "regression"


def test_that_samples_can_be_used_in_the_network_that_is_there(panel: ImportPanel, tmp_path: Path) -> None:
    calls = heard(panel.scenario_requested)
    panel.show_file(written(tmp_path, "flowers.csv", FLOWERS.replace("rose\n4.9", "tulip\n4.9")))
    panel.using.click()
    ((scenario, text),) = calls
    assert isinstance(scenario, Scenario)
    assert scenario.layers[:-1] == find_scenario("xor").layers[:-1]
    assert scenario.layers[-1].units == 3
    assert "flowers.csv" in str(text)
    assert "3 outputs" in str(text)


def test_that_a_few_pasted_samples_are_all_for_training(panel: ImportPanel) -> None:
    clipboard = QApplication.clipboard()
    assert clipboard is not None
    clipboard.setText(PASTED)
    panel.pasting.click()
    assert panel.form.choice("delimiter").chosen_value() == "\t"
    assert not panel.form.choice("encoding").isVisible()
    data = build(opened(panel).data, 0)
    assert len(data.train) == 4
    assert data.labels is not None
    assert data.labels.tolist() == [0, 1, 1, 0]


def test_that_an_empty_clipboard_is_reported(panel: ImportPanel) -> None:
    clipboard = QApplication.clipboard()
    assert clipboard is not None
    clipboard.clear()
    panel.paste()
    assert "copy cells" in panel.problem.text()


def test_that_a_file_can_be_chosen(panel: ImportPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "flowers.csv", FLOWERS)
    monkeypatch.setattr(file_dialogs, "ask_open", lambda *_: path)
    panel.choosing.click()
    assert panel.source.text() == "flowers.csv"


def test_that_cancelling_opens_nothing_and_forgets(panel: ImportPanel, tmp_path: Path) -> None:
    calls = heard(panel.opening_requested)
    panel.show_file(written(tmp_path, "flowers.csv", FLOWERS))
    panel.cancelling.click()
    assert panel.pending is None
    assert not panel.isVisible()
    assert not calls


def test_that_of_many_columns_the_first_tell_how_wide_the_others_are(panel: ImportPanel, tmp_path: Path) -> None:
    rows = [",".join(f"{m * (123456789 if n == 5 else n)}" for n in range(60)) + f",{m % 2}" for m in range(12)]
    panel.show_file(written(tmp_path, "wide.csv", "\n".join(rows)))
    assert len(headings(panel)) == 61
    widths = [panel.preview.columnWidth(column) for column in range(61)]
    assert len(set(widths[:40])) > 1
    assert set(widths[40:]) == {max(widths[:40])}


# What is for what ---------------------------------------------------------------------------------------------------


def choose_role(panel: ImportPanel, column: int, title: str) -> None:
    panel.preview.offer_roles(column)
    next(action for action in panel.preview.menu.actions() if action.text() == title).trigger()


def test_that_a_column_is_left_out_and_taken_back(panel: ImportPanel, tmp_path: Path) -> None:
    panel.show_file(written(tmp_path, "flowers.csv", FLOWERS))
    choose_role(panel, 0, "left out")
    assert headings(panel) == ["length\nleft out", "width\ninput", "kind\nanswer"]
    assert build(opened(panel).data, 0).X.shape == (1, 40)
    choose_role(panel, 0, "input")
    assert headings(panel) == ["length\ninput", "width\ninput", "kind\nanswer"]


def test_that_several_columns_can_be_targets(panel: ImportPanel, tmp_path: Path) -> None:
    text = "a,b,c\n" + "".join(f"{n},{n / 7:.3f},{n / 9:.3f}\n" for n in range(30))
    panel.show_file(written(tmp_path, "three.csv", text))
    choose_role(panel, 1, "additional answer")
    assert headings(panel) == ["a\ninput", "b\nanswer", "c\nanswer"]
    assert opened(panel).layers[-1].units == 2


def test_that_there_is_always_an_answer(panel: ImportPanel, tmp_path: Path) -> None:
    panel.show_file(written(tmp_path, "flowers.csv", FLOWERS))
    choose_role(panel, 2, "left out")
    assert headings(panel) == ["length\ninput", "width\nanswer", "kind\nleft out"]
    assert panel.problem.text() == ""


# What is wrong ------------------------------------------------------------------------------------------------------


def test_that_a_wrong_cell_is_named_by_row_and_column_and_can_be_left_out(panel: ImportPanel, tmp_path: Path) -> None:
    text = FLOWERS.replace("6.0,2.1,rose", "6.0,,rose", 1)
    panel.show_file(written(tmp_path, "gap.csv", text))
    assert "row 3, column 2 (width)" in panel.problem.text()
    assert not panel.opening.isEnabled()
    panel.form.choice("missing").choose("drop")
    assert panel.problem.text() == ""
    assert "39 samples" in panel.found.text()
    assert "1 rows with missing values left out" in panel.found.text()
    assert build(opened(panel).data, 0).n_samples == 39


def test_that_a_gap_can_be_filled_and_that_is_told(panel: ImportPanel, tmp_path: Path) -> None:
    panel.show_file(written(tmp_path, "gap.csv", FLOWERS.replace("6.0,2.1,rose", "6.0,,rose", 1)))
    panel.form.choice("missing").choose("median")
    assert panel.problem.text() == ""
    assert "1 missing values filled" in panel.found.text()
    assert "8 set aside for testing" in panel.found.text()
    data = build(opened(panel).data, 0)
    assert data.n_samples == 40
    assert data.raw[1, 1] == np.median(np.delete(data.raw[1], 1))


def test_that_a_row_is_marked_where_it_stands_below_comments(panel: ImportPanel, tmp_path: Path) -> None:
    panel.show_file(written(tmp_path, "gap.csv", "# by hand\n" + FLOWERS.replace("6.0,2.1,rose", "6.0,,rose", 1)))
    model = panel.preview.model()
    assert model is not None
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(2)] == [3, 4]
    assert "row 4, column 2 (width)" in panel.problem.text()


def test_that_texts_among_numbers_are_left_out(panel: ImportPanel, tmp_path: Path) -> None:
    text = FLOWERS.replace("6.0,2.1,rose", "6.0,wide,rose", 5)  # more than one in ten is no typing error
    panel.show_file(written(tmp_path, "text.csv", text))
    assert headings(panel)[1] == "width\nleft out"
    assert "has numbers and texts" in panel.notes.text()


def test_that_what_is_no_table_is_reported(panel: ImportPanel, tmp_path: Path) -> None:
    panel.show_file(written(tmp_path, "one.csv", "hello\n"))
    assert "fewer than two samples" in panel.problem.text()
    assert not panel.opening.isEnabled()
    assert not panel.preview.isVisible()


def test_that_a_file_that_is_gone_when_it_is_opened_is_reported(panel: ImportPanel, tmp_path: Path) -> None:
    path = written(tmp_path, "flowers.csv", FLOWERS)
    panel.show_file(path)
    path.unlink()
    calls = heard(panel.opening_requested)
    panel.opening.click()
    assert "flowers.csv" in panel.problem.text()
    assert panel.isVisible()
    assert not calls


def test_that_another_delimiter_is_tried_and_taken_back(panel: ImportPanel, tmp_path: Path) -> None:
    panel.show_file(written(tmp_path, "flowers.csv", FLOWERS))
    panel.form.choice("delimiter").choose(";")
    assert panel.problem.text() != ""
    assert panel.form.choice("delimiter").chosen_value() == ";"
    panel.form.choice("delimiter").choose(",")
    assert panel.problem.text() == ""
    assert panel.opening.isEnabled()


def test_that_a_choice_that_cannot_be_stays_in_its_field_beside_the_reason(panel: ImportPanel, tmp_path: Path) -> None:
    path = tmp_path / "own.npz"
    np.savez(path, x=np.random.default_rng(1).normal(size=(30, 3)), y=np.arange(30) % 3, z=np.arange(7))
    panel.show_file(path)
    panel.form.choice("answers_array").choose("z")
    assert panel.form.choice("answers_array").chosen_value() == "z"
    assert "30 samples and 7 answers" in panel.problem.text()
    panel.form.choice("answers_array").choose("y")
    assert panel.problem.text() == ""
    assert len(build(opened(panel).data, 0).class_names) == 3
