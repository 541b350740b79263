"""The report on each line of the program, from what was returned on all occasions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.accepted_values import AcceptedValues
from nnviz.model.codecheck.argument_layouts import PREDICTION, ArgumentLayout, broadcast
from nnviz.model.codecheck.array_comparison import ArrayComparison, compare
from nnviz.model.codecheck.call_result import Failure
from nnviz.model.codecheck.judged_formulas import forward_pass
from nnviz.model.codecheck.line_report import LineReport
from nnviz.model.codecheck.line_verdicts import compare_prediction, is_stale
from nnviz.model.codecheck.mistake_search import MistakeMatch, MistakeSearch
from nnviz.model.codecheck.notes import CheckNote, CheckNoteKind
from nnviz.model.codecheck.trial_updates import Trial
from nnviz.model.codecheck.trial_values import TrialValues
from nnviz.model.judgement.words import reason
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.mistakes.mistake import ACCUMULATING, STALE
from nnviz.model.program.shapes import Shape
from nnviz.model.program.symbols import Labels

Compared = tuple[TrialValues, ArrayComparison]
_NO_MISTAKE = MistakeMatch()


def shapes_of(trial: Trial) -> dict[str, Shape]:
    """Return every symbol's shape, and the prediction's."""
    outputs = trial.program.recipe.network.output.units
    return {**trial.program.shapes(trial.X.shape[1]), PREDICTION: (outputs, trial.samples.shape[1])}


class LineReporter:
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
        self._search = MistakeSearch([one for one in returned if one.occasion in ("first", "later")])
        self._accepted = {id(one): AcceptedValues(one) for one in returned}
        self._beyond: dict[str, list[str]] = {}
        self._scaled: dict[str, float] = {}
        self._unmoved: list[str] = []

    def report_lines(self) -> tuple[LineReport, ...]:
        """Return the reports, in the order of the lines; the prediction's is the last."""
        lines = [self._line(number) for number in range(1, len(self._program) + 1)]
        has_failed = self._failure is not None and self._failure.part == "predict"
        if has_failed or any(PREDICTION in one.values for one in self._returned):
            forward = [name for line in lines if line.symbol[0] in "ZA" for name in line.mistakes]
            in_forward = [name for name in dict.fromkeys(forward) if CATALOGUE[name].change and _is_forward(name)]
            lines.append(self._prediction(len(lines) + 1, in_forward))
        return tuple(lines)

    def notes(self) -> Iterator[CheckNote]:
        """Yield what `report_lines` has noticed besides differences."""
        if self._scaled:
            factor = next(iter(self._scaled.values()))
            samples = self._returned[0].trial.X.shape[1]
            kinds: dict[float, CheckNoteKind] = {1.0 / samples: "delta-over-m", -1.0: "delta-negative"}
            yield CheckNote(kinds.get(factor, "delta-scaled"), tuple(self._scaled), where=f"{factor:g}")
        if self._unmoved:
            yield CheckNote("not-moved", tuple(self._unmoved))
        kinked = {name for one in self._returned for name in one.values if self._is_by_kink(one, name)}
        if kinked:
            yield CheckNote("kink", tuple(line.writes for line in self._program if line.writes in kinked))
        if any(accepted.starts_again for accepted in self._accepted.values()):
            yield CheckNote("starts-again")
        for where, names in self._beyond.items():
            yield CheckNote("differs-elsewhere", tuple(names), where=where)

    def _is_by_kink(self, one: TrialValues, name: str) -> bool:
        return name in self._program.line_of and self._accepted[id(one)].is_by_kink(name)

    def _line(self, number: int) -> LineReport:
        line = self._program[number]
        symbol, layout = line.writes, self._layout
        comparisons = [(one, self._accepted[id(one)].compare(symbol)) for one in self._returned if symbol in one.values]
        formula = line.formula(self._labels, layout.convention)
        if not comparisons:
            failed = self._failure is not None and self._failure.part == "update" and line.assigns
            return LineReport(number, symbol, formula, ArrayComparison("missing"), failed=failed)
        one, comparison = _worst(self._steady(symbol, self._within(symbol, comparisons)))
        if comparison.status == "scaled":
            self._scaled[symbol] = comparison.factor
        if comparison.status == "unmoved":
            self._unmoved.append(symbol)
        shapes = one.trial.program.shapes(one.trial.X.shape[1])
        match = _NO_MISTAKE if comparison.holds else self._mistakes(symbol, one, comparison)
        expected = layout.expected_shape(symbol, shapes[symbol])
        found = one.shapes.get(symbol) or ()
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
            found=found,
            expected=expected,
            moved=broadcast(expected, found) if comparison.status == "shape" else None,
            fitting=one.trial.program[number].shapes(shapes, layout.convention),
            cell=None if comparison.worst is None else layout.cell(symbol, comparison.worst),
            assigns=line.assigns,
            occasion=one.occasion,
            cause=self._cause(symbol, one, comparison),
            reason="" if match.alternatives else reason_of(match.mistakes, one, symbol),
        )

    def _within(self, symbol: str, comparisons: Sequence[Compared]) -> Sequence[Compared]:
        """Leave out networks on which a difference says nothing about the scenario's: those become a note.

        They have several outputs where it has one, or sizes for which the code was not written.
        """
        own = [pair for pair in comparisons if pair[0].trial.is_scenario]
        rest = [pair for pair in comparisons if not pair[0].trial.wider and (pair[1].status != "shape" or pair in own)]
        if not own or not all(found.holds for _, found in rest):
            return comparisons
        for one, found in comparisons:
            if not found.holds:
                self._beyond.setdefault(one.trial.sizes_text, []).append(symbol)
                break
        return rest

    def _steady(self, symbol: str, comparisons: Sequence[Compared]) -> Sequence[Compared]:
        """Mark a value that differs from call to call with the same arguments."""
        first = next((pair for pair in comparisons if pair[0].occasion == "first" and pair[0].trial.is_scenario), None)
        again = next((pair for pair in comparisons if pair[0].occasion == "again"), None)
        if first is None or again is None or (first[1].holds and again[1].holds):
            return comparisons
        values = first[0].values[symbol], again[0].values[symbol]
        if values[0].shape != values[1].shape or compare(*values).holds:
            return comparisons
        return [(again[0], replace(again[1], status="unsteady"))]

    def _mistakes(self, symbol: str, one: TrialValues, comparison: ArrayComparison) -> MistakeMatch:
        """Return the mistakes that explain a difference."""
        if comparison.status == "unsteady":
            first = next(other for other in self._returned if other.trial is one.trial and other.occasion == "first")
            added = one.values[symbol] - first.values[symbol]
            right = self._accepted[id(one)].of(symbol)
            accumulates = symbol.startswith("d") and compare(added, right, one.trial.terms.get(symbol)).holds
            return MistakeMatch((ACCUMULATING,) if accumulates else ())
        if one.occasion == "integers":
            return MistakeMatch(("integer-arrays",))
        if symbol in self._accepted[id(one)].overwritten or any(symbol == name for name, _ in one.same):
            return MistakeMatch(("same-array",))
        if comparison.status == "unmoved" and self._nothing_moved(one):
            return MistakeMatch(("not-moved",))
        found = self._search.search(symbol)
        if not found.mistakes and symbol.startswith("db") and self._is_over_units(symbol, one):
            return MistakeMatch(("bias-sum-over-units",))
        return found

    def _is_over_units(self, symbol: str, one: TrialValues) -> bool:
        """Return whether a bias gradient has a cell for each sample, its sum over the units."""
        name = f"delta{symbol[2:]}"
        delta = one.values.get(name, self._accepted[id(one)].of(name))
        summed, theirs = delta.sum(axis=0, keepdims=True), one.values[symbol]
        if theirs.size != summed.size or summed.size < 2:
            return False
        return any(compare(theirs.reshape(1, -1), summed / share).holds for share in (1.0, float(summed.size)))

    def _nothing_moved(self, one: TrialValues) -> bool:
        moving = [line.writes for line in self._program if line.writes in one.trial.parameters]
        accepted = self._accepted[id(one)]
        return all(name in one.values and not accepted.compare(name).holds for name in moving) and all(
            accepted.compare(name).status == "unmoved" for name in moving
        )

    def _cause(self, symbol: str, one: TrialValues, comparison: ArrayComparison) -> tuple[str, str] | None:
        """Return the other symbol of the same array, or the symbol itself where it was overwritten later."""
        if comparison.holds:
            return None
        if symbol in self._accepted[id(one)].overwritten:
            return symbol, symbol
        return next((pair for pair in one.same if pair[0] == symbol), None)

    def _prediction(self, number: int, in_forward: Sequence[str]) -> LineReport:
        """Report on what `predict` returned; `in_forward` are the mistakes of the person's forward lines."""
        formula = f"predict(X) = {self._labels.of(f'A{self._program.recipe.network.depth}')}"
        comparisons = []
        for one in self._returned:
            if PREDICTION in one.values and one.occasion == "first":
                theirs = one.values[PREDICTION]
                comparison = compare_prediction(one.trial, theirs)
                follows = compare_prediction(one.trial, theirs, in_forward) if in_forward else comparison
                comparisons.append((one, follows if follows.holds else comparison))
        if not comparisons:
            return LineReport(number, PREDICTION, formula, ArrayComparison("missing"), failed=True)
        one, comparison = _worst(self._within(PREDICTION, comparisons))
        wrong = [other for other, found in comparisons if not found.holds]
        stale = bool(wrong) and all(is_stale(other.trial, other.values[PREDICTION]) for other in wrong)
        return LineReport(
            number=number,
            symbol=PREDICTION,
            formula=formula,
            comparison=comparison,
            mistakes=(STALE,) if stale and not comparison.holds else (),
            where="" if one.trial.is_scenario else one.trial.sizes_text,
            theirs=self._of_scenario(PREDICTION),
            found=one.shapes[PREDICTION],
            expected=self._layout.expected_shape(PREDICTION, shapes_of(one.trial)[PREDICTION]),
            cell=None if comparison.worst is None else self._layout.cell(PREDICTION, comparison.worst),
        )

    def _of_scenario(self, symbol: str) -> Array | None:
        """Return the person's value on the scenario's own network."""
        return self._returned[0].values.get(symbol) if self._returned[0].trial.is_scenario else None


def reason_of(mistakes: tuple[str, ...], one: TrialValues, symbol: str) -> str:
    """Return what is wrong with a line, in the words in which the judge of a whole script says it."""
    own = forward_pass(one)
    return reason(mistakes, own, symbol) if mistakes and own is not None else ""


def _is_forward(name: str) -> bool:
    return CATALOGUE[name].kind == "forward"


def _worst(comparisons: Sequence[Compared]) -> Compared:
    """Return the first that does not hold; else the first that is right up to rounding; else the first."""
    ranks = {"equal": 0, "rounding": 1, "scaled": 2}
    return max(comparisons, key=lambda pair: ranks.get(pair[1].status, 3))
