"""The settings of an import."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QGridLayout, QWidget

from nnviz.model.data.files import DetectedTable
from nnviz.model.data.spec import TEST_SHARE_RANGE
from nnviz.views.imports.fields import AmountField, ChoiceField, Field, FileField
from nnviz.views.imports.pending_import import PendingImport
from nnviz.views.imports.texts import (
    ENCODINGS,
    delimiter_choices,
    missing_choices,
    scaling_choices,
    scaling_shorts,
    shape_choices,
    task_choices,
)
from nnviz.views.theme import Theme, metrics

_COLUMN: Final = 150
"""Width of a field at scale 1, about."""

_TEXT: Final = ("delimiter", "header", "decimal", "encoding", "missing")
_ARRAYS: Final = ("inputs_array", "answers_array", "test_inputs_array", "test_answers_array", "samples_in_columns")
_NO_ARRAY: Final = "—"
_BINARY: Final = (".npz", ".npy", ".mat", ".xlsx", ".xlsm")


class ImportForm(QWidget):
    """Fields side by side, those that apply to the detected format.

    Signals
    -------
    chosen(str, object)
        The name of a choice of `PendingImport.chosen`, and its value.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    chosen = pyqtSignal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(metrics.PADDING))
        self._grid.setVerticalSpacing(theme.px(metrics.GAP))
        self._fields: dict[str, Field] = {}
        self._make_text_fields()
        self._make_array_fields()
        self._make_data_fields()
        for field in self._fields.values():
            field.chosen.connect(self.chosen)
            field.hide()

    def field(self, name: str) -> Field:
        """Return a field by the name of its choice."""
        return self._fields[name]

    def choice(self, name: str) -> ChoiceField:
        """Return a field with a list."""
        field = self._fields[name]
        assert isinstance(field, ChoiceField)
        return field

    def amount(self, name: str) -> AmountField:
        """Return a field with a number."""
        field = self._fields[name]
        assert isinstance(field, AmountField)
        return field

    def show_import(self, pending: PendingImport) -> None:
        """Show what was detected and chosen."""
        reading = pending.reading
        self._show_text(pending)
        if reading is not None:
            self._show_arrays(pending, reading)
            self._show_data(pending, reading)
        shown = self._wanted(pending)
        for name, field in self._fields.items():
            field.setVisible(name in shown)
        self._columns = 0
        self._lay_out()

    def needed_height(self, width: int) -> int:
        """Return the height of all fields that apply, at a width."""
        shown = [field for field in self._fields.values() if not field.isHidden()]
        rows = -(-len(shown) // self._columns_in(width))
        height = max((field.sizeHint().height() for field in shown), default=0)
        return rows * (height + self._grid.verticalSpacing())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Place as many fields side by side as fit."""
        super().resizeEvent(event)
        self._lay_out()

    # Inside ------------------------------------------------------------------------------------------------------

    def _wanted(self, pending: PendingImport) -> set[str]:
        reading = pending.reading
        if reading is None:
            if pending.path is not None and _is_idx(pending.path.name):
                return {"other_file"}
            is_text = pending.path is None or pending.path.suffix not in _BINARY
            return set(_TEXT[:4]) - _not_of(pending) if is_text else set()
        options = reading.options
        names = {"task", "scaling"}
        if options.format == "text":
            names |= {*_TEXT, "answer_columns"} - _not_of(pending)
        elif options.format == "excel":
            names |= {"header", "missing", "answer_columns"}
        elif options.format in ("npz", "mat"):
            names |= set(_ARRAYS)
        else:
            names.add("answer_columns" if options.format == "npy" else "other_file")
        if options.image_shape is not None or len(shape_choices(reading.n_inputs)) > 1:
            names.add("image_shape")
        if pending.scaling == "divide":
            names.add("divisor")
        if options.task == "regression":
            names.add("target_scaling")
        if not pending.has_own_test:
            names.add("test_share")
        return names

    def _show_text(self, pending: PendingImport) -> None:
        options = None if pending.reading is None else pending.reading.options
        shown = (
            dict(pending.choices)
            if options is None or options.format not in ("text", "excel")
            else vars(options) | {**pending.choices}
        )
        self.choice("delimiter").show_choices(delimiter_choices(), shown.get("delimiter", ","))
        names = ((True, self.tr("column names")), (False, self.tr("a sample")))
        self.choice("header").show_choices(names, shown.get("header", False))
        signs = ((".", self.tr("point  0.5")), (",", self.tr("comma  0,5")))
        self.choice("decimal").show_choices(signs, shown.get("decimal", "."))
        self.choice("encoding").show_choices(list(ENCODINGS.items()), shown.get("encoding", "utf-8-sig"))
        self.choice("missing").show_choices(missing_choices(), pending.missing)

    def _show_arrays(self, pending: PendingImport, reading: DetectedTable) -> None:
        arrays = [(name, name) for name in reading.arrays]
        options = pending.options or reading.options
        self.choice("inputs_array").show_choices(arrays, options.inputs_array)
        self.choice("answers_array").show_choices(arrays, options.answers_array)
        tests = [("", _NO_ARRAY), *arrays]
        self.choice("test_inputs_array").show_choices(tests, options.test_inputs_array)
        self.choice("test_answers_array").show_choices(tests, options.test_answers_array)
        ways = ((False, self.tr("a row")), (True, self.tr("a column")))
        self.choice("samples_in_columns").show_choices(ways, options.samples_in_columns)
        other = self._fields["other_file"]
        assert isinstance(other, FileField)
        other.show_file(options.other_file)

    def _show_data(self, pending: PendingImport, reading: DetectedTable) -> None:
        options = pending.options or reading.options
        columns: list[tuple[object, str]] = [((number,), name) for number, name in enumerate(reading.columns)]
        if len(options.answer_columns) > 1:
            together = ", ".join(reading.columns[number] for number in options.answer_columns)
            columns.insert(0, (options.answer_columns, together))
        if options.format in ("text", "excel", "npy"):
            self.choice("answer_columns").show_choices(columns, options.answer_columns)
        self.choice("task").show_choices(task_choices(), options.task)
        self.choice("image_shape").show_choices(shape_choices(reading.n_inputs), options.image_shape)
        self.choice("scaling").show_choices(scaling_choices(), pending.scaling, scaling_shorts())
        self.choice("target_scaling").show_choices(scaling_choices()[:3], pending.target_scaling, scaling_shorts())
        self.amount("divisor").show_number(pending.divisor)
        self.amount("test_share").show_number(pending.test_share)

    def _lay_out(self) -> None:
        columns = self._columns_in(self.width())
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for field in self._fields.values():
            self._grid.removeWidget(field)
        shown = [field for field in self._fields.values() if not field.isHidden()]
        for number, field in enumerate(shown):
            self._grid.addWidget(field, number // columns, number % columns)

    def _columns_in(self, width: int) -> int:
        return max(1, width // self._theme.px(_COLUMN))

    # Making ------------------------------------------------------------------------------------------------------

    def _make_text_fields(self) -> None:
        self._choice("delimiter", self.tr("Between columns"), self.tr("What separates two columns"))
        self._choice("header", self.tr("First row"), self.tr("Whether the first row has the columns' names"))
        self._choice("decimal", self.tr("Decimal sign"), self.tr("What separates the decimals of a number"))
        self._choice("encoding", self.tr("Encoding"), self.tr("How characters are written as bytes"))
        help_text = self.tr("What happens to rows in which a value is missing")
        self._choice("missing", self.tr("Missing values"), help_text)

    def _make_array_fields(self) -> None:
        self._choice("inputs_array", self.tr("Inputs"), self.tr("The array that has the inputs"))
        self._choice("answers_array", self.tr("Answers"), self.tr("The array that has the classes or targets"))
        help_text = self.tr("The array that has the inputs of the test samples, if there is one")
        self._choice("test_inputs_array", self.tr("Test inputs"), help_text)
        help_text = self.tr("The array that has the answers of the test samples, if there is one")
        self._choice("test_answers_array", self.tr("Test answers"), help_text)
        self._choice("samples_in_columns", self.tr("A sample is"), self.tr("Orientation of the arrays"))
        help_text = self.tr("The file with the labels of the images, or with the images of the labels")
        self._add(FileField("other_file", self.tr("Read together with"), help_text, self._theme, self))

    def _make_data_fields(self) -> None:
        help_text = self.tr("The column that the network predicts; click a heading below for more choices")
        self._choice("answer_columns", self.tr("Answer"), help_text)
        help_text = self.tr("Whether the answers are classes or numbers")
        self._choice("task", self.tr("The answers are"), help_text)
        help_text = self.tr("Whether a sample's inputs are a picture: rows × columns")
        self._choice("image_shape", self.tr("Pictures"), help_text)
        help_text = self.tr(
            "How the inputs are scaled, according to the training samples; networks learn badly from large inputs"
        )
        self._choice("scaling", self.tr("Scaling"), help_text)
        self._amount("divisor", self.tr("Divisor"), self.tr("What the inputs are divided by"))
        self._choice("target_scaling", self.tr("Scaling of targets"), self.tr("How the targets are scaled"))
        help_text = self.tr("Share of the samples that is not used for training, but for measuring")
        self._amount("test_share", self.tr("Test share, %"), help_text, percent=True)
        low, high = TEST_SHARE_RANGE
        self.amount("test_share").field.set_range(100 * low, 100 * high)
        self.amount("divisor").field.set_range(1e-300, float("inf"))

    def _choice(self, name: str, label: str, help_text: str) -> None:
        self._add(ChoiceField(name, label, help_text, self._theme, self))

    def _amount(self, name: str, label: str, help_text: str, *, percent: bool = False) -> None:
        self._add(AmountField(name, label, help_text, self._theme, self, percent=percent))

    def _add(self, field: Field) -> None:
        self._fields[field.name] = field


def _not_of(pending: PendingImport) -> set[str]:
    """Return the fields that do not apply to pasted text, which has no encoding."""
    return {"encoding"} if pending.path is None else set()


def _is_idx(name: str) -> bool:
    return "ubyte" in name.lower() or "idx" in name.lower()
