"""The files through which nnviz and the process that runs a person's code exchange arguments and results."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np

from nnviz.model.codecheck.argument_layouts import Call
from nnviz.model.codecheck.call_result import CallResult, Failure, Misfit

_PRINTED_MOST: Final = 20_000
"""Bytes of a call's output that are kept: the last ones."""
_LAYERED: Final = {"W": "weights", "b": "biases", "dW": "weight_gradients", "db": "bias_gradients"}


def write_calls(folder: Path, calls: Sequence[Call]) -> None:
    """Write the arguments of calls, one file a call."""
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


def write_result(folder: Path, number: int, result: CallResult, printed: tuple[int, int]) -> None:
    """Write the result of a call; the JSON file last, since its presence means that the result is complete.

    Parameters
    ----------
    folder, number, result
        Where to, of which call, and what.
    printed
        Where the call's output begins and ends in the file of all output, in bytes.
    """
    np.savez(folder / f"values-{number}.npz", **dict(result.values))  # type: ignore[arg-type]
    failure = None if result.failure is None else asdict(result.failure)
    record = {"failure": failure, "changed": result.changed, "printed": printed}
    path = folder / f"result-{number}.json"
    path.with_suffix(".part").write_text(json.dumps(record), encoding="utf-8")
    path.with_suffix(".part").replace(path)


def read_results(folder: Path, count: int, otherwise: Failure, printed: bytes) -> list[CallResult]:
    """Read the result of every call; calls without one get the failure `otherwise`."""
    return [_read_result(folder, number, otherwise, printed) for number in range(count)]


def _read_result(folder: Path, number: int, otherwise: Failure, printed: bytes) -> CallResult:
    path = folder / f"result-{number}.json"
    if not path.exists():
        return CallResult(failure=otherwise, printed=_text(printed))
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    with np.load(folder / f"values-{number}.npz", allow_pickle=False) as arrays:
        values = {name: arrays[name] for name in arrays}
    start, stop = record["printed"]
    failure = None if record["failure"] is None else _failure(record["failure"])
    return CallResult(values, failure, tuple(record["changed"]), _text(printed[start:stop]))


def _text(printed: bytes) -> str:
    return printed[-_PRINTED_MOST:].decode("utf-8", errors="replace")


def _failure(record: dict[str, Any]) -> Failure:
    misfit, missing = record["misfit"], tuple((str(name), int(line)) for name, line in record["missing"])
    return Failure(**{**record, "misfit": None if misfit is None else _misfit(misfit), "missing": missing})


def _misfit(record: dict[str, Any]) -> Misfit:
    shapes = {name: tuple(record[name]) for name in ("left_shape", "right_shape")}
    return Misfit(**{**record, **shapes, "rearranged": tuple(record["rearranged"])})
