"""What a person's code raised: where, with which operands."""

from __future__ import annotations

import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

from . import numbers
from .recorder import Recorder

_MESSAGE_MOST = 1000
_BESIDE_MOST = 20


def describe(error: BaseException, recorder: Recorder, files: dict[str, int]) -> dict[str, Any]:
    """Return type, message, place and operands of an exception.

    Parameters
    ----------
    error
        What was raised.
    recorder
        Knows the innermost expression that failed.
    files
        Names of the person's files as tracebacks have them, with their numbers.
    """
    found: dict[str, Any] = {"type": type(error).__name__, "message": _text(error), "operands": [], "traceback": []}
    found |= {"file": None, "line": None, "text": "", "place": None, "missing": None, "beside": []}
    if isinstance(error, SyntaxError) and error.filename in files:
        found |= {"file": files[error.filename], "line": error.lineno, "text": (error.text or "").rstrip("\n")}
        found["message"] = str(error.msg)
        return found
    lines = [
        (files[frame.filename], frame.lineno, frame.name, frame.line or "")
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in files
    ]
    found["traceback"] = [list(line) for line in lines]
    if lines:
        found |= {"file": lines[-1][0], "line": lines[-1][1], "text": lines[-1][3]}
    failed = recorder.failed
    if failed is not None and failed[0] is error and _is_on(recorder, failed[1], found["file"], found["line"]):
        found["place"] = failed[1]
        found["operands"] = _operands(recorder, failed[1], failed[2])
    if isinstance(error, ImportError) and error.name:
        found["missing"] = error.name
    if isinstance(error, FileNotFoundError):
        # numpy tells the name in the message only.
        found["missing"] = str(error.filename or found["message"].removesuffix(" not found."))
        found["beside"] = _beside(found["missing"])
    return found


def _is_on(recorder: Recorder, place: int, file: int | None, line: int | None) -> bool:
    """Return whether an expression is where the exception came up: it may only be the call of what raised it."""
    row = recorder.places[place]
    return row.file == file and line is not None and row.line <= line <= row.end_line


def _text(error: BaseException) -> str:
    try:
        text = str(error)
    except Exception:  # noqa: BLE001 - a person's __str__ may raise anything
        text = ""
    return text.strip()[:_MESSAGE_MOST].encode("utf-8", "replace").decode("utf-8")


def _operands(recorder: Recorder, place: int, operands: list[tuple[Any, int]]) -> list[list[Any]]:
    found = []
    for thing, where in operands:
        shape: list[int] | None = None
        dtype = type(thing).__name__
        if numbers.is_list(thing):
            read = numbers.read(thing)
            shape = None if read is None else list(read.shape)
        elif numbers.is_numeric(thing):
            array = numbers.as_array(thing)
            shape, dtype = list(getattr(array, "shape", ())), str(getattr(array, "dtype", dtype))
        text = recorder.places[where].text if where >= 0 else ""
        found.append([text, shape, dtype])
    return found


def _beside(name: str) -> list[str]:
    """Return what lies where a file was looked for."""
    try:
        return sorted(path.name for path in Path(name).parent.iterdir())[:_BESIDE_MOST]
    except OSError:
        return []


def flush() -> None:
    """Write what was printed and is still in memory."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):  # the code may have closed or replaced it
            stream.flush()
