"""The soak: ``python tests/soak/run.py [--actions N] [--kills N] [--inputs N] [--updates N] [--seed S] [--jobs J]``.

Monkeys in the window, kills while files are written, broken inputs, and a long run; one table at the end: tried,
failed, memory at the beginning and the end. The memory of the monkeys, and each fault, is printed as they go. With its
defaults it takes an hour or two and is not part of the tests, which run a short form of each part. The same seed does
the same; ``--replay N`` acts up to action N of the seed and stops there; with ``--minutes M`` the monkeys end after so
long. The exit status is 0 if nothing failed.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("NNVIZ_ENGINE", "numpy")

from nnviz.blas_threads import take_one_thread  # noqa: E402 - after the folder has been added

LONG = 100_000
"""Updates from which on the cost of a frame is judged."""
GROWTH = 20.0
"""Megabytes by which a process's own memory may grow; in brackets stands what is resident, with mapped files."""


class Row(NamedTuple):
    """A row of the table, and what there is to say about what failed."""

    name: str
    tried: int
    failed: int
    begin: str = ""
    end: str = ""
    details: tuple[str, ...] = ()


def _inputs(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.soak import answers

    tried, failures = answers.run(chosen.inputs, chosen.seed)
    yield Row("broken inputs", tried, len(failures), details=tuple(failures))


def _kills(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.soak import kills

    with tempfile.TemporaryDirectory(prefix="nnviz-kills-") as folder:
        for kind in kills.kinds(Path(folder)).values():
            outcome = kills.tried(kind, Path(folder), chosen.kills, random.Random(chosen.seed))
            if kind.name == kills.CONTROL:
                # What would not find this would find nothing.
                yield Row("kills: control", outcome.tried, int(not outcome.torn), "", f"{outcome.torn} torn, rightly")
            else:
                yield Row(f"kills: {kind.name}", outcome.tried, outcome.torn + outcome.left)


def _actions(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.soak import monkey, workers

    outcomes = workers.run(chosen.actions, chosen.seed, chosen.jobs, chosen.minutes * 60)
    for seed, outcome in enumerate(outcomes, chosen.seed):
        amounts = zip((outcome.begin, outcome.end), outcome.resident, strict=True)
        memory = [f"{own:.0f} MB ({resident:.0f})" for own, resident in amounts]
        if outcome.actions > monkey.WARM and outcome.end > outcome.begin + GROWTH:
            outcome.leaks.append(f"memory grew from {memory[0]} to {memory[1]}")
        found = (*outcome.faults, *outcome.differences, *outcome.leaks)
        failed = tuple(f"seed {seed}: {each}" for each in found)
        yield Row(f"actions, seed {seed}", outcome.actions, len(failed), *memory, failed)
    faults, differences, leaks = (
        sum(len(getattr(outcome, what)) for outcome in outcomes) for what in ("faults", "differences", "leaks")
    )
    total = sum(outcome.actions for outcome in outcomes)
    yield Row("actions in all", total, 0, f"{faults} faults, {differences} diff.", f"{leaks} leaks")


def _updates(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.soak import long_run

    run = long_run.run(chosen.updates)
    # A few frames do not tell what one costs.
    steady = chosen.updates < LONG or run.frame_end <= 2 * run.frame_begin
    flat = steady and run.end <= run.begin + GROWTH
    begin = f"{run.begin:.0f} MB, {run.frame_begin * 1e3:.1f} ms"
    end = f"{run.end:.0f} MB, {run.frame_end * 1e3:.1f} ms"
    yield Row("updates", run.updates, int(not flat), begin, end)


PARTS = {"inputs": _inputs, "kills": _kills, "actions": _actions, "updates": _updates}


def main() -> int:
    """Run what is asked for, print the table, and return 1 if anything failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--actions", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=500, help="of each kind of file")
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--updates", type=int, default=5_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="monkeys at a time")
    parser.add_argument("--minutes", type=float, default=math.inf, help="after which the monkeys end")
    parser.add_argument("--replay", type=int, metavar="N", help="only one monkey, up to its action N")
    chosen = parser.parse_args()
    take_one_thread()
    if chosen.replay is not None:
        chosen.actions, chosen.kills, chosen.inputs, chosen.updates, chosen.jobs = chosen.replay, 0, 0, 0, 1
    rows: list[Row] = []
    for name, part in PARTS.items():
        if getattr(chosen, name):
            for row in part(chosen):
                rows.append(row)
                for detail in row.details:
                    print(detail, "\n", file=sys.stderr, flush=True)
    print(f"{'':24}{'tried':>10}{'failed':>8}  {'at the beginning':20}{'at the end':20}")
    for row in rows:
        print(f"{row.name:24}{row.tried:>10}{row.failed:>8}  {row.begin:20}{row.end:20}")
    return int(any(row.failed for row in rows))


if __name__ == "__main__":
    sys.exit(main())
