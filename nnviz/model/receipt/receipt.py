"""What stands in the receipt of an update."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.model.errors import ModelError
from nnviz.model.explain.equation import equation
from nnviz.model.program.expression import Scalar
from nnviz.model.program.line import Stage
from nnviz.model.program.symbols import SCALAR_LABELS
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.model.text.numbers import MINUS, exact, format_number
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

ASKED: Final = QT_TRANSLATE_NOOP("model", "to write the receipt of an update")

MOST_CELLS: Final = 10_000
"""Most numbers of an array in a receipt: ten pages of them."""


@dataclass(frozen=True)
class ReceiptArray:
    """A symbol and its numbers, in the scenario's convention.

    Attributes
    ----------
    symbol, text
        Its name in scripts, and as it is written.
    shape
        Rows and columns of all of it.
    values
        The numbers; of a sample alone, where one was chosen. None where it has too many.
    """

    symbol: str
    text: str
    shape: tuple[int, int]
    values: Array | None


@dataclass(frozen=True)
class ReceiptLine:
    """A line of the update.

    Attributes
    ----------
    number
        From 1.
    stage
        The part of the update that it belongs to.
    formula, shapes
        As the program's panel writes them.
    result
        What it wrote.
    """

    number: int
    stage: Stage
    formula: str
    shapes: str
    result: ReceiptArray


@dataclass(frozen=True)
class Receipt:
    """One update.

    Attributes
    ----------
    title
        Of the scenario.
    update, epoch
        Which one, from 1.
    samples
        The samples of its batch, numbered from 1.
    sample
        The one whose numbers are written, where one was chosen.
    numbers
        The named numbers that its lines read: as they are written, and their values.
    given
        What the update began with: its samples, the parameters, the optimiser's state.
    lines
        All lines that have run.
    cell
        The equation of a chosen cell, line by line; empty without one.
    """

    title: str
    update: int
    epoch: int
    samples: tuple[int, ...]
    sample: int | None
    numbers: tuple[tuple[str, float], ...]
    given: tuple[ReceiptArray, ...]
    lines: tuple[ReceiptLine, ...]
    cell: tuple[str, ...]


def receipt_of(
    snapshot: Snapshot,
    *,
    language: str = "en",
    sample: int | None = None,
    cell: tuple[str, tuple[int, int]] | None = None,
) -> Receipt:
    """Return the receipt of the update on the screen, as far as it has run.

    Parameters
    ----------
    snapshot
        The moment; with a hidden mistake the values are those of the wrong program, as on the screen.
    language
        Of the title.
    sample
        A sample of the data, from 0, of whose columns alone the numbers are written.
    cell
        A symbol, and row and column from 0 in the column convention, whose equation is written.

    Raises
    ------
    ModelError
        If no line of an update has run, the sample is not in its batch, or there is no such cell.
    """
    if not snapshot.position.line:
        found = QT_TRANSLATE_NOOP("model", "no line of an update that has run")
        raise ModelError(ASKED, "", found, QT_TRANSLATE_NOOP("model", "a session after at least one line"))
    column = _column_of(snapshot, sample)
    convention = snapshot.scenario.convention
    run = list(snapshot.program)[: snapshot.position.line]
    names = dict.fromkeys(part.name for line in run for part in line.expression.walk() if isinstance(part, Scalar))
    lines = tuple(
        ReceiptLine(
            number,
            line.stage,
            line.formula(snapshot.labels, convention),
            line.shapes(snapshot.shapes, convention),
            _array(snapshot, line.writes, snapshot.written(line.writes), column, convention),
        )
        for number, line in enumerate(run, start=1)
    )
    given = dict.fromkeys(name for line in run for name in line.reads if name in ("X", "Y", *snapshot.before))
    return Receipt(
        title=snapshot.scenario.title_in(language),
        update=snapshot.position.update,
        epoch=snapshot.position.epoch,
        samples=tuple(int(number) + 1 for number in snapshot.batch),
        sample=None if sample is None else sample + 1,
        numbers=tuple((SCALAR_LABELS[name], snapshot.scalars[name]) for name in names if name in snapshot.scalars),
        given=tuple(
            _array(snapshot, name, snapshot.before.get(name, snapshot.values.get(name)), column, convention)
            for name in given
        ),
        lines=lines,
        cell=() if cell is None else equation(snapshot, *cell).rows,
    )


def _column_of(snapshot: Snapshot, sample: int | None) -> int | None:
    """Return the column of the batch that a sample is."""
    if sample is None:
        return None
    columns = [column for column, number in enumerate(snapshot.batch) if number == sample]
    if not columns:
        found = filled(QT_TRANSLATE_NOOP("model", "sample {number}"), number=sample + 1)
        batch = ", ".join(str(number + 1) for number in snapshot.batch[:20])
        raise ModelError(ASKED, "", found, filled(QT_TRANSLATE_NOOP("model", "one of the batch: {batch}"), batch=batch))
    return columns[0]


def _array(
    snapshot: Snapshot, name: str, array: Array | None, column: int | None, convention: Convention
) -> ReceiptArray:
    rows, columns = snapshot.shapes[name]
    if array is not None:
        is_of_samples = name in ("X", "Y", "dX") or name.rstrip("0123456789") in ("Z", "A", "delta", "dA")
        array = array[:, column : column + 1] if column is not None and is_of_samples else array
        array = None if array.size > MOST_CELLS else array
    if convention == "rows":
        rows, columns, array = columns, rows, None if array is None else array.T
    return ReceiptArray(name, snapshot.labels.of(name), (rows, columns), array)


def number_text(value: float, *, is_exact: bool) -> str:
    """Write a number of a receipt: with 4 significant digits, or all of them."""
    return exact(value).replace("-", MINUS) if is_exact else format_number(value)
