"""The quiz: a mistake is hidden in the scenario, for a person to find and name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from nnviz.model.data import DataSet
from nnviz.model.mistakes.build import corrections
from nnviz.model.program.program import Program
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

if TYPE_CHECKING:
    from nnviz.model.mistakes.mistake import Mistake

Evidence = Literal[
    "gradient-check", "second-update", "update-check", "shape", "start", "data", "samples", "batches", "prediction"
]
"""How a mistake can be detected."""

QuizOutcome = Literal["open", "wrong", "found", "given-up"]

_CLUES: dict[Evidence, str] = {
    "gradient-check": QT_TRANSLATE_NOOP(
        "model", "The gradient check detects it. The wrong line is line {line}, which writes {symbol}."
    ),
    "second-update": QT_TRANSLATE_NOOP(
        "model",
        "The gradient check detects it from the second update on. The wrong line, line {line}, writes {symbol}.",
    ),
    "update-check": QT_TRANSLATE_NOOP(
        "model", "The update check detects it: in line {line}, {symbol} does not change as its gradient says."
    ),
    "shape": QT_TRANSLATE_NOOP(
        "model",
        "No check detects it, but a shape shows it: {symbol}, which line {line} writes, has a column for each sample.",
    ),
    "start": QT_TRANSLATE_NOOP(
        "model", "No check detects it, as every line is right. The initial weights show it: they are all equal."
    ),
    "data": QT_TRANSLATE_NOOP(
        "model",
        "Every line is right for its numbers. Y shows it: it has the number of the class, the same for all outputs.",
    ),
    "samples": QT_TRANSLATE_NOOP(
        "model",
        "No check detects it, as every line is right. X shows it: an update has a single sample.",
    ),
    "batches": QT_TRANSLATE_NOOP(
        "model",
        "No check detects it, as every line is right. The first batch of an epoch shows it: it has too many samples.",
    ),
    "prediction": QT_TRANSLATE_NOOP(
        "model",
        "No check detects it, as every line is right. The accuracy shows it: it does not follow the loss.",
    ),
}


@dataclass(frozen=True)
class QuizState:
    """The state of the quiz.

    Attributes
    ----------
    asked, found
        How many mistakes were to be found since nnviz was started, and how many were found.
    outcome
        The state of the last one: open, answered wrongly, found, or given up.
    guess
        The wrong answer.
    answer
        The mistake, once it is revealed.
    clue
        How it can be detected, once it is revealed: a text for translation with its placeholders filled.
    """

    asked: int = 0
    found: int = 0
    outcome: QuizOutcome = "open"
    guess: Mistake | None = None
    answer: Mistake | None = None
    clue: str = ""


def choices(scenario: Scenario, data: DataSet) -> tuple[Mistake, ...]:
    """Return the mistakes that can be hidden, and that a person can answer with."""
    from nnviz.model.scenario.edit.mistakes import possible_alone

    return possible_alone(scenario, data)


def choose(scenario: Scenario, data: DataSet, random: np.random.Generator) -> Mistake:
    """Choose a mistake to hide; not the last one if there is another."""
    possible = choices(scenario, data)
    new = [mistake for mistake in possible if mistake.name not in scenario.mistakes] or list(possible)
    return new[int(random.integers(len(new)))]


def broken(scenario: Scenario, mistake: Mistake) -> Scenario:
    """Return the scenario with one mistake, hidden; others are switched off."""
    return replace(scenario, mistakes=(mistake.name,), hides_mistakes=True)


def revealed(scenario: Scenario) -> Scenario:
    """Return the scenario with its mistakes revealed."""
    return replace(scenario, hides_mistakes=False)


def asked(state: QuizState) -> QuizState:
    """Return the state when another mistake has been hidden."""
    return QuizState(state.asked + 1, state.found)


def answered(state: QuizState, snapshot: Snapshot, guess: str) -> QuizState:
    """Return the state after an answer; a mistake that changes the same lines in the same way is right as well.

    Parameters
    ----------
    state
        The state of the quiz.
    snapshot
        A snapshot with a hidden mistake.
    guess
        Name of a mistake.
    """
    from nnviz.model.mistakes.catalogue import CATALOGUE

    answer = hidden_mistake(snapshot)
    if not _is_same(snapshot.program_run, guess, answer.name):
        return replace(state, outcome="wrong", guess=CATALOGUE[guess])
    # A mistake that was hidden in a file has not been counted yet.
    count = max(state.asked, state.found + 1)
    return QuizState(count, state.found + 1, "found", answer=answer, clue=clue(snapshot))


def given_up(state: QuizState, snapshot: Snapshot) -> QuizState:
    """Return the state with the mistake revealed, not found."""
    return QuizState(
        max(state.asked, state.found + 1), state.found, "given-up", answer=hidden_mistake(snapshot), clue=clue(snapshot)
    )


def hidden_mistake(snapshot: Snapshot) -> Mistake:
    """Return the mistake that a person is to find.

    Raises
    ------
    ValueError
        If there is none.
    """
    from nnviz.model.mistakes.catalogue import CATALOGUE

    if snapshot.hidden_program is None or not snapshot.scenario.mistakes:
        raise ValueError("no mistake is hidden")
    return CATALOGUE[snapshot.scenario.mistakes[0]]


def evidence(mistake: Mistake) -> Evidence:
    """Return how a mistake can be detected."""
    from nnviz.model.mistakes.mistake import ACCUMULATING, PER_SAMPLE, WIDENING

    named: dict[str, Evidence] = {
        WIDENING: "shape",
        ACCUMULATING: "second-update",
        PER_SAMPLE: "samples",
        "batch-beyond-data": "update-check",
        "in-place": "gradient-check",
        "decay-decoupled": "gradient-check",
    }
    if mistake.name in named:
        return named[mistake.name]
    match mistake.kind:
        case "update":
            return "update-check"
        case "start" | "data" | "batches" | "prediction":
            return mistake.kind
        case _:
            return "gradient-check"


def clue(snapshot: Snapshot) -> str:
    """Return how the hidden mistake can be detected, and the first line that it changes."""
    program = snapshot.program_run
    wrong = min((program.line_of[symbol] for symbol in corrections(program)), default=0)
    text = _CLUES[evidence(hidden_mistake(snapshot))]
    if not wrong:
        return filled(text)
    return filled(text, line=wrong, symbol=snapshot.labels.of(program[wrong].writes))


def _is_same(program: Program, one: str, other: str) -> bool:
    """Return whether two mistakes are the same here: with sigmoid, 1 − A² is also another activation's derivative."""
    from nnviz.model.mistakes.catalogue import CATALOGUE
    from nnviz.model.mistakes.in_setup import INITIALS
    from nnviz.model.scenario.edit.mistakes import wrong_program

    if one == other:
        return True
    if any(name in INITIALS or CATALOGUE[name].change is None for name in (one, other)):
        return False
    return wrong_program(program.recipe, one).lines == wrong_program(program.recipe, other).lines
