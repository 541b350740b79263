"""Several monkeys, each in a process of its own, and the sum of what they found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from tests.soak.monkey import WARM, Outcome

PATIENCE = 3600 * 6
"""Seconds for one monkey; one that hangs ends by itself long before."""


ALLOCATION = {"MALLOC_MMAP_THRESHOLD_": "65536", "MALLOC_ARENA_MAX": "1"}
"""Has the library of C return arrays to the system when they are freed: its heap, in pieces after hours of scenarios of
all sizes, otherwise grows by some 30 MB in 15 000 actions while what is in use does not."""


def run(actions: int, seed: int, jobs: int, seconds: float) -> list[Outcome]:
    """Let monkeys with the seeds from `seed` on act, as many as have at least twice `WARM` actions each, for a time."""
    count = max(1, min(jobs, actions // (2 * WARM)))
    shares = [actions // count + (number < actions % count) for number in range(count)]
    with tempfile.TemporaryDirectory(prefix="nnviz-monkeys-") as folder, ThreadPoolExecutor(count) as pool:
        places = [Path(folder) / str(seed + number) for number in range(count)]
        return list(pool.map(_one, shares, range(seed, seed + count), places, [seconds] * count))


def _one(actions: int, seed: int, folder: Path, seconds: float) -> Outcome:
    (folder / "files").mkdir(parents=True)
    command = [sys.executable, "-m", "tests.soak.workers", str(actions), str(seed), str(folder), str(seconds)]
    errors = folder / "errors.txt"
    with errors.open("wb") as stream:
        done = subprocess.run(
            command,
            timeout=PATIENCE,
            check=False,
            stderr=stream,
            cwd=Path(__file__).parents[2],
            env={**os.environ, **ALLOCATION},
        )
    found = folder / "outcome.json"
    if found.exists():
        outcome = Outcome(**json.loads(found.read_text(encoding="utf-8")))
        if done.returncode:
            outcome.faults.append(f"seed {seed} ended with {done.returncode}:\n{_tail(errors.read_bytes())}")
        return outcome
    log = folder / "log.txt"
    last = log.read_text(encoding="utf-8") if log.exists() else ""
    return Outcome(faults=[f"seed {seed} ended with {done.returncode}:\n{_tail(errors.read_bytes())}\n{last}"])


def _tail(errors: bytes) -> str:
    lines: Iterator[str] = (line for line in errors.decode(errors="replace").splitlines() if "plugin" not in line)
    return "\n".join(list(lines)[-40:])


def main() -> None:
    """Be one of them."""
    from tests.soak import monkey

    actions, seed, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    outcome = monkey.run(actions, seed, folder / "files", folder / "log.txt", float(sys.argv[4]))
    (folder / "outcome.json").write_text(json.dumps(asdict(outcome)), encoding="utf-8")


if __name__ == "__main__":
    main()
