"""Rewrites statements: each tells that it begins; what binds, stores, loops and returns reports."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

from .expressions import OPERATORS, Expressions, constant, hook
from .functions import entered, is_generator, parameters, split_docstring
from .paths import path_of, store_path_of
from .places import Places
from .scope import Scope
from .sources import Source


def rewrite(source: Source, places: Places) -> ast.Module:
    """Return a file's tree, rewritten.

    Raises
    ------
    SyntaxError
        If it is none.
    """
    tree = ast.parse(source.runnable, source.name)
    statements = Statements(Scope(source, places))
    head, rest = split_docstring(tree.body)
    while rest and isinstance(rest[0], ast.ImportFrom) and rest[0].module == "__future__":
        head.append(rest.pop(0))
    tree.body = head + statements.block(rest)
    return ast.fix_missing_locations(tree)


def expression(node: ast.expr) -> ast.Expr:
    """Return an expression as a statement."""
    return ast.copy_location(ast.Expr(node), node)


class Statements:
    """Rewrites the statements of one file."""

    def __init__(self, scope: Scope) -> None:
        self._scope, self._expressions = scope, Expressions(scope)

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """Return the statements of a block, rewritten."""
        return [new for statement in body for new in self._statement(statement)]

    def _statement(self, node: ast.stmt) -> Iterator[ast.stmt]:
        method = getattr(self, "_visit_" + type(node).__name__, None)
        if isinstance(node, ast.Global | ast.Nonlocal | ast.Pass) and not isinstance(node, ast.Pass):
            yield node
            return
        outer = self._scope.statement
        self._scope.statement = self._scope.place(node, self._kind(node))
        try:
            if not isinstance(node, ast.While):
                yield self._begin(node)
            if method is None:
                yield self._plain(node)
            else:
                yield from method(node)
        finally:
            self._scope.statement = outer

    @staticmethod
    def _kind(node: ast.stmt) -> str:
        if isinstance(node, ast.For | ast.While):
            return "loop"
        return "branch" if isinstance(node, ast.If) else "statement"

    def _begin(self, node: ast.stmt) -> ast.stmt:
        return expression(hook("step", node, constant(self._scope.statement, node)))

    def _plain(self, node: ast.stmt) -> ast.stmt:
        """Rewrite the expressions and blocks of a statement of no own kind."""
        for name, value in ast.iter_fields(node):
            if isinstance(value, ast.expr) and isinstance(getattr(value, "ctx", ast.Load()), ast.Load):
                setattr(node, name, self._expressions.rewrite(value))
            elif isinstance(value, list) and value and all(isinstance(item, ast.stmt) for item in value):
                setattr(node, name, self.block(value))
        return node

    # Binding ------------------------------------------------------------------------------------------------------

    def _visit_Assign(self, node: ast.Assign) -> Iterator[ast.stmt]:
        value, one = self._expressions.operand(node.value)
        if len(node.targets) > 1 or isinstance(node.targets[0], ast.Tuple | ast.List | ast.Starred):
            node.value = value
            yield node
            yield from self._rebound(node.targets, one if len(node.targets) > 1 else -1)
            return
        target = node.targets[0]
        if isinstance(target, ast.Name):
            node.value = hook("bind", node, self._bind(node, target, one), value)
            yield node
        elif isinstance(target, ast.Attribute):
            place = self._bind(node, target, one)
            walk = self._expressions.walk(path_of(target), node)
            inner, name = self._expressions.rewrite(target.value), self._scope.mangled(target.attr)
            yield expression(hook("set_attribute", node, place, value, inner, constant(name, node), *walk))
        elif isinstance(target, ast.Subscript):
            place = self._store(node, target, "store", "[]=", one)
            walk = self._expressions.walk(store_path_of(target), node)
            inner, (key, _) = self._expressions.rewrite(target.value), self._expressions.key(target.slice)
            yield expression(hook("set_item", node, place, value, inner, key, *walk))

    def _bind(self, node: ast.stmt, target: ast.expr, one: int) -> ast.expr:
        return self._store(node, target, "bind", "=", one)

    def _store(self, node: ast.stmt, target: ast.expr, kind: str, operator: str, one: int) -> ast.expr:
        place = self._scope.place(target, kind, operator, (one,))
        if kind == "store" and isinstance(target, ast.Subscript):
            self._scope.note_path(place, store_path_of(target), target.slice)
        else:
            self._scope.note_path(place, path_of(target))
        return constant(place, node)

    def _rebound(self, targets: list[ast.expr], one: int) -> Iterator[ast.stmt]:
        """Report what targets hold that were bound without a hook."""
        for target in targets:
            if isinstance(target, ast.Tuple | ast.List):
                yield from self._rebound(target.elts, -1)
            elif isinstance(target, ast.Starred):
                yield from self._rebound([target.value], -1)
            elif (spec := path_of(target)) is not None:
                place = self._bind(target, target, one)  # type: ignore[arg-type]
                now = self._scope.plain_key(target)
                for part in ast.walk(now):
                    if hasattr(part, "ctx"):
                        part.ctx = ast.Load()
                walk = self._expressions.walk(spec, target) if not isinstance(target, ast.Name) else []
                yield expression(hook("rebound", target, place, now, *walk))

    def _visit_AugAssign(self, node: ast.AugAssign) -> Iterator[ast.stmt]:
        target = node.target
        place_of = self._scope.place
        if isinstance(target, ast.Name):
            held = place_of(target, "name", target.id)
            value, one = self._expressions.operand(node.value)
            place = place_of(node, "augmented", OPERATORS[type(node.op)] + "=", (held, one))
            self._scope.note_path(place, path_of(target))
            old = ast.copy_location(ast.Name(target.id, ast.Load()), target)
            new = hook("augmented", node, constant(place, node), old, value)
            yield ast.copy_location(ast.Assign([target], new), node)
            return
        held = place_of(target, "name", "")
        spec, written = store_path_of(target), target.slice if isinstance(target, ast.Subscript) else None
        walk, names = self._expressions.walk(spec, node), copy.deepcopy(written)
        inner = self._expressions.rewrite(target.value)
        if isinstance(target, ast.Attribute):
            loaded = hook("load_attribute", node, inner, constant(self._scope.mangled(target.attr), node))
        else:
            loaded = hook("load_item", node, inner, self._expressions.key(target.slice)[0])
        value, one = self._expressions.operand(node.value)
        place = place_of(node, "augmented", OPERATORS[type(node.op)] + "=", (held, one))
        self._scope.note_path(place, spec, names)
        name = "augmented_attribute" if isinstance(target, ast.Attribute) else "augmented_item"
        yield expression(hook(name, node, constant(place, node), loaded, value, *walk))

    def _visit_AnnAssign(self, node: ast.AnnAssign) -> Iterator[ast.stmt]:
        if node.value is not None:
            node.value, one = self._expressions.operand(node.value)
            yield node
            yield from self._rebound([node.target], one)
        else:
            yield node

    def _visit_Delete(self, node: ast.Delete) -> Iterator[ast.stmt]:
        yield node

    # Control ------------------------------------------------------------------------------------------------------

    def _visit_Return(self, node: ast.Return) -> Iterator[ast.stmt]:
        if node.value is not None:
            value, one = self._expressions.operand(node.value)
            place = self._scope.place(node, "return", "return", (one,))
            node.value = hook("returned", node, constant(place, node), value)
        yield node

    def _visit_While(self, node: ast.While) -> Iterator[ast.stmt]:
        number = self._scope.statement
        place = constant(number, node)
        counted = frozenset(
            n.target.id for n in ast.walk(node) if isinstance(n, ast.AugAssign) and isinstance(n.target, ast.Name)
        )
        step = hook("turn", node, place)
        node.test = hook("tested", node, step, self._expressions.rewrite(node.test))
        yield from self._loop(node, number, counted, hook("loop", node, place, constant(None, node)))

    def _visit_For(self, node: ast.For) -> Iterator[ast.stmt]:
        number = self._scope.statement
        names = frozenset(part.id for part in ast.walk(node.target) if isinstance(part, ast.Name))
        iterated, _ = self._expressions.operand(node.iter)
        node.iter = hook("loop", node.iter, constant(number, node), iterated)
        yield from self._loop(node, number, names, None)

    def _loop(
        self, node: ast.For | ast.While, number: int, names: frozenset[str], before: ast.expr | None
    ) -> Iterator[ast.stmt]:
        self._scope.loops.append((number, names))
        body = self.block(node.body)
        if isinstance(node, ast.For):
            turn = expression(hook("turn", node, constant(number, node)))
            body = [turn, *self._rebound([node.target], -1), *body]
        node.body = body
        self._scope.loops.pop()
        node.orelse = self.block(node.orelse)
        if before is not None:
            yield expression(before)
        yield node
        yield expression(hook("loop_end", node, constant(number, node)))

    def _visit_With(self, node: ast.With) -> Iterator[ast.stmt]:
        bound = [item.optional_vars for item in node.items if item.optional_vars is not None]
        for item in node.items:
            item.context_expr = self._expressions.rewrite(item.context_expr)
        node.body = [*self._rebound(bound, -1), *self.block(node.body)]
        yield node

    def _visit_Try(self, node: ast.Try) -> Iterator[ast.stmt]:
        node.body, node.orelse = self.block(node.body), self.block(node.orelse)
        node.finalbody = self.block(node.finalbody)
        for handler in node.handlers:
            handler.body = self.block(handler.body)
        yield node

    _visit_TryStar = _visit_Try  # noqa: N815 - named after the node

    def _visit_Match(self, node: ast.Match) -> Iterator[ast.stmt]:
        node.subject = self._expressions.rewrite(node.subject)
        for case in node.cases:
            case.guard = self._expressions.rewrite_optional(case.guard)
            case.body = self.block(case.body)
        yield node

    # Definitions --------------------------------------------------------------------------------------------------

    def _visit_FunctionDef(self, node: ast.FunctionDef) -> Iterator[ast.stmt]:
        node.decorator_list = [self._expressions.rewrite(one) for one in node.decorator_list]
        self._expressions.defaults(node.args)
        qualified = f"{self._scope.function}.{node.name}" if self._scope.function else node.name
        with self._scope.inside(qualified, node):
            place = self._scope.place(node, "function", node.name)
            binds = []
            for argument in parameters(node.args):
                number = self._scope.place(argument, "bind", "parameter")
                self._scope.places[number].extra = (argument.arg, (), ((), ()))
                binds.append(number)
            head, rest = split_docstring(node.body)
            node.body = head + entered(node, place, binds, self.block(rest), is_generator(node))
        yield node

    def _visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> Iterator[ast.stmt]:
        yield node

    def _visit_ClassDef(self, node: ast.ClassDef) -> Iterator[ast.stmt]:
        node.decorator_list = [self._expressions.rewrite(one) for one in node.decorator_list]
        node.bases = [self._expressions.rewrite(one) for one in node.bases]
        kept = self._scope.function
        self._scope.classes.append(node.name)
        self._scope.function = f"{kept}.{node.name}" if kept else node.name
        head, rest = split_docstring(node.body)
        node.body = head + self.block(rest)
        self._scope.function = kept
        self._scope.classes.pop()
        yield node

    def _visit_AsyncFor(self, node: ast.AsyncFor) -> Iterator[ast.stmt]:
        yield node

    def _visit_AsyncWith(self, node: ast.AsyncWith) -> Iterator[ast.stmt]:
        yield node
