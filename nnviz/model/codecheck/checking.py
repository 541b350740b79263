"""Checking a person's function: it is called on the trials, and its values are judged in program order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from nnviz.model.binding import Array
from nnviz.model.codecheck.calling import call_all
from nnviz.model.codecheck.comparing import Comparison, compare
from nnviz.model.codecheck.fitting import fitting_products
from nnviz.model.codecheck.given import symbol_of
from nnviz.model.codecheck.handing import HANDINGS, Handing
from nnviz.model.codecheck.judging import judged, mistakes_for
from nnviz.model.codecheck.outcome import Caller, Failure, Outcome
from nnviz.model.codecheck.report import LineReport, Report
from nnviz.model.codecheck.trials import Trial, trials_of
from nnviz.model.scenario import Scenario
from nnviz.model.symbols import Labels

_TOGETHER: Final = 3
"""How many mistakes at once are tried, where one does not explain a line."""


def check(backprop: Callable[..., object], scenario: Scenario | str = "xor", handing: Handing | None = None) -> Report:
    """Check a function ``backprop(X, Y, weights, biases)`` against the program of a scenario.

    Parameters
    ----------
    backprop
        Gives a dict of any symbols (``Z1 A1 delta2 dW2 db2`` …), or two lists ``(dWs, dbs)``.
    scenario
        Whose network, loss and data; a name, or a scenario.
    handing
        How arrays are handed over; found out by trying when None.
    """
    chosen = Scenario.load(scenario) if isinstance(scenario, str) else scenario
    return check_by(lambda calls: call_all(backprop, calls), chosen, handing)


def check_file(
    path: str | Path,
    scenario: Scenario | str = "xor",
    handing: Handing | None = None,
    seconds: float = 10.0,
) -> Report:
    """Check the function of a file, in a process of its own that is ended after some seconds."""
    from nnviz.model.codecheck.process import FileCaller

    chosen = Scenario.load(scenario) if isinstance(scenario, str) else scenario
    caller = FileCaller(Path(path), seconds)
    return check_by(caller, chosen, handing, lambda: caller.printed)


def check_by(
    caller: Caller, scenario: Scenario, handing: Handing | None = None, printed: Callable[[], str] = str
) -> Report:
    """Check whatever a caller calls."""
    trials = trials_of(scenario)
    tried = HANDINGS if handing is None else (handing,)
    outcomes = caller([way.call(trial) for way in tried for trial in trials])
    runs = [
        _Run(way, trials, outcomes[number * len(trials) : (number + 1) * len(trials)])
        for number, way in enumerate(tried)
    ]
    best = max(runs, key=lambda run: run.score)
    return best.report(scenario, printed())


@dataclass(frozen=True, eq=False)
class _Run:
    """What came of one way to hand arrays over."""

    handing: Handing
    trials: Sequence[Trial]
    outcomes: Sequence[Outcome]

    @property
    def score(self) -> tuple[int, int, int, int]:
        """Tell how well the way fits: it returned, in fitting shapes, with right values; else how far it came."""
        ran = [(trial, self._taken(trial, out)) for trial, out in self._pairs if out.failure is None]
        fits = right = 0
        for trial, values in ran:
            made = judged(trial, values)
            pairs = [(values[name], made[name]) for name in values if name in made]
            fits += sum(theirs.shape == ours.shape for theirs, ours in pairs)
            right += sum(compare(theirs, ours).holds for theirs, ours in pairs)
        reached = max((out.failure.line for out in self.outcomes if out.failure is not None), default=0)
        return len(ran), fits, right, reached

    @property
    def _pairs(self) -> list[tuple[Trial, Outcome]]:
        return list(zip(self.trials, self.outcomes, strict=True))

    def _taken(self, trial: Trial, outcome: Outcome) -> dict[str, Array]:
        shapes = trial.program.shapes(trial.X.shape[1])
        return {
            name: self.handing.taken(name, value, shapes[name])
            for name, value in outcome.values.items()
            if name in shapes
        }

    # Reporting ---------------------------------------------------------------------------------------------------

    def report(self, scenario: Scenario, printed: str) -> Report:
        """Judge what came and say it."""
        title = scenario.title_in("en")
        own = self.trials[0]
        ran = [(trial, self._taken(trial, out)) for trial, out in self._pairs if out.failure is None]
        failure = next((out.failure for out in self.outcomes if out.failure is not None), None)
        shapes = own.program.shapes(own.X.shape[1])
        if not ran:
            assert failure is not None  # what did not return has failed
            return Report(title, str(self.handing), (), failure, self._advice(failure), printed=printed)
        labels = scenario.symbol_labels()
        named = _named_mistakes(ran)
        lines = tuple(self._line(number, ran, named, labels) for number in range(1, len(own.program) + 1))
        return Report(
            title, str(self.handing), lines, notes=tuple(self._notes(failure, ran)), printed=printed, shapes=shapes
        )

    def _line(
        self,
        number: int,
        ran: Sequence[tuple[Trial, dict[str, Array]]],
        named: Mapping[str, tuple[str, ...]],
        labels: Labels,
    ) -> LineReport:
        program = self.trials[0].program
        symbol, formula = program[number].writes, program[number].formula(labels)
        theirs = ran[0][1].get(symbol) if ran[0][0].is_scenario else None
        worst, where = Comparison("missing"), ""
        found: tuple[int, ...] = ()
        expected: tuple[int, ...] = ()
        for trial, values in ran:
            if symbol not in values:
                continue
            comparison = compare(values[symbol], judged(trial, values)[symbol])
            if worst.status == "missing" or (worst.holds and not comparison.holds):
                worst = comparison
                where = "" if trial.is_scenario else "-".join(map(str, trial.sizes))
                found = values[symbol].shape
                expected = self.handing.expected(symbol, trial.program.shapes(trial.X.shape[1])[symbol])
        return LineReport(number, symbol, formula, worst, named.get(symbol, ()), where, theirs, found, expected)

    def _advice(self, failure: Failure) -> tuple[str, ...]:
        misfit = failure.misfit
        if misfit is None:
            return ()
        own = self.trials[0]
        shapes = own.program.shapes(own.X.shape[1])
        symbol = symbol_of(misfit.target)
        wanted = self.handing.expected(symbol, shapes[symbol]) if symbol in shapes else None
        told = [
            f"{misfit.left} has the shape {misfit.left_shape}, {misfit.right} has {misfit.right_shape}: "
            f"they do not go together under {misfit.operator}"
        ]
        if symbol in shapes:
            told.append(f"{misfit.target} should have the shape {wanted}")
        fitting = fitting_products(misfit, wanted if wanted is not None and len(wanted) == 2 else None)
        if fitting:
            told.append("these would fit: " + "; ".join(fitting[:4]))
        return tuple(told)

    def _notes(self, failure: Failure | None, ran: Sequence[tuple[Trial, dict[str, Array]]]) -> Iterable[str]:
        if failure is not None:
            on = "random networks" if ran[0][0].is_scenario else "some networks"
            yield f"on {on} of the same kind it fails: {failure.kind}: {failure.message}"
        changed = sorted({name for out in self.outcomes for name in out.changed})
        if changed:
            yield f"it changes what it was handed: {', '.join(changed)}"
        returned = {name for _, values in ran for name in values}
        biases = [f"db{layer}" for layer in range(1, self.trials[0].program.recipe.network.depth + 1)]
        if any(name.startswith("dW") for name in returned) and not returned & set(biases):
            yield f"{', '.join(biases)} did not come back: without them the biases never learn"


def _named_mistakes(ran: Sequence[tuple[Trial, dict[str, Array]]]) -> dict[str, tuple[str, ...]]:
    """Find for each symbol that differs the mistakes that give the person's numbers exactly, on every trial."""
    differing = {
        symbol: None
        for trial, values in ran
        for symbol, ours in judged(trial, values).items()
        if symbol in values and not compare(values[symbol], ours).holds
    }
    possible = [row.name for row in mistakes_for(ran[0][0])]
    for trial, _ in ran[1:]:
        possible += [row.name for row in mistakes_for(trial) if row.name not in possible]
    named: dict[str, tuple[str, ...]] = {}
    for symbol in differing:
        found = [name for name in possible if _explains(ran, (name,), symbol)]
        if not found:
            sets = (c for size in range(2, _TOGETHER + 1) for c in combinations(possible, size))
            found = list(next((c for c in sets if _explains(ran, c, symbol)), ()))
        named[symbol] = tuple(found)
    return named


def _explains(ran: Sequence[tuple[Trial, dict[str, Array]]], mistakes: tuple[str, ...], symbol: str) -> bool:
    """Tell whether mistakes give the person's numbers for a symbol, wherever these differ from the right ones."""
    explained = False
    for trial, values in ran:
        if symbol not in values:
            continue
        able = {row.name for row in mistakes_for(trial)}
        made = judged(trial, values, tuple(name for name in mistakes if name in able)).get(symbol)
        if made is None or values[symbol].shape != made.shape or compare(values[symbol], made).status != "equal":
            return False
        explained = True
    return explained
