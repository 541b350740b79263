"""The first row of the checks: the verdict, and the step of the differences."""

from __future__ import annotations

from html import escape

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from nnviz.model.checks import GradientCheck
from nnviz.model.checks.gradient import EPSILON
from nnviz.views.checks.texts import band_text, error_text, holds
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.elided_label import ElidedLabel
from nnviz.views.widgets.number_field import NumberField

_EPSILONS = (1e-12, 1.0)


class ChecksBar(QWidget):
    """Shows the verdict, and asks for ε.

    Signals
    -------
    epsilon_requested()
        Another step was entered: see `epsilon`.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    epsilon_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # The label is elided where the panel is narrow; the verdict never is.
        self._label = ElidedLabel("", self)
        self._label.setProperty("role", "secondary")
        self._label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._verdict = QLabel(self)
        self._verdict.setTextFormat(Qt.TextFormat.RichText)
        self.field = NumberField(theme, self)
        self.field.setFixedWidth(theme.px(metrics.NUMBER_FIELD_W))
        self.field.set_range(*_EPSILONS)
        self.field.set_step(10.0, factor=True)
        self.field.set_value(EPSILON)
        self.field.setToolTip(self.tr("How far each parameter is moved to either side"))
        self.field.line_edit().setAccessibleName(self.tr("Step ε"))
        self.field.number_entered.connect(self._take_number)
        self._name = QLabel("ε", self)
        self._name.setProperty("role", "secondary")
        self._name.setBuddy(self.field)
        self.automatic = QCheckBox(self.tr("auto"), self)
        self.automatic.setChecked(True)
        self.automatic.setToolTip(self.tr("A step for each parameter that moves no weighted input by more than 1e−5"))
        self.automatic.clicked.connect(self._take_automatic)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(metrics.PADDING), 0, theme.px(metrics.PADDING), 0)
        row.setSpacing(theme.px(metrics.GAP))
        row.addWidget(self._label)
        row.addWidget(self._verdict, 1)
        for widget in (self._name, self.field, self.automatic):
            row.addWidget(widget)

    @property
    def epsilon(self) -> float | None:
        """The step; None for automatic ones."""
        return None if self.automatic.isChecked() else self.field.value()

    def text(self) -> str:
        """Return the verdict that is shown, without its colour."""
        return self._verdict.accessibleName()

    def show_mode(self, of_gradient: bool) -> None:
        """Show ε only for the gradient check."""
        for widget in (self._name, self.field, self.automatic):
            widget.setVisible(of_gradient)

    def show_gradient(self, check: GradientCheck | None, faded: bool) -> None:
        """Show the largest relative error and what it means."""
        self._verdict.setToolTip(
            self.tr("The largest relative error of all cells that tell right from wrong, and what it means")
        )
        if check is None:
            self._write(self.tr("relative error"), "—", None)
            return
        verdict = f"{error_text(check.maximum)} {band_text(check.band)}"
        self._write(self.tr("relative error"), verdict, None if faded else holds(check.band))

    def show_update(self, verdict: str, good: bool | None) -> None:
        """Show whether the parameters changed as expected."""
        self._verdict.setToolTip("")
        self._write("", verdict, good)

    def _write(self, label: str, verdict: str, good: bool | None) -> None:
        theme = self._theme
        unknown = theme.secondary if good is None else theme.fault
        colour = theme.holds if good else unknown
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self._verdict.setText(f"<b style='color: {colour}'>{escape(verdict)}</b>")
        self._verdict.setAccessibleName(f"{label} {verdict}".strip())

    def _take_number(self, value: float) -> None:
        self.automatic.setChecked(False)
        self.epsilon_requested.emit()

    def _take_automatic(self) -> None:
        self.epsilon_requested.emit()
