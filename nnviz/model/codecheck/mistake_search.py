"""Which mistakes of the catalogue give a person's numbers exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.line_verdicts import compared, judged, mistakes_for
from nnviz.model.codecheck.trial_updates import Trial

_TOGETHER: Final = 3
"""How many mistakes at once are tried, where one does not explain a line."""


@dataclass(frozen=True, eq=False)
class Ran:
    """A trial on which the person's functions returned, and what they gave, samples as columns."""

    trial: Trial
    values: Mapping[str, Array]


@dataclass(frozen=True)
class Explanation:
    """What explains a symbol's difference.

    Attributes
    ----------
    mistakes
        Names of mistakes.
    alternatives
        Whether each of them does it alone.
    beyond
        Sizes of the random network on which they do not; empty where they always do.
    """

    mistakes: tuple[str, ...] = ()
    alternatives: bool = False
    beyond: str = ""


class Explainer:
    """Tries mistakes on all trials.

    Parameters
    ----------
    ran
        What came.
    """

    def __init__(self, ran: Sequence[Ran]) -> None:
        # Where arrays are small it is soon seen that something does not explain a line.
        self._ran = sorted(ran, key=lambda one: one.trial.X.size + sum(w.size for w in one.trial.parameters.values()))
        self._able = {id(one): {row.name for row in mistakes_for(one.trial)} for one in self._ran}
        self._made: dict[tuple[int, tuple[str, ...]], Mapping[str, Array]] = {}
        possible = [row.name for one in ran for row in mistakes_for(one.trial)]
        self._possible = tuple(dict.fromkeys(possible))

    def explain(self, symbol: str) -> Explanation:
        """Find what gives the person's numbers for a symbol that differs: one mistake, else several at once."""
        ran = [one for one in self._ran if symbol in one.values]
        found = self._find(symbol, ran)
        if found is not None:
            return found
        # What explains the scenario's own network is said, though something else is wrong on others.
        for number, one in enumerate(ran):
            others = [other for other in ran[:number] + ran[number + 1 :] if other.trial.sizes != one.trial.sizes]
            if not one.trial.is_scenario or not others or self._made_right(symbol, one):
                continue
            found = self._find(symbol, [one])
            if found is not None:
                beyond = next(o for o in others if not self._explains(symbol, found.mistakes, o))
                return Explanation(found.mistakes, found.alternatives, beyond.trial.sizes_text)
        return Explanation()

    def _find(self, symbol: str, ran: Sequence[Ran]) -> Explanation | None:
        alone = [name for name in self._possible if all(self._explains(symbol, (name,), one) for one in ran)]
        if alone:
            return Explanation(tuple(alone), len(alone) > 1)
        for mistakes in self._sets():
            if all(self._explains(symbol, mistakes, one) for one in ran):
                return Explanation(mistakes)
        return None

    def _sets(self) -> Iterator[tuple[str, ...]]:
        for size in range(2, _TOGETHER + 1):
            yield from combinations(self._possible, size)

    def _made_right(self, symbol: str, one: Ran) -> bool:
        return self._explains(symbol, (), one)

    def _explains(self, symbol: str, mistakes: tuple[str, ...], one: Ran) -> bool:
        """Return whether mistakes, where they can be made, give the person's numbers for a symbol."""
        able = tuple(name for name in mistakes if name in self._able[id(one)])
        key = id(one), able
        if key not in self._made:
            self._made[key] = judged(one.trial, one.values, able)
        made, theirs = self._made[key].get(symbol), one.values[symbol]
        return (
            made is not None
            and theirs.shape == made.shape
            and compared(one.trial, symbol, theirs, made).status == "equal"
        )
