"""Loops over the cells of arrays as lines of Python source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from nnviz.model.engine.compiled.cells import Cells
from nnviz.model.engine.compiled.layout import ALIGNMENT
from nnviz.model.engine.compiled.operations import Let, UnsupportedError, written_by_columns, written_out
from nnviz.model.engine.recorded_function import RecordedFunction, recorded_in_place, recorded_value
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Activate,
    Constant,
    LossValue,
    MatMul,
    Node,
    Reduce,
    Symbol,
    Transpose,
    symbols_read,
)
from nnviz.model.program.line import Line
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.shapes import Shape

UNROLLED = 16
"""Most parts of a sum that is written out."""

LANES = 8
"""Partial sums of a long one."""

Part = Callable[[str, Let], str]
"""Writes the part of a sum with a number."""

_ZERO = Constant(0.0, "0")


class Loops:
    """Writes the loops of lines, one after the other.

    Parameters
    ----------
    cells
        Writes what is inside; arrays for intermediate values are added to its shapes and offsets.
    size
        Where those may begin.

    Attributes
    ----------
    text
        The source so far.
    size
        How many numbers the memory needs.
    """

    def __init__(self, cells: Cells, size: int) -> None:
        self.text: list[str] = []
        self.size = size
        self._cells = cells
        self._names = 0

    def line(self, line: Line) -> None:
        """Write a line of a program.

        Raises
        ------
        UnsupportedError
            If no loop is known for something in it.
        """
        shape = self._cells.shapes[line.writes]
        node = self._simple(line.expression, shape)
        apart = (MatMul, Reduce, Transpose)
        if any(line.writes in symbols_read(part) for part in node.walk() if isinstance(part, apart)):
            # Other cells than the one that is written are read: all must have been computed first.
            node = self._stored(node)
        self._fill(line.writes, node)

    # Inside ------------------------------------------------------------------------------------------------------

    def _simple(self, node: Node, shape: Shape) -> Node:
        """Write loops for the parts that need their own; return the expression with their results in their place."""
        match node:
            case Transpose(of):
                return Transpose(self._array(of))
            case MatMul(left, right):
                product = MatMul(self._operand(left), self._operand(right))
                inner = self._cells.shape(left)[1]
                fits = inner <= UNROLLED and self._cells.shape(node) == shape
                return product if fits else self._product(product)
            case Reduce(over, of):
                rows, columns = self._cells.shape(of)
                count = {"samples": columns, "units": rows, "all": rows * columns}[over]
                if count <= UNROLLED and self._cells.shape(node) == shape:
                    return Reduce(over, self._simple(of, (rows, columns)))
                return self._sum(over, self._array(of))
            case LossValue():
                return self._loss(node)
            case Activate(activation, Transpose()) if ACTIVATIONS[activation].couples_units:
                raise UnsupportedError("softmax over the samples")  # it would be written out for each of them
            case Activate(activation, of) if ACTIVATIONS[activation].couples_units:
                return self._coupled(activation, self._array(of))
        parts = {name: getattr(node, name) for name in node.__dataclass_fields__}
        simple = {name: self._simple(part, shape) for name, part in parts.items() if isinstance(part, Node)}
        return replace(node, **simple)

    def _operand(self, node: Node) -> Node:
        """Return an operand of a product: an array or its transpose."""
        return Transpose(self._array(node.of)) if isinstance(node, Transpose) else self._array(node)

    def _array(self, node: Node) -> Symbol:
        """Return an array that holds an expression's value."""
        return node if isinstance(node, Symbol) else self._stored(self._simple(node, self._cells.shape(node)))

    def _stored(self, node: Node) -> Symbol:
        if isinstance(node, Symbol) and node.name.startswith("_"):
            return node
        made = self._new(self._cells.shape(node))
        self._fill(made.name, node)
        return made

    def _new(self, shape: Shape) -> Symbol:
        """Return an array for an intermediate value."""
        name = self._name("_t")
        self._cells.shapes[name], self._cells.offsets[name] = shape, self.size
        self.size += -(-shape[0] * shape[1] // ALIGNMENT) * ALIGNMENT
        return Symbol(name)

    def _name(self, stem: str) -> str:
        self._names += 1
        return f"{stem}{self._names}"

    def _let(self, depth: int) -> Let:
        """Return a function that writes assignments at a depth of indentation."""

        def let(text: str) -> str:
            if text.isidentifier():
                return text
            name = self._name("v")
            self._add(depth, f"{name} = {text}")
            return name

        return let

    def _add(self, depth: int, *lines: str) -> None:
        self.text += ["    " * depth + line for line in lines]

    def _over(self, shape: Shape) -> tuple[str, str, int]:
        """Begin loops over a shape's cells; return row, column and the depth inside."""
        depth, names = 0, []
        for size, name in zip(shape, ("i", "j"), strict=True):
            if size > 1:
                self._add(depth, f"for {name} in range({size}):")
                depth += 1
            names.append(name if size > 1 else "0")
        return names[0], names[1], depth

    def _fill(self, name: str, node: Node) -> None:
        row, column, depth = self._over(self._cells.shapes[name])
        text = self._cells.write(node, row, column, self._let(depth))
        self._add(depth, f"{self._cells.place(name, row, column)} = {text}")

    def _product(self, node: MatMul) -> Symbol:
        cells, made = self._cells, self._new(self._cells.shape(node))
        rows, columns = cells.shapes[made.name]
        inner = cells.shape(node.left)[1]
        if columns >= LANES and not isinstance(node.right, Transpose):
            # The samples are adjacent in memory: the inner loop runs over them, several at a time.
            self._fill(made.name, _ZERO)
            self._add(0, f"for i in range({rows}):")
            self._add(1, f"for k in range({inner}):")
            let = self._let(2)
            factor = let(cells.write(node.left, "i" if rows > 1 else "0", "k" if inner > 1 else "0", let))
            self._add(2, f"for j in range({columns}):")
            here = cells.place(made.name, "i", "j")
            self._add(3, f"{here} = {here} + {factor} * {cells.write(node.right, 'k', 'j', let)}")
            return made
        row, column, depth = self._over((rows, columns))
        total = self._lanes(
            depth,
            inner,
            lambda k, let: f"{cells.write(node.left, row, k, let)} * {cells.write(node.right, k, column, let)}",
        )
        self._add(depth, f"{cells.place(made.name, row, column)} = {total}")
        return made

    def _sum(self, over: Literal["samples", "units", "all"], of: Symbol) -> Symbol:
        cells, made = self._cells, self._new(self._cells.shape(Reduce(over, of)))
        rows, columns = cells.shape(of)
        here = cells.place(made.name, "i" if over == "samples" else "0", "j" if over == "units" else "0")
        if over == "samples":
            row, _, depth = self._over((rows, 1))
            total = self._lanes(depth, columns, lambda k, _: cells.place(of.name, row, k))
            self._add(depth, f"{cells.place(made.name, row, '0')} = {total}")
            return made
        self._fill(made.name, _ZERO)
        row, column, depth = self._over((rows, columns))
        self._add(depth, f"{here} = {here} + {cells.place(of.name, row, column)}")
        return made

    def _lanes(self, depth: int, count: int, part: Part) -> str:
        """Write a long sum as `LANES` partial ones and a remainder; return the total's name."""
        names = [self._name("sum") for _ in range(LANES)]
        self._add(depth, *(f"{name} = 0.0" for name in names))
        whole = count - count % LANES
        if whole:
            self._add(depth, f"for k in range(0, {whole}, {LANES}):")
            for number, name in enumerate(names):
                at = f"(k + {number})" if number else "k"
                self._add(depth + 1, f"{name} = {name} + {part(at, self._let(depth + 1))}")
        halves = [f"({a} + {b})" for a, b in zip(names[::2], names[1::2], strict=True)]
        left = [part(str(k), self._let(depth)) for k in range(whole, count)]
        total = self._name("total")
        self._add(depth, f"{total} = {' + '.join([*halves, *left])}")
        return total

    def _loss(self, node: LossValue) -> Symbol:
        cells, made = self._cells, self._new((1, 1))
        source = node.z if node.from_logits else node.a
        shape = cells.shapes[source.name]
        recorded = recorded_value(LOSSES[node.loss].cells_of(from_logits=node.from_logits), shape)
        if recorded is None:
            raise UnsupportedError(node.loss)
        shares = self._new(shape)  # first all shares, several at a time, then their sum
        if recorded.couples_units:
            self._by_columns(recorded, (source, node.y), shares)
        else:
            row, column, depth = self._over(shape)
            let = self._let(depth)
            names = [let(cells.place(read.name, row, column)) for read in (source, node.y)]
            self._add(depth, f"{cells.place(shares.name, row, column)} = {written_out(recorded, names, let)}")
        sums = self._sum("samples", shares)
        whole = " + ".join(cells.place(sums.name, str(i), "0") for i in range(shape[0]))
        samples = shape[1] if node.reduction == "mean" else 1
        self._add(0, f"{cells.place(made.name, '0', '0')} = ({whole}) / {float(samples)!r}")
        return made

    def _coupled(self, activation: str, source: Symbol) -> Symbol:
        """Write an activation whose cells need the other cells of their column."""
        made = self._new(self._cells.shapes[source.name])
        recorded = recorded_in_place(ACTIVATIONS[activation].function, self._cells.shapes[source.name])
        if recorded is None:
            raise UnsupportedError(activation)
        self._by_columns(recorded, (source,), made)
        return made

    def _by_columns(self, recorded: RecordedFunction, sources: Sequence[Symbol], made: Symbol) -> None:
        """Write a loop over the columns, in which a recorded function fills one column of an array."""
        cells = self._cells
        rows, columns = cells.shapes[made.name]
        column = "j" if columns > 1 else "0"
        self._add(0, f"for j in range({columns}):" if columns > 1 else "if True:")
        let = self._let(1)
        read = [[let(cells.place(source.name, str(row), column)) for row in range(rows)] for source in sources]
        for row, text in enumerate(written_by_columns(recorded, read, let)):
            self._add(1, f"{cells.place(made.name, str(row), column)} = {text}")
