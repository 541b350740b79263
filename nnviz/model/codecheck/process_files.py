"""The files through which nnviz and the process that runs a person's code exchange arguments and results."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from json import dumps as _dumps  # not looked up later, when a person's code may have changed it
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.argument_layouts import Call
from nnviz.model.codecheck.call_result import CRASH, CallResult, Failure, Misfit

END_OF_FIRST: Final = "\x00nnviz: end of the first call\x00"
"""What separates the output of the first call from that of the others."""
UNWRITABLE: Final = 97
"""The status of a process that could not write a result."""
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
        arrays |= {"updates": np.array(call.updates), "is_alone": np.array(call.is_alone)}
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
                X=arrays["X"],
                Y=arrays["Y"],
                samples=arrays["samples"],
                learning_rate=float(arrays["rate"]),
                updates=int(arrays["updates"]),
                is_alone=bool(arrays["is_alone"]),
                **layered,
            )
        number += 1


def write_result(folder: Path, number: int, result: CallResult) -> None:
    """Write the result of a call; the JSON file last, since its presence means that the result is complete.

    Raises
    ------
    OSError
        If the folder is not there any more.
    """
    np.savez(folder / f"values-{number}.npz", **_numbered(result))  # type: ignore[arg-type]
    records = [_record(one) for one in (result, *result.later)]
    path = folder / f"result-{number}.json"
    path.with_suffix(".part").write_text(_dumps(records), encoding="utf-8")
    path.with_suffix(".part").replace(path)


def _numbered(result: CallResult) -> dict[str, Array]:
    return {
        f"{place}.{name}": value
        for place, one in enumerate((result, *result.later))
        for name, value in one.values.items()
    }


def _record(result: CallResult) -> dict[str, Any]:
    failure = None if result.failure is None else asdict(result.failure)
    return {"failure": failure, "changed": result.changed, "same": result.same}


def read_results(folder: Path, count: int, otherwise: Failure, printed: str) -> list[CallResult]:
    """Read the result of every call; calls without one get the failure `otherwise`.

    Parameters
    ----------
    folder, count
        Where they are, and how many.
    otherwise
        Why the process ended.
    printed
        What it printed; that of the first call belongs to the first result.
    """
    before, found, _ = printed.partition(END_OF_FIRST)
    results = [_read_result(folder, number, otherwise) for number in range(count)]
    return [replace(one, printed="" if number and found else before) for number, one in enumerate(results)]


def _read_result(folder: Path, number: int, otherwise: Failure) -> CallResult:
    path = folder / f"result-{number}.json"
    if not path.exists():
        return CallResult(failure=otherwise)
    try:
        records: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        with np.load(folder / f"values-{number}.npz", allow_pickle=False) as arrays:
            first, *later = (_result(arrays, place, record) for place, record in enumerate(records))
        return replace(first, later=tuple(later))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, BadZipFile):
        # Something else has written there.
        return CallResult(failure=Failure(CRASH, f"{UNWRITABLE}: its results cannot be read"))


def _result(arrays: Mapping[str, Array], place: int, record: dict[str, Any]) -> CallResult:
    prefix = f"{place}."
    return CallResult(
        {name.removeprefix(prefix): arrays[name] for name in arrays if name.startswith(prefix)},
        None if record["failure"] is None else _failure(record["failure"]),
        tuple(record["changed"]),
        same=tuple((str(one), str(other)) for one, other in record["same"]),
    )


def _failure(record: dict[str, Any]) -> Failure:
    misfit, missing = record["misfit"], tuple((str(name), int(line)) for name, line in record["missing"])
    return Failure(**{**record, "misfit": None if misfit is None else _misfit(misfit), "missing": missing})


def _misfit(record: dict[str, Any]) -> Misfit:
    shapes = {name: tuple(record[name]) for name in ("left_shape", "right_shape")}
    return Misfit(**{**record, **shapes, "rearranged": tuple(record["rearranged"])})
