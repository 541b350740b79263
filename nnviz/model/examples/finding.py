"""What nnviz computes for each figure, and whether it is what the author printed."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from nnviz.model.examples.example import Example
from nnviz.model.examples.figure import Figure
from nnviz.model.examples.quantities import QUANTITIES
from nnviz.model.program.program import Program
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.text.numbers import MINUS

MET, NOT_MET = "✓", "✗"

_CHUNK = 64
"""Updates between two steps of the generator: about a millisecond for networks that people compute by hand."""


@dataclass(frozen=True)
class Finding:
    """A figure with the value that is computed here.

    Attributes
    ----------
    figure
        The printed figure.
    ours
        The computed value.
    mistaken
        Whether it is computed with the author's mistake.
    """

    figure: Figure
    ours: float
    mistaken: bool = False

    @property
    def is_met(self) -> bool:
        """Whether our value rounds to the printed text."""
        return self.figure.is_met_by(self.ours)

    @property
    def mark(self) -> str:
        """The sign for `is_met`."""
        return MET if self.is_met else NOT_MET


Findings = tuple[Finding, ...]


def findings_steps(example: Example, *, mistaken: bool = False) -> Generator[float, None, Findings]:
    """Run an example's scenario up to its last figure, and compare every figure.

    Parameters
    ----------
    example
        The example.
    mistaken
        Whether to make the author's mistake.

    Yields
    ------
    float
        The share of the work done, 0 to 1, about every millisecond.

    Returns
    -------
    tuple of Finding
        One for each figure, in their order.
    """
    session = Session(example.scenario(mistaken=mistaken))
    found: dict[Figure, Finding] = {}
    last = max(figure.update for figure in example.figures)
    for update in sorted({figure.update for figure in example.figures}):
        while session.position.update < update:
            session.step_update(min(_CHUNK, update - session.position.update))
            yield session.position.update / last
        for figure in example.figures:
            if figure.update == update:
                found[figure] = Finding(figure, QUANTITIES[figure.quantity].read(session, figure), mistaken)
    return tuple(found[figure] for figure in example.figures)


def findings(example: Example, *, mistaken: bool = False) -> Findings:
    """Return what `findings_steps` returns, in one go."""
    steps = findings_steps(example, mistaken=mistaken)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Findings = end.value
            return result


def reconciled(right: Findings, mistaken: Findings) -> Findings:
    """Combine the findings for a publication whose figures come from two programs.

    Parameters
    ----------
    right, mistaken
        The findings without and with the author's mistake, for the same figures.

    Returns
    -------
    tuple of Finding
        Those with the mistake, except for the figures that are met only without it.
    """
    pairs = zip(right, mistaken, strict=True)
    return tuple(one if one.is_met and not other.is_met else other for one, other in pairs)


def place_of(figure: Figure, program: Program) -> tuple[int, int | None]:
    """Return where a figure can be seen: the update, and how many of its lines have run; None for all of them."""
    seen = QUANTITIES[figure.quantity].seen
    if seen in ("before", "after"):
        return figure.update - (seen == "before"), None
    # The symbol of a line that a mistake leaves out is seen at the end.
    return figure.update, program.line_of.get("L" if seen == "loss" else figure.symbol)


def cell_of(figure: Figure) -> Cell | None:
    """Return the cell that shows a figure, or a part of it; None without one."""
    row = QUANTITIES[figure.quantity]
    if row.seen == "after" or not figure.symbol:
        return None
    return Cell(figure.symbol, *figure.cell)


def text_as_printed(figure: Figure, value: float) -> str:
    """Write a value with as many decimals as a figure is printed with."""
    # Adding zero turns −0 into 0.
    return f"{round(value, figure.decimals) + 0.0:.{figure.decimals}f}".replace("-", MINUS)
