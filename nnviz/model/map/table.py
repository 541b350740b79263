"""A map as comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from nnviz.model.map.axis import MapAxis
from nnviz.model.map.measures import MEASURES
from nnviz.model.map.plan import MapPlan
from nnviz.model.map.settings import ChoiceSetting
from nnviz.model.map.training import CellResult

Results = Mapping[tuple[int, int], CellResult]
"""(row, column) → result of that cell."""


def csv_text(plan: MapPlan, results: Results) -> str:
    """Write the cells that have a result, row by row, whatever order they were trained in.

    Numbers are written so that reading them returns exactly the same ones; a number that a cell lacks is empty.
    """
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow([plan.across.name, plan.up.name, "updates", *MEASURES, "not_finite_in_update", "problem"])
    for row, column in plan.cells():
        result = results.get((row, column))
        if result is None:
            continue
        numbers = [measure.of(result) for measure in MEASURES.values()]
        table.writerow(
            [
                _value(plan.across, column),
                _value(plan.up, row),
                "" if result.metrics is None else result.metrics.update,
                *("" if number is None else repr(number) for number in numbers),
                "" if result.fault is None else result.fault,
                " ".join(result.problem.split()),
            ]
        )
    return written.getvalue()


def _value(axis: MapAxis, index: int) -> str:
    value = axis.values[index]
    if isinstance(axis.setting, ChoiceSetting):
        return str(value)
    return str(int(value)) if axis.setting.whole else repr(float(value))
