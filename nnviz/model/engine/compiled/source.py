"""A program as the source of loops, for numba.

Every line of the program becomes loops over the cells of what it writes, with all sizes written out. All arrays lie in
one block of memory `w` (see `layout`), the parameters and the optimiser's state among them while the code runs: with
one block and constant places the compiler sees that two arrays never overlap, keeps cells in registers from line to
line, and runs loops four or eight numbers at a time. The order of the operations is that of the source, in a run of
many updates as in a single line, so both give the same bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nnviz.model.engine.compiled.cells import Cells
from nnviz.model.engine.compiled.layout import MemoryLayout
from nnviz.model.engine.compiled.loops import Loops
from nnviz.model.engine.compiled.operations import UnsupportedError
from nnviz.model.program.program import Program


@dataclass(frozen=True)
class KernelSource:
    """The compiled engine's code for batches of one size.

    Attributes
    ----------
    text
        A module with the functions ``updates`` and ``lines``.
    m
        Samples in a batch.
    state
        Where parameters and optimiser state lie in the engine's memory, and at the beginning of the workspace's.
    layout
        Where all symbols lie in the workspace's memory, without intermediate values.
    size
        How many numbers the workspace's memory has.
    scalars
        Names of the numbers that are passed in, in order.
    """

    text: str
    m: int
    state: MemoryLayout
    layout: MemoryLayout
    size: int
    scalars: tuple[str, ...]


def kernel_source_of(
    program: Program, m: int, scalars: Iterable[str], changing: Sequence[str] = ()
) -> KernelSource | None:
    """Write a program for batches of `m` samples; return None when no loop is known for a part of it.

    Parameters
    ----------
    program
        An update.
    m
        Samples in a batch.
    scalars
        Named numbers that it may read, besides m and n.
    changing
        Those of them that change from update to update, in the same order.
    """
    if not program.computes_gradients:
        return None
    names, shapes = tuple(scalars), program.shapes(m)
    state = MemoryLayout.of(program.state, shapes)
    layout = MemoryLayout.of((*program.state, *(name for name in shapes if name not in state.shapes)), shapes)
    units = program.recipe.network.output.units
    numbers = {**{name: name for name in names}, "lambda": "rate", "m": f"{float(m)!r}", "n": f"{float(units)!r}"}
    cells = Cells(dict(layout.shapes), dict(layout.offsets), numbers)
    loops = Loops(cells, layout.size)
    parts: list[list[str]] = []
    try:
        for line in program:
            begin = len(loops.text)
            loops.line(line)
            parts.append(loops.text[begin:])
    except UnsupportedError:
        return None
    read = [f"{numbers[name]} = scalars[{names.index(name)}]" for name in names]
    batch = _batch(cells, m)
    text = "\n".join(
        [
            *_HEAD,
            *_in_function(
                "def updates(state, w, scalars, corrections, inputs, targets, table, first, losses):",
                [
                    *_copied(state.size, "w", "state"),
                    *read,
                    "for u in range(losses.shape[0]):",
                    *_deeper(["row = (first + u) % table.shape[0]", *batch]),
                    *_deeper(
                        f"{numbers[name]} = scalars[{names.index(name)}] = corrections[u, {number}]"
                        for number, name in enumerate(changing)
                    ),
                    *_deeper(line for part in parts for line in part),
                    f"    losses[u] = {cells.place(program.objective, '0', '0')}",
                    *_copied(state.size, "state", "w"),
                ],
            ),
            *_in_function(
                "def lines(state, w, scalars, first, last):",
                [
                    *_copied(state.size, "w", "state"),
                    *read,
                    *(
                        line
                        for number, part in enumerate(parts, start=1)
                        for line in (f"if first <= {number} <= last:", *_deeper(part))
                    ),
                    *_copied(state.size, "state", "w"),
                ],
            ),
            "",
        ]
    )
    return KernelSource(text, m, state, layout, loops.size, names)


_HEAD = (
    "import math",
    "",
    "from numba import njit",
    "",
    "from nnviz.model.engine.compiled.functions import exp, log1p, tanh",
)


def _batch(cells: Cells, m: int) -> list[str]:
    """Write the gathering of a batch."""
    inputs, outputs = cells.shapes["X"][0], cells.shapes["Y"][0]
    sample = "j" if m > 1 else "0"
    loop, inside = (f"for j in range({m}):", _deeper) if m > 1 else ("if True:", _deeper)
    body = [
        f"sample = table[row, {sample}]",
        f"for i in range({inputs}):",
        f"    {cells.place('X', 'i', sample)} = inputs[sample, i]",
        f"for i in range({outputs}):",
        f"    {cells.place('Y', 'i', sample)} = targets[i, sample]",
    ]
    return [loop, *inside(body)]


def _copied(size: int, to: str, source: str) -> list[str]:
    return [f"for i in range({size}):", f"    {to}[i] = {source}[i]"]


def _deeper(lines: Iterable[str]) -> list[str]:
    return ["    " + line for line in lines]


def _in_function(signature: str, body: Iterable[str]) -> list[str]:
    decorator = '@njit(nogil=True, cache=True, error_model="numpy")'
    return ["", "", decorator, signature, *_deeper(body)]
