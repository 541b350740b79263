"""Reading lesson files: what is accepted, and what is said of everything else, all at once."""

import json
from pathlib import Path
from typing import Any

import pytest

from nnviz.assets import asset
from nnviz.model.errors import ModelError
from nnviz.model.lesson.file import find_lesson, json_schema, read_lesson
from nnviz.model.lesson.lesson import Lesson
from nnviz.model.lesson.validation import LessonError
from nnviz.model.lesson.walk import walk

EMPTY = {"title": {"en": "A lesson"}, "scenario": "xor"}


def written(folder: Path, *steps: dict[str, Any], **fields: Any) -> Path:
    path = folder / "mine.json"
    path.write_text(json.dumps(EMPTY | {"steps": list(steps)} | fields), encoding="utf-8")
    return path


def problems(path: Path) -> dict[str, str]:
    with pytest.raises(LessonError) as caught:
        read_lesson(path)
    return {problem.field: f"{problem.found} | {problem.accepted}" for problem in caught.value.problems}


def saying(**fields: Any) -> dict[str, Any]:
    return {"say": {"en": "Look."}} | fields


def number_of(path: Path, expression: str) -> float:
    from nnviz.model.lesson.values import LessonValues

    *_, (_, session) = walk(read_lesson(path))
    return LessonValues(session.snapshot()).number(expression)


def test_that_the_smallest_lesson_is_read_and_is_named_after_its_file(tmp_path: Path) -> None:
    lesson = read_lesson(written(tmp_path, saying()))
    assert isinstance(lesson, Lesson)
    assert lesson.name == "mine"


def test_that_every_problem_of_types_is_reported_at_once(tmp_path: Path) -> None:
    found = problems(written(tmp_path, saying(minutes="3"), {"tell": {}}, saying(nope=1), minutes=0))
    assert set(found) == {"steps[0].minutes", "steps[1].say", "steps[2].nope", "minutes"}
    assert "hide" in found["steps[2].nope"]


def test_that_every_problem_of_what_it_means_is_reported_at_once(tmp_path: Path) -> None:
    steps = [
        saying(name="Twice"),
        saying(at={"update": 1, "line": 99}),
        saying(at={"update": 1, "until": "L < 0.1"}),
        saying(hide=["delta9"]),
        {"say": {"zh_CN": "{nonsense}"}},
        saying(expect={"W1[9,9]": 1}),
        saying(change={"mistakes": ["no-such-mistake"]}),
        saying(ask={"text": {"en": "?"}, "kind": "sign", "answer": "W1"}),
        saying(ask={"text": {"en": "?"}, "kind": "choice"}),
        saying(ask={"text": {"en": "?"}, "kind": "line", "answer": "40"}),
        saying(ask={"text": {"en": "?"}, "kind": "open", "answer": "1"}),
    ]
    found = problems(written(tmp_path, *steps))
    assert list(found) == [
        "steps[0].name",
        "steps[1].at.line",
        "steps[2].at",
        "steps[3].hide[0]",
        "steps[4].say",
        "steps[5].expect",
        "steps[6].change",
        "steps[7].ask.answer",
        "steps[8].ask.choices",
        "steps[9].ask.answer",
        "steps[10].ask.answer",
    ]
    assert "0 to 15" in found["steps[1].at.line"]


def test_that_expressions_are_checked_against_the_program_of_their_step(tmp_path: Path) -> None:
    changed = saying(change={"scenario": "linear-unit"}, expect={"W2[0,0]": 1})
    assert list(problems(written(tmp_path, saying(expect={"W2[0,0]": 1}), changed))) == ["steps[1].expect"]


@pytest.mark.parametrize("text", ["", "[", "[]", "null"])
def test_that_what_is_no_lesson_at_all_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.json"
    path.write_text(text, encoding="utf-8")
    assert list(problems(path)) == ["file"]


def test_that_a_name_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(ModelError, match="one-delta"):
        find_lesson("no-such-lesson")


def test_that_a_scenario_beside_the_lesson_is_found(tmp_path: Path) -> None:
    xor = asset("scenarios", "xor.json").read_text(encoding="utf-8")
    (tmp_path / "own.json").write_text(xor, encoding="utf-8")
    path = written(tmp_path, saying(at={"update": 1}), scenario="own.json")
    assert number_of(path, "update") == 1


@pytest.mark.parametrize(
    ("at", "update", "line"),
    [
        ({"update": 0}, 0, 0),
        ({"update": 1, "line": 6}, 1, 6),
        ({"update": 3}, 3, 15),
        ({"update": 3, "line": 15}, 3, 15),
        ({"until": "L < 0.7"}, 8, 5),
    ],
)
@pytest.mark.parametrize("before", [{"update": 0}, {"update": 2, "line": 3}, {"update": 40}], ids=str)
def test_that_a_moment_is_the_same_from_wherever_it_is_reached(
    tmp_path: Path, before: dict[str, Any], at: dict[str, Any], update: int, line: int
) -> None:
    *_, (_, session) = walk(read_lesson(written(tmp_path, saying(at=before), saying(at=at))))
    assert (session.position.update, session.position.line) == (update, line)


def test_that_a_moment_that_never_comes_is_said(tmp_path: Path) -> None:
    lesson = read_lesson(written(tmp_path, saying(at={"until": "L < 0", "most": 5})))
    with pytest.raises(ModelError, match="never held in 5 updates"):
        list(walk(lesson))


@pytest.mark.parametrize(
    ("change", "expression", "value"),
    [
        ({"values": {"W1[0,1]": 0.5}}, "W1[0,1]", 0.5),
        ({"settings": {"initial": {"values": {"b1": [[1.0], [2.0], [3.0]]}}}}, "b1[1,0]", 2.0),
        ({"restart": True}, "update", 0.0),
        ({"scenario": "linear-unit"}, "update", 0.0),
    ],
)
def test_that_a_change_is_made(tmp_path: Path, change: dict[str, Any], expression: str, value: float) -> None:
    path = written(tmp_path, saying(at={"update": 2}), saying(change=change))
    assert number_of(path, expression) == value


def test_that_the_schema_beside_the_files_is_of_what_is_read() -> None:
    text = asset("lesson.schema.json").read_text(encoding="utf-8")
    assert json.loads(text) == json_schema()
