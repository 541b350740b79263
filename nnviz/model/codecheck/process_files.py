"""The files through which arguments and values pass between nnviz and the process that runs a person's code."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np

from nnviz.model.codecheck.argument_layouts import Call
from nnviz.model.codecheck.call_result import Failure, Misfit, Outcome

_PRINTED_MOST: Final = 20_000
"""Bytes of what a call prints that are kept: the last ones."""
_LAYERED: Final = {"W": "weights", "b": "biases", "dW": "weight_gradients", "db": "bias_gradients"}


def write_calls(folder: Path, calls: Sequence[Call]) -> None:
    """Write arguments, one file a call."""
    for number, call in enumerate(calls):
        arrays = {
            f"{kind}{layer}": array
            for kind, field in _LAYERED.items()
            for layer, array in enumerate(getattr(call, field), start=1)
        }
        arrays |= {"X": call.X, "Y": call.Y, "samples": call.samples, "rate": np.array(call.learning_rate)}
        np.savez(folder / f"call-{number}.npz", **arrays)


def read_calls(folder: Path) -> Iterator[Call]:
    """Read the arguments of every call."""
    number = 0
    while (path := folder / f"call-{number}.npz").exists():
        with np.load(path, allow_pickle=False) as arrays:
            depth = sum(name.startswith("W") for name in arrays)
            layered = {
                field: tuple(arrays[f"{kind}{layer}"] for layer in range(1, depth + 1))
                for kind, field in _LAYERED.items()
            }
            yield Call(
                X=arrays["X"], Y=arrays["Y"], samples=arrays["samples"], learning_rate=float(arrays["rate"]), **layered
            )
        number += 1


def write_outcome(folder: Path, number: int, outcome: Outcome, printed: tuple[int, int]) -> None:
    """Write what a call came to; the text last, since it says that all is there.

    Parameters
    ----------
    folder, number, outcome
        Where, of which call, and what.
    printed
        From where to where what it printed stands in the file of all that is printed.
    """
    np.savez(folder / f"values-{number}.npz", **dict(outcome.values))  # type: ignore[arg-type]
    failure = None if outcome.failure is None else asdict(outcome.failure)
    told = {"failure": failure, "changed": outcome.changed, "printed": printed}
    path = folder / f"outcome-{number}.json"
    path.with_suffix(".part").write_text(json.dumps(told), encoding="utf-8")
    path.with_suffix(".part").replace(path)


def read_outcomes(folder: Path, count: int, otherwise: Failure, printed: bytes) -> list[Outcome]:
    """Read what every call came to; those that came to nothing have failed as `otherwise` says."""
    return [_read_outcome(folder, number, otherwise, printed) for number in range(count)]


def _read_outcome(folder: Path, number: int, otherwise: Failure, printed: bytes) -> Outcome:
    path = folder / f"outcome-{number}.json"
    if not path.exists():
        return Outcome(failure=otherwise, printed=_text(printed))
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    with np.load(folder / f"values-{number}.npz", allow_pickle=False) as arrays:
        values = {name: arrays[name] for name in arrays}
    start, stop = told["printed"]
    failure = None if told["failure"] is None else _failure(told["failure"])
    return Outcome(values, failure, tuple(told["changed"]), _text(printed[start:stop]))


def _text(printed: bytes) -> str:
    return printed[-_PRINTED_MOST:].decode("utf-8", errors="replace")


def _failure(told: dict[str, Any]) -> Failure:
    misfit, missing = told["misfit"], tuple((str(name), int(line)) for name, line in told["missing"])
    return Failure(**{**told, "misfit": None if misfit is None else _misfit(misfit), "missing": missing})


def _misfit(told: dict[str, Any]) -> Misfit:
    shapes = {name: tuple(told[name]) for name in ("left_shape", "right_shape")}
    return Misfit(**{**told, **shapes, "rearranged": tuple(told["rearranged"])})
