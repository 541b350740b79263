"""A session that is taken from step to step of a lesson, by what a person could do as well."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from nnviz.model.breakpoints.expression_condition import ExpressionHolds
from nnviz.model.breakpoints.run import Breakpoint, run_until
from nnviz.model.errors import ModelError
from nnviz.model.lesson.lesson import Lesson, LessonChange, LessonMoment, LessonStep
from nnviz.model.scenario.file import find_scenario, scenario_from_json
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled


def begin(lesson: Lesson) -> Session:
    """Return the session of a lesson, before its first step."""
    scenario = find_scenario(lesson.scenario)
    return Session(scenario if lesson.convention is None else replace(scenario, convention=lesson.convention))


def walk(lesson: Lesson) -> Iterator[tuple[LessonStep, Session]]:
    """Yield each step with the session where the step stands; it is the same session, moved on.

    Raises
    ------
    ModelError
        If a step cannot be reached.
    """
    session = begin(lesson)
    for step in lesson.steps:
        if step.change is not None:
            make(step.change, session)
        if step.at is not None:
            go(step.at, session)
        yield step, session


def make(change: LessonChange, session: Session) -> None:
    """Make a change of a lesson.

    Raises
    ------
    ModelError
        If it does not fit.
    """
    scenario = changed(change, session.scenario)
    if scenario != session.scenario:
        session.change(scenario)
    if change.restart:
        session.restart()
    for cell, value in change.values.items():
        symbol, row, column = cell_of(cell)
        session.set_value(symbol, (row, column), value)


def changed(change: LessonChange, scenario: Scenario) -> Scenario:
    """Return a scenario with the settings that a change of a lesson makes."""
    if change.scenario is not None:
        scenario = replace(find_scenario(change.scenario), convention=scenario.convention)
    if change.settings:
        document = {**json.loads(scenario.to_json()), **change.settings}
        scenario = scenario_from_json(json.dumps(document), scenario.name)
    if change.learning_rate is not None:
        scenario = replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=change.learning_rate))
    if change.seed is not None:
        scenario = replace(scenario, seed=change.seed)
    if change.mistakes is not None:
        scenario = replace(scenario, mistakes=change.mistakes, hides_mistakes=change.hides_mistakes)
    return scenario


def go(moment: LessonMoment, session: Session) -> None:
    """Move a session to a moment, back or by running on.

    Raises
    ------
    ModelError
        If an expression has not held after as many updates as the moment says.
    """
    if moment.until:
        session.seek(0)
        if not run_until(session, [Breakpoint(ExpressionHolds(moment.until))], moment.most).stops:
            raise ModelError(
                asked=moment.until,
                where="",
                found=filled(QT_TRANSLATE_NOOP("model", "that it never held in {most} updates"), most=moment.most),
                accepted=QT_TRANSLATE_NOOP("model", "an expression that comes to hold"),
            )
        return
    update = moment.update or 0
    # A place that has been run is sought, and the rest is run: whole updates before the last, then its lines.
    last = update if moment.line in (None, len(session.program)) else max(update - 1, 0)
    session.seek(min(last, session.newest.completed))
    session.step_update(last - session.position.completed)
    if last < update:
        session.step_line(moment.line or 0)
    elif update and moment.line is not None:
        session.seek(update, moment.line)


def cell_of(text: str) -> tuple[str, int, int]:
    """Return symbol, row and column of a text such as ``W1[0,1]``.

    Raises
    ------
    ModelError
        If it is not written so.
    """
    symbol, bracket, rest = "".join(text.split()).partition("[")
    row, _, column = rest.removesuffix("]").partition(",")
    if not (symbol.isidentifier() and bracket and rest.endswith("]") and row.isdecimal() and column.isdecimal()):
        raise ModelError(
            asked=QT_TRANSLATE_NOOP("model", "a cell"),
            where="",
            found=f"“{text}”",
            accepted=QT_TRANSLATE_NOOP("model", "a symbol with row and column from 0, such as W1[0,1]"),
        )
    return symbol, int(row), int(column)
