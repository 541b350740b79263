"""Runs a person's file and reads its recording."""

from __future__ import annotations

import json
import linecache
import mmap
import re
from array import array
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Final

from nnviz.model.background.scratch import ScratchFolder
from nnviz.model.errors import ModelError
from nnviz.model.recording.columns import Events, Steps, ValueColumn
from nnviz.model.recording.interpreter import interpreter_for
from nnviz.model.recording.outcome import Note, Operand, Outcome, Raised
from nnviz.model.recording.process import Ending, opened, run_child
from nnviz.model.recording.recording import VALUES_BUDGET, Place, Recording, Slot, SourceFile
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

SECONDS: Final = 10.0
UPDATES: Final = 3
MEMORY: Final = 4 * 2**30
"""Limits of a run: seconds, recorded updates, bytes in memory."""

_EVENT_COLUMNS: Final = ("place", "value", "frame", "step", "slot", "path", "object", "start")
_STEP_COLUMNS: Final = ("place", "frame", "depth", "first", "last", "parent")
_HEADER_MOST: Final = 2**30


def record(
    path: Path | str,
    *,
    source: str | None = None,
    seconds: float = SECONDS,
    updates: int = UPDATES,
    python: Path | str | None = None,
    memory: int = MEMORY,
    values: int = VALUES_BUDGET,
    cancelled: Callable[[], bool] = lambda: False,
) -> Recording:
    """Run a person's file as ``python FILE`` does, and record what every line computes.

    Parameters
    ----------
    path
        A Python file or a notebook.
    source
        Text that runs in place of the file's, which then need not exist.
    seconds
        How long it may run.
    updates
        After how many updates of the parameters the recording ends.
    python
        The interpreter; without it that of an environment beside the file, or this one.
    memory
        Bytes it may have in memory.
    values
        Bytes of values that are kept.
    cancelled
        Asked often, in this thread; the run ends when it says so.

    Raises
    ------
    ModelError
        If there is no such file, or the interpreter cannot be started.
    """
    file = Path(path).absolute()
    if source is None and not file.is_file():
        found, accepted = QT_TRANSLATE_NOOP("model", "no such file"), "a Python file or a notebook"
        raise ModelError(QT_TRANSLATE_NOOP("model", "to run code"), str(file), found, accepted)
    interpreter = interpreter_for(file, None if python is None else Path(python))
    request: dict[str, Any] = {
        "path": str(file), "source": source, "seconds": seconds, "updates": updates, "budget": values,
    }  # fmt: skip
    with ScratchFolder("recording") as folder:
        names = ("result", "values", "crashed")
        request |= {name: str(folder / name) for name in names}
        (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
        with ExitStack() as stack:
            result, kept, crashed = (stack.enter_context(opened(folder / name)) for name in names)
            ending = started(interpreter, file.parent, folder / "request.json", seconds, memory, cancelled)
            return read_recording(file, request | {"python": str(interpreter)}, ending, result, kept, crashed)


def started(
    interpreter: Path, folder: Path, request: Path, seconds: float, memory: int, cancelled: Callable[[], bool]
) -> Ending:
    """Run the child, and return how it ended.

    Raises
    ------
    ModelError
        If the interpreter cannot be started.
    """
    try:
        return run_child(interpreter, folder, request, seconds, memory, cancelled)
    except OSError as error:
        asked = QT_TRANSLATE_NOOP("model", "to run code")
        raise ModelError(asked, str(interpreter), str(error), "a Python interpreter") from error


def read_recording(
    file: Path, request: dict[str, Any], ending: Ending, result: IO[bytes], kept: IO[bytes], crashed: IO[bytes]
) -> Recording:
    """Return the recording that a process has written.

    Parameters
    ----------
    file
        The file that was run.
    request
        What it was run with.
    ending
        How the process ended.
    result, kept, crashed
        What it has written: the recording, its values, where Python crashed.
    """
    result.seek(0)
    length = int.from_bytes(result.read(8), "little")
    header: dict[str, Any] = json.loads(result.read(length)) if 0 < length < _HEADER_MOST else {}
    columns = _columns(header.get("lengths", [0] * (len(_EVENT_COLUMNS) + 1 + len(_STEP_COLUMNS))), result)
    event_columns = dict(zip(_EVENT_COLUMNS, columns, strict=False))
    step_columns = dict(zip(_STEP_COLUMNS, columns[len(_EVENT_COLUMNS) + 1 :], strict=False))
    keywords = {
        int(event): tuple((str(name), tuple(v) if isinstance(v, list) else v) for name, v in pairs)
        for event, pairs in header.get("keywords", ())
    }
    events = Events(event_columns, columns[len(_EVENT_COLUMNS)], header.get("paths", [""]), keywords)
    thinned = {int(event): (dtype, tuple(shape)) for event, dtype, shape in header.get("thinned", ())}
    return Recording(
        files=tuple(SourceFile(*row) for row in header.get("files", ())),
        places=tuple(Place(*[*row[:10], tuple(row[10])]) for row in header.get("places", ())),
        events=events,
        steps=Steps(step_columns, len(events)),
        slots=tuple(Slot(*row) for row in header.get("slots", ())),
        values=ValueColumn(header.get("values", ()), _mapped(kept)),
        thinned=thinned,
        outcome=_outcome(header, ending),
        raised=_raised(header.get("raised")) if header else _crash(file, crashed),
        printed=ending.printed,
        updates=header.get("updates", 0),
        seconds=header.get("seconds", request["seconds"]),
        python=header.get("python", ""),
        numpy=header.get("numpy"),
        notes=tuple(_notes(header, ending, len(thinned))),
        path=str(file),
        request=request,
    )


def _columns(lengths: list[int], result: IO[bytes]) -> list[array[int]]:
    columns = []
    for length in lengths:
        column = array("i")
        column.frombytes(result.read(length * column.itemsize))
        columns.append(column)
    return columns


def _mapped(kept: IO[bytes]) -> mmap.mmap | bytes:
    kept.seek(0, 2)
    return mmap.mmap(kept.fileno(), 0, access=mmap.ACCESS_READ) if kept.tell() else b""


def _outcome(header: dict[str, Any], ending: Ending) -> Outcome:
    if "outcome" in header:
        return Outcome(*header["outcome"])
    return Outcome("crash", str(ending.status)) if ending.reason == "ended" else Outcome(ending.reason)


def _raised(row: dict[str, Any] | None) -> Raised | None:
    if row is None:
        return None
    operands = tuple(Operand(t, None if shape is None else tuple(shape), dtype) for t, shape, dtype in row["operands"])
    return Raised(
        row["type"], row["message"], row["file"], row["line"], row["text"], operands, row["place"],
        tuple(tuple(line) for line in row["traceback"]), row["missing"], tuple(row["beside"]),
    )  # fmt: skip


def _crash(file: Path, crashed: IO[bytes]) -> Raised | None:
    """Return where the interpreter itself crashed, from what Python's fault handler has written."""
    crashed.seek(0)
    dump = crashed.read().decode("utf-8", "replace")
    found = re.search(rf'File "{re.escape(str(file))}", line (\d+)', dump)
    if not dump:
        return None
    reason = dump.partition("\n")[0].removeprefix("Fatal Python error: ")
    line = int(found[1]) if found else None
    text = "" if line is None else linecache.getline(str(file), line).strip()
    return Raised("crash", reason, None if line is None else 0, line, text)


def _notes(header: dict[str, Any], ending: Ending, thinned: int) -> list[Note]:
    notes = [Note(kind, tuple(details)) for kind, *details in header.get("notes", ())]
    if thinned:
        notes.append(Note("thinned", (thinned,)))
    if header.get("full"):
        notes.append(Note("full"))
    if ending.dropped:
        notes.append(Note("printed", (ending.dropped,)))
    return notes
