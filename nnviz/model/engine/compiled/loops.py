"""Loops over the cells of arrays as lines of Python source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from nnviz.model.engine.compiled.cells import Cells, Let, loss
from nnviz.model.engine.compiled.layout import ALIGNMENT
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
            node = self._kept(node)
        self._fill(line.writes, node)

    # Inside ------------------------------------------------------------------------------------------------------

    def _simple(self, node: Node, shape: Shape) -> Node:
        """Write loops for the parts that need their own, and give the expression with their results in their place."""
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
            case Activate("softmax", of):
                return self._softmax(self._array(of))
        parts = {name: getattr(node, name) for name in node.__dataclass_fields__}
        simple = {name: self._simple(part, shape) for name, part in parts.items() if isinstance(part, Node)}
        return replace(node, **simple)

    def _operand(self, node: Node) -> Node:
        """Return an operand of a product: an array or its transpose."""
        return Transpose(self._array(node.of)) if isinstance(node, Transpose) else self._array(node)

    def _array(self, node: Node) -> Symbol:
        """Return an array that holds an expression's value."""
        return node if isinstance(node, Symbol) else self._kept(self._simple(node, self._cells.shape(node)))

    def _kept(self, node: Node) -> Symbol:
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
        """Return what writes assignments at a depth of indentation."""

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
        """Begin loops over a shape's cells; give row, column and the depth inside."""
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
            # The samples lie beside one another: the inner loop runs over them, several at a time.
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
        """Write a long sum as `LANES` partial ones, and what is left over; give the total's name."""
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
        if node.from_logits and node.loss == "categorical-cross-entropy":
            total = self._logarithm_of_sum(source)
            per_cell = f"({{y}} * ({cells.place(total.name, '0', 'j')} - {{v}}))"
        elif node.from_logits:
            per_cell = loss(f"{node.loss} from logits", "{v}", "{y}", shape[0])
        else:
            per_cell = loss(node.loss, "{v}", "{y}", shape[0])
        shares = self._new(shape)  # first all of them, several at a time, and then their sum
        row, column, depth = self._over(shape)
        let = self._let(depth)
        v, y = let(cells.place(source.name, row, column)), let(cells.place(node.y.name, row, column))
        self._add(depth, f"{cells.place(shares.name, row, column)} = {per_cell.format(v=v, y=y)}")
        sums = self._sum("samples", shares)
        whole = " + ".join(cells.place(sums.name, str(i), "0") for i in range(shape[0]))
        self._add(0, f"{cells.place(made.name, '0', '0')} = ({whole}) / {float(shape[1])!r}")
        return made

    def _columns(self, source: Symbol) -> tuple[str, str]:
        """Begin a loop over the columns, and find the greatest cell of each; give the column and that cell's name."""
        rows, columns = self._cells.shapes[source.name]
        column = "j" if columns > 1 else "0"
        if columns > 1:
            self._add(0, f"for j in range({columns}):")
        else:
            self._add(0, "if True:")
        top = self._name("top")
        self._add(1, f"{top} = {self._cells.place(source.name, '0', column)}")
        for row in range(1, rows):
            v = self._let(1)(self._cells.place(source.name, str(row), column))
            self._add(1, f"{top} = {v} if {v} > {top} or {v} != {v} else {top}")
        return column, top

    def _softmax(self, source: Symbol) -> Symbol:
        cells, made = self._cells, self._new(self._cells.shapes[source.name])
        column, top = self._columns(source)
        total = self._name("total")
        self._add(1, f"{total} = 0.0")
        rows = range(cells.shapes[source.name][0])
        for row in map(str, rows):
            v = self._let(1)(f"exp({cells.place(source.name, row, column)} - {top})")
            self._add(1, f"{cells.place(made.name, row, column)} = {v}", f"{total} = {total} + {v}")
        for row in map(str, rows):
            here = cells.place(made.name, row, column)
            self._add(1, f"{here} = {here} / {total}")
        return made

    def _logarithm_of_sum(self, source: Symbol) -> Symbol:
        """Write ln Σ e^z of each column."""
        cells = self._cells
        rows, columns = cells.shapes[source.name]
        made = self._new((1, columns))
        column, top = self._columns(source)
        parts = (f"exp({cells.place(source.name, str(row), column)} - {top})" for row in range(rows))
        self._add(1, f"{cells.place(made.name, '0', column)} = math.log({' + '.join(parts)}) + {top}")
        return made
