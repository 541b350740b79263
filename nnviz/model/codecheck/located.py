"""A report beside the line of the person's file that computes the first wrong value."""

from __future__ import annotations

from dataclasses import replace

from nnviz.model.codecheck.accepted_values import AcceptedValues
from nnviz.model.codecheck.build_report import LayoutResults
from nnviz.model.codecheck.line_reporter import reason_of
from nnviz.model.codecheck.own_line import OwnLine, find_line, mended_text
from nnviz.model.codecheck.report import Report
from nnviz.model.codecheck.run_in_process import FileCaller


def with_own_line(report: Report, best: LayoutResults, caller: FileCaller) -> Report:
    """Return a report that names the line of the file at the first difference, and that line as it should be.

    Parameters
    ----------
    report
        The report on what a file's functions returned.
    best
        What they returned in the layout that fits.
    caller
        Calls them.
    """
    first = report.first_difference
    if first is None or caller.is_stopped():
        return report
    wheres = ["" if trial.is_scenario else trial.sizes_text for trial in best.trials]
    number = wheres.index(first.where)
    theirs = best.results[number].values.get(first.symbol)
    if theirs is None:
        return report
    right = best.right_value(number, first.symbol) if first.occasion == "first" else None
    call = best.layout.call(best.trials[number])
    own = find_line(caller.path, call, theirs, right, seconds=caller.seconds, cancelled=caller.is_stopped)
    if own is None:
        return report
    if own.mended is not None and not _is_right_with(own, first.symbol, best, caller):
        own = replace(own, mended=None, names=())
    named = replace(first, own=own)
    if own.names and not first.mistakes:
        one = best.values_on(number)
        named = replace(named, mistakes=own.names, reason=reason_of(own.names, one, first.symbol))
    return replace(report, lines=tuple(named if line is first else line for line in report.lines))


def _is_right_with(own: OwnLine, symbol: str, best: LayoutResults, caller: FileCaller) -> bool:
    """Return whether the file returns the right values with its line mended, on every network."""
    text = mended_text(caller.path, own)
    if text is None:
        return False
    results = FileCaller(caller.path, caller.seconds, text)([best.layout.call(trial) for trial in best.trials])
    again = LayoutResults(best.layout, best.trials, results)
    if any(result.failure is not None or symbol not in result.values for result in results):
        return False
    every = (AcceptedValues(again.values_on(number)) for number in range(len(best.trials)))
    return all(accepted.compare(symbol).holds for accepted in every)
