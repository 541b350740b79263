"""Whether what a person answered is right, and the score."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from nnviz.model.lesson.answer_form import expression_of, mistake_of, shape_of_text, sign_of, whole_of
from nnviz.model.lesson.lesson import LessonQuestion, Text, text_in
from nnviz.model.lesson.values import LessonValues
from nnviz.model.lesson.walk import cell_of
from nnviz.model.text.numbers import format_number, parse_number


@dataclass(frozen=True)
class Reply:
    """What is said to an answer.

    Attributes
    ----------
    is_right
        Whether it is right; None to an open question.
    because
        Why a choice is not right, where the lesson says it.
    """

    is_right: bool | None
    because: Text


@dataclass(frozen=True)
class Score:
    """The points of those that could be had so far."""

    points: float = 0.0
    possible: float = 0.0

    def with_reply(self, question: LessonQuestion, reply: Reply) -> Score:
        """Return the score with one question more; an open one does not count."""
        if reply.is_right is None:
            return self
        earned = question.points if reply.is_right else 0.0
        return replace(self, points=self.points + earned, possible=self.possible + question.points)


def reply_to(question: LessonQuestion, typed: str, values: LessonValues) -> Reply:
    """Compare an answer with the right one.

    Parameters
    ----------
    question
        The question.
    typed
        A number, a sign, a shape, a cell, the number of a line or of a choice (from 1), the name of a mistake.
    values
        The numbers of the moment.

    Raises
    ------
    ModelError
        If it is no answer of that kind, with what would be one.
    """
    match question.kind:
        case "open":
            return Reply(None, {})
        case "choice":
            choice = question.choices[whole_of(typed, len(question.choices)) - 1]
            return Reply(choice.right, {} if choice.right else choice.because)
        case "number":
            return Reply(_is_near(parse_number(typed), values.number(question.answer), question.within), {})
        case "sign":
            return Reply(sign_of(typed) == _right_sign(question, values), {})
        case "shape":
            return Reply(shape_of_text(typed) == shape_of_text(question.answer), {})
        case "cell":
            return Reply(cell_of(typed) == cell_of(question.answer), {})
        case "line":
            return Reply(whole_of(typed, values.lines) == int(question.answer), {})
        case "mistake":
            return Reply(mistake_of(typed) == question.answer.strip(), {})


def right_answer(question: LessonQuestion, values: LessonValues, language: str) -> str:
    """Return the right answer as text; nothing for an open question."""
    match question.kind:
        case "choice":
            return "; ".join(values.fill(text_in(one.text, language)) for one in question.choices if one.right)
        case "number":
            return format_number(values.number(question.answer))
        case "sign":
            return _right_sign(question, values).replace("-", "−")
        case _:
            return question.answer


def _right_sign(question: LessonQuestion, values: LessonValues) -> str:
    expression = expression_of(question)
    if not expression:
        return sign_of(question.answer)
    number = values.number(expression)
    return "0" if number == 0 else "+" if number > 0 else "-"


def _is_near(answer: float, right: float, within: float) -> bool:
    # Relative to 1 where the right one is 0: nothing else is a share of it.
    return math.isfinite(right) and abs(answer - right) <= within * (abs(right) or 1.0)
