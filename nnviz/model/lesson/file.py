"""Reading lesson files, one JSON document each, with every problem reported."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from nnviz.assets import asset
from nnviz.model.errors import ModelError
from nnviz.model.files.present import is_file
from nnviz.model.lesson.lesson import Lesson
from nnviz.model.lesson.validation import LessonError, check
from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.scenario.validation import Problem
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

if TYPE_CHECKING:
    from pydantic import TypeAdapter

BYTES_MAX: Final = 2**20
"""Bytes of the largest lesson file: two hundred steps in ten languages are shorter."""


def shipped_lessons() -> tuple[str, ...]:
    """Return the names of the lessons that come with nnviz."""
    return tuple(sorted(path.stem for path in asset("lessons").glob("*.json")))


def find_lesson(name_or_path: str) -> Lesson:
    """Read a lesson by the name of a shipped one or by the path of a file.

    Raises
    ------
    ModelError
        If there is neither.
    LessonError
        If the file is not a valid lesson.
    """
    if name_or_path in shipped_lessons():
        return read_lesson(asset("lessons", f"{name_or_path}.json"))
    path = Path(name_or_path)
    if not is_file(path):
        raise ModelError(
            asked=f"the lesson {name_or_path!r}",
            where="",
            found="neither a shipped lesson nor a file",
            accepted=f"a path to a .json file, or one of: {', '.join(shipped_lessons())}",
        )
    return read_lesson(path)


def read_lesson(path: Path) -> Lesson:
    """Read a lesson file, and check that its parts fit together and to the programs that it runs.

    Raises
    ------
    LessonError
        With every problem found, each with its field.
    """
    asked = f"the lesson {path}"
    try:
        size = path.stat().st_size
        if size > BYTES_MAX:
            accepted = filled(QT_TRANSLATE_NOOP("model", "at most {most} KB"), most=BYTES_MAX // 2**10)
            raise LessonError(asked, [Problem("file", f"{size // 2**10} KB", accepted)])
        # Editors on Windows may write a byte order mark at the beginning.
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LessonError(asked, [Problem("file", str(error), "a readable UTF-8 text file")]) from error
    lesson = replace(_lesson_from(text, asked), name=path.stem)
    lesson = _with_scenarios_beside(lesson, path.parent)
    check(lesson, asked)
    return lesson


def json_schema() -> dict[str, Any]:
    """Return the JSON schema of lesson files, with the names of the mistakes."""
    schema = _adapter().json_schema()
    schema["title"] = "nnviz lesson"
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    del schema["properties"]["name"]
    schema["properties"]["$schema"] = {"type": "string"}
    schema["$defs"]["LessonChange"]["properties"]["mistakes"]["anyOf"][0]["items"]["enum"] = list(CATALOGUE)
    return dict(schema)


def _lesson_from(text: str, asked: str) -> Lesson:
    from pydantic import ValidationError

    from nnviz.model.scenario.file_problems import problems_of

    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LessonError(asked, [Problem("file", str(error) or "nothing", "a JSON document")]) from None
    named = isinstance(document, dict) and "name" in document
    if isinstance(document, dict):
        document.pop("$schema", None)
    try:
        # Strict, so that "3" is not a number; as JSON, so that lists are accepted as tuples.
        lesson = _adapter().validate_json(json.dumps(document), strict=True)
    except ValidationError as error:
        raise LessonError(asked, problems_of(error, Lesson)) from None
    if named:
        raise LessonError(asked, [Problem("name", repr(lesson.name), "no such field: the file's name is it")])
    return lesson


def _with_scenarios_beside(lesson: Lesson, folder: Path) -> Lesson:
    """Return a lesson whose scenarios that lie beside its file can be found from anywhere."""

    def found(name: str) -> str:
        beside = folder / name
        return str(beside) if name.endswith(".json") and is_file(beside) else name

    steps = tuple(
        step
        if step.change is None or step.change.scenario is None
        else replace(step, change=replace(step.change, scenario=found(step.change.scenario)))
        for step in lesson.steps
    )
    return replace(lesson, scenario=found(lesson.scenario), steps=steps)


@cache
def _adapter() -> TypeAdapter[Lesson]:
    from pydantic import TypeAdapter

    return TypeAdapter(Lesson)
