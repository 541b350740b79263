"""What came of one way to hand arrays over, and the report on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.argument_layouts import PREDICTION, Handing
from nnviz.model.codecheck.array_comparison import Comparison
from nnviz.model.codecheck.call_result import Failure, Outcome
from nnviz.model.codecheck.line_report import LineReport
from nnviz.model.codecheck.line_verdicts import compared, is_stale, judged, judged_prediction
from nnviz.model.codecheck.mistake_search import Explainer, Explanation, Ran
from nnviz.model.codecheck.notes import Note
from nnviz.model.codecheck.report import Report
from nnviz.model.codecheck.returned_values import symbol_of
from nnviz.model.codecheck.trial_updates import Trial
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.mistakes.mistake import STALE
from nnviz.model.program.shapes import Shape
from nnviz.model.program.symbols import Labels
from nnviz.model.scenario.scenario import Scenario

_NO_MISTAKE = Explanation()


@dataclass(frozen=True, eq=False)
class Run:
    """One way to hand arrays over, and what came of it.

    Attributes
    ----------
    handing
        The way.
    trials, outcomes
        What was tried, the scenario's own network first, and what came.
    """

    handing: Handing
    trials: Sequence[Trial]
    outcomes: Sequence[Outcome]

    @cached_property
    def score(self) -> tuple[int, int, int, int]:
        """Tell how well the way fits: it returned, in fitting shapes, with right values; else how far it came."""
        fits = right = 0
        for one in self._ran:
            made = judged(one.trial, one.values)
            pairs = [(name, one.values[name], made[name]) for name in one.values if name in made]
            fits += sum(theirs.shape == ours.shape for _, theirs, ours in pairs)
            right += sum(compared(one.trial, name, theirs, ours).holds for name, theirs, ours in pairs)
        reached = sum(out.failure.line for out in self.outcomes if out.failure is not None)
        return len(self._ran), fits, right, reached

    @cached_property
    def _ran(self) -> list[Ran]:
        pairs = zip(self.trials, self.outcomes, strict=True)
        return [Ran(trial, self._taken(trial, outcome)) for trial, outcome in pairs if outcome.values]

    def _taken(self, trial: Trial, outcome: Outcome) -> dict[str, Array]:
        shapes = _shapes(trial)
        return {
            name: self.handing.taken(name, value, shapes[name])
            for name, value in outcome.values.items()
            if name in shapes
        }

    def report(self, scenario: Scenario, ties: Sequence[str]) -> Report:
        """Judge what came and say it.

        Parameters
        ----------
        scenario
            For its title and its names of symbols.
        ties
            How samples could be handed over as well.
        """
        own = self.outcomes[0]
        failure = own.failure
        if failure is None and not self._ran:
            failure = next((out.failure for out in self.outcomes if out.failure is not None), None)
        lines = _Lines(self.handing, self._ran, scenario.symbol_labels(), failure).write() if self._ran else ()
        title = scenario.title_in("en") or scenario.name
        wanted = None if failure is None else self._wanted(failure)
        report = Report(title, self.handing, lines, failure, wanted, tuple(self._notes(failure)), own.printed)
        if ties and not report.ok:
            return Report(**{**vars(report), "notes": (Note("ambiguous", tuple(ties)), *report.notes)})
        return report

    def _wanted(self, failure: Failure) -> tuple[int, ...] | None:
        symbol = symbol_of(failure.misfit.target) if failure.misfit is not None else None
        shape = _shapes(self.trials[0]).get(symbol) if symbol is not None else None
        return None if shape is None or symbol is None else self.handing.expected(symbol, shape)

    def _notes(self, failure: Failure | None) -> Iterator[Note]:
        for trial, outcome in zip(self.trials[1:], self.outcomes[1:], strict=True):
            if failure is None and outcome.failure is not None:
                yield Note("fails-elsewhere", where=trial.sizes_text, failure=outcome.failure)
                break
        returned = {name for one in self._ran for name in one.values}
        # What it gives updated, it may update in place.
        changed = {name for outcome in self.outcomes for name in outcome.changed} - returned
        if changed:
            yield Note("changes-arguments", tuple(sorted(changed)))
        biases = [f"db{layer}" for layer in range(1, self.trials[0].program.recipe.network.depth + 1)]
        has_weights = any(name.startswith("dW") for name in returned)
        if has_weights and not returned & {*biases, *(name[1:] for name in biases)}:
            yield Note("no-bias-gradients", tuple(biases))


def _shapes(trial: Trial) -> dict[str, Shape]:
    """Return every symbol's shape, and the prediction's."""
    outputs = trial.program.recipe.network.output.units
    return {**trial.program.shapes(trial.X.shape[1]), PREDICTION: (outputs, trial.samples.shape[1])}


class _Lines:
    """Writes the lines of a report.

    Parameters
    ----------
    handing, ran
        How arrays were handed over, and what came.
    labels
        How symbols are written.
    failure
        What has failed.
    """

    def __init__(self, handing: Handing, ran: Sequence[Ran], labels: Labels, failure: Failure | None) -> None:
        self._handing, self._ran, self._labels, self._failure = handing, ran, labels, failure
        self._program = ran[0].trial.program
        self._explainer = Explainer(ran)
        self._made = [judged(one.trial, one.values) for one in ran]

    def write(self) -> tuple[LineReport, ...]:
        lines = [self._line(number) for number in range(1, len(self._program) + 1)]
        has_failed = self._failure is not None and self._failure.part == "predict"
        if has_failed or any(PREDICTION in one.values for one in self._ran):
            forward = [name for line in lines if line.symbol[0] in "ZA" for name in line.mistakes]
            in_forward = [name for name in dict.fromkeys(forward) if CATALOGUE[name].kind == "forward"]
            lines.append(self._prediction(len(lines) + 1, in_forward))
        return tuple(lines)

    def _line(self, number: int) -> LineReport:
        line = self._program[number]
        symbol, handing = line.writes, self._handing
        found = [
            (one, compared(one.trial, symbol, one.values[symbol], made[symbol]))
            for one, made in zip(self._ran, self._made, strict=True)
            if symbol in one.values
        ]
        formula = line.formula(self._labels, handing.convention)
        if not found:
            failed = self._failure is not None and self._failure.part == "update" and line.assigns
            return LineReport(number, symbol, formula, Comparison("missing"), failed=failed)
        one, comparison = _worst(found)
        shapes = one.trial.program.shapes(one.trial.X.shape[1])
        why = _NO_MISTAKE if comparison.holds else self._explainer.explain(symbol)
        return LineReport(
            number,
            symbol,
            formula,
            comparison,
            why.mistakes,
            why.alternatives,
            "" if one.trial.is_scenario else one.trial.sizes_text,
            why.beyond,
            self._own(symbol),
            handing.given(symbol, one.values[symbol]),
            handing.expected(symbol, shapes[symbol]),
            one.trial.program[number].shapes(shapes, handing.convention),
            None if comparison.worst is None else handing.cell(symbol, comparison.worst),
            line.assigns,
        )

    def _prediction(self, number: int, in_forward: Sequence[str]) -> LineReport:
        """Judge what `predict` gave; `in_forward` are the mistakes of the person's forward lines."""
        formula = f"predict(X) = {self._labels.of(f'A{self._program.recipe.network.depth}')}"
        found_ones = []
        for one in self._ran:
            if PREDICTION in one.values:
                theirs = one.values[PREDICTION]
                comparison = judged_prediction(one.trial, theirs)
                follows = judged_prediction(one.trial, theirs, in_forward) if in_forward else comparison
                found_ones.append((one, follows if follows.holds else comparison))
        if not found_ones:
            return LineReport(number, PREDICTION, formula, Comparison("missing"), failed=True)
        one, comparison = _worst(found_ones)
        wrong = [other for other, found in found_ones if not found.holds]
        stale = bool(wrong) and all(is_stale(other.trial, other.values[PREDICTION]) for other in wrong)
        return LineReport(
            number,
            PREDICTION,
            formula,
            comparison,
            (STALE,) if stale else (),
            where="" if one.trial.is_scenario else one.trial.sizes_text,
            theirs=self._own(PREDICTION),
            found=self._handing.given(PREDICTION, one.values[PREDICTION]),
            expected=self._handing.expected(PREDICTION, _shapes(one.trial)[PREDICTION]),
            cell=None if comparison.worst is None else self._handing.cell(PREDICTION, comparison.worst),
        )

    def _own(self, symbol: str) -> Array | None:
        return self._ran[0].values.get(symbol) if self._ran[0].trial.is_scenario else None


def _worst(found: Sequence[tuple[Ran, Comparison]]) -> tuple[Ran, Comparison]:
    """Return the first that does not hold; else the first that is only about right; else the first."""
    ranks = {"equal": 0, "rounding": 1}
    return max(found, key=lambda pair: ranks.get(pair[1].status, 2))
