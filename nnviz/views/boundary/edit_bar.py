"""The bar below the plot while samples are edited."""

from __future__ import annotations

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nnviz.views.boundary.edits import Abilities
from nnviz.views.plots.predictions.spots import TRAIN, spot_icon
from nnviz.views.theme import Theme, class_colour, icon, metrics
from nnviz.views.widgets import ElidedLabel


class EditBar(QWidget):
    """The class of new samples, what can be done to the selected one, and a line that says how, or why not.

    Signals
    -------
    relabel_requested(), removal_requested()
        For the selected sample.
    brush_changed()
        `brush_class` returns another class, or none.

    Parameters
    ----------
    theme
        Colours, icons and sizes.
    """

    relabel_requested = pyqtSignal()
    removal_requested = pyqtSignal()
    brush_changed = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._abilities = Abilities(move=False, add=False, classes=-1)
        self._classes = QButtonGroup(self)
        self._class_row = QHBoxLayout()
        self._class_row.setSpacing(0)
        self._relabel = self._button("relabel", self.tr("Move the selected sample to the next class (L)"))
        self._remove = self._button("remove", self.tr("Remove the selected sample (Delete)"))
        self._relabel.clicked.connect(self.relabel_requested)
        self._remove.clicked.connect(self.removal_requested)
        self._brush = self._button(
            "", self.tr("Drag to draw samples of the chosen class (otherwise dragging moves them)")
        )
        self._brush.setText(self.tr("Draw"))
        self._brush.setAccessibleName(self.tr("Draw samples"))
        self._brush.setCheckable(True)
        self._brush.toggled.connect(self._change_brush)
        self._classes.idClicked.connect(self.brush_changed)
        self._hint, self._fault = ElidedLabel("", self), ElidedLabel("", self)
        self._hint.setProperty("role", "hint")
        self._fault.setProperty("role", "fault")
        self._lay_out()
        self.show_reason("")

    def _lay_out(self) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(metrics.SMALL_GAP))
        row.addLayout(self._class_row)
        row.addWidget(self._brush)
        row.addStretch(1)
        row.addWidget(self._relabel)
        row.addWidget(self._remove)
        column = QVBoxLayout(self)
        side = theme.px(metrics.PADDING)
        column.setContentsMargins(side, theme.px(metrics.SMALL_GAP), side, theme.px(metrics.GAP))
        column.setSpacing(theme.px(metrics.SMALL_GAP))
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self._fault)

    def chosen_class(self) -> int:
        """Return the class of new samples; 0 where there are none to choose from."""
        return max(self._classes.checkedId(), 0)

    def brush_class(self) -> int | None:
        """Return the class that a drag draws; None where it does not draw."""
        return self.chosen_class() if self._brush.isChecked() and self._abilities.classes > 0 else None

    def take_brush(self) -> None:
        """Make drags draw samples."""
        self._brush.setChecked(True)

    def fault(self) -> str:
        """Return the reason that is shown; empty when there is none."""
        return self._fault.text() if not self._fault.isHidden() else ""

    def show_abilities(self, abilities: Abilities) -> None:
        """Offer what can be done."""
        if abilities == self._abilities:
            return
        if abilities.classes != self._abilities.classes:
            self._offer_classes(abilities.classes)
        self._abilities = abilities
        self._relabel.setVisible(abilities.classes > 0)
        self._brush.setVisible(abilities.add and abilities.classes > 0)
        self._show_hint()
        self.brush_changed.emit()

    def _change_brush(self) -> None:
        self._show_hint()
        self.brush_changed.emit()

    def _show_hint(self) -> None:
        if self.brush_class() is not None:
            text = self.tr("Drag draws · click adds · right click for more")
        elif self._abilities.add:
            text = self.tr("Click adds · drag moves · right click for more")
        else:
            text = self.tr("Drag moves · right click for more; a new sample would have no target")
        self._hint.setText(text)

    def show_reason(self, reason: str, details: str = "") -> None:
        """Show why something was not done, with details in the tooltip; when empty, show the hint instead."""
        self._fault.setText(reason)
        self._fault.setToolTip(details)
        self._fault.setVisible(bool(reason))
        self._hint.setVisible(not reason)

    def _offer_classes(self, count: int) -> None:
        chosen = self.chosen_class()
        for button in self._classes.buttons():
            self._classes.removeButton(button)
            self._class_row.removeWidget(button)
            # A button outside the layout would be painted in the corner until it is deleted.
            button.hide()
            button.deleteLater()
        for index in range(count):
            button = self._button("", self.tr("New samples are of class %1").replace("%1", str(index)))
            button.setIcon(spot_icon(self._theme, class_colour(self._theme, index), TRAIN))
            button.setText(str(index))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setChecked(index == min(chosen, count - 1))
            self._classes.addButton(button, index)
            self._class_row.addWidget(button)

    def _button(self, icon_name: str, help_text: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("quiet", True)
        # A click leaves the focus on the plot, whose keys act on the selected sample.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(help_text)
        button.setAccessibleName(help_text)
        side = self._theme.px(metrics.ICON)
        button.setIconSize(QSize(side, side))
        if icon_name:
            button.setIcon(icon(icon_name, self._theme))
        return button
