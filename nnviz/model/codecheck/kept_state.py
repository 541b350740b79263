"""What functions in this process remember between calls: put back for a call that is to be a first one."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, MutableMapping
from types import CodeType, FunctionType, MethodType, ModuleType
from typing import Any, Final

_SHARED: Final = (ModuleType, FunctionType, MethodType, type)
"""What is no state: it is called, or looked into."""


class _Cells(MutableMapping[str, Any]):
    """The variables of enclosing functions that a function reads, by name."""

    def __init__(self, function: FunctionType) -> None:
        self._cells = dict(zip(function.__code__.co_freevars, function.__closure__ or (), strict=True))

    def __getitem__(self, name: str) -> Any:
        return self._cells[name].cell_contents

    def __setitem__(self, name: str, value: Any) -> None:
        self._cells[name].cell_contents = value

    def __delitem__(self, name: str) -> None:
        del self._cells[name].cell_contents

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)


class KeptState:
    """The state of functions before their first call.

    Global and enclosing variables that they and the functions called there read, and attributes of the object whose
    methods they are. The functions get copies, so that afterwards everything is as it was.

    Parameters
    ----------
    functions
        The functions.
    """

    def __init__(self, *functions: Callable[..., object]) -> None:
        self._found: list[tuple[MutableMapping[str, Any], str, Any]] = []
        self._seen: set[int] = set()
        for function in functions:
            self._look_into(function)

    def begin_again(self) -> None:
        """Let the next call be a first one."""
        known: dict[int, Any] = {}  # what two of them share stays shared
        for names, name, value in self._found:
            names[name] = copy.deepcopy(value, known)

    def put_back(self) -> None:
        """Put back what was there before."""
        for names, name, value in self._found:
            names[name] = value

    def _look_into(self, function: object) -> None:
        if isinstance(function, MethodType):
            for name in list(vars(function.__self__)) if hasattr(function.__self__, "__dict__") else ():
                self._add(vars(function.__self__), name)
            function = function.__func__
        if not isinstance(function, FunctionType) or id(function) in self._seen:
            return
        self._seen.add(id(function))
        for names, read in ((function.__globals__, _names(function.__code__)), (_Cells(function), None)):
            for name in list(names if read is None else read & names.keys()):
                if isinstance(names[name], FunctionType | MethodType):
                    self._look_into(names[name])
                self._add(names, name)

    def _add(self, names: MutableMapping[str, Any], name: str) -> None:
        value = names[name]
        if isinstance(value, _SHARED) or any(known is names and other == name for known, other, _ in self._found):
            return
        try:
            copy.deepcopy(value)
        except (TypeError, ValueError, RecursionError, copy.Error):
            return  # a file, a lock, a generator: it cannot be put back, and is left alone
        self._found.append((names, name, value))


def _names(code: CodeType) -> set[str]:
    """Return the names that a function and those inside of it read."""
    return {*code.co_names, *(name for part in code.co_consts if isinstance(part, CodeType) for name in _names(part))}
