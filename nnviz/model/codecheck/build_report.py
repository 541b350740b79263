"""From the results of one argument layout to the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.argument_layouts import PREDICTION, ArgumentLayout
from nnviz.model.codecheck.array_comparison import ArrayComparison
from nnviz.model.codecheck.call_result import RETURNED, CallResult, Failure
from nnviz.model.codecheck.line_report import LineReport
from nnviz.model.codecheck.line_verdicts import compare_prediction, compare_symbol, expected_values, is_stale
from nnviz.model.codecheck.mistake_search import MistakeMatch, MistakeSearch, TrialValues
from nnviz.model.codecheck.notes import CheckNote
from nnviz.model.codecheck.report import Report
from nnviz.model.codecheck.returned_values import symbol_of
from nnviz.model.codecheck.trial_updates import Trial
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.mistakes.mistake import STALE
from nnviz.model.program.shapes import Shape
from nnviz.model.program.symbols import Labels
from nnviz.model.scenario.scenario import Scenario

_NO_MISTAKE = MistakeMatch()
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
    """

    layout: ArgumentLayout
    trials: Sequence[Trial]
    results: Sequence[CallResult]

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
        return len(self._returned), fitting, right, reached

    @cached_property
    def _returned(self) -> list[TrialValues]:
        """The trials on which the functions returned something."""
        pairs = zip(self.trials, self.results, strict=True)
        return [TrialValues(trial, self._in_columns(trial, result)) for trial, result in pairs if result.values]

    def _in_columns(self, trial: Trial, result: CallResult) -> dict[str, Array]:
        shapes = _shapes(trial)
        return {
            name: self.layout.to_columns(name, value, shapes[name])
            for name, value in result.values.items()
            if name in shapes
        }

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
        if self._returned:
            lines = _LineReporter(self.layout, self._returned, scenario.symbol_labels(), failure).report_lines()
        report = Report(
            scenario=scenario.title_in("en") or scenario.name,
            layout=self.layout,
            lines=lines,
            failure=failure,
            wanted=None if failure is None else self._wanted_shape(failure),
            notes=tuple(self._notes(failure)),
            printed=own.printed,
        )
        if ties and not report.ok:
            return replace(report, notes=(CheckNote("ambiguous", tuple(ties)), *report.notes))
        return report

    def _wanted_shape(self, failure: Failure) -> tuple[int, ...] | None:
        """Return the shape that the failed statement's result should have, if its name says which symbol it is."""
        symbol = symbol_of(failure.misfit.target) if failure.misfit is not None else None
        shape = _shapes(self.trials[0]).get(symbol) if symbol is not None else None
        return None if shape is None or symbol is None else self.layout.expected_shape(symbol, shape)

    def _notes(self, failure: Failure | None) -> Iterator[CheckNote]:
        for trial, result in zip(self.trials[1:], self.results[1:], strict=True):
            if failure is None and result.failure is not None:
                yield CheckNote("fails-elsewhere", where=trial.sizes_text, failure=result.failure)
                break
        returned = {name for one in self._returned for name in one.values}
        # A parameter that it returns updated may be updated in place.
        changed = {name for result in self.results for name in result.changed} - returned
        if changed:
            yield CheckNote("changes-arguments", tuple(sorted(changed)))
        biases = [f"db{layer}" for layer in range(1, self.trials[0].program.recipe.network.depth + 1)]
        has_weights = any(name.startswith("dW") for name in returned)
        if has_weights and not returned & {*biases, *(name[1:] for name in biases)}:
            yield CheckNote("no-bias-gradients", tuple(biases))


def _reached(failure: Failure) -> int:
    """Return how far the code came: to a line, or to its end, where what it returned is what cannot be read."""
    return _END if failure.kind == RETURNED and failure.part != "import" else failure.line


def _shapes(trial: Trial) -> dict[str, Shape]:
    """Return every symbol's shape, and the prediction's."""
    outputs = trial.program.recipe.network.output.units
    return {**trial.program.shapes(trial.X.shape[1]), PREDICTION: (outputs, trial.samples.shape[1])}


class _LineReporter:
    """Reports on each line of the program.

    Parameters
    ----------
    layout
        The layout of the arguments.
    returned
        What was returned, at least on one trial.
    labels
        How symbols are written.
    failure
        The failure to report, if any.
    """

    def __init__(
        self, layout: ArgumentLayout, returned: Sequence[TrialValues], labels: Labels, failure: Failure | None
    ) -> None:
        self._layout, self._returned, self._labels, self._failure = layout, returned, labels, failure
        self._program = returned[0].trial.program
        self._search = MistakeSearch(returned)
        self._expected = [expected_values(one.trial, one.values) for one in returned]

    def report_lines(self) -> tuple[LineReport, ...]:
        lines = [self._line(number) for number in range(1, len(self._program) + 1)]
        has_failed = self._failure is not None and self._failure.part == "predict"
        if has_failed or any(PREDICTION in one.values for one in self._returned):
            forward = [name for line in lines if line.symbol[0] in "ZA" for name in line.mistakes]
            in_forward = [name for name in dict.fromkeys(forward) if CATALOGUE[name].kind == "forward"]
            lines.append(self._prediction(len(lines) + 1, in_forward))
        return tuple(lines)

    def _line(self, number: int) -> LineReport:
        line = self._program[number]
        symbol, layout = line.writes, self._layout
        comparisons = [
            (one, compare_symbol(one.trial, symbol, one.values[symbol], expected[symbol]))
            for one, expected in zip(self._returned, self._expected, strict=True)
            if symbol in one.values
        ]
        formula = line.formula(self._labels, layout.convention)
        if not comparisons:
            failed = self._failure is not None and self._failure.part == "update" and line.assigns
            return LineReport(number, symbol, formula, ArrayComparison("missing"), failed=failed)
        one, comparison = _worst(comparisons)
        shapes = one.trial.program.shapes(one.trial.X.shape[1])
        match = _NO_MISTAKE if comparison.holds else self._search.search(symbol)
        return LineReport(
            number=number,
            symbol=symbol,
            formula=formula,
            comparison=comparison,
            mistakes=match.mistakes,
            alternatives=match.alternatives,
            where="" if one.trial.is_scenario else one.trial.sizes_text,
            beyond=match.beyond,
            theirs=self._of_scenario(symbol),
            found=layout.returned_shape(symbol, one.values[symbol]),
            expected=layout.expected_shape(symbol, shapes[symbol]),
            fitting=one.trial.program[number].shapes(shapes, layout.convention),
            cell=None if comparison.worst is None else layout.cell(symbol, comparison.worst),
            assigns=line.assigns,
        )

    def _prediction(self, number: int, in_forward: Sequence[str]) -> LineReport:
        """Report on what `predict` returned; `in_forward` are the mistakes of the person's forward lines."""
        formula = f"predict(X) = {self._labels.of(f'A{self._program.recipe.network.depth}')}"
        comparisons = []
        for one in self._returned:
            if PREDICTION in one.values:
                theirs = one.values[PREDICTION]
                comparison = compare_prediction(one.trial, theirs)
                follows = compare_prediction(one.trial, theirs, in_forward) if in_forward else comparison
                comparisons.append((one, follows if follows.holds else comparison))
        if not comparisons:
            return LineReport(number, PREDICTION, formula, ArrayComparison("missing"), failed=True)
        one, comparison = _worst(comparisons)
        wrong = [other for other, found in comparisons if not found.holds]
        stale = bool(wrong) and all(is_stale(other.trial, other.values[PREDICTION]) for other in wrong)
        return LineReport(
            number=number,
            symbol=PREDICTION,
            formula=formula,
            comparison=comparison,
            mistakes=(STALE,) if stale else (),
            where="" if one.trial.is_scenario else one.trial.sizes_text,
            theirs=self._of_scenario(PREDICTION),
            found=self._layout.returned_shape(PREDICTION, one.values[PREDICTION]),
            expected=self._layout.expected_shape(PREDICTION, _shapes(one.trial)[PREDICTION]),
            cell=None if comparison.worst is None else self._layout.cell(PREDICTION, comparison.worst),
        )

    def _of_scenario(self, symbol: str) -> Array | None:
        """Return the person's value on the scenario's own network."""
        return self._returned[0].values.get(symbol) if self._returned[0].trial.is_scenario else None


def _worst(comparisons: Sequence[tuple[TrialValues, ArrayComparison]]) -> tuple[TrialValues, ArrayComparison]:
    """Return the first that does not hold; else the first that is right up to rounding; else the first."""
    ranks = {"equal": 0, "rounding": 1}
    return max(comparisons, key=lambda pair: ranks.get(pair[1].status, 2))
