"""``nnviz train``: a run without a window, as a table of losses, or every value of the last update as JSON."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from nnviz.cli.arguments import add_run_arguments

if TYPE_CHECKING:
    from nnviz.model.session.session import Session

ROWS = 20
"""Rows of a table, not counting the start."""


def add_train(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser = commands.add_parser("train", help="train without a window; print a table, or one JSON object")
    add_run_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object with every value")
    parser.set_defaults(run=_train)


def _train(chosen: argparse.Namespace) -> int:
    from nnviz.documents.open_any import find_document

    found = find_document(chosen.scenario)
    for notice in found.notices:
        print(f"nnviz: {notice}", file=sys.stderr)
    session = found.session
    if chosen.json:
        session.step_update(chosen.updates)
        print(as_json(session))
        return 0
    for row in table_rows(session, chosen.updates):
        print(row, flush=True)
    return 0


def as_json(session: Session) -> str:
    """Return where a session is and every symbol as one JSON object, at full precision.

    Parameters are as after the update, everything else as the update computed it. What has not been computed is null;
    numbers that are not finite are the strings ``"nan"``, ``"inf"`` and ``"-inf"``, as JSON has no such numbers.
    """
    values = {
        name: _plain(session.value(name).tolist()) if session.is_computed(name) else None for name in session.symbols
    }
    return json.dumps(
        {
            "update": session.position.update,
            "epoch": session.position.epoch,
            "loss": _plain(session.loss),
            "accuracy": session.accuracy,
            "values": values,
        },
        allow_nan=False,
    )


def table_rows(session: Session, updates: int) -> Iterator[str]:
    """Run a session on; yield a heading, a row for where it is, and one for every twentieth of the way."""
    begin = session.position.completed
    test = len(session.data.test) > 0
    classes = session.accuracy is not None
    columns = ["update", "epoch", "loss", *(["test loss"] if test else []), *(["accuracy"] if classes else [])]
    yield "  ".join(f"{column:>12}" for column in columns)
    for row in range(min(ROWS, updates) + 1):
        session.step_update(begin + updates * row // max(1, min(ROWS, updates)) - session.position.completed)
        metrics, position = session.metrics, session.position
        cells = [str(position.update), str(position.epoch), f"{metrics.train:.9g}"]
        if test:
            cells.append(f"{metrics.test:.9g}")
        if classes:
            cells.append(f"{metrics.train_right}/{metrics.train_samples}")
        yield "  ".join(f"{cell:>12}" for cell in cells)
    metrics = session.metrics
    if metrics.train_left_out:
        whole = metrics.train_samples + metrics.train_left_out
        yield f"measured on {metrics.train_samples} of {whole} training samples"


def _plain(value: Any) -> Any:
    """Replace numbers that cannot be written in JSON."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if math.isfinite(value) else str(value)
