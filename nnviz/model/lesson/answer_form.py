"""What an answer must look like, by the kind of its question: in a lesson file, and as a person types it."""

from __future__ import annotations

import re
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.lesson.lesson import LessonQuestion
from nnviz.model.lesson.walk import cell_of
from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.scenario.validation import Problem
from nnviz.model.text.numbers import MINUS
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

SIGNS: Final = ("+", "0", "-")
_SHAPE: Final = re.compile(r"[\[(]?\s*([0-9]+)\s*[,×x*]\s*([0-9]+)\s*[\])]?")


def sign_of(text: str) -> str:
    """Return a typed sign as one of `SIGNS`.

    Raises
    ------
    ModelError
        If it is none.
    """
    sign = text.strip().replace(MINUS, "-")
    if sign not in SIGNS:
        raise _refused(QT_TRANSLATE_NOOP("model", "a sign"), text, QT_TRANSLATE_NOOP("model", "+, 0 or −"))
    return sign


def shape_of_text(text: str) -> tuple[int, int]:
    """Return a typed shape: ``3, 4``, ``3×4``.

    Raises
    ------
    ModelError
        If it is none.
    """
    found = _SHAPE.fullmatch(text.strip())
    if found is None:
        accepted = QT_TRANSLATE_NOOP("model", "rows and columns, such as 3, 4")
        raise _refused(QT_TRANSLATE_NOOP("model", "a shape"), text, accepted)
    return int(found[1]), int(found[2])


def whole_of(text: str, most: int) -> int:
    """Return a typed whole number from 1.

    Raises
    ------
    ModelError
        If it is none, or greater than `most`.
    """
    number = int(text) if text.strip().isdecimal() and len(text) < 10 else 0
    if not 1 <= number <= most:
        accepted = filled(QT_TRANSLATE_NOOP("model", "{low} to {high}"), low=1, high=most)
        raise _refused(QT_TRANSLATE_NOOP("model", "a whole number"), text, accepted)
    return number


def mistake_of(text: str) -> str:
    """Return a typed name of a mistake.

    Raises
    ------
    ModelError
        If it is none of the catalogue.
    """
    if text.strip() not in CATALOGUE:
        raise _refused(QT_TRANSLATE_NOOP("model", "a mistake"), text, ", ".join(CATALOGUE))
    return text.strip()


def expression_of(question: LessonQuestion) -> str:
    """Return the expression that computes the answer; nothing where it is written out."""
    if question.kind == "sign" and question.answer.replace(MINUS, "-") in SIGNS:
        return ""
    return question.answer if question.kind in ("number", "sign", "cell") else ""


def answer_problem(question: LessonQuestion, lines: int) -> Problem | None:
    """Return what is wrong with the written answer of a question, if anything.

    Parameters
    ----------
    question
        The question.
    lines
        How many lines the program has.
    """
    if question.kind == "choice":
        if any(choice.right for choice in question.choices):
            return None
        found = filled(QT_TRANSLATE_NOOP("model", "{count} choices, none of them right"), count=len(question.choices))
        return Problem("choices", found, QT_TRANSLATE_NOOP("model", "choices with a right one among them"))
    if question.choices:
        return Problem("choices", question.kind, QT_TRANSLATE_NOOP("model", "choices only for a question of that kind"))
    if question.kind == "open":
        no_answer = QT_TRANSLATE_NOOP("model", "no answer: an open question has none")
        return Problem("answer", f"“{question.answer}”", no_answer) if question.answer else None
    try:
        match question.kind:
            case "shape":
                shape_of_text(question.answer)
            case "cell":
                cell_of(question.answer)
            case "line":
                whole_of(question.answer, lines)
            case "mistake":
                mistake_of(question.answer)
            case _ if not question.answer.strip():
                return Problem("answer", "“”", QT_TRANSLATE_NOOP("model", "an expression"))
    except ModelError as error:
        return Problem("answer", error.found, error.accepted)
    return None


def _refused(asked: str, text: str, accepted: str) -> ModelError:
    return ModelError(asked=asked, where="", found=f"“{text}”", accepted=accepted)
