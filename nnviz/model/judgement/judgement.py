"""The judgement of a person's script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nnviz.model.arrays.array import Array


@dataclass(frozen=True)
class FoundNetwork:
    """What was found in the code.

    Attributes
    ----------
    sizes, activations, loss, scaling, samples_are, batch, learning_rate
        As ``nnviz debug --json`` prints them; None where it is undecided.
    optimiser
        Name of the rule of the updates; None where it is unknown.
    """

    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    loss: str | None
    scaling: str | None
    samples_are: str
    batch: int
    learning_rate: float | None
    optimiser: str | None = None
    penalty: float | None = None


@dataclass(frozen=True)
class JudgedLine:
    """A line of the person's file that was recognised.

    Attributes
    ----------
    file, cell, line, source
        Where it stands; `cell` counts the cells of a notebook from 1, lines from 1.
    symbol
        What it gives, as in ``delta1``.
    verdict
        ``right``, ``wrong``, ``follows`` or ``unknown``.
    names
        The person's names for it.
    equation
        The right equation, in nnviz's words and their orientation.
    event
        Of the recording.
    """

    file: str
    cell: int | None
    line: int
    source: str
    symbol: str
    verdict: str
    names: tuple[str, ...]
    equation: str
    event: int


@dataclass(frozen=True)
class Difference:
    """The first line that is wrong.

    Attributes
    ----------
    mistakes
        Names of rows of the catalogue that give its numbers exactly; empty where none does.
    text
        What is wrong, in a sentence or two.
    mended
        The line as it should be; None where that is not known.
    """

    file: str
    cell: int | None
    line: int
    source: str
    symbol: str
    names: tuple[str, ...]
    mistakes: tuple[str, ...]
    text: str
    mended: str | None = None


@dataclass(frozen=True)
class RaisedError:
    """What their code raised."""

    file: str
    cell: int | None
    line: int
    type: str
    message: str
    operands: tuple[tuple[str, tuple[int, ...], str], ...] = ()
    source: str = ""
    text: str = ""


@dataclass(frozen=True)
class Advice:
    """What else keeps a right network from learning: a sentence, its number, and of which kind it is."""

    text: str
    number: float
    kind: str


@dataclass(frozen=True, eq=False, repr=False)
class Judgement:
    """What `nnviz debug` says about a script.

    Attributes
    ----------
    ok
        Whether the gradients are right; None where no network was recognised.
    sentence
        The verdict in a sentence.
    follows
        Which lines are right for what they got; empty where there are none.
    right_values
        Symbol → what it should have been in the first update, in the person's orientation.
    """

    ok: bool | None
    sentence: str
    raised: RaisedError | None = None
    network: FoundNetwork | None = None
    first_difference: Difference | None = None
    lines: tuple[JudgedLine, ...] = ()
    notes: tuple[str, ...] = ()
    advice: tuple[Advice, ...] = ()
    follows: str = ""
    right_values: Mapping[str, Array] = field(default_factory=dict)
    updates_recorded: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        from nnviz.model.judgement.as_text import as_text

        return as_text(self)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        from nnviz.model.judgement.as_text import as_html

        return as_html(self)

    def as_dict(self) -> dict[str, Any]:
        """Return the contract of ``nnviz debug --json``."""
        from nnviz.model.judgement.as_json import as_dict

        return as_dict(self)
