"""A line for an input that is no sample: what is typed goes through the network."""

from __future__ import annotations

import numpy as np
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from nnviz.model.errors import ModelError
from nnviz.model.prediction.answers import answers_of, inputs_of, outputs_of, raw_outputs
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_number, format_short, parse_number
from nnviz.views.error_text import error_text
from nnviz.views.theme import Theme, metrics, mono_font
from nnviz.views.widgets.looks import set_look

_MOST_SHOWN = 12


class TrialLine(QWidget):
    """A field for the inputs, and what the network answers.

    Parameters
    ----------
    theme
        Fonts and sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self.field = QLineEdit(self)
        self.field.setFont(mono_font(theme))
        self.field.setAccessibleName(self.tr("Try an input"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._show)
        self.answer = QLabel(self)
        self.answer.setWordWrap(True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        name = QLabel(self.tr("Try an input"), self)
        name.setProperty("role", "label")
        name.setBuddy(self.field)
        row = QHBoxLayout()
        row.setSpacing(theme.px(metrics.GAP))
        row.addWidget(name)
        row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(metrics.SMALL_GAP))
        column.addLayout(row)
        column.addWidget(self.answer)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Answer with other parameters."""
        self._snapshot = snapshot
        names = snapshot.data.place_names
        text = ", ".join(names[:_MOST_SHOWN]) + (" …" if len(names) > _MOST_SHOWN else "")
        self.field.setPlaceholderText(text)
        self.field.setToolTip(
            self.tr("Numbers as in the table, with spaces or semicolons between them: %1").replace("%1", text)
        )
        self._show()

    def _show(self) -> None:
        snapshot, fault, text = self._snapshot, "", ""
        typed = self.field.text().strip()
        if snapshot is not None and typed:
            try:
                text = _answer(snapshot, typed)
            except ModelError as error:
                fault = error_text(error)
        set_look(self.field, "fault", bool(fault))
        self.answer.setProperty("role", "fault" if fault else "")
        set_look(self.answer, "shown", bool(fault or text))
        self.answer.setText(fault or text)
        self.answer.setVisible(bool(fault or text))


def _answer(snapshot: Snapshot, typed: str) -> str:
    """Return what the network answers, in words."""
    separator = ";" if ";" in typed else "," if ", " in typed else None
    parts = [part for part in typed.split(separator) if part.strip()]
    raw = np.array([[parse_number(part)] for part in parts])
    outputs = outputs_of(snapshot, inputs_of(snapshot.data, raw))
    data, name = snapshot.data, snapshot.labels.of(f"A{snapshot.network.depth}").lower()
    if data.labels is None:
        values = ", ".join(format_short(float(value)) for value in raw_outputs(data, outputs)[:, 0])
        return f"{name} = {values}"
    numbers = ", ".join(format_number(float(value)) for value in outputs[:_MOST_SHOWN, 0])
    answer = int(answers_of(snapshot, outputs)[0])
    return f"{name} = {numbers}" + (f"  →  {data.class_names[answer]}" if answer >= 0 else "")
