"""What was found in a person's code, as it is shown beside their lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nnviz.model.arrays.array import Array

Verdict = Literal["right", "wrong", "follows", "unknown"]


class SourceLine(NamedTuple):
    """A line of one of the person's files; both counted as they are there: the file from 0, its lines from 1."""

    file: int
    number: int


@dataclass(frozen=True)
class LineNote:
    """What is said of one line.

    Attributes
    ----------
    at
        Where it is.
    verdict
        ``"follows"`` where it is right for what it got, and that is wrong.
    symbol, names
        What it computes, in nnviz's word and in the person's.
    equation
        What it should be, in nnviz's words.
    mended
        The person's line as it should be; None where that is not known.
    text
        What is wrong with it, in a sentence.
    mistakes
        Names of rows of the catalogue that it may be.
    """

    at: SourceLine
    verdict: Verdict
    symbol: str = ""
    names: tuple[str, ...] = ()
    equation: str = ""
    mended: str | None = None
    text: str = ""
    mistakes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShownNetwork:
    """The network in a person's code, and how they train it.

    Attributes
    ----------
    sizes, activations, loss
        Units, inputs first; names of rows of `ACTIVATIONS`; the name of a row of `LOSSES`, empty where none was found.
    scaling
        ``"mean"``, ``"sum"`` …: how the samples' losses are put together.
    samples_are
        Whether a sample is a row or a column of their arrays.
    batch
        Samples of an update.
    learning_rate
        None where it was not found, or differs from parameter to parameter.
    optimiser
        Name of a row of `METHODS`.
    """

    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    loss: str
    scaling: str
    samples_are: Literal["rows", "columns"]
    batch: int
    learning_rate: float | None
    optimiser: str = "gradient-descent"


@dataclass(frozen=True)
class ShownAdvice:
    """Something else that keeps a network from learning whose gradients are right.

    Attributes
    ----------
    kind
        What: ``"rate-too-large"``, ``"saturation"`` ….
    text
        A sentence with its number.
    symbol
        What shows it; empty where nothing does.
    """

    kind: str
    text: str
    symbol: str = ""


@dataclass(frozen=True)
class Part:
    """How right one part of the code is: ``"forward"``, ``"gradients"``, ``"updates"``.

    Attributes
    ----------
    verdict
        The worst of its lines'.
    right, lines
        How many of its lines are right, and how many were judged.
    first
        Its first wrong line.
    """

    name: str
    verdict: Verdict
    right: int
    lines: int
    first: SourceLine | None = None


@dataclass(frozen=True, eq=False)
class FoundPass:
    """One run of the forward lines, for a sample or a batch.

    Attributes
    ----------
    update
        The update that it belongs to, from 1.
    event
        Its first product.
    inputs, targets
        ``(n_in, m)`` and ``(n_out, m)``: a sample is a column.
    """

    update: int
    event: int
    inputs: Array
    targets: Array


@dataclass(frozen=True, eq=False)
class Findings:
    """What was found in a recording.

    Attributes
    ----------
    ok
        Whether the gradients are right; None where that could not be judged.
    sentence, follows
        The verdict, and what of the lines after the first wrong one.
    raised
        What the code raised, and what is to be done about it.
    network
        None where none was recognised.
    first
        The first wrong line.
    lines
        What is said of each line that was recognised.
    symbols
        Event → what it computes.
    updates
        The first and the last step of every update.
    pass_ends
        The last step of every pass over the data.
    forward
        The runs of the forward lines, in order.
    states
        The parameters before the first update, and after each: symbol → ``(n_out, n_in)`` or ``(n_out, 1)``.
    parameters
        Symbol → the person's name of a parameter: ``{"W1": "self.W[0]"}``.
    right
        Symbol → what it should have been at the first update, from what its line was given, as their arrays lie.
    parts
        How right the forward lines, the gradients and the updates are.
    notes, advice
        What else was found.
    """

    ok: bool | None = None
    sentence: str = ""
    follows: str = ""
    raised: LineNote | None = None
    network: ShownNetwork | None = None
    first: LineNote | None = None
    lines: Mapping[SourceLine, LineNote] = field(default_factory=dict)
    symbols: Mapping[int, str] = field(default_factory=dict)
    updates: tuple[tuple[int, int], ...] = ()
    pass_ends: tuple[int, ...] = ()
    forward: tuple[FoundPass, ...] = ()
    states: tuple[Mapping[str, Array], ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    right: Mapping[str, Array] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    advice: tuple[ShownAdvice, ...] = ()
