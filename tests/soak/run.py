"""The soak: ``python tests/soak/run.py [--actions N] [--kills N] [--inputs N] [--updates N] [--seed S]``.

A monkey in the window, kills while files are written, broken inputs, and a long run; one table at the end: tried,
failed, memory at the beginning and the end. It takes hours with its defaults and is not part of the tests, which run a
short form of each part. The same seed does the same; ``--replay N`` acts up to action N of the seed and stops there.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("NNVIZ_ENGINE", "numpy")

from nnviz.blas_threads import take_one_thread

GROWTH = 20.0
"""Megabytes by which memory may grow."""


def main() -> int:
    """Run what is asked for, print the table, and return 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--actions", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--updates", type=int, default=5_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replay", type=int, metavar="N", help="only the monkey, up to its action N")
    chosen = parser.parse_args()
    take_one_thread()
    if chosen.replay is not None:
        chosen.actions, chosen.kills, chosen.inputs, chosen.updates = chosen.replay, 0, 0, 0
    rows: list[tuple[str, int, int, str, str]] = []
    details: list[str] = []
    if chosen.inputs:
        from tests.soak import inputs

        tried, failures = inputs.run(chosen.inputs, chosen.seed)
        rows.append(("broken inputs", tried, len(failures), "", ""))
        details += failures
    if chosen.kills and importlib.util.find_spec("tests.soak.kills") is not None:
        from tests.soak import kills  # type: ignore[attr-defined,unused-ignore]

        for kind, tried, torn in kills.run(chosen.kills, chosen.seed):
            rows.append((f"kills: {kind}", tried, torn, "", ""))
    if chosen.actions:
        from tests.soak import monkey

        outcome = monkey.run(chosen.actions, chosen.seed)
        if chosen.actions > 2 * monkey.WARM and outcome.end > outcome.begin + GROWTH:
            outcome.failures.append(f"memory grew from {outcome.begin:.0f} to {outcome.end:.0f} MB")
        found = len(outcome.failures)
        rows.append(("actions", outcome.actions, found, f"{outcome.begin:.0f} MB", f"{outcome.end:.0f} MB"))
        details += outcome.failures
    if chosen.updates:
        from tests.soak import long_run

        run = long_run.run(chosen.updates)
        flat = run.end <= run.begin + GROWTH and run.frame_end <= 2 * run.frame_begin
        frames = (
            f"{run.begin:.0f} MB, {run.frame_begin * 1e3:.1f} ms",
            f"{run.end:.0f} MB, {run.frame_end * 1e3:.1f} ms",
        )
        rows.append(("updates", run.updates, int(not flat), *frames))
    for detail in details:
        print(detail, "\n", file=sys.stderr)
    print(f"{'':24}{'tried':>10}{'failed':>8}  {'at the beginning':20}{'at the end':20}")
    for name, tried, failed, begin, end in rows:
        print(f"{name:24}{tried:>10}{failed:>8}  {begin:20}{end:20}")
    return int(any(failed for _, _, failed, _, _ in rows))


if __name__ == "__main__":
    sys.exit(main())
