"""The values of a session where its cursor is."""

from __future__ import annotations

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.errors import NotComputedError
from nnviz.model.history.runner import Runner
from nnviz.model.program.evolution_strategies import BEST
from nnviz.model.program.symbols import parse

_NUMBERS = ("L", "R", "J", BEST)
"""Kinds of symbols that are one number."""


class SessionValues:
    """Reads the values that a runner has, as copies.

    Parameters
    ----------
    runner
        Whose values.
    """

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._copies: dict[str, tuple[tuple[int, int], Array]] = {}

    def is_computed(self, symbol: str) -> bool:
        """Return whether a symbol of the program has a value."""
        engine = self._runner.engine
        # The gradients of the update before, to which a hidden mistake adds, would reveal it.
        is_hidden = engine.program.recipe.hides_mistakes and symbol in engine.program.added_to
        if symbol in engine.state and not is_hidden:
            return True
        if symbol in engine.program.given:
            return self._runner.line > 0
        return engine.program.line_of[symbol] <= self._runner.line

    def value(self, symbol: str) -> Array:
        """Return a read-only copy of a symbol's value.

        Raises
        ------
        NotComputedError
            If no line has written the symbol yet, or the program has no such symbol.
        """
        runner = self._runner
        program = runner.engine.program
        if symbol not in program.symbols:
            raise NotComputedError(
                asked=f"the value of {symbol!r}",
                where="this program",
                found="no such symbol",
                accepted=", ".join(program.symbols),
            )
        if not self.is_computed(symbol):
            writer = program.line_of.get(symbol, 1)
            raise NotComputedError(
                asked=f"the value of {symbol}",
                where=f"update {runner.position.update}, line {runner.line} of {len(program)}",
                found="not computed yet",
                accepted=f"run to line {writer} first",
            )
        value = read_only(runner.engine.array(symbol).copy())
        return value.reshape(()) if parse(symbol).kind in _NUMBERS else value

    def all(self) -> dict[str, Array]:
        """Return what is computed; what no line has written since the last call is the very array returned then.

        A step by one line copies what that line wrote, and a batch of thousands of samples takes gigabytes in all.
        """
        runner, program = self._runner, self._runner.engine.program
        written = {line.writes: number for number, line in enumerate(program.lines[: runner.line], start=1)}
        # An evolution strategy's numbers are measured when its parameters are set, not by a line.
        before = self._copies if program.computes_gradients else {}
        copies: dict[str, tuple[tuple[int, int], Array]] = {}
        for name in program.symbols:
            if not self.is_computed(name):
                continue
            when = runner.beginning, written.get(name, 0)
            copy = before.get(name)
            if copy is None or copy[0] != when:
                # As it lies in memory: to transpose the samples of a large batch takes as long as a line.
                copy = when, read_only(runner.engine.array(name).copy(order="K"))
            copies[name] = copy
        self._copies = copies
        return {name: array for name, (_, array) in copies.items()}
