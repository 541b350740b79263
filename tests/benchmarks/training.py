"""Training: updates per second of five workloads, float64, one thread; nnviz with its history and its loss curve.

All begin with the same parameters and are asked for them after 200 updates, so that it is the same work; scikit-learn
trains another last layer, and is only timed. They take turns, a tenth of a second of the processor each, so that a
machine that slows down does so for all; a ratio is the median of those of each turn.

Compared with the floor and the peers is the engine of nnviz that the window chooses by size once it has been compiled.
A run's first updates are slower than what follows: at first the loss of all samples is taken after each epoch, later
after every second, fourth …, as the curve is thinned. So nnviz alone runs 6000 updates before its turns; the rate of
the first 1000 of them, whatever else they are slowed by, is printed with that of the turns. What stays from there on is
timed with the rest: the history, the curve, and the loss of all samples as often as it is taken by then.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator

import numpy as np
from c_floor import CFloor
from peers import Nnviz, ScikitLearn, Torch, TunedNumpy
from playground import PlaygroundEngine
from report import Options, Row, number
from trainees import NotMeasuredError, Trainee
from workloads import Workload, workloads

from nnviz.model.engine.engines import engine_for
from nnviz.model.scenario.validation import prepare

TURNS = 7
SECONDS = 0.1
"""What a turn takes of the processor, about."""

BEGINNING, WARM = 1000, 6000
"""Updates of nnviz that are timed as the beginning, and after how many its turns begin."""

ALIKE = 1e-9
"""How far parameters may differ after 200 updates, relative to the largest: rounding is in another order."""

FLOOR = "C floor"
PEERS = ("Playground", "tuned numpy", "PyTorch", "scikit-learn")


def rows(options: Options) -> Iterator[Row | str]:
    """Return the goals of training."""
    for workload in workloads():
        trainees, missing = _trainees(workload, options)
        try:
            engine = engine_for(prepare(workload.scenario()), "fastest")
            yield from _rows_of(workload, engine, trainees, missing)
        finally:
            for trainee in trainees.values():
                trainee.close()


def _trainees(workload: Workload, options: Options) -> tuple[dict[str, Trainee], dict[str, str]]:
    makers: dict[str, Callable[[], Trainee]] = {
        "numpy": lambda: Nnviz(workload, "numpy"),
        "compiled": lambda: Nnviz(workload, "compiled"),
        FLOOR: lambda: CFloor(workload),
        "Playground": lambda: PlaygroundEngine(workload, options.playground),
        "tuned numpy": lambda: TunedNumpy(workload),
        "PyTorch": lambda: Torch(workload),
        "scikit-learn": lambda: ScikitLearn(workload),
    }
    made: dict[str, Trainee] = {}
    missing: dict[str, str] = {}
    for name, make in makers.items():
        try:
            made[name] = make()
        except NotMeasuredError as error:
            missing[name] = str(error)
    return made, missing


def _rows_of(
    workload: Workload, engine: str, trainees: dict[str, Trainee], missing: dict[str, str]
) -> Iterator[Row | str]:
    differences = _differences(trainees, missing)
    early = {name: _warm_up(trainee) for name, trainee in trainees.items() if isinstance(trainee, Nnviz)}
    rates = _take_turns(trainees)
    figures = ", ".join(f"{name} {number(statistics.median(rates[name]))}" for name in rates)
    yield f"{workload.name} {workload.title}, updates/s: {figures}; the window runs it {engine}"
    begun = ", ".join(f"{name} {number(rate)}" for name, rate in early.items())
    yield f"  of nnviz at first, for {BEGINNING:,} updates: {begun}; its turns begin after {WARM:,}"
    for name in PEERS:
        ahead = _median_ratio(rates, engine, name)
        yield Row(f"{workload.name}: as fast as {name}", ahead, 1.0, "×", at_least=True, why=missing.get(name, ""))
    behind = _median_ratio(rates, FLOOR, engine)
    yield Row(f"{workload.name}: behind the C floor", behind, workload.within, "×", why=missing.get(FLOOR, ""))
    farthest = max(differences, key=lambda name: differences[name])
    same = f"{workload.name}: parameters after 200 updates differ by, relative"
    yield Row(same, differences[farthest], ALIKE, why=f"most those of {farthest}; of {', '.join(differences)}")


def _differences(trainees: dict[str, Trainee], missing: dict[str, str]) -> dict[str, float]:
    """Have all run 200 updates; return how far their parameters lie from those of nnviz's numpy engine."""
    found: dict[str, float] = {}
    ours = np.zeros(0)
    for name, trainee in list(trainees.items()):
        try:
            trainee.run(-(-200 // trainee.unit))
        except NotMeasuredError as error:
            missing[name] = str(error)
            trainees.pop(name).close()
            continue
        theirs = trainee.parameters()
        if name == "numpy":
            ours = np.array(theirs)
        elif theirs is not None:
            found[name] = float(np.abs(np.array(theirs) - ours).max() / np.abs(ours).max())
    return found


def _warm_up(trainee: Nnviz) -> float:
    """Have it run the updates before the turns, 200 of which have been run; return the first ones' rate."""
    rate = BEGINNING / trainee.run(BEGINNING)
    trainee.run(WARM - BEGINNING)
    return rate


def _take_turns(trainees: dict[str, Trainee]) -> dict[str, list[float]]:
    """Return updates per second, of each turn."""
    units = {name: _units_of(trainee) for name, trainee in trainees.items()}
    rates: dict[str, list[float]] = {name: [] for name in trainees}
    for _ in range(TURNS):
        for name, trainee in trainees.items():
            rates[name].append(units[name] * trainee.unit / trainee.run(units[name]))
    return rates


def _units_of(trainee: Trainee) -> int:
    """Return how much of it takes about `SECONDS`."""
    units = 1
    while (seconds := trainee.run(units)) < SECONDS / 4:
        units *= 2
    return max(1, round(units * SECONDS / seconds))


def _median_ratio(rates: dict[str, list[float]], name: str, to: str) -> float | None:
    if name not in rates or to not in rates:
        return None
    return statistics.median(a / b for a, b in zip(rates[name], rates[to], strict=True))
