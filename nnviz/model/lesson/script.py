"""The teacher's script of a lesson, as Markdown: all that is said and asked, with the numbers and the answers."""

from __future__ import annotations

from collections.abc import Iterator

from nnviz.model.lesson.answers import right_answer
from nnviz.model.lesson.lesson import Lesson, LessonQuestion, LessonStep, text_in
from nnviz.model.lesson.values import LessonValues
from nnviz.model.lesson.walk import walk
from nnviz.model.lesson.words import LessonWords, lesson_words
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_short


def script(lesson: Lesson, language: str) -> str:
    """Run a lesson from its first step to its last, and return its script.

    Raises
    ------
    ModelError
        If a step cannot be reached, or a text reads what is not computed there.
    """
    words = lesson_words(language)
    blocks = [f"# {text_in(lesson.title, language)}", text_in(lesson.text, language), about(lesson, words)]
    if lesson.needs:
        blocks.append(words.needs.format(needs="; ".join(text_in(needs, language) for needs in lesson.needs)))
    for number, (step, session) in enumerate(walk(lesson), start=1):
        blocks += _step(number, step, session, words, language)
    return "\n\n".join(block for block in blocks if block) + "\n"


def about(lesson: Lesson, words: LessonWords) -> str:
    """Return in one line how long a lesson is, and how many points there are."""
    minutes = lesson.minutes or sum(step.minutes or 0.0 for step in lesson.steps)
    asked = [step.ask for step in lesson.steps if step.ask is not None and step.ask.kind != "open"]
    points = sum(question.points for question in asked)
    return words.about.format(steps=len(lesson.steps), minutes=format_short(minutes), points=format_short(points))


def place(snapshot: Snapshot, words: LessonWords) -> str:
    """Return where a step stands, with the line that has just run."""
    position, line = snapshot.position, snapshot.lit_line
    if line is None:
        return words.start
    if position.line == position.lines:
        return words.update.format(update=position.update)
    text = line.formula(snapshot.labels, snapshot.scenario.convention)
    return words.line.format(update=position.update, line=position.line, text=text)


def _step(number: int, step: LessonStep, session: Session, words: LessonWords, language: str) -> Iterator[str]:
    snapshot = session.snapshot()
    values = LessonValues(snapshot)
    minutes = "" if step.minutes is None else f" ({words.minutes.format(minutes=format_short(step.minutes))})"
    yield f"## {number}{minutes}"
    yield f"*{place(snapshot, words)}*"
    if snapshot.scenario.mistakes:
        yield f"*{words.mistakes.format(mistakes=', '.join(snapshot.scenario.mistakes))}*"
    if step.hide:
        yield f"*{words.hidden.format(hidden=', '.join(f'`{hidden}`' for hidden in step.hide))}*"
    yield values.fill(text_in(step.say, language))
    if step.ask is not None:
        yield from _question(step.ask, values, words, language)
    if step.tell:
        yield f"**{words.tell}:** {values.fill(text_in(step.tell, language))}"
    if step.notes:
        yield f"> **{words.notes}:** {values.fill(text_in(step.notes, language))}"


def _question(question: LessonQuestion, values: LessonValues, words: LessonWords, language: str) -> Iterator[str]:
    yield f"**{words.question}:** {values.fill(text_in(question.text, language))}"
    if question.choices:
        yield "\n".join(_choices(question, values, words, language))
    for hint in question.hints:
        yield f"*{words.hint}:* {values.fill(text_in(hint, language))}"
    if question.kind in ("choice", "open"):
        return
    details = [words.points.format(points=format_short(question.points))]
    if question.kind == "number":
        details.insert(0, words.within.format(percent=format_short(100 * question.within)))
    yield f"*{words.answer}:* {right_answer(question, values, language)} ({', '.join(details)})"


def _choices(question: LessonQuestion, values: LessonValues, words: LessonWords, language: str) -> Iterator[str]:
    for number, choice in enumerate(question.choices, start=1):
        text = values.fill(text_in(choice.text, language))
        why = f"**{words.choice_right}**" if choice.right else values.fill(text_in(choice.because, language))
        yield f"{number}. {text} — {why}" if why else f"{number}. {text}"
