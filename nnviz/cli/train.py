"""``nnviz train``: a run without a window, as a table of losses, or every value of the last update as JSON."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from nnviz.cli.arguments import (
    add_data_arguments,
    add_engine_argument,
    add_run_arguments,
    chosen_or_default,
    data_choices,
)
from nnviz.cli.model_arguments import add_model_arguments, model_options

if TYPE_CHECKING:
    from nnviz.model.breakpoints import FirstNonFinite
    from nnviz.model.engine.metrics import Metrics, RegressionFit
    from nnviz.model.session.session import Session

NOT_FINITE = 3
"""Exit status of a run that stopped at a number that is not finite."""

ROWS = 20
"""Rows of a table, not counting the start."""


def add_train(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser = commands.add_parser(
        "train",
        help="train without a window; print a table, or one JSON object",
        description="Train without a window, and print a table of losses, or every value as one JSON object. A run "
        "stops at the first number that is not finite and says where it appeared; the exit status is then 3. It is 0 "
        "if all updates have run, 1 if that could not be begun, 2 if the command line is wrong.",
    )
    add_run_arguments(parser)
    add_engine_argument(parser)
    add_data_arguments(parser)
    parser.add_argument(
        "--keep-going", action="store_true", help="run on through numbers that are not finite; the exit status is 0"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object with every value")
    add_model_arguments(parser)
    parser.set_defaults(run=_train)


def _train(chosen: argparse.Namespace) -> int:
    from nnviz.documents.open_any import find_document
    from nnviz.model.session.long_run import take_engine

    found = find_document(chosen.scenario, data_choices(chosen), model_options(chosen))
    for notice in found.notices:
        print(f"nnviz: {notice}", file=sys.stderr)
    session = found.session
    problem = take_engine(session, chosen_or_default(chosen.engine), chosen.updates)
    if problem:
        print(f"nnviz: numpy runs this scenario, not compiled loops: {problem}", file=sys.stderr)
    run = _Run(session, keep_going=chosen.keep_going)
    if chosen.json:
        run.advance(chosen.updates)
        print(as_json(run.session, run.first))
    else:
        for row in table_rows(run, chosen.updates):
            print(row, flush=True)
    if run.first is None:
        return 0
    print(f"nnviz: {run.first}", file=sys.stderr)
    if chosen.keep_going:
        return 0
    print("nnviz: stopped there; --keep-going runs on", file=sys.stderr)
    return NOT_FINITE


class _Run:
    """A session that is run on until the first number that is not finite, or through it.

    Parameters
    ----------
    session
        What is run.
    keep_going
        Whether to run on through numbers that are not finite.

    Attributes
    ----------
    first
        The first number that is not finite, once there is one.
    """

    def __init__(self, session: Session, *, keep_going: bool) -> None:
        self.session = session
        self._keeps_going = keep_going
        self.first: FirstNonFinite | None = None

    @property
    def has_stopped(self) -> bool:
        """Whether it does not run any further."""
        return self.first is not None and not self._keeps_going

    def advance(self, updates: int) -> None:
        """Run so many updates, or fewer where it stops."""
        from nnviz.model.breakpoints import run_while_finite

        session = self.session
        end = session.position.completed + updates
        if self.first is None:
            self.first = run_while_finite(session, (), updates)[1]
        if not self.has_stopped:
            session.step_update(end - session.position.completed)


def as_json(session: Session, first: FirstNonFinite | None = None) -> str:
    """Return where a session is and every symbol as one JSON object, at full precision.

    Parameters are as after the update, everything else as the update computed it. What has not been computed is null;
    numbers that are not finite are the strings ``"nan"``, ``"inf"`` and ``"-inf"``, as JSON has no such numbers. The
    first of them is told under ``"not_finite"``, which is null without one.
    """
    values = {
        name: _plain(session.value(name).tolist()) if session.is_computed(name) else None for name in session.symbols
    }
    metrics = session.metrics
    return json.dumps(
        {
            "update": session.position.update,
            "epoch": session.position.epoch,
            "loss": _plain(session.loss),
            "accuracy": session.accuracy,
            "test_loss": None if metrics.test is None else _plain(metrics.test),
            "test_accuracy": metrics.test_accuracy,
            "fit": _fit(metrics.train_fit),
            "test_fit": _fit(metrics.test_fit),
            "not_finite": None if first is None else _plain_first(first),
            "values": values,
        },
        allow_nan=False,
    )


def table_rows(run: _Run, updates: int) -> Iterator[str]:
    """Run a session on; yield a heading, a row for where it is, one for every twentieth of the way, and the last."""
    session = run.session
    begin = session.position.completed
    test = len(session.data.test) > 0
    classes = session.accuracy is not None
    titles = [title for title, _ in _columns(session.metrics, test=test, classes=classes)]
    yield "  ".join(f"{title:>12}" for title in ("update", "epoch", *titles))
    for row in range(min(ROWS, updates) + 1):
        run.advance(begin + updates * row // max(1, min(ROWS, updates)) - session.position.completed)
        position = session.position
        measured = [text for _, text in _columns(session.metrics, test=test, classes=classes)]
        cells = [str(position.update), str(position.epoch), *measured]
        yield "  ".join(f"{cell:>12}" for cell in cells)
        if run.has_stopped:
            break
    metrics = session.metrics
    if metrics.train_left_out:
        whole = metrics.train_samples + metrics.train_left_out
        yield f"measured on {metrics.train_samples} of {whole} training samples"


def _columns(metrics: Metrics, *, test: bool, classes: bool) -> Iterator[tuple[str, str]]:
    """Yield what is measured, each with its title."""
    yield "loss", f"{metrics.train:.9g}"
    if test:
        yield "test loss", f"{metrics.test:.9g}"
    if classes:
        yield "accuracy", f"{metrics.train_right}/{metrics.train_samples}"
        if test:
            yield "test acc.", f"{metrics.test_right}/{metrics.test_samples}"
    for title, fit in (("", metrics.train_fit), ("test ", metrics.test_fit)):
        if fit is not None:
            yield f"{title}R²", f"{fit.r_squared:.6g}"
            yield f"{title}RMSE", f"{fit.rmse:.6g}"


def _plain_first(first: FirstNonFinite) -> dict[str, Any]:
    """Return the first number that is not finite as JSON has it; its cell counts from 0, samples in columns."""
    return {
        "update": first.update,
        "line": first.line,
        "symbol": None if first.cell is None else first.cell.symbol,
        "cell": None if first.cell is None else [first.cell.row, first.cell.column],
        "value": str(first.value),
        "text": first.text,
    }


def _fit(fit: RegressionFit | None) -> dict[str, Any] | None:
    """Return how well a regression fits as JSON has it."""
    return None if fit is None else {"r_squared": _plain(fit.r_squared), "rmse": _plain(fit.rmse)}


def _plain(value: Any) -> Any:
    """Replace numbers that cannot be written in JSON."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if math.isfinite(value) else str(value)
