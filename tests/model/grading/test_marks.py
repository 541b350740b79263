"""Marks for a student's code, line by line."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest

from nnviz.cli.main import main
from nnviz.model.codecheck import check
from nnviz.model.codecheck.trial_updates import trials_of
from nnviz.model.errors import ModelError
from nnviz.model.grading.by_function import function_marks
from nnviz.model.grading.grade import Assignment, grade_file
from nnviz.model.grading.marks import LineMark, StudentMarks
from nnviz.model.grading.points import points_for
from nnviz.model.grading.run import files_in
from nnviz.model.grading.submission import read_submission, without_statement
from nnviz.model.grading.written import csv_text, feedback_text, junit_text
from nnviz.model.scenario.file import find_scenario

PROGRAM = trials_of(find_scenario("xor"))[0].program
BODY = """
    (W1, W2), (b1, b2) = weights, biases
    m = X.shape[1]
    Z1 = W1 @ X + b1; A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2; A2 = 1 / (1 + np.exp(-Z2))
    delta2 = A2 - Y
    dW2 = delta2 @ A1.T / m; db2 = delta2.sum(axis=1, keepdims=True) / m
    delta1 = W2.T @ delta2 * (1 - A1**2)
    dW1 = delta1 @ X.T / m; db1 = delta1.sum(axis=1, keepdims=True) / m
"""
ALL = "    return {n: v for n, v in locals().items() if n[0] in 'ZAd'}\n"
LISTS = "    return [dW1, dW2], [db1, db2]\n"


def code(body: str = BODY, returned: str = ALL, head: str = "X, Y, weights, biases") -> str:
    return f"import numpy as np\ndef backprop({head}):{body}{returned}"


def marked(text: str, points: str = "", require: str = "") -> StudentMarks:
    names: dict = {}
    exec(text, names)
    worth = points_for(PROGRAM, points, require)
    return function_marks(Path("ada.py"), PROGRAM, worth, check(names["backprop"], "xor"))


def verdicts(marks: StudentMarks) -> dict[str, str]:
    return {mark.symbol: mark.verdict for mark in marks.marks}


def test_that_right_code_has_every_point_and_lines_that_did_not_come_back_are_implied() -> None:
    whole, lists = marked(code()), marked(code(returned=LISTS))
    assert (whole.ok, whole.points, whole.total) == (lists.ok, lists.points, lists.total) == (True, 10, 10)
    assert verdicts(lists)["delta1"] == verdicts(lists)["Z1"] == "implied"
    assert set(verdicts(whole).values()) == {"right"}


def test_that_a_mistake_costs_its_own_line_alone() -> None:
    marks = marked(code(BODY.replace("A2 - Y", "Y - A2")))
    assert [mark.symbol for mark in marks.marks if not mark.earned] == ["delta2"]
    assert (marks.ok, marks.points, marks.first_difference) == (False, 9, "delta2")


def test_that_what_is_required_must_come_back() -> None:
    marks = marked(code(returned="    return {'dW2': dW2, 'db2': db2}\n"))
    assert not marks.ok
    assert marks.missing == ("dW1", "db1")
    assert verdicts(marks)["delta2"] == "implied"
    assert verdicts(marks)["delta1"] == "missing"
    assert marked(code(returned="    return {'dW2': dW2, 'db2': db2}\n"), "dW2=2", "dW2").ok


def test_that_single_precision_is_no_mistake() -> None:
    assert marked(code(BODY.replace("W1 @ X + b1", "(W1 @ X + b1).astype(np.float32)"))).points == 10


def test_that_points_are_what_they_are_said_to_be() -> None:
    marks = marked(code(BODY.replace("A2 - Y", "Y - A2")), "delta2=2,dW1=1.5")
    assert {mark.symbol: (mark.earned, mark.points) for mark in marks.marks} == {"delta2": (0, 2), "dW1": (1.5, 1.5)}


@pytest.mark.parametrize("points", ["delta9=1", "delta1=much", "delta1=-1"])
def test_that_points_that_cannot_be_read_are_refused(points: str) -> None:
    with pytest.raises(ModelError):
        points_for(PROGRAM, points)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (code(), "function"),
        ("class Net:\n    def backprop(self): pass\n", "nothing"),
        ("", "nothing"),
        ("retrun 1", "function"),
        ("W = 1\nfor i in range(3):\n    W -= 1\n", "script"),
    ],
)
def test_that_a_file_is_what_runs_in_it(tmp_path: Path, text: str, kind: str) -> None:
    path = tmp_path / "ada.py"
    path.write_text(text)
    assert read_submission(path).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        code(head="weights, biases, X, Y"),
        code(BODY.replace("    (W1, W2), (b1, b2) = weights, biases\n", ""), head="X, Y, W1, b1, W2, b2"),
        code(returned="    return dW1, db1, dW2, db2\n"),
        code().replace("backprop", "back_propagate"),
    ],
)
def test_that_other_names_arguments_and_results_are_called_as_they_are(tmp_path: Path, text: str) -> None:
    path = tmp_path / "ada.py"
    path.write_text(text)
    called = read_submission(path)
    assert called.text is not None
    assert called.note
    assert marked(called.text).points == 10


def test_that_what_was_computed_before_it_raised_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "ada.py"
    path.write_text(code(BODY.replace("W2.T @", "W2 @")))
    watching = read_submission(path).watching
    assert watching is not None
    assert [m.symbol for m in marked(watching).marks if m.earned] == ["Z1", "A1", "Z2", "A2", "delta2", "dW2", "db2"]


def test_that_a_statement_is_left_out_only_outside_of_functions() -> None:
    text = code() + "name = input()\n"
    assert without_statement(text, text.count("\n")) == code() + "\n"
    assert without_statement(text, 3) is None


def test_that_the_tables_have_every_line_and_no_formulas() -> None:
    marks = [
        marked(code()),
        StudentMarks("=cmd", "=cmd.py", "function", False, (LineMark("dW1", 2, "wrong", "a\x00|b"),), reason="no"),
    ]
    rows = list(csv.DictReader(io.StringIO(csv_text(marks))))
    assert [row["student"] for row in rows] == ["ada", "'=cmd"]
    assert [row["dW1"] for row in rows] == ["1", "0"]
    suites = ElementTree.fromstring(junit_text(marks)).findall("testsuite")
    assert [(suite.get("tests"), suite.get("failures")) for suite in suites] == [("11", "0"), ("2", "2")]
    assert "✗ 0 / 2" in feedback_text(marks[1])


def test_that_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no such file"):
        files_in([tmp_path])


def test_that_a_file_that_cannot_be_read_has_no_marks_and_says_why(tmp_path: Path) -> None:
    marks = grade_file(tmp_path / "gone.py", Assignment(find_scenario("xor")))
    assert not marks.ok
    assert marks.points == 0
    assert "gone.py" in marks.reason


@pytest.mark.slow
def test_that_a_class_is_marked_and_the_status_says_whether_all_is_right(tmp_path: Path) -> None:
    (tmp_path / "ada.py").write_text(code())
    out = tmp_path / "marks.csv"
    asked = ["grade", str(tmp_path), "--jobs", "1", "--out", str(out), "--feedback", str(tmp_path / "back")]
    assert main(asked) == 0
    (tmp_path / "bob.py").write_text("")
    assert main(asked) == 1
    rows = list(csv.DictReader(io.StringIO(out.read_text())))
    assert [(row["student"], row["points"]) for row in rows] == [("ada", "10"), ("bob", "0")]
    assert (tmp_path / "back" / "bob.md").exists()
