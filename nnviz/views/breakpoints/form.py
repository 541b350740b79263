"""The form that adds a condition."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.model.breakpoints import CONDITIONS, Condition, ExpressionHolds, from_plain
from nnviz.model.breakpoints.expression_condition import names_for
from nnviz.model.errors import ModelError
from nnviz.model.evaluator.evaluator import parse_expression
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.breakpoints.parameter_fields import ParameterFields
from nnviz.views.breakpoints.texts import kind_title
from nnviz.views.error_text import error_text
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option

_ELSEWHERE: Final = ("line", "not-finite")
"""Conditions set elsewhere: lines in the program's gutter, numbers that are not finite in a row of their own."""


class ConditionForm(QWidget):
    """A kind of condition, its parameters, and the button that adds it.

    Signals
    -------
    condition_requested(Condition)
        Stop runs where this condition holds.
    """

    condition_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._asked_about: object = None
        self._fields: ParameterFields | None = None
        self.kinds = ChoiceCombo(theme, self)
        self.kinds.setAccessibleName(self.tr("Condition to stop on"))
        kinds = ((name, kind) for name, kind in CONDITIONS.items() if name not in _ELSEWHERE)
        self.kinds.set_options([Option(name, kind_title(kind)) for name, kind in kinds])
        self.kinds.choose("loss-below")
        self.kinds.chosen.connect(self._show_fields)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "fault")
        self._problem.setWordWrap(True)
        self._problem.setVisible(False)
        self.add = QPushButton(self.tr("Add condition"), self)
        self.add.setEnabled(False)
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(metrics.GAP))
        for widget in (self.kinds, self._problem, self.add):
            self._column.addWidget(widget)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Ask for conditions on the network of a snapshot."""
        self._snapshot = snapshot
        asked_about = (snapshot.network.weights, snapshot.labels)
        if asked_about != self._asked_about:
            self._asked_about = asked_about
            self._show_fields()
            self.add.setEnabled(True)

    def fields(self) -> ParameterFields:
        """Return the fields of the chosen kind."""
        assert self._fields is not None  # they come with the first snapshot
        return self._fields

    def problem(self) -> str:
        """Return why the condition was not added; empty if it was."""
        return self._problem.text()

    def _show_fields(self) -> None:
        if self._snapshot is None:
            return
        if self._fields is not None:
            self._column.removeWidget(self._fields)
            self._fields.setVisible(False)
            self._fields.deleteLater()
        self._fields = ParameterFields(CONDITIONS[self.kinds.chosen_key()], self._snapshot, self._theme, self)
        self._fields.entered.connect(self._add)
        self._column.insertWidget(1, self._fields)
        self._show_problem("")

    def _add(self) -> None:
        values = self.fields().values()
        if values is None:
            return
        try:
            condition = self._condition(values)
        except ModelError as error:
            self._show_problem(error_text(error))
            return
        self._show_problem("")
        self.condition_requested.emit(condition)

    def _condition(self, values: dict[str, float | str]) -> Condition:
        condition = from_plain({"kind": self.kinds.chosen_key(), **values})
        if isinstance(condition, ExpressionHolds):
            assert self._snapshot is not None  # the first snapshot enables the button
            parse_expression(condition.text, names_for(self._snapshot.shapes), condition=True)
        return condition

    def _show_problem(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
