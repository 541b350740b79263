"""A lesson: stops of a run, and what is said, asked and told at each; one JSON file.

These dataclasses are the one declaration of a lesson file: `file` validates against their types and ranges, and the
JSON schema is generated from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Final, Literal

from nnviz.model.limits import Ge, Longest
from nnviz.model.random.seeds import Seed
from nnviz.model.scenario.scenario import LANGUAGES, MISTAKES, TEXT, TITLE
from nnviz.model.scenario.schedule_spec import SETTINGS, STRICT
from nnviz.model.text.convention import Convention
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

STEPS: Final = Longest(200, QT_TRANSLATE_NOOP("model", "at most {most} steps: each is looked up when it is read"))
ENTRIES: Final = Longest(
    100, QT_TRANSLATE_NOOP("model", "at most {most} entries: each of them is looked up and reported")
)

Text = Annotated[Mapping[str, Annotated[str, TEXT]], LANGUAGES]
"""A text by language, English always among them; numbers stand in it as ``{delta1[0,1]}``."""

QuestionKind = Literal["number", "sign", "shape", "cell", "line", "mistake", "choice", "open"]


@dataclass(frozen=True)
class LessonMoment:
    """Where a run stands: after so many lines of an update, or where an expression first holds.

    Attributes
    ----------
    update
        Which update is on the screen; 0 for the start.
    line
        How many of its lines have run; all of them when None.
    until
        Instead of both: the expression that is to hold.
    most
        With `until`: give up after so many updates.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    update: Annotated[int, Ge(0)] | None = None
    line: Annotated[int, Ge(0)] | None = None
    until: str = ""
    most: Annotated[int, Ge(1)] = 1000


@dataclass(frozen=True)
class LessonChange:
    """What is changed before a step begins, in the order of the attributes.

    Attributes
    ----------
    scenario
        Begin this one: a shipped name, or a path beside the lesson.
    settings
        Fields of the scenario's file, as they are written there.
    learning_rate, seed
        Those two fields, which lessons change most.
    mistakes
        Names of the catalogue; none takes all away.
    hides_mistakes
        Whether it is not said which mistake is made.
    restart
        Begin the run again.
    values
        Cells of parameters, and the numbers that they are set to.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    scenario: str | None = None
    settings: Annotated[Mapping[str, Any], SETTINGS] = field(default_factory=dict)
    learning_rate: float | None = None
    seed: Seed | None = None
    mistakes: Annotated[tuple[str, ...], MISTAKES] | None = None
    hides_mistakes: bool = False
    restart: bool = False
    values: Annotated[Mapping[str, float], ENTRIES] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """One of the answers to choose from; `because` says why it is not right."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    text: Text
    right: bool = False
    because: Text = field(default_factory=dict)


@dataclass(frozen=True)
class LessonQuestion:
    """What the class is asked.

    Attributes
    ----------
    text, kind
        The question, and what kind of answer it has.
    answer
        An expression for a number or a sign; else ``+``, ``0`` or ``-``; ``3, 4``; a cell, a line's number, a mistake's
        name. Nothing for a choice, and for an open question.
    within
        Of a number: how far off it may be, relative to the right one.
    choices, hints
        What to choose from, and what helps.
    points
        What the right answer scores.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    text: Text
    kind: QuestionKind
    answer: Annotated[str, TITLE] = ""
    within: Annotated[float, Ge(0)] = 0.01
    choices: Annotated[tuple[Choice, ...], ENTRIES] = ()
    hints: Annotated[tuple[Text, ...], ENTRIES] = ()
    points: Annotated[float, Ge(0)] = 1.0


@dataclass(frozen=True)
class LessonStep:
    """One stop of a lesson.

    Attributes
    ----------
    say
        The caption: one or two sentences.
    name
        For links: small letters, digits and hyphens.
    change, at
        What is changed first, and where the run then stands; where it stood when None.
    hide
        What is not to be seen until it is revealed: ``delta1``, ``delta1[0,1]``, ``line:9``, ``check``.
    ask, tell
        The question, and the caption once it is revealed.
    notes, minutes
        For the teacher: what to look out for, and how long it takes.
    expect
        Expressions, and the numbers that the words rely on; of a condition 1 or 0.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    say: Text
    name: str = ""
    change: LessonChange | None = None
    at: LessonMoment | None = None
    hide: Annotated[tuple[str, ...], ENTRIES] = ()
    ask: LessonQuestion | None = None
    tell: Text = field(default_factory=dict)
    notes: Text = field(default_factory=dict)
    minutes: Annotated[float, Ge(0)] | None = None
    expect: Annotated[Mapping[str, float], ENTRIES] = field(default_factory=dict)


@dataclass(frozen=True)
class Lesson:
    """A lesson.

    Attributes
    ----------
    title, text
        What it is called and what it is about.
    scenario, convention
        What the first step runs, and how samples are written; as the scenario says when None.
    steps
        Its stops, in order.
    minutes, needs
        How long it takes, and what the class should know already.
    name
        The file's.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    title: Annotated[Mapping[str, Annotated[str, TITLE]], LANGUAGES]
    scenario: str
    steps: Annotated[tuple[LessonStep, ...], STEPS]
    text: Text = field(default_factory=dict)
    minutes: Annotated[int, Ge(1)] | None = None
    needs: Annotated[tuple[Text, ...], ENTRIES] = ()
    convention: Convention | None = None
    format: Literal[1] = 1
    name: str = ""


def text_in(text: Mapping[str, str], language: str) -> str:
    """Return a text in a language, or in English where there is none."""
    return text.get(language) or text.get("en", "")
