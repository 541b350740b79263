"""Where the rewriting is: file, function, class, statement."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .paths import PathSpec, names_in
from .places import Place, Places, segment
from .sources import Source


class Scope:
    """The place table, and where in the file the rewriting is."""

    def __init__(self, source: Source, places: Places) -> None:
        self.source, self.places = source, places
        self.lines = source.runnable.splitlines(keepends=True)
        self.function, self.statement = "", -1
        self.classes: list[str] = []
        self.loops: list[tuple[int, frozenset[str]]] = []
        """The loops around, in this function: place and names that count in it."""
        self.homes: dict[str, str] = {}
        """Names that this function binds for another one, or for the module: name → whose they are."""

    def place(self, node: ast.AST, kind: str, operator: str = "", operands: Sequence[int] = ()) -> int:
        """Add a place, and return its number."""
        place = Place(self.source.number, kind, operator, "", self.statement, self.function)
        place.operands = tuple(operands)
        number = self.places.add(place, node, self.lines)
        place.text = segment(self.lines, place)
        body = getattr(node, "body", None)
        if isinstance(node, ast.stmt) and isinstance(body, list):  # only its header
            place.text = _header(place.text, body[0].lineno - place.line, body[0])
        return number

    def note_path(self, place: int, spec: PathSpec | None, key: ast.AST | None = None) -> None:
        """Remember how the target of a place is spelled, with its last key, and which loops are around."""
        if spec is None:
            return
        parts = tuple((kind, self.mangled(name) if kind == "attr" else name) for kind, name in spec.parts)
        keys = [*spec.keys, *([] if key is None else [key])]
        names = tuple(names_in(one) for one in keys)
        self.places[place].extra = (spec.root, parts, (tuple(self.loops), names))
        self.places[place].home = self.homes.get(spec.root)

    def mangled(self, name: str | int) -> str | int:
        """Return an attribute's name as it is inside a class."""
        if isinstance(name, str) and self.classes and name.startswith("__") and not name.endswith("__"):
            stripped = self.classes[-1].lstrip("_")
            return f"_{stripped}{name}" if stripped else name
        return name

    def plain_copy(self, node: ast.expr) -> ast.expr:
        """Return an expression to be evaluated once more, which reports nothing."""
        return copy.deepcopy(node)

    def plain_key(self, node: ast.expr) -> ast.expr:
        """Return a key to be evaluated once more: slices become objects."""
        if isinstance(node, ast.Slice):
            none = ast.copy_location(ast.Constant(None), node)
            parts = [none if part is None else copy.deepcopy(part) for part in (node.lower, node.upper, node.step)]
            name = ast.copy_location(ast.Name("nnviz_slice", ast.Load()), node)
            return ast.copy_location(ast.Call(name, parts, []), node)
        if isinstance(node, ast.Tuple):
            return ast.copy_location(ast.Tuple([self.plain_key(part) for part in node.elts], ast.Load()), node)
        return copy.deepcopy(node)

    @contextmanager
    def inside(self, function: str, node: ast.FunctionDef | None = None) -> Iterator[None]:
        """Rewrite the body of a function in this block."""
        kept = self.function, self.statement, self.loops, self.homes
        self.homes = {} if node is None else _homes(node, self.function, self.homes)
        self.function, self.loops = function, []
        try:
            yield
        finally:
            self.function, self.statement, self.loops, self.homes = kept


def _homes(function: ast.FunctionDef, around: str, further: dict[str, str]) -> dict[str, str]:
    """Return whose the names are that a function declares as those of another one."""
    found: dict[str, str] = {}
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Global):
            found |= dict.fromkeys(node.names, "")
        elif isinstance(node, ast.Nonlocal):
            found |= {name: further.get(name, around) for name in node.names}
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)
    return found


def _header(text: str, lines: int, first: ast.stmt) -> str:
    """Return a compound statement without the block that begins some lines after it."""
    if lines:
        return "\n".join(text.split("\n")[:lines]).rstrip()
    return text.partition(":")[0] + ":" if isinstance(first, ast.stmt) else text
