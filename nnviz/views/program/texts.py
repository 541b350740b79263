"""Texts of the rows of the source pane, and of their tooltips."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PyQt6.QtCore import QCoreApplication

from nnviz.model.explain.definitions import definitions
from nnviz.model.mistakes.build import corrections, right_program
from nnviz.model.program.broadcasting import Broadcast
from nnviz.model.program.formula import in_convention, text_of
from nnviz.model.program.line import Line
from nnviz.model.program.shapes import Shape, shape_text
from nnviz.model.program.symbols import SCALAR_LABELS, Labels
from nnviz.model.program.training_methods import METHODS
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.model.text.numbers import exact, format_number, format_short
from nnviz.views.lines.mistake_texts import mistake_texts
from nnviz.views.lines.texts import sign_and_number, stage_name


@dataclass(frozen=True)
class RepeatMark:
    """A repeated operand: its place in the text of the shapes, and whether the repetition is intended."""

    start: int
    stop: int
    is_meant: bool


@dataclass(frozen=True)
class RowText:
    """The texts of a row, which depend on the program alone.

    Attributes
    ----------
    number, formula, shapes
        As they are shown.
    stage
        Empty except on the stage's first line.
    repeated
        Which operands are repeated, in the shapes; `notes` say so in words.
    mistakes
        Titles and descriptions of the mistakes that make the line wrong.
    """

    number: str
    stage: str
    formula: str
    shapes: str
    repeated: tuple[RepeatMark, ...] = ()
    notes: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()

    @property
    def is_suspicious(self) -> bool:
        """Whether an operand is repeated that is not intended to be."""
        return not all(mark.is_meant for mark in self.repeated)

    @property
    def is_wrong(self) -> bool:
        """Whether a mistake is made in the line."""
        return bool(self.mistakes)


@dataclass(frozen=True)
class ValueText:
    """A line's value as one number: with a sign in front where it is the norm of a matrix."""

    sign: str
    number: str
    is_finite: bool


@dataclass(frozen=True)
class RowState:
    """The state of a row, which changes while the program runs.

    Attributes
    ----------
    value
        None when the line has not run.
    is_lit, is_selected
        Whether it has just run; whether the person chose it.
    breakpoint
        Whether its breakpoint is enabled; None when it has none.
    """

    value: ValueText | None
    is_lit: bool = False
    is_selected: bool = False
    breakpoint: bool | None = None


def row_texts(snapshot: Snapshot, labels: Labels, convention: Convention) -> tuple[RowText, ...]:
    """Return the texts of all rows."""
    rows, before = [], ""
    wrong = corrections(snapshot.program)
    for number, line in enumerate(snapshot.program, start=1):
        stage = stage_name(line.stage) if line.stage != before else ""
        before = line.stage
        formula, shapes = line.formula(labels, convention), line.shapes(snapshot.shapes, convention)
        # A repetition in a wrong line is never intended, even where a right line might have it.
        found = tuple(
            replace(broadcast, is_meant=broadcast.is_meant and line.writes not in wrong)
            for broadcast in line.broadcasts(snapshot.shapes)
        )
        notes = tuple(broadcast_text(broadcast, labels, convention) for broadcast in found)
        marks = _marks(line, found, snapshot, convention)
        if (shape := widened_shape(snapshot, line.writes)) is not None:
            marks = (*marks, RepeatMark(len(shapes) - len(_shape_text(shape, convention)), len(shapes), is_meant=False))
            notes = (*notes, widened_text(labels.of(line.writes), shape, snapshot, line.writes, convention))
        mistakes = mistake_texts(snapshot.program, line.writes) if line.writes in wrong else ()
        rows.append(RowText(str(number), stage, formula, shapes, marks, notes, mistakes))
    return tuple(rows)


def broadcast_text(broadcast: Broadcast, labels: Labels, convention: Convention) -> str:
    """Describe what an operation repeats: ``b¹ (2×1) is repeated over the 4 samples``."""
    translate, result = QCoreApplication.translate, broadcast.result
    if len(broadcast.repeated) > 1:
        text = translate(
            "ProgramPanel", "%1 and %2 have different shapes: both are repeated, to %3. This is probably a mistake"
        )
    elif not broadcast.is_meant:
        text = translate("ProgramPanel", "%1 is repeated, to %3. This is probably a mistake")
    elif broadcast.repeated[0].along == ("samples",):
        text = translate("ProgramPanel", "%1 is repeated over the %4 samples").replace("%4", str(result[1]))
    else:
        text = translate("ProgramPanel", "%1 is repeated over the %4 units").replace("%4", str(result[0]))
    for place, repeated in zip(("%1", "%2"), broadcast.repeated, strict=False):
        operand = text_of(in_convention(repeated.operand, convention), labels)
        text = text.replace(place, f"{operand} ({_shape_text(repeated.shape, convention)})")
    return text.replace("%3", _shape_text(result, convention))


def widened_shape(snapshot: Snapshot, symbol: str) -> Shape | None:
    """Return the shape of a symbol that a mistake has widened to a column for each sample; None for any other."""
    right = right_program(snapshot.program).shapes(len(snapshot.batch)).get(symbol)
    shape = snapshot.shapes[symbol]
    return shape if right is not None and shape != right and not snapshot.hides_mistakes else None


def widened_text(name: str, shape: Shape, snapshot: Snapshot, symbol: str, convention: Convention) -> str:
    """Return text that says that a silent broadcast has widened a value to a column for each sample."""
    text = QCoreApplication.translate(
        "ProgramPanel", "%1 should be %2: a silent broadcast has made it %3, with a value for each sample"
    )
    right = right_program(snapshot.program).shapes(len(snapshot.batch))[symbol]
    text = text.replace("%1", name).replace("%2", _shape_text(right, convention))
    return text.replace("%3", _shape_text(shape, convention))


def _shape_text(shape: Shape, convention: Convention) -> str:
    return shape_text(shape if convention == "columns" else (shape[1], shape[0]))


def _marks(
    line: Line, found: tuple[Broadcast, ...], snapshot: Snapshot, convention: Convention
) -> tuple[RepeatMark, ...]:
    marks = []
    for place in line.operand_shapes(snapshot.shapes, convention).places if found else ():
        for broadcast in found:
            is_repeated = any(place.operand is repeated.operand for repeated in broadcast.repeated)
            if place.operation is broadcast.operation and is_repeated:
                marks.append(RepeatMark(place.start, place.stop, broadcast.is_meant))
    return tuple(marks)


def value_text(snapshot: Snapshot, number: int) -> ValueText | None:
    """Return the text of the value of line `number`; None when it has not run."""
    if snapshot.position.line < number:
        return None
    sign, value = sign_and_number(snapshot.values[snapshot.program[number].writes])
    return ValueText(sign, format_number(value), math.isfinite(value))


def spoken(row: RowText, state: RowState) -> str:
    """Return what a screen reader says of a line: its value, its breakpoint, what is wrong or repeated in it."""
    translate = QCoreApplication.translate
    not_yet = translate("ProgramRows", "not computed yet")
    value = not_yet if state.value is None else state.value.sign + state.value.number
    text = translate("ProgramRows", "line %1: %2, %3")
    parts = [text.replace("%1", row.number).replace("%2", row.formula).replace("%3", value)]
    if state.breakpoint is not None:
        on, off = translate("ProgramRows", "breakpoint"), translate("ProgramRows", "disabled breakpoint")
        parts.append(on if state.breakpoint else off)
    return " · ".join((*parts, *row.notes, *row.mistakes))


def tooltip(snapshot: Snapshot, number: int, row: RowText, labels: Labels) -> str:
    """Return the tooltip of a line: its formula, its functions written out, what it reads, its exact value."""
    line = snapshot.program[number]
    reads = ", ".join(labels.of(name) for name in line.reads)
    text = QCoreApplication.translate("ProgramPanel", "reads %1 · writes %2")
    lines = [row.formula, *definitions(line.expression), row.shapes, *row.notes, *row.mistakes]
    lines.append(text.replace("%1", reads).replace("%2", labels.of(line.writes)))
    if snapshot.position.line < number:
        lines.append(QCoreApplication.translate("ProgramPanel", "not computed yet in this update"))
    else:
        sign, value = sign_and_number(snapshot.values[line.writes])
        name = labels.of(line.writes)
        lines.append(f"{sign.strip().replace('·', name) if sign else name} = {exact(value)}")
    lines.append(QCoreApplication.translate("ProgramPanel", "Click: select the line and what it writes"))
    return "\n".join(lines)


def gutter_tooltip(number: int, is_enabled: bool | None) -> str:
    """Return the tooltip of the gutter beside line `number`; `is_enabled` is None where it has no breakpoint."""
    translate = QCoreApplication.translate
    if is_enabled is None:
        return translate("ProgramPanel", "Click: stop runs after line %1 (F9)").replace("%1", str(number))
    if is_enabled:
        state = translate("ProgramPanel", "Breakpoint: runs stop after line %1").replace("%1", str(number))
        switch = translate("ProgramPanel", "Shift+click: disable it (Ctrl+F9)")
    else:
        state = translate("ProgramPanel", "Disabled breakpoint on line %1").replace("%1", str(number))
        switch = translate("ProgramPanel", "Shift+click: enable it (Ctrl+F9)")
    return "\n".join((state, translate("ProgramPanel", "Click: remove it (F9)"), switch))


def note(snapshot: Snapshot, convention: Convention) -> str:
    """Return the heading's note: ``columns are samples · m = 4 · η = 0.42``."""
    if convention == "columns":
        text = QCoreApplication.translate("ProgramPanel", "columns are samples")
    else:
        text = QCoreApplication.translate("ProgramPanel", "rows are samples")
    names = ["eta"]
    if not snapshot.program.computes_gradients:
        names = [setting.name for setting in METHODS[snapshot.program.recipe.optimiser].settings]
    numbers = (f" · {SCALAR_LABELS[name]} = {format_short(snapshot.scalars[name])}" for name in names)
    return f"{text} · m = {len(snapshot.batch)}{''.join(numbers)}"
