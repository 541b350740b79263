"""``nnviz map``: a scenario trained for each pair of values of two settings, as CSV."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TextIO

from nnviz.cli.arguments import (
    START_HELP,
    a_number,
    add_data_arguments,
    add_engine_argument,
    chosen_or_default,
    data_choices,
    whole_from_one,
)

if TYPE_CHECKING:
    from nnviz.model.map import CellResult, MapPlan, MapRun
    from nnviz.model.map.plan import Unit

_REPORTED_EVERY = 10
"""Percent of a map between two lines of progress, where they are not written over each other."""
_WAIT = 0.25
"""Seconds between two looks at a map: an interruption is noticed as soon as that."""

WRITING = "to write the map"


def add_map(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser = commands.add_parser(
        "map",
        help="train a scenario for each pair of values of two settings, to CSV",
        description="Train a scenario once for each pair of values of two settings, and write a table of the "
        "results. Values are FROM:TO, FROM:TO:STEPS, FROM:TO:log:STEPS or A,B,C; without any, usual ones.",
    )
    parser.add_argument("scenario", help=START_HELP)
    for option, help_text in (
        ("--x", "the setting that changes from column to column, such as seed=0:9"),
        ("--y", "the setting that changes from row to row, such as learning-rate=0.01:10:log:7"),
    ):
        parser.add_argument(option, required=True, metavar="SETTING=VALUES", help=help_text)
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--updates", type=whole_from_one, metavar="N", help="how many updates to train each cell for")
    length.add_argument("--epochs", type=whole_from_one, metavar="N", help="how many epochs to train each cell for")
    parser.add_argument(
        "--threshold",
        type=a_number,
        default=0.1,
        metavar="L",
        help="report after how many updates the training loss was below L (0.1)",
    )
    parser.add_argument("--jobs", type=whole_from_one, metavar="N", help="how many processes (one for each core)")
    add_engine_argument(parser)
    add_data_arguments(parser)
    parser.add_argument("--cluster", default="", metavar="ADDRESS", help="train on a Dask cluster: tcp://host:8786")
    parser.add_argument("--out", type=Path, metavar="FILE.csv", help="where to write the table (standard output)")
    parser.set_defaults(run=run_map)


def run_map(chosen: argparse.Namespace) -> int:
    """Train the map of the command line; return the exit status.

    Raises
    ------
    ModelError
        If it cannot be made, or cannot be trained on that cluster.
    """
    from nnviz.documents.open_any import find_document
    from nnviz.model.map import MapPlan, MapRun, csv_text, read_axis

    scenario = find_document(chosen.scenario, data_choices(chosen)).session.scenario
    unit: Unit = "epochs" if chosen.updates is None else "updates"
    length = chosen.epochs if chosen.updates is None else chosen.updates
    plan = MapPlan(
        scenario,
        read_axis(chosen.x),
        read_axis(chosen.y),
        length,
        unit,
        chosen.threshold,
        chosen_or_default(chosen.engine),
    )
    from nnviz.model.files.write import check_writable, write_atomically

    try:
        if chosen.out is not None:
            check_writable(chosen.out, WRITING)
        with closing(MapRun(plan, chosen.jobs, chosen.cluster)) as running:
            results = {(result.row, result.column): result for result in _reported(running, plan, sys.stderr)}
        table = csv_text(plan, results)
    except BrokenPipeError:
        raise  # nobody reads what is printed
    except OSError as error:
        print(f"nnviz: {error}", file=sys.stderr)
        return 1
    if chosen.out is None:
        print(table, end="")
    else:
        write_atomically(chosen.out, table.encode(), WRITING)
    return 0


def _reported(running: MapRun, plan: MapPlan, out: TextIO) -> Iterator[CellResult]:
    """Yield results as they come, and report progress: on one line of a terminal, else on a few lines."""
    begun, done, reported = perf_counter(), 0, -1
    while not running.is_over:
        for result in running.take(_WAIT):
            done += 1
            yield result
        percent = 100 * done // plan.size
        text = f"{done} of {plan.size} cells, {percent} %, {perf_counter() - begun:.0f} s"
        if out.isatty():
            print(f"\r{text}", end="", file=out, flush=True)
        elif percent // _REPORTED_EVERY != reported // _REPORTED_EVERY:
            print(text, file=out, flush=True)
        reported = percent
    if out.isatty():
        print(file=out)
