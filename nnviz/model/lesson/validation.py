"""Checking that the parts of a lesson fit together, and fit the programs that it runs; nothing is run for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.evaluator.evaluator import parse_expression
from nnviz.model.lesson.answer_form import answer_problem, expression_of
from nnviz.model.lesson.lesson import Lesson, LessonMoment, LessonQuestion, LessonStep
from nnviz.model.lesson.values import LessonValues, expressions_in
from nnviz.model.lesson.walk import begin, cell_of, changed
from nnviz.model.program.shapes import Shape
from nnviz.model.scenario.validation import Problem, ScenarioError
from nnviz.model.session.session import Session
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_NAME: Final = re.compile("[a-z0-9-]*")
_LINE: Final = re.compile(r"line:([0-9]+)")
CHECK: Final = "check"
"""What hides the verdicts of the checks."""


class LessonError(ScenarioError):
    """The error for a lesson that cannot be given, with every problem found."""


def check(lesson: Lesson, asked: str) -> None:
    """Check a lesson that has been read.

    Raises
    ------
    LessonError
        With every problem found, each with its field.
    """
    problems = [*_texts("title", lesson.title), *_texts("text", lesson.text), *_names(lesson)]
    for number, needs in enumerate(lesson.needs):
        problems += _texts(f"needs[{number}]", needs)
    try:
        session = begin(lesson)
    except ModelError as error:
        raise LessonError(asked, [*problems, _of_error("scenario", error)]) from error
    if not lesson.steps:
        problems.append(Problem("steps", "[]", QT_TRANSLATE_NOOP("model", "at least one step")))
    for number, step in enumerate(lesson.steps):
        where = f"steps[{number}]"
        if step.change is not None:
            try:
                session = Session(changed(step.change, session.scenario))
            except ModelError as error:
                problems.append(_of_error(f"{where}.change", error))
        problems += _step(where, step, session)
    if problems:
        raise LessonError(asked, problems)


def _names(lesson: Lesson) -> Iterator[Problem]:
    times = Counter(step.name for step in lesson.steps if step.name)
    for number, step in enumerate(lesson.steps):
        if _NAME.fullmatch(step.name) is None or times[step.name] > 1:
            accepted = QT_TRANSLATE_NOOP("model", "small letters, digits and hyphens, and no name twice")
            yield Problem(f"steps[{number}].name", f"“{step.name}”", accepted)


def _step(where: str, step: LessonStep, session: Session) -> Iterator[Problem]:
    shapes = LessonValues(session.snapshot()).shapes
    if step.at is not None:
        yield from _moment(f"{where}.at", step.at, session, shapes)
    for number, hidden in enumerate(step.hide):
        yield from _hidden(f"{where}.hide[{number}]", hidden, session, shapes)
    for field, text in (("say", step.say), ("tell", step.tell), ("notes", step.notes)):
        yield from _texts(f"{where}.{field}", text, shapes)
    for expression in step.expect:
        yield from _expression(f"{where}.expect", expression, shapes)
    if step.change is not None:
        for cell in step.change.values:
            yield from _expression(f"{where}.change.values", cell, shapes)
    if step.ask is not None:
        yield from _question(f"{where}.ask", step.ask, session, shapes)


def _moment(where: str, moment: LessonMoment, session: Session, shapes: Mapping[str, Shape]) -> Iterator[Problem]:
    if (moment.update is None) == (not moment.until):
        accepted = QT_TRANSLATE_NOOP("model", "an update with or without a line, or until")
        yield Problem(where, f"update {moment.update}, until “{moment.until}”", accepted)
    if moment.until:
        yield from _expression(f"{where}.until", moment.until, shapes, condition=True)
    most = len(session.program) if moment.update else 0
    if moment.line is not None and moment.line > most:
        accepted = filled(QT_TRANSLATE_NOOP("model", "{low} to {high}"), low=0, high=most)
        yield Problem(f"{where}.line", str(moment.line), accepted)


def _hidden(where: str, text: str, session: Session, shapes: Mapping[str, Shape]) -> Iterator[Problem]:
    line = _LINE.fullmatch(text)
    if text in session.symbols or text == CHECK or (line and 1 <= int(line[1]) <= len(session.program)):
        return
    try:
        cell_of(text)
    except ModelError:
        accepted = QT_TRANSLATE_NOOP("model", "a symbol, a cell such as W1[0,1], line:N with a line's number, or check")
        yield Problem(where, f"“{text}”", accepted)
    else:
        yield from _expression(where, text, shapes)


def _question(where: str, question: LessonQuestion, session: Session, shapes: Mapping[str, Shape]) -> Iterator[Problem]:
    yield from _texts(f"{where}.text", question.text, shapes)
    for number, hint in enumerate(question.hints):
        yield from _texts(f"{where}.hints[{number}]", hint, shapes)
    for number, choice in enumerate(question.choices):
        yield from _texts(f"{where}.choices[{number}].text", choice.text, shapes)
        yield from _texts(f"{where}.choices[{number}].because", choice.because, shapes)
    problem = answer_problem(question, len(session.program))
    if problem is not None:
        yield Problem(f"{where}.{problem.field}", problem.found, problem.accepted)
        return
    expression = expression_of(question)
    if expression:
        yield from _expression(f"{where}.answer", expression, shapes)


def _texts(where: str, texts: Mapping[str, str], shapes: Mapping[str, Shape] | None = None) -> Iterator[Problem]:
    if texts and not texts.get("en"):
        yield Problem(where, ", ".join(texts), QT_TRANSLATE_NOOP("model", "a text in English (en) among them"))
    if shapes is not None:
        for expression in dict.fromkeys(expressions_in(texts)):
            yield from _expression(where, expression, shapes)


def _expression(
    where: str, expression: str, shapes: Mapping[str, Shape], *, condition: bool | None = None
) -> Iterator[Problem]:
    try:
        parse_expression(expression, shapes, condition)
    except ModelError as error:
        yield Problem(where, f"{expression}: {error.found}", error.accepted)


def _of_error(where: str, error: ModelError) -> Problem:
    return Problem(where, error.found, error.accepted)
