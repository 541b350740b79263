# ruff: noqa: E402
"""All that is measured of nnviz's speed, beside its peers, in one run::

    python tests/benchmarks/table.py
    python tests/benchmarks/table.py --playground ../playground --only training
    xvfb-run -s "-screen 0 1440x900x24" python tests/benchmarks/table.py

Peers are measured where they are installed (``pip install nnviz[bench]``); the engine of TensorFlow Playground where a
checkout of it, with its npm packages, is named; the C floor where there is a compiler. Figures of a machine that does
other things besides drift by half, within minutes: look at the ratios, which are of one run. The exit status tells
whether all goals hold that could be measured.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"  # before numpy is imported

from peers import c_floor, playground, scikit_learn, torch_eager, tuned_numpy
from workloads import nnviz_rate, workloads

from nnviz.model.engines import engine_for
from nnviz.model.scenario_checks import prepare

HERE = Path(__file__).parent


class Goals:
    """Prints goals with whether they hold, and remembers."""

    def __init__(self) -> None:
        self.all_hold = True

    def tell(self, text: str, *, holds: bool) -> None:
        """Print one."""
        self.all_hold = self.all_hold and holds
        print(f"  {'holds' if holds else 'FAILS'}  {text}")


def training(goals: Goals, checkout: str | None) -> None:
    """Print updates per second of the five workloads."""
    names = ("numpy", "compiled", "C floor", "Playground", "tuned numpy", "PyTorch", "scikit-learn")
    print("Training: updates per second, float64, one thread (numpy, compiled: nnviz with history and loss curve)")
    print(f"{'':34}" + "".join(f"{name:>13}" for name in names) + f"{'fastest':>10}")
    for workload in workloads():
        own = {engine: nnviz_rate(workload, engine) for engine in ("numpy", "compiled")}  # type: ignore[arg-type]
        engine = engine_for(prepare(workload.scenario()), "fastest")  # by size alone: it has been compiled
        best = own[engine][0]
        floor = c_floor(workload)
        peers = {
            "Playground": playground(workload, checkout),
            "tuned numpy": tuned_numpy(workload),
            "PyTorch": torch_eager(workload),
            "scikit-learn": scikit_learn(workload),
        }
        figures = (own["numpy"][0], own["compiled"][0], floor, *peers.values())
        cells = "".join(f"{'—' if figure is None else f'{figure:,.0f}':>13}" for figure in figures)
        print(f"{workload.name} {workload.title:32}{cells}{engine:>10}", flush=True)
        for name, figure in peers.items():
            if figure is not None:
                goals.tell(f"{best / figure:.2f}× {name}", holds=best > figure)
        limit = peers["tuned numpy"] if floor is None else floor
        if limit is not None:
            what = "the C floor" if floor is not None else "tuned numpy, whose BLAS is the floor"
            goals.tell(
                f"{limit / best:.2f}× behind {what}; at most {workload.within}", holds=limit <= workload.within * best
            )


_EMPTY = """
import sys, time, numpy, pyqtgraph
from PyQt6.QtWidgets import QApplication, QMainWindow
from PyQt6.QtCore import QTimer
app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show()
QTimer.singleShot(0, app.quit); app.exec()
"""
_NNVIZ = """
import sys
from nnviz.app import App, make_application
from nnviz.model.scenario_file import find_scenario
from PyQt6.QtCore import QSettings, QTimer
application = make_application(["nnviz"])
app = App(find_scenario("xor"), QSettings(sys.argv[1], QSettings.Format.IniFormat))
app.start()
QTimer.singleShot(0, application.quit); application.exec()
import os; os._exit(0)
"""


def start(goals: Goals) -> None:
    """Print how long a process takes until its window has been painted."""

    def fastest(code: str) -> float:
        times = []
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(5):
                begin = perf_counter()
                subprocess.run([sys.executable, "-c", code, str(Path(folder, "nnviz.ini"))], check=True)
                times.append(perf_counter() - begin)
        return 1000 * min(times)

    print("Start: process start to first painted window and out again, the best of five")
    empty, own = fastest(_EMPTY), fastest(_NNVIZ)
    print(f"  empty window with numpy, PyQt6, pyqtgraph {empty:.0f} ms; nnviz {own:.0f} ms")
    goals.tell(f"{own / empty:.2f}× an empty window; at most 1.5", holds=own <= 1.5 * empty)


def steps(goals: Goals) -> None:
    """Print how long it takes from a step to its painted frame, for the shipped scenarios."""
    from measuring import window

    from nnviz.app import make_application
    from nnviz.model.scenario_file import shipped_scenarios

    application = make_application(["nnviz"])
    print("Steps: milliseconds from the request to the painted window, medians of 30")
    for name in shipped_scenarios():
        with window(application, name) as app:
            controller = app.controller

            def timed(act: Callable[[], None]) -> float:
                begin = perf_counter()
                act()
                application.processEvents()
                return 1000 * (perf_counter() - begin)

            ways = {"line": controller.step_line, "update": controller.step_update, "back": controller.step_back_line}
            medians = {way: sorted(timed(act) for _ in range(30))[15] for way, act in ways.items()}
        limit = 33.0 if name == "mnist" else 16.0
        found = ", ".join(f"{way} {median:.1f}" for way, median in medians.items())
        goals.tell(f"{name}: {found}; at most {limit:.0f}", holds=max(medians.values()) <= limit)


def script(goals: Goals, name: str, *arguments: str) -> None:
    """Run another benchmark, whose exit status tells whether its goals hold."""
    done = subprocess.run([sys.executable, str(HERE / name), *arguments], check=False)
    goals.tell(f"{name} {' '.join(arguments)}", holds=done.returncode == 0)


def main() -> int:
    """Print the table, and tell whether the goals hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--playground", help="a checkout of TensorFlow Playground in which npm install has been run")
    parts = ("training", "start", "steps", "seek", "frames")
    parser.add_argument("--only", choices=parts, action="append")
    chosen = parser.parse_args()
    wanted = chosen.only or parts
    goals = Goals()
    if "training" in wanted:
        training(goals, chosen.playground)
    if "start" in wanted:
        start(goals)
    if "steps" in wanted:
        steps(goals)
    if "seek" in wanted:
        script(goals, "seek.py", "--updates", "1000000", "--longest", "33")
    if "frames" in wanted:
        script(goals, "frames.py")
    print("All goals hold." if goals.all_hold else "Not all goals hold.")
    return 0 if goals.all_hold else 1


if __name__ == "__main__":
    sys.exit(main())
