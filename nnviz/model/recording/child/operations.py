"""Hooks of what is computed: operators, attributes, items, calls, comprehensions."""

from __future__ import annotations

import itertools
import operator
import types
from collections.abc import Callable, Container
from typing import Any

from . import numbers
from .recorder import OPERANDS_MOST, Recorder

BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "@": operator.matmul,
    "**": operator.pow, "//": operator.floordiv, "%": operator.mod, "<<": operator.lshift, ">>": operator.rshift,
    "|": operator.or_, "^": operator.xor, "&": operator.and_,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
_UNARY: dict[str, Callable[[Any], Any]] = {"neg": operator.neg, "pos": operator.pos, "~": operator.invert}
_PRODUCTS = frozenset(
    {"dot", "matmul", "multiply", "einsum", "inner", "outer", "tensordot", "linear", "mm", "bmm", "vdot", "kron", "mul"}
)
_IN_PLACE = frozenset(
    {"fill", "sort", "resize", "put", "itemset", "partition", "shuffle", "copyto", "place", "putmask", "fill_diagonal"}
    | {"put_along_axis", "extend", "insert", "pop", "remove", "reverse", "clear", "update", "byteswap", "at"}
)
_PLAIN = (type(None), bool, int, float, str)


class Operations:
    """Computes what an expression says, and records it."""

    def __init__(self, recorder: Recorder, own_files: Container[str]) -> None:
        self._recorder, self._own_files = recorder, own_files
        self._rows = recorder.places.rows
        self.on_set_by_name: Callable[[int, Any, str, Any], None] = lambda *_: None
        self.on_update_dict: Callable[[int, Any, Any], None] = lambda *_: None

    def binary(self, place: int, left: Any, right: Any) -> Any:
        """Compute ``left ∘ right``."""
        row, recorder = self._rows[place], self._recorder
        try:
            result = BINARY[row.operator](left, right)
        except BaseException as error:
            self.fail(error, place, [left, right])
            raise
        if not numbers.is_numeric(result) or recorder.is_quiet(place):
            return result
        one, other = row.operands
        operands = recorder.producer(left, one), recorder.producer(right, other)
        if row.operator in ("*", "@"):
            recorder.updates.product(recorder, (left, right), operands)
        return self._made(place, result, operands)

    def unary(self, place: int, thing: Any) -> Any:
        """Compute ``−thing`` and its like."""
        row, recorder = self._rows[place], self._recorder
        try:
            result = _UNARY[row.operator](thing)
        except BaseException as error:
            self.fail(error, place, [thing])
            raise
        if not numbers.is_numeric(result) or recorder.is_quiet(place):
            return result
        return self._made(place, result, (recorder.producer(thing, row.operands[0]),))

    def attribute(self, place: int, thing: Any, name: str) -> Any:
        """Look up an attribute such as ``.T``."""
        try:
            result = getattr(thing, name)
        except BaseException as error:
            self.fail(error, place, [thing])
            raise
        recorder = self._recorder
        if not numbers.is_numeric(result) or recorder.is_quiet(place):
            return result
        if numbers.is_array(thing) or numbers.is_tensor(thing):
            return self._made(place, result, (recorder.producer(thing, self._rows[place].operands[0]),))
        if recorder.producer(result, -1) < 0:
            recorder.producer(result, place)
        return result

    def item(self, place: int, thing: Any, key: Any) -> Any:
        """Look up ``thing[key]``."""
        try:
            result = thing[key]
        except BaseException as error:
            self.fail(error, place, [thing, key])
            raise
        recorder = self._recorder
        kind = type(thing)
        if not numbers.is_numeric(result) or recorder.is_quiet(place):
            return result
        one, other = self._rows[place].operands
        if kind in (list, tuple, dict) or not (numbers.is_array(thing) or numbers.is_tensor(thing)):
            return self._item_of_container(place, thing, key, result)
        producer = recorder.producer(thing, one, cells=numbers.is_scalar(result))
        if numbers.is_scalar(result):
            recorder.updates.cell(result, producer)
            recorder.loops.read(producer)
        keys = [recorder.producer(part, -1) for part in key] if type(key) is tuple else [recorder.producer(key, other)]
        result = self._made(place, result, (producer, *(keys if max(keys, default=-1) >= 0 else [-1])))
        self._note_key(key)
        return result

    def _item_of_container(self, place: int, thing: Any, key: Any, result: Any) -> Any:
        """Record what a list or dict holds, if it is not known yet where that came from."""
        recorder = self._recorder
        whole = recorder.producer(thing, self._rows[place].operands[0], cells=True) if numbers.is_list(thing) else -1
        if whole >= 0:
            recorder.loops.read(whole)
            if type(result) is list:  # a row; cells of it are cells of the whole
                recorder.produced(result, whole)
                recorder.rows[id(result)] = (*recorder.rows.get(id(thing), ()), key)
            elif type(result) is float:
                recorder.updates.cell(result, whole)
        if type(result) is list or (type(result) is not int and recorder.producer(result, -1) >= 0):
            return result
        result = self._made(place, result, (whole,))
        row = recorder.rows.get(id(thing), ()) if whole >= 0 else ()
        self._note_key((*row, key) if row and type(key) is int else key)
        return result

    def _note_key(self, key: Any) -> None:
        if type(key) in (int, slice) or (type(key) is tuple and all(type(part) in (int, slice) for part in key)):
            self._recorder.keywords[self._recorder.event] = [["index", repr(key)]]

    def call(self, place: int, function: Any, /, *arguments: Any, **keywords: Any) -> Any:
        """Call a function."""
        recorder = self._recorder
        if function is setattr and len(arguments) == 3 and not recorder.full:
            self.on_set_by_name(place, *arguments)
        elif _updates_dict(function, arguments) and not recorder.full:
            self.on_update_dict(place, function.__self__, arguments[0])
        began = recorder.count
        try:
            result = function(*arguments, **keywords)
        except BaseException as error:
            self.fail(error, place, [*arguments, *keywords.values()], function)
            raise
        name = getattr(function, "__name__", "")
        receiver = getattr(function, "__self__", None)
        if not numbers.is_numeric(receiver):
            receiver = None
        self._after(place, name, receiver, arguments, keywords)
        if not numbers.is_numeric(result) or recorder.is_quiet(place):
            return result
        return self._called(place, function, receiver, arguments, keywords, result, began)

    def _called(
        self, place: int, function: Any, receiver: Any, arguments: Any, keywords: Any, result: Any, began: int
    ) -> Any:
        recorder, row = self._recorder, self._rows[place]
        name = getattr(function, "__name__", "")
        own = self.is_own(function)
        if row.extra is None:
            row.extra, row.operator, row.kind = True, self._qualified(function, own), "own" if own else "call"
        places = row.operands if -2 not in row.operands else (-1,) * (1 + len(arguments) + len(keywords))
        operands = [] if receiver is None else [recorder.producer(receiver, places[0])]
        for one, where in zip(arguments, places[1:], strict=False):
            operands += self._producers(one, where, began)
        rest = places[1 + len(arguments) :]
        noted = [["function", name]] if row.operator.rpartition(".")[2] != name else []
        for (keyword, value), where in zip(keywords.items(), [*rest, *(-1,) * len(keywords)], strict=False):
            if isinstance(value, _PLAIN) or (type(value) is tuple and all(isinstance(part, _PLAIN) for part in value)):
                noted.append([keyword, list(value) if type(value) is tuple else value])
            else:
                operands.append(recorder.producer(value, where))
        if name in _PRODUCTS:
            self._products(receiver, arguments, operands)
        known = recorder.producer(result, -1) if type(result) not in (int, complex) else -1
        if known >= 0 and "out" not in keywords:
            # It hands on what is known already.
            result = recorder.emit(place, result, tuple(operands))
        else:
            result = recorder.emit(place, result, tuple(operands), changed="out" in keywords)
            recorder.produced(result, recorder.event)
        if noted:
            recorder.keywords[recorder.event] = noted
        return result

    def _producers(self, thing: Any, place: int, began: int) -> list[int]:
        """Return the events that computed an argument: all those of a list of arrays and of a generator."""
        recorder = self._recorder
        event = recorder.producer(thing, place)
        if event >= 0 or place < 0:
            return [event]
        found: list[int] = []
        if type(thing) in (list, tuple) and len(thing) <= OPERANDS_MOST:
            written = self._rows[place].operands
            wheres = written if len(written) == len(thing) else (-1,) * len(thing)
            found = [recorder.producer(one, where) for one, where in zip(thing, wheres, strict=True)]
        elif type(thing) is types.GeneratorType and self._rows[place].kind == "comprehension":
            item, at = self._rows[place].operands[-1], recorder.event_columns["place"]
            found = [number for number in range(began, recorder.count) if at[number] == item][: OPERANDS_MOST + 1]
        return found if 0 < len(found) <= OPERANDS_MOST and max(found) >= 0 else [event]

    def _products(self, receiver: Any, arguments: Any, operands: list[int]) -> None:
        recorder = self._recorder
        things = arguments if receiver is None else (receiver, *arguments)
        factors = [
            (thing, event)
            for thing, event in zip(things, operands, strict=False)
            if numbers.is_numeric(thing) and not numbers.is_scalar(thing)
        ]
        for (one, first), (other, second) in itertools.pairwise(factors):
            recorder.updates.product(recorder, (one, other), (first, second))

    def _after(self, place: int, name: str, receiver: Any, arguments: Any, keywords: Any) -> None:
        """Note what a function of a library has changed in place."""
        recorder = self._recorder
        if name in _IN_PLACE or (name.endswith("_") and numbers.is_tensor(receiver)):
            changed = receiver if numbers.is_numeric(receiver) else arguments[0] if arguments else None
            if numbers.is_numeric(changed) and not recorder.is_quiet(place):
                before = recorder.producer(changed, -1)
                recorder.emit(place, changed, (before,), changed=True)
        for one in arguments:
            if type(one) is list:
                recorder.updates.use(recorder, recorder.producer(one, -1))

    def is_own(self, function: Any) -> bool:
        """Return whether a function is the person's."""
        code = getattr(getattr(function, "__func__", function), "__code__", None)
        return code is not None and code.co_filename in self._own_files

    @staticmethod
    def _qualified(function: Any, own: bool) -> str:
        """Return how a function is called: ``numpy.dot``, ``sum`` for a method of an array, ``Net.forward``."""
        name = str(getattr(function, "__name__", type(function).__name__))
        if own:
            return str(getattr(function, "__qualname__", name))
        receiver = getattr(function, "__self__", None)
        if receiver is not None and not isinstance(receiver, types.ModuleType):
            module = getattr(type(receiver), "__module__", "") or ""
            return f"numpy.random.{name}" if module.startswith("numpy.random") else name
        module = getattr(function, "__module__", None) or ("numpy" if type(function).__name__ == "ufunc" else "")
        if isinstance(receiver, types.ModuleType):
            module = receiver.__name__
        if module.startswith(("numpy._core", "numpy.core", "numpy.lib", "numpy._")):
            module = "numpy"
        return name if module in ("builtins", "") else f"{module}.{name}"

    def made(self, place: int, thing: Any) -> Any:
        """Record the list that a comprehension made."""
        recorder = self._recorder
        if not numbers.is_list(thing) or recorder.is_quiet(place):
            return thing
        row = self._rows[place]
        operands = [recorder.producer(one, -1) for one in thing] if len(thing) <= OPERANDS_MOST else []
        if min(operands, default=-1) < 0 or any(type(one) is int for one in thing):
            operands = [recorder.last.get(where, -1) for where in row.operands if where >= 0]
        return self._made(place, thing, tuple(operands))

    def _made(self, place: int, result: Any, operands: tuple[int, ...]) -> Any:
        recorder = self._recorder
        result = recorder.emit(place, result, operands)
        recorder.produced(result, recorder.event)
        return result

    def fail(self, error: BaseException, place: int, operands: list[Any], function: Any = None) -> None:
        """Remember the innermost expression that failed, with its operands and where they are written."""
        failed = self._recorder.failed
        if failed is not None and failed[0] is error:
            return
        where = self._rows[place].operands
        receiver = getattr(function, "__self__", None)
        if function is None:
            where = (*where, *(-1,) * len(operands))
        elif numbers.is_numeric(receiver):
            operands = [receiver, *operands]
        else:
            where = where[1:]
        if -2 in where:
            where = (-1,) * len(operands)
        self._recorder.failed = (error, place, list(zip(operands, where, strict=False)))


def _updates_dict(function: Any, arguments: tuple[Any, ...]) -> bool:
    holder = getattr(function, "__self__", None)
    return type(holder) is dict and function.__name__ == "update" and len(arguments) == 1 and type(arguments[0]) is dict
