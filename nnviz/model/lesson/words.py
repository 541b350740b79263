"""The words of a teacher's script and of a lesson in the terminal, in the languages of nnviz."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True)
class LessonWords:
    """Headings and sentences in a language; names in braces are filled in."""

    about: str
    needs: str
    minutes: str
    update: str
    line: str
    start: str
    mistakes: str
    hidden: str
    question: str
    choice_right: str
    hint: str
    answer: str
    within: str
    points: str
    tell: str
    notes: str
    right: str
    wrong: str
    score: str
    go_on: str


LESSON_WORDS: Final[Mapping[str, LessonWords]] = MappingProxyType(
    {
        "en": LessonWords(
            about="{steps} steps, {minutes} minutes, {points} points",
            needs="What the class should know: {needs}",
            minutes="{minutes} min",
            update="Update {update}, all lines",
            line="Update {update}, line {line}: `{text}`",
            start="The start: nothing is computed yet",
            mistakes="Made wrong on purpose: {mistakes}",
            hidden="Hidden until it is revealed: {hidden}",
            question="Ask",
            choice_right="right",
            hint="Hint",
            answer="Answer",
            within="within {percent} %",
            points="points: {points}",
            tell="Then say",
            notes="For the teacher",
            right="Right.",
            wrong="Not right: {answer}.",
            score="{points} of {possible} points",
            go_on="Enter: go on",
        ),
        "zh_CN": LessonWords(
            about="{steps} 步，{minutes} 分钟，{points} 分",
            needs="学生应当已经知道：{needs}",
            minutes="{minutes} 分钟",
            update="第 {update} 次更新，所有行",
            line="第 {update} 次更新，第 {line} 行：`{text}`",
            start="起点：还什么都没有计算",
            mistakes="故意弄错：{mistakes}",
            hidden="揭晓之前隐藏：{hidden}",
            question="提问",
            choice_right="正确",
            hint="提示",
            answer="答案",
            within="误差不超过 {percent} %",
            points="分值：{points}",
            tell="然后说",
            notes="给教师",
            right="正确。",
            wrong="不正确：{answer}。",
            score="{points} / {possible} 分",
            go_on="回车：继续",
        ),
    }
)


def lesson_words(language: str) -> LessonWords:
    """Return the words of a language; English where there are none."""
    return LESSON_WORDS.get(language, LESSON_WORDS["en"])
