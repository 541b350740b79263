"""Rewrites expressions, so that what yields numbers is computed by a hook that is told its place."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from .paths import PathSpec, path_of
from .scope import Scope

OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**", ast.FloorDiv: "//",
    ast.Mod: "%", ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|", ast.BitXor: "^", ast.BitAnd: "&",
    ast.USub: "neg", ast.UAdd: "pos", ast.Invert: "~",
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip

_FRAME_DEPENDENT = frozenset(
    {"super", "locals", "globals", "vars", "dir", "eval", "exec", "breakpoint", "__import__", "print", "input"}
    | {"_getframe", "currentframe", "stack", "warn", "query", "namedtuple", "NamedTuple", "TypeVar"}
)
"""Calls that ask for the frame they are called from; they stay as they are."""

_ATTRIBUTES = frozenset(["T", "shape", "size", "ndim", "real", "imag", "mT", "H", "flat", "values", "data", "grad"])
"""Attributes that make a number or an array; what others hold was recorded when it was bound."""


def hook(name: str, node: ast.AST, *arguments: ast.expr, keywords: Sequence[ast.keyword] = ()) -> ast.Call:
    """Return the call of a hook, at the position of a node."""
    function = ast.copy_location(ast.Name(f"nnviz_{name}", ast.Load()), node)
    return ast.copy_location(ast.Call(function, list(arguments), list(keywords)), node)


def constant(value: object, node: ast.AST) -> ast.expr:
    """Return a literal, at the position of a node."""
    if isinstance(value, tuple):
        return ast.copy_location(ast.Tuple([constant(one, node) for one in value], ast.Load()), node)
    return ast.copy_location(ast.Constant(value), node)  # type: ignore[arg-type]


class Expressions:
    """Rewrites expressions of one scope."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def rewrite(self, node: ast.expr) -> ast.expr:
        """Return an expression that computes the same, and reports."""
        return self.operand(node)[0]

    def rewrite_optional(self, node: ast.expr | None) -> ast.expr | None:
        """Return the same of an expression that may be missing."""
        return None if node is None else self.rewrite(node)

    def operand(self, node: ast.expr) -> tuple[ast.expr, int]:
        """Return the rewritten expression and its place; -1 where it has none."""
        method = getattr(self, "_visit_" + type(node).__name__, None)
        if method is not None:
            found: tuple[ast.expr, int] = method(node)
            return found
        return self._inside(node), -1

    def _inside(self, node: ast.expr) -> ast.expr:
        """Rewrite the parts of an expression that itself does not report."""
        for name, value in ast.iter_fields(node):
            if isinstance(value, ast.expr):
                setattr(node, name, self.rewrite(value))
            elif isinstance(value, list):
                setattr(node, name, [self.rewrite(v) if isinstance(v, ast.expr) else v for v in value])
        return node

    def _place(self, node: ast.AST, kind: str, operator: str, operands: Sequence[int] = ()) -> int:
        return self._scope.place(node, kind, operator, operands)

    def _visit_Name(self, node: ast.Name) -> tuple[ast.expr, int]:
        return node, self._place(node, "name", node.id)

    def _visit_Constant(self, node: ast.Constant) -> tuple[ast.expr, int]:
        number = isinstance(node.value, int | float | complex) and not isinstance(node.value, bool)
        return node, self._place(node, "constant", "") if number else -1

    def _visit_BinOp(self, node: ast.BinOp) -> tuple[ast.expr, int]:
        (left, one), (right, other) = self.operand(node.left), self.operand(node.right)
        place = self._place(node, "operator", OPERATORS[type(node.op)], (one, other))
        return hook("binary", node, constant(place, node), left, right), place

    def _visit_UnaryOp(self, node: ast.UnaryOp) -> tuple[ast.expr, int]:
        if isinstance(node.op, ast.Not):
            return self._inside(node), -1
        if isinstance(node.operand, ast.Constant):
            return node, self._place(node, "constant", "")
        inner, one = self.operand(node.operand)
        place = self._place(node, "operator", OPERATORS[type(node.op)], (one,))
        return hook("unary", node, constant(place, node), inner), place

    def _visit_Compare(self, node: ast.Compare) -> tuple[ast.expr, int]:
        if len(node.ops) > 1 or type(node.ops[0]) not in OPERATORS:
            return self._inside(node), -1
        (left, one), (right, other) = self.operand(node.left), self.operand(node.comparators[0])
        place = self._place(node, "compare", OPERATORS[type(node.ops[0])], (one, other))
        return hook("binary", node, constant(place, node), left, right), place

    def _visit_Attribute(self, node: ast.Attribute) -> tuple[ast.expr, int]:
        if node.attr not in _ATTRIBUTES:
            inner, _ = self.operand(node.value)
            place = self._place(node, "name", node.attr)
            node.value = inner
            return node, place
        inner, one = self.operand(node.value)
        place = self._place(node, "attribute", node.attr, (one,))
        return hook("attribute", node, constant(place, node), inner, constant(node.attr, node)), place

    def _visit_Subscript(self, node: ast.Subscript) -> tuple[ast.expr, int]:
        inner, one = self.operand(node.value)
        key, other = self.key(node.slice)
        if any(isinstance(part, ast.Starred) for part in ast.walk(node.slice)):
            node.value = inner
            return node, -1
        place = self._place(node, "subscript", "[]", (one, other))
        return hook("item", node, constant(place, node), inner, key), place

    def key(self, node: ast.expr) -> tuple[ast.expr, int]:
        """Return a key as an expression of its own: slices become objects."""
        if isinstance(node, ast.Slice):
            parts = [
                constant(None, node) if p is None else self.rewrite(p) for p in (node.lower, node.upper, node.step)
            ]
            return hook("slice", node, *parts), -1
        if isinstance(node, ast.Tuple):
            found = ast.Tuple([self.key(part)[0] for part in node.elts], ast.Load())
            return ast.copy_location(found, node), -1
        return self.operand(node)

    def _visit_Call(self, node: ast.Call) -> tuple[ast.expr, int]:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in _FRAME_DEPENDENT:
            return self._inside(node), -1
        if name == "append" and isinstance(node.func, ast.Attribute) and len(node.args) == 1 and not node.keywords:
            return self._append(node, node.func)
        function, receiver = node.func, -1
        if isinstance(function, ast.Attribute):
            inner, receiver = self.operand(function.value)
            function = ast.copy_location(ast.Attribute(inner, function.attr, ast.Load()), function)
        elif not isinstance(function, ast.Name):
            function = self.rewrite(function)
        arguments, places = [], [receiver]
        for argument in node.args:
            changed, place = self.operand(argument)
            arguments.append(changed)
            places.append(place)
        keywords = []
        for keyword in node.keywords:
            changed, place = self.operand(keyword.value)
            keywords.append(ast.copy_location(ast.keyword(keyword.arg, changed), keyword))
            places.append(place)
        place = self._place(node, "call", name, places)
        return hook("call", node, constant(place, node), function, *arguments, keywords=keywords), place

    def _append(self, node: ast.Call, function: ast.Attribute) -> tuple[ast.expr, int]:
        spec = path_of(function.value)
        item, one = self.operand(node.args[0])
        place = self._place(node, "store", "append", (one,))
        self._scope.note_path(place, spec)
        inner = self._scope.plain_copy(function.value) if spec else self.rewrite(function.value)
        return hook("append", node, constant(place, node), inner, item, *self.walk(spec, node)), place

    def walk(self, spec: PathSpec | None, node: ast.AST) -> list[ast.expr]:
        """Return the root object of a path and its keys, to be evaluated once more."""
        if spec is None:
            return []
        root = ast.copy_location(ast.Name(spec.root, ast.Load()), node)
        keys = [self._scope.plain_key(key) for key in spec.keys]
        return [root, ast.copy_location(ast.Tuple(keys, ast.Load()), node)]

    def _visit_Lambda(self, node: ast.Lambda) -> tuple[ast.expr, int]:
        self.defaults(node.args)
        with self._scope.inside(f"{self._scope.function}.<lambda>" if self._scope.function else "<lambda>"):
            node.body = self.rewrite(node.body)
        return node, -1

    def defaults(self, arguments: ast.arguments) -> None:
        """Rewrite the default values of parameters."""
        arguments.defaults = [self.rewrite(value) for value in arguments.defaults]
        arguments.kw_defaults = [self.rewrite_optional(value) for value in arguments.kw_defaults]

    def _visit_ListComp(self, node: ast.ListComp) -> tuple[ast.expr, int]:
        operands = self._generators(node.generators)
        element, place = self.operand(node.elt)
        node.elt = element
        made = self._place(node, "comprehension", "list", (*operands, place))
        return hook("made", node, constant(made, node), node), made

    def _visit_SetComp(self, node: ast.SetComp) -> tuple[ast.expr, int]:
        self._generators(node.generators)
        node.elt = self.rewrite(node.elt)
        return node, -1

    def _visit_GeneratorExp(self, node: ast.GeneratorExp) -> tuple[ast.expr, int]:
        operands = self._generators(node.generators)
        element, place = self.operand(node.elt)
        node.elt = element
        return node, self._place(node, "comprehension", "generator", (*operands, place))

    def _visit_DictComp(self, node: ast.DictComp) -> tuple[ast.expr, int]:
        self._generators(node.generators)
        node.key, node.value = self.rewrite(node.key), self.rewrite(node.value)
        return node, -1

    def _generators(self, generators: list[ast.comprehension]) -> list[int]:
        places = []
        for generator in generators:
            generator.iter, place = self.operand(generator.iter)
            generator.ifs = [self.rewrite(test) for test in generator.ifs]
            places.append(place)
        return places

    def _visit_List(self, node: ast.List) -> tuple[ast.expr, int]:
        parts = [self.operand(part) for part in node.elts]
        node.elts = [part for part, _ in parts]
        return node, self._place(node, "list", "list", [place for _, place in parts][:64])

    def _visit_Tuple(self, node: ast.Tuple) -> tuple[ast.expr, int]:
        parts = [self.operand(part) for part in node.elts]
        node.elts = [part for part, _ in parts]
        return node, self._place(node, "list", "tuple", [place for _, place in parts][:64])

    def _visit_NamedExpr(self, node: ast.NamedExpr) -> tuple[ast.expr, int]:
        value, one = self.operand(node.value)
        place = self._place(node, "bind", "=", (one,))
        self._scope.note_path(place, path_of(node.target))
        node.value = hook("bind", node, constant(place, node), value)
        return node, place

    def _visit_IfExp(self, node: ast.IfExp) -> tuple[ast.expr, int]:
        return self._inside(node), self._place(node, "name", "if")

    def _visit_FormattedValue(self, node: ast.FormattedValue) -> tuple[ast.expr, int]:
        node.value = self.rewrite(node.value)
        return node, -1

    def _visit_Starred(self, node: ast.Starred) -> tuple[ast.expr, int]:
        node.value = self.rewrite(node.value)
        return node, -2
