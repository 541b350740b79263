"""The debugger state in a session file: where runs stop, what is watched, how it is shown; not how it is arranged.

Nothing here prevents a session from being opened: what this nnviz does not know is left out, and what it cannot read is
reported. In the file it is called ``desk``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from nnviz.model.breakpoints import Breakpoint, from_plain, to_plain
from nnviz.model.errors import ModelError
from nnviz.model.session.available_commands import FASTEST
from nnviz.model.session.selection import Cell, Selection
from nnviz.model.text.convention import Convention
from nnviz.model.watches.watch import Watch

_FASTEST = "fastest"  # JSON has no infinity
_T = TypeVar("_T")


@dataclass(frozen=True)
class DebuggerState:
    """What a person has set up around a session.

    Attributes
    ----------
    breakpoints
        Where runs stop.
    watches
        What is charted besides the losses, as it was typed.
    speed
        Updates per second of a run, or `FASTEST`.
    convention
        Whether the program is written for samples as columns or as rows.
    own_labels
        Whether symbols are written as the scenario's document does.
    selection
        What is selected.
    """

    breakpoints: tuple[Breakpoint, ...] = ()
    watches: tuple[str, ...] = ()
    speed: float = FASTEST
    convention: Convention = "columns"
    own_labels: bool = True
    selection: Selection = field(default_factory=Selection)

    def to_plain(self) -> dict[str, object]:
        """Return it as plain data, for a file."""
        return {
            "breakpoints": [
                {**to_plain(point.condition), **({} if point.enabled else {"enabled": False})}
                for point in self.breakpoints
            ],
            "watches": list(self.watches),
            "speed": _FASTEST if self.speed == FASTEST else self.speed,
            "convention": self.convention,
            "own_labels": self.own_labels,
            "selection": _plain_selection(self.selection),
        }


def read_debugger_state(plain: Mapping[str, object]) -> tuple[DebuggerState, tuple[str, ...]]:
    """Read what a file has; return also a sentence for each thing that could not be read."""
    reader = _StateReader(plain)
    state = DebuggerState(
        breakpoints=reader.each("breakpoints", _breakpoint),
        watches=reader.each("watches", _watch),
        speed=reader.one("speed", _speed, DebuggerState.speed),
        convention=reader.one("convention", _convention, DebuggerState.convention),
        own_labels=reader.one("own_labels", _flag, DebuggerState.own_labels),
        selection=reader.one("selection", _selection, Selection()),
    )
    return state, tuple(reader.problems)


class _StateReader:
    """Reads what is there, and collects what is wrong with it."""

    def __init__(self, plain: Mapping[str, object]) -> None:
        self._plain = plain
        self.problems: list[str] = []

    def one(self, name: str, read: Callable[[object], _T], default: _T) -> _T:
        if name not in self._plain:
            return default
        try:
            return read(self._plain[name])
        except ModelError as error:
            self.problems.append(str(error))
            return default

    def each(self, name: str, read: Callable[[object], _T]) -> tuple[_T, ...]:
        found = []
        values: list[object] = self.one(name, _list, [])
        for value in values:
            try:
                found.append(read(value))
            except ModelError as error:
                self.problems.append(str(error))
        return tuple(found)


def _wrong(name: str, value: object, accepted: str) -> ModelError:
    return ModelError(f"the session's {name}", "", repr(value), accepted)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _wrong("list", value, "a list")
    return value


def _breakpoint(value: object) -> Breakpoint:
    if not isinstance(value, Mapping):
        raise _wrong("breakpoint", value, "an object with its kind and parameters")
    enabled = _flag(value.get("enabled", True))
    return Breakpoint(from_plain({key: part for key, part in value.items() if key != "enabled"}), enabled)


def _watch(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong("watch", value, "a text")
    return Watch.read(value).text


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong("switch", value, "true or false")
    return value


def _speed(value: object) -> float:
    if value == _FASTEST:
        return FASTEST
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < math.inf:
        raise _wrong("speed", value, f"updates per second, or {_FASTEST!r}")
    return float(value)


def _convention(value: object) -> Convention:
    if value == "columns" or value == "rows":
        return value
    raise _wrong("convention", value, "'columns' or 'rows'")


def _plain_selection(selection: Selection) -> dict[str, object]:
    """Return what is selected as plain data; what follows the cursor is left out."""
    plain: dict[str, object] = {
        "layer": selection.layer,
        "unit": None if selection.unit is None else list(selection.unit),
        "cell": None if selection.cell is None else [selection.cell.symbol, selection.cell.row, selection.cell.column],
        "line": selection.line,
        "sample": selection.sample,
    }
    return {name: value for name, value in plain.items() if value is not None}


def _selection(value: object) -> Selection:
    wrong = _wrong("selection", value, "layer, unit, cell, line and sample, as they are saved")
    if not isinstance(value, Mapping):
        raise wrong
    match value.get("unit"), value.get("cell"):
        case (None | [int(), int()]) as unit, (None | [str(), int(), int()]) as cell:
            pass
        case _:
            raise wrong
    numbers = [value.get(name) for name in ("layer", "line", "sample")]
    if not all(number is None or (isinstance(number, int) and number >= 0) for number in numbers):
        raise wrong
    layer, line, sample = cast(list[int | None], numbers)
    return Selection(
        layer=layer,
        unit=None if unit is None else (unit[0], unit[1]),
        cell=None if cell is None else Cell(*cell),
        line=line,
        sample=sample,
    )
