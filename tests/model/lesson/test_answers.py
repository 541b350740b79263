"""Answers that people type: which are right, which are none, and what they score."""

import pytest

from nnviz.model.errors import ModelError
from nnviz.model.lesson.answers import Score, reply_to
from nnviz.model.lesson.lesson import Choice, LessonQuestion, QuestionKind
from nnviz.model.lesson.values import LessonValues
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session

CHOICES = (Choice({"en": "up"}, right=True), Choice({"en": "down"}, because={"en": "It falls."}))


@pytest.fixture(scope="module")
def values() -> LessonValues:
    session = Session(find_scenario("xor"))
    session.step_line(6)  # delta2[0,1] is −0.44965
    return LessonValues(session.snapshot())


def question(kind: QuestionKind, answer: str) -> LessonQuestion:
    return LessonQuestion({"en": "?"}, kind, answer, choices=CHOICES if kind == "choice" else ())


@pytest.mark.parametrize(
    ("kind", "answer", "typed", "right"),
    [
        ("number", "delta2[0,1]", "−0.45", True),
        ("number", "delta2[0,1]", "-0,4497", True),
        ("number", "delta2[0,1]", "-0.46", False),
        ("number", "delta2[0,1]", "0.45", False),
        ("number", "delta2[0,1] * 0", "0", True),
        ("number", "delta2[0,1] * 0", "0.02", False),
        ("sign", "delta2[0,1]", "−", True),
        ("sign", "delta2[0,1]", "+", False),
        ("sign", "+", "+", True),
        ("shape", "3, 4", "3×4", True),
        ("shape", "3, 4", "[4, 3]", False),
        ("cell", "delta2[0,3]", "delta2[0, 3]", True),
        ("cell", "delta2[0,3]", "delta2[0,1]", False),
        ("line", "9", "9", True),
        ("line", "9", "8", False),
        ("mistake", "wrong-derivative", "wrong-derivative", True),
        ("choice", "", "1", True),
        ("choice", "", "2", False),
    ],
)
def test_that_an_answer_is_compared(
    values: LessonValues, kind: QuestionKind, answer: str, typed: str, right: bool
) -> None:
    assert reply_to(question(kind, answer), typed, values).is_right is right


@pytest.mark.parametrize(
    ("kind", "answer", "typed", "accepted"),
    [
        ("number", "L", "much", "0.5"),
        ("sign", "+", "up", "+, 0 or −"),
        ("shape", "3, 4", "3", "3, 4"),
        ("cell", "W1[0,1]", "W1", "W1[0,1]"),
        ("line", "9", "16", "1 to 15"),
        ("mistake", "wrong-derivative", "a typo", "wrong-derivative"),
        ("choice", "", "3", "1 to 2"),
    ],
)
def test_that_what_is_no_answer_is_refused_with_what_would_be_one(
    values: LessonValues, kind: QuestionKind, answer: str, typed: str, accepted: str
) -> None:
    with pytest.raises(ModelError) as caught:
        reply_to(question(kind, answer), typed, values)
    assert accepted in caught.value.accepted


def test_that_a_wrong_choice_is_explained(values: LessonValues) -> None:
    assert reply_to(question("choice", ""), "2", values).because == {"en": "It falls."}


def test_that_an_open_question_counts_nothing(values: LessonValues) -> None:
    asked = [question("line", "9"), question("line", "8"), question("open", "")]
    score = Score()
    for each in asked:
        score = score.with_reply(each, reply_to(each, "9", values))
    assert score == Score(points=1.0, possible=2.0)


def test_that_a_value_that_no_line_has_computed_is_said(values: LessonValues) -> None:
    with pytest.raises(ModelError, match="no line has computed"):
        values.fill("{dW1[0,0]}")


def test_that_numbers_stand_in_texts_in_the_digits_of_the_screen_or_all(values: LessonValues) -> None:
    assert values.fill("{delta2[0,0]} {delta2[0,0]:exact}") == "0.5000 0.5"
