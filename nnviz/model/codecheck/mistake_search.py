"""Which mistakes of the catalogue give a person's numbers exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, compress
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.judged_formulas import judged_names
from nnviz.model.codecheck.line_verdicts import compare_symbol, expected_values, mistakes_for
from nnviz.model.codecheck.trial_values import TrialValues
from nnviz.model.mistakes.build import corrections
from nnviz.model.mistakes.fitting import unfit_line
from nnviz.model.mistakes.mistake import CLASS_NUMBERS, PER_SAMPLE, WIDENING
from nnviz.model.scenario.edit.mistakes import wrong_program

_TOGETHER: Final = 3
"""How many mistakes at most are tried together, where a single one does not explain a line."""

_NOT_IN_LINES: Final = (PER_SAMPLE, CLASS_NUMBERS)
"""Mistakes that no line shows: they are tried alone."""

_MOST: Final = 200
"""How many sets of mistakes at most are tried for all symbols of a report: with four networks they take a second."""


@dataclass(frozen=True)
class MistakeMatch:
    """The mistakes that explain a symbol's difference.

    Attributes
    ----------
    mistakes
        Names of mistakes; empty where none explains it.
    alternatives
        Whether each of them explains it alone.
    beyond
        Sizes of the random network on which they do not; empty where they always do.
    """

    mistakes: tuple[str, ...] = ()
    alternatives: bool = False
    beyond: str = ""


class MistakeSearch:
    """Tries mistakes on all trials.

    Parameters
    ----------
    returned
        What the person's functions returned.
    """

    def __init__(self, returned: Sequence[TrialValues]) -> None:
        # Small arrays first: they rule a mistake out soonest.
        self._returned = sorted(
            returned, key=lambda one: one.trial.X.size + sum(w.size for w in one.trial.parameters.values())
        )
        self._able = {id(one): {row.name for row in mistakes_for(one.trial)} for one in self._returned}
        self._expected: dict[tuple[int, tuple[str, ...], str], Mapping[str, Array]] = {}
        possible = [row.name for one in returned for row in mistakes_for(one.trial)]
        self._possible = tuple(dict.fromkeys(possible))
        self._left = _MOST

    def search(self, symbol: str) -> MistakeMatch:
        """Find what gives the person's numbers for a symbol that differs: one mistake, else several together."""
        returned = [one for one in self._returned if symbol in one.values]
        if any(one.values[symbol].shape != one.trial.shape(symbol) for one in returned):
            # Only one mistake changes a shape.
            returned = [one for one in returned if one.values[symbol].shape != one.trial.shape(symbol)]
            is_wide = WIDENING in self._possible and all(self._explains(symbol, (WIDENING,), one) for one in returned)
            return MistakeMatch((WIDENING,) if is_wide else ())
        found = self._find(symbol, returned)
        if found is not None:
            return found
        # What explains the scenario's own network is reported, even if something else is wrong on others.
        for number, one in enumerate(returned):
            others = [other for other in returned[:number] + returned[number + 1 :] if _differ(one, other)]
            if not one.trial.is_scenario or not others or self._explains(symbol, (), one):
                continue
            found = self._find(symbol, [one])
            if found is not None:
                beyond = next(o for o in others if not self._explains(symbol, found.mistakes, o))
                return MistakeMatch(found.mistakes, found.alternatives, beyond.trial.sizes_text)
        return MistakeMatch()

    def _find(self, symbol: str, returned: Sequence[TrialValues]) -> MistakeMatch | None:
        concerned = [any(_concerns(name, symbol, one) for one in returned) for name in self._possible]
        names = tuple(compress(self._possible, concerned))
        alone = [name for name in names if all(self._explains(symbol, (name,), one) for one in returned)]
        if len(alone) > 1:  # one that would make wrong what is right has not been made
            alone = [name for name in alone if self._leaves_the_rest(name, returned)] or alone
        if alone:
            return MistakeMatch(tuple(alone), len(alone) > 1)
        judged = judged_names(symbol, returned)
        if judged:
            return MistakeMatch(judged)
        for mistakes in _sets([name for name in names if name not in _NOT_IN_LINES]):
            if not self._left:
                break
            self._left -= 1
            if all(self._explains(symbol, mistakes, one) for one in returned):
                return MistakeMatch(mistakes)
        return None

    def _leaves_the_rest(self, name: str, returned: Sequence[TrialValues]) -> bool:
        """Return whether everything that is right without a mistake is also what the mistake gives."""
        return all(
            self._explains(symbol, (name,), one)
            for one in returned
            for symbol in one.values
            if self._explains(symbol, (), one)
        )

    def _explains(self, symbol: str, mistakes: tuple[str, ...], one: TrialValues) -> bool:
        """Return whether mistakes, where they can be made, give the person's numbers for a symbol."""
        able = tuple(name for name in mistakes if name in self._able[id(one)])
        in_lines = tuple(name for name in able if name not in _NOT_IN_LINES)
        recipe = replace(one.trial.program.recipe, mistakes=in_lines)
        if able and unfit_line(recipe, one.trial.X.shape[1]) is not None:
            return False  # they cannot be made together: no code that ran has them
        key = id(one), able, symbol
        if key not in self._expected:
            self._expected[key] = expected_values(one.trial, one.values, able, until=symbol)
        expected, theirs = self._expected[key].get(symbol), one.values[symbol]
        return (
            expected is not None
            and theirs.shape == expected.shape
            and compare_symbol(one.trial, symbol, theirs, expected).holds
        )


def _sets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield sets of two names, then larger ones; sets of the first names come first."""
    for size in range(2, _TOGETHER + 1):
        for place, last in enumerate(names):
            yield from ((*first, last) for first in combinations(names[:place], size - 1))


def _concerns(name: str, symbol: str, one: TrialValues) -> bool:
    """Return whether a mistake changes the line of a symbol, or one before it whose value was not returned."""
    program = one.trial.program
    if name in _NOT_IN_LINES:
        return name != PER_SAMPLE or symbol in one.trial.parameters
    wrong = corrections(wrong_program(program.recipe, name))
    if None in wrong.values():
        return True  # it changes the order of the lines
    needed, left = {symbol}, [symbol]
    while left:
        number = program.line_of.get(left.pop())
        reads = () if number is None else program[number].reads
        new = [read for read in reads if read not in needed and read not in one.values]
        needed.update(new)
        left += new
    return not needed.isdisjoint(wrong)


def _differ(one: TrialValues, other: TrialValues) -> bool:
    return one.trial.sizes != other.trial.sizes
