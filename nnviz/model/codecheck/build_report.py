"""From the results of one argument layout to the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.accepted_values import AcceptedValues
from nnviz.model.codecheck.argument_layouts import ArgumentLayout
from nnviz.model.codecheck.call_result import CRASH, RETURNED, TIMEOUT, CallResult, Failure
from nnviz.model.codecheck.line_report import LineReport
from nnviz.model.codecheck.line_reporter import LineReporter, shapes_of
from nnviz.model.codecheck.line_verdicts import compare_symbol, expected_values
from nnviz.model.codecheck.notes import CheckNote
from nnviz.model.codecheck.report import Report
from nnviz.model.codecheck.returned_values import symbol_of
from nnviz.model.codecheck.trial_updates import Trial
from nnviz.model.codecheck.trial_values import Occasion, TrialValues
from nnviz.model.scenario.scenario import Scenario

_END = 1_000_000
"""More lines than a file has."""


@dataclass(frozen=True, eq=False)
class LayoutResults:
    """What the functions returned in one argument layout.

    Attributes
    ----------
    layout
        The layout.
    trials, results
        What was tried, the scenario's own network first, and the result of each call.
    again, integers
        The result of a second call with the same arguments, and of one with the data as integers; None without one.
    """

    layout: ArgumentLayout
    trials: Sequence[Trial]
    results: Sequence[CallResult]
    again: CallResult | None = None
    integers: CallResult | None = None

    @cached_property
    def score(self) -> tuple[int, int, int, int]:
        """How well the layout fits: calls that returned, shapes that fit, right values; else how far the code came."""
        fitting = right = 0
        for one in self._returned:
            expected = expected_values(one.trial, one.values)
            pairs = [(name, one.values[name], expected[name]) for name in one.values if name in expected]
            fitting += sum(theirs.shape == ours.shape for _, theirs, ours in pairs)
            right += sum(compare_symbol(one.trial, name, theirs, ours).holds for name, theirs, ours in pairs)
        reached = sum(_reached(result.failure) for result in self.results if result.failure is not None)
        answered = sum(result.failure is None or result.failure.kind == RETURNED for result in self.results)
        return max(len(self._returned), answered), fitting, right, reached

    @property
    def can_go_on(self) -> bool:
        """Whether the functions ran, so that they can be called again."""
        failure = self.results[0].failure
        return failure is None or (failure.kind not in (TIMEOUT, CRASH) and failure.part != "import")

    @cached_property
    def _returned(self) -> list[TrialValues]:
        """The trials on which the functions returned something."""
        pairs = zip(self.trials, self.results, strict=True)
        return [self._read(trial, result) for trial, result in pairs if result.values]

    def right_value(self, number: int, symbol: str) -> Array:
        """Return what a symbol follows from the person's values on a trial, as it should have been returned."""
        return self.layout.from_columns(symbol, AcceptedValues(self.values_on(number)).of(symbol))

    def values_on(self, number: int) -> TrialValues:
        """Return the values that a trial's first call has returned."""
        return self._read(self.trials[number], self.results[number])

    def _read(self, trial: Trial, result: CallResult, occasion: Occasion = "first") -> TrialValues:
        shapes = shapes_of(trial)
        values = {
            name: self.layout.to_columns(name, value, shapes[name])
            for name, value in result.values.items()
            if name in shapes
        }
        found = {name: result.values[name].shape for name in values}
        return TrialValues(trial, values, found, result.same, occasion)

    def _more(self) -> Iterator[TrialValues]:
        """Yield what was returned on other occasions than a first call."""
        for trial, result in zip(self.trials, self.results, strict=True):
            one = self._read(trial, result)
            for later in result.later:
                if later.values and not any(name[0] in "Wb" and v.ndim != 2 for name, v in one.values.items()):
                    one = self._read(one.trial.after(one.values), later, "later")
                    yield one
        if self.again is not None and self.again.values:
            yield self._without_updates(self._read(self.trials[0], self.again, "again"))
        if self.integers is not None and self.integers.values:
            yield self._read(self.trials[0], self.integers, "integers")

    @staticmethod
    def _without_updates(again: TrialValues) -> TrialValues:
        """Leave out parameters, where the optimiser remembers: with the same gradients it makes another update."""
        if not again.trial.remembers:
            return again
        return replace(
            again, values={name: v for name, v in again.values.items() if name not in again.trial.parameters}
        )

    def report(self, scenario: Scenario, ties: Sequence[str]) -> Report:
        """Compare what was returned, and report on it.

        Parameters
        ----------
        scenario
            For its title and its names of symbols.
        ties
            Other orientations of the samples that fit as well.
        """
        own = self.results[0]
        failure = own.failure
        if failure is None and not self._returned:
            failure = next((result.failure for result in self.results if result.failure is not None), None)
        lines: tuple[LineReport, ...] = ()
        found: tuple[CheckNote, ...] = ()
        if self._returned:
            values = [*self._returned, *self._more()]
            reporter = LineReporter(self.layout, values, scenario.symbol_labels(), failure)
            lines, found = reporter.report_lines(), tuple(reporter.notes())
        report = Report(
            scenario=scenario.title_in("en") or scenario.name,
            layout=self.layout,
            lines=lines,
            failure=failure,
            wanted=None if failure is None else self._wanted_shape(failure),
            notes=(*found, *self._notes(failure)),
            printed=own.printed,
        )
        if ties and not report.ok and failure is not None and failure.kind != RETURNED:
            return replace(report, notes=(CheckNote("ambiguous", tuple(ties)), *report.notes))
        return report

    def _wanted_shape(self, failure: Failure) -> tuple[int, ...] | None:
        """Return the shape that the failed statement's result should have, if its name says which symbol it is."""
        symbol = symbol_of(failure.misfit.target) if failure.misfit is not None else None
        shape = shapes_of(self.trials[0]).get(symbol) if symbol is not None else None
        return None if shape is None or symbol is None else self.layout.expected_shape(symbol, shape)

    def _notes(self, failure: Failure | None) -> Iterator[CheckNote]:
        for trial, result in zip(self.trials[1:], self.results[1:], strict=True):
            if failure is None and result.failure is not None:
                yield CheckNote("fails-elsewhere", where=trial.sizes_text, failure=result.failure)
                break
        if failure is None and self.integers is not None and self.integers.failure is not None:
            yield CheckNote("fails-on-integers", failure=self.integers.failure)
        returned = {name for one in self._returned for name in one.values}
        # A parameter that it returns updated may be updated in place.
        changed = {name for result in self.results for name in result.changed} - returned
        if changed:
            yield CheckNote("changes-arguments", tuple(sorted(changed)))
        own = self.trials[0].program
        biases = [name for name in own.trained if name.startswith("b")]
        has_weights = any(name.startswith("dW") for name in returned)
        if biases and has_weights and returned.isdisjoint({*biases, *(f"d{name}" for name in biases)}):
            yield CheckNote("no-bias-gradients", tuple(f"d{name}" for name in biases))


def _reached(failure: Failure) -> int:
    """Return how far the code came: to a line, or to its end, where what it returned is what cannot be read."""
    return _END if failure.kind == RETURNED and failure.part != "import" else failure.line
