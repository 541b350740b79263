"""A goal and what was found, as a row of the table; and the options of all parts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

GOAL_WIDTH = 66


@dataclass(frozen=True)
class Options:
    """The options of the command line.

    Attributes
    ----------
    playground
        A checkout of TensorFlow Playground, for its engine.
    browser
        A Chromium, for Playground's page.
    platform
        Where windows are shown: Qt's name of it.
    """

    playground: Path | None
    browser: str | None
    platform: str

    @property
    def where(self) -> str:
        """Where windows are shown, for people."""
        return "offscreen: there is no display" if self.platform == "offscreen" else f"on the display, {self.platform}"


@dataclass(frozen=True)
class Row:
    """A goal.

    Attributes
    ----------
    goal
        What is to hold.
    found
        What was found; None where it was not measured.
    limit
        What it is to be at most; with `at_least`, at least.
    unit
        Of both.
    why
        Why it was not measured; otherwise what should be known besides.
    """

    goal: str
    found: float | None
    limit: float
    unit: str = ""
    at_least: bool = False
    why: str = ""

    @property
    def holds(self) -> bool | None:
        """Whether it holds; None where it was not measured."""
        if self.found is None:
            return None
        return self.found >= self.limit if self.at_least else self.found <= self.limit

    @property
    def verdict(self) -> str:
        """Whether it holds, and by how much it does not."""
        if self.found is None:
            return f"not measured: {self.why}"
        if self.holds:
            return f"holds{self._aside}"
        if self.limit == 0 or self.found == 0:
            return f"FAILS{self._aside}"
        off = self.limit / self.found if self.at_least else self.found / self.limit
        return f"FAILS by {100 * (off - 1):.0f} %{self._aside}" if off < 10 else f"FAILS, {off:.0f} times{self._aside}"

    @property
    def _aside(self) -> str:
        return f" ({self.why})" if self.why else ""

    def __str__(self) -> str:
        found = "—" if self.found is None else number(self.found)
        ratio = "—" if self.found is None or self.limit == 0 else f"{self.found / self.limit:.2f}"
        limit = ("≥ " if self.at_least else "≤ ") + number(self.limit)
        return f"  {self.goal:{GOAL_WIDTH}}{found:>11}{limit:>12} {self.unit:10}{ratio:>8}  {self.verdict}"


def heads() -> str:
    """Return the heads of the columns of rows."""
    return f"  {'goal':{GOAL_WIDTH}}{'found':>11}{'limit':>12} {'':10}{'ratio':>8}"


def number(value: float) -> str:
    """Write a number with three digits or more."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
