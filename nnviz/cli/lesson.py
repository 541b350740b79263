"""``nnviz lesson``: a lesson's script for the teacher, or the lesson itself in the terminal."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nnviz.model.lesson.answers import Reply
    from nnviz.model.lesson.lesson import Lesson, LessonQuestion
    from nnviz.model.lesson.values import LessonValues
    from nnviz.model.lesson.words import LessonWords


def add_lesson(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "lesson",
        help="print the teacher's script of a lesson, or go through it here with its questions",
        description="Run a lesson. Its numbers are computed, so that they are right whatever it changes.",
    )
    parser.add_argument(
        "lesson", nargs="?", metavar="LESSON", help="a shipped lesson's name, or a file; all are listed"
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--script", action="store_true", help="print the teacher's script, with all answers, as Markdown")
    way.add_argument("--terminal", action="store_true", help="go through it here: it asks, and counts the points")
    way.add_argument("--check", action="store_true", help="compare the numbers that it expects with those computed")
    parser.add_argument("--language", default="en", choices=("en", "zh_CN"), help="of texts and words")
    parser.set_defaults(run=_run, parser=parser)


def _run(chosen: argparse.Namespace) -> int:
    from nnviz.model.lesson.file import find_lesson, shipped_lessons
    from nnviz.model.lesson.lesson import text_in
    from nnviz.model.lesson.script import script

    if chosen.lesson is None:
        lessons = {name: find_lesson(name) for name in shipped_lessons()}
        for name, lesson in lessons.items():
            print(f"{name:{max(map(len, lessons))}}  {text_in(lesson.title, chosen.language)}")
        return 0
    if not (chosen.script or chosen.terminal or chosen.check):
        chosen.parser.error("one of --script, --terminal and --check is needed")
    lesson = find_lesson(chosen.lesson)
    if chosen.check:
        return _check(lesson)
    if chosen.script:
        print(script(lesson, chosen.language), end="")
    else:
        _go_through(lesson, chosen.language)
    return 0


def _check(lesson: Lesson) -> int:
    """Print which facts of a lesson are not true, and return 1 if there are any."""
    from nnviz.model.lesson.facts import facts_of

    facts = list(facts_of(lesson))
    wrong = [fact for fact in facts if not fact.is_true]
    for fact in wrong:
        print(fact)
    print(f"{len(facts) - len(wrong)} of {len(facts)} facts are true")
    return 1 if wrong else 0


def _go_through(lesson: Lesson, language: str) -> None:
    """Go through a lesson in the terminal; where nothing more can be read, it ends with the score so far."""
    from nnviz.model.lesson.answers import Score
    from nnviz.model.lesson.lesson import text_in
    from nnviz.model.lesson.script import about, place
    from nnviz.model.lesson.values import LessonValues
    from nnviz.model.lesson.walk import walk
    from nnviz.model.lesson.words import lesson_words
    from nnviz.model.text.numbers import format_short

    words, score = lesson_words(language), Score()
    print(text_in(lesson.title, language), text_in(lesson.text, language), about(lesson, words), sep="\n")
    try:
        for number, (step, session) in enumerate(walk(lesson), start=1):
            snapshot = session.snapshot()
            values = LessonValues(snapshot)
            shown = place(snapshot, words) if not any(hidden.startswith("line:") for hidden in step.hide) else ""
            print(f"\n{number}/{len(lesson.steps)}  {shown}", values.fill(text_in(step.say, language)), sep="\n")
            if step.ask is not None:
                score = score.with_reply(step.ask, _ask(step.ask, values, words, language))
            if step.tell:
                print(values.fill(text_in(step.tell, language)))
            if step.ask is None:
                input(f"[{words.go_on}] ")
    except EOFError:
        print()
    print(words.score.format(points=format_short(score.points), possible=format_short(score.possible)))


def _ask(question: LessonQuestion, values: LessonValues, words: LessonWords, language: str) -> Reply:
    """Ask until there is an answer of the right kind; a hint is given for ``?``."""
    from nnviz.model.errors import ModelError
    from nnviz.model.lesson.answers import reply_to, right_answer
    from nnviz.model.lesson.lesson import text_in

    print(values.fill(text_in(question.text, language)))
    for number, choice in enumerate(question.choices, start=1):
        print(f"  {number}. {values.fill(text_in(choice.text, language))}")
    hints = iter(question.hints)
    while True:
        typed = input("> ")
        hint = next(hints, None) if typed.strip() == "?" else None
        if hint is not None:
            print(f"{words.hint}: {values.fill(text_in(hint, language))}")
            continue
        try:
            reply = reply_to(question, typed, values)
        except ModelError as error:
            print(f"nnviz: {error}", file=sys.stderr)
            continue
        if reply.is_right:
            print(words.right)
        elif reply.is_right is False:
            print(words.wrong.format(answer=right_answer(question, values, language)))
        if reply.because:
            print(values.fill(text_in(reply.because, language)))
        return reply
