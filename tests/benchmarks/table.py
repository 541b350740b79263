# ruff: noqa: E402
"""Every goal of nnviz's speed and what was found, in one run::

    python tests/benchmarks/table.py
    python tests/benchmarks/table.py --only training --playground ../playground

Peers are measured where they are installed (``pip install -e ".[bench]"``): the engine of TensorFlow Playground where a
checkout of it is named, in node; its page where besides that a Chromium is; the C floor where there is a compiler.
Without a display the windows are on one in memory where ``xvfb-run`` is installed, and else offscreen. Figures of a
machine that does other things besides drift by half within minutes: look at the ratios, which are of one run. The end
lists what does not hold; the exit status says whether all holds that was measured. It takes about five minutes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"  # before numpy is imported

from report import Options, Row, heads

PARTS = ("training", "live", "steps", "recorded", "seek", "start", "wide")
"""Modules of this folder: `rows` of each returns its goals."""


def platform() -> str:
    """Return Qt's name of where windows are shown."""
    asked = os.environ.get("QT_QPA_PLATFORM")
    if asked:
        return asked
    if sys.platform != "linux":
        return "cocoa" if sys.platform == "darwin" else "windows"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else "offscreen"


def measure(part: str, options: Options) -> Iterator[Row]:
    """Print a part's rows as they are found, and return them."""
    module = importlib.import_module(part)
    print(f"\n{module.__doc__.splitlines()[0]}")
    print(heads())
    for row in module.rows(options):
        print(f"\n  {row}" if isinstance(row, str) else row, flush=True)
        if isinstance(row, Row):
            yield row


def measure_apart(part: str, options: Sequence[str]) -> list[Row]:
    """Measure a part in a process of its own, which earlier measurements have not made larger; return its rows."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "rows.json")
        command = [sys.executable, __file__, *options, "--only", part, "--rows", str(found)]
        status = subprocess.run(command, check=False).returncode
        if status == 0:
            return [Row(**row) for row in json.loads(found.read_text())]
        return [Row(f"{part}: its measuring ends without a fault: status", float(abs(status)), 0.0)]


def sum_up(rows: Sequence[Row]) -> int:
    """Print what does not hold, and what was not measured; return the exit status."""
    for head, wanted in (("What does not hold:", False), ("What was not measured:", None)):
        listed = [row for row in rows if row.holds is wanted]
        if listed:
            print(f"\n{head}", *listed, sep="\n")
    failures = sum(row.holds is False for row in rows)
    print(f"\n{sum(row.holds is True for row in rows)} goals hold, {failures} do not.")
    return 1 if failures else 0


def main() -> int:
    """Print the table, and return whether the goals hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=PARTS, action="append", help="a part; all of them otherwise")
    parser.add_argument("--playground", metavar="PATH", help="a checkout of TensorFlow Playground")
    parser.add_argument("--browser", metavar="PATH", help="a Chromium, for its page: npm run build in the checkout")
    parser.add_argument("--rows", metavar="PATH", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    screen = shutil.which("xvfb-run")
    if platform() == "offscreen" and "QT_QPA_PLATFORM" not in os.environ and screen is not None:
        # What is seen on a display costs more than offscreen: without one, a display in memory.
        table = [screen, "-a", "-s", "-screen 0 1440x900x24", sys.executable, *sys.argv]
        return subprocess.run(table, check=False).returncode
    os.environ["QT_QPA_PLATFORM"] = platform()
    if chosen.only is not None and len(chosen.only) == 1:
        checkout = None if chosen.playground is None else Path(chosen.playground)
        rows = list(measure(chosen.only[0], Options(checkout, chosen.browser, platform())))
    else:
        named = {"--playground": chosen.playground, "--browser": chosen.browser}
        options = [part for name, value in named.items() if value is not None for part in (name, value)]
        rows = [row for part in chosen.only or PARTS for row in measure_apart(part, options)]
    if chosen.rows is not None:
        Path(chosen.rows).write_text(json.dumps([vars(row) for row in rows]))
        return 0
    return sum_up(rows)


if __name__ == "__main__":
    sys.exit(main())
