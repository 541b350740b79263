"""The files through which arguments and values pass between nnviz and the process that runs a person's code."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from nnviz.model.codecheck.handing import Call
from nnviz.model.codecheck.outcome import Failure, Misfit, Outcome


def write_calls(folder: Path, calls: Sequence[Call]) -> None:
    """Write arguments, one file a call."""
    for number, call in enumerate(calls):
        layers = enumerate(zip(call.weights, call.biases, strict=True), start=1)
        parameters = {f"{kind}{layer}": array for layer, pair in layers for kind, array in zip("Wb", pair, strict=True)}
        np.savez(folder / f"call-{number}.npz", X=call.X, Y=call.Y, rate=call.learning_rate, **parameters)  # type: ignore[arg-type]


def read_calls(folder: Path) -> list[Call]:
    """Read the arguments of every call."""
    calls: list[Call] = []
    while (path := folder / f"call-{len(calls)}.npz").exists():
        with np.load(path, allow_pickle=False) as arrays:
            depth = sum(name.startswith("W") for name in arrays)
            weights = tuple(arrays[f"W{layer}"] for layer in range(1, depth + 1))
            biases = tuple(arrays[f"b{layer}"] for layer in range(1, depth + 1))
            calls.append(Call(arrays["X"], arrays["Y"], weights, biases, float(arrays["rate"])))
    return calls


def write_outcome(folder: Path, number: int, outcome: Outcome) -> None:
    """Write what a call came to; the text last, since it says that all is there."""
    if outcome.failure is None:
        np.savez(folder / f"values-{number}.npz", **dict(outcome.values))  # type: ignore[arg-type]
    told = {"failure": None if outcome.failure is None else asdict(outcome.failure), "changed": outcome.changed}
    (folder / f"outcome-{number}.json").write_text(json.dumps(told), encoding="utf-8")


def read_outcomes(folder: Path, count: int, otherwise: Failure) -> list[Outcome]:
    """Read what every call came to; those that came to nothing have failed as `otherwise` says."""
    return [_read_outcome(folder, number, otherwise) for number in range(count)]


def _read_outcome(folder: Path, number: int, otherwise: Failure) -> Outcome:
    path = folder / f"outcome-{number}.json"
    if not path.exists():
        return Outcome(failure=otherwise)
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    failure = told["failure"]
    if failure is not None:
        misfit = failure.pop("misfit")
        return Outcome(failure=Failure(**failure, misfit=None if misfit is None else _misfit(misfit)))
    with np.load(folder / f"values-{number}.npz", allow_pickle=False) as arrays:
        return Outcome({name: arrays[name] for name in arrays}, changed=tuple(told["changed"]))


def _misfit(told: dict[str, Any]) -> Misfit:
    shapes = {name: tuple(told[name]) for name in ("left_shape", "right_shape")}
    return Misfit(**{**told, **shapes})
