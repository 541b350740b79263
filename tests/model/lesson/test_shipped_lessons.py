"""Each shipped lesson is run from its first step to its last: nothing that it says has become a lie."""

from collections import defaultdict

import pytest

from nnviz.model.lesson.answers import reply_to, right_answer
from nnviz.model.lesson.facts import facts_of
from nnviz.model.lesson.file import find_lesson, shipped_lessons
from nnviz.model.lesson.lesson import Lesson
from nnviz.model.lesson.script import script
from nnviz.model.lesson.values import LessonValues
from nnviz.model.lesson.walk import walk


@pytest.fixture(params=shipped_lessons(), scope="module")
def lesson(request: pytest.FixtureRequest) -> Lesson:
    return find_lesson(request.param)


def test_that_every_fact_is_what_is_computed(lesson: Lesson) -> None:
    facts = list(facts_of(lesson))
    assert len(facts) >= len(lesson.steps)
    assert [str(fact) for fact in facts if not fact.is_true] == []


def test_that_every_answer_is_right_as_it_is_printed(lesson: Lesson) -> None:
    wrong = []
    for number, (step, session) in enumerate(walk(lesson), start=1):
        if step.ask is None or step.ask.kind == "open":
            continue
        values = LessonValues(session.snapshot())
        if step.ask.kind == "choice":
            right = next(n for n, choice in enumerate(step.ask.choices, start=1) if choice.right)
            typed = str(right)
        else:
            typed = right_answer(step.ask, values, "en")
        if not reply_to(step.ask, typed, values).is_right:
            wrong.append((number, typed))
    assert wrong == []


def test_that_every_text_is_there_in_both_languages(lesson: Lesson) -> None:
    languages = defaultdict(list)
    texts = [lesson.title, lesson.text, *lesson.needs]
    for step in lesson.steps:
        texts += [step.say, step.tell, step.notes]
        if step.ask is not None:
            texts += [step.ask.text, *step.ask.hints]
            texts += [text for choice in step.ask.choices for text in (choice.text, choice.because)]
    for text in filter(None, texts):
        languages[tuple(sorted(text))].append(text["en"])
    assert list(languages) == [("en", "zh_CN")], languages


def test_that_every_number_of_the_script_is_filled_in(lesson: Lesson) -> None:
    # In one language: the expressions of both have been tried when the lesson was read.
    text = script(lesson, "zh_CN")
    assert "{" not in text
    assert text.count("\n## ") == len(lesson.steps)


def test_that_it_takes_as_long_as_its_steps(lesson: Lesson) -> None:
    assert lesson.minutes is not None
    steps = sum(step.minutes or 0 for step in lesson.steps)
    assert 15 <= lesson.minutes <= 25
    assert steps <= lesson.minutes
