"""A bar that names the mistakes that are made on purpose, each with a button that switches it off."""

from __future__ import annotations

from PyQt6.QtCore import QRectF, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from nnviz.model.mistakes import CATALOGUE
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.lines.mistake_texts import about_texts, switch_text
from nnviz.views.theme import Theme, icon, label_font, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets.elided_label import ElidedLabel
from nnviz.views.widgets.tab_buttons import TabToolButton

_ROOM = 2 * metrics.NUMBER_FIELD_W
"""Width of a chip; chips that have no room are only counted, and remain in the menu."""


class Chip(QWidget):
    """One mistake.

    Signals
    -------
    removal_requested(str)
        Switch off the mistake of this name.
    """

    removal_requested = pyqtSignal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._theme = theme
        mistake = CATALOGUE[name]
        title = translate_model(mistake.title)
        label = ElidedLabel(title, self)
        label.setFont(label_font(theme))
        self.setToolTip("\n".join((title, *about_texts(mistake))))
        self.close_button = TabToolButton(self)
        self.close_button.setIcon(icon("close", theme, "secondary"))
        self.close_button.setToolTip(switch_text(name, on=False))
        self.close_button.setAccessibleName(self.close_button.toolTip())
        self.close_button.clicked.connect(self._ask_removal)
        row = QHBoxLayout(self)
        gap = theme.px(metrics.GAP)
        row.setContentsMargins(gap, 0, theme.px(metrics.SMALL_GAP), 0)
        row.setSpacing(theme.px(metrics.SMALL_GAP))
        row.addWidget(label)
        row.addWidget(self.close_button)
        self.setFixedHeight(theme.px(metrics.PILL))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the pill."""
        theme, width = self._theme, self._theme.px(metrics.BORDER)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.fault), width))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)

    def _ask_removal(self) -> None:
        self.removal_requested.emit(self.name)


class MistakeChips(QWidget):
    """All mistakes that are made; hidden while there are none, and during a quiz.

    Signals
    -------
    scenario_requested(Scenario, str)
        Switch a mistake off; the text describes it, for Undo.
    """

    scenario_requested = pyqtSignal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: Scenario | None = None
        self._shown: tuple[str, ...] = ()
        self._chips: tuple[Chip, ...] = ()
        title = QLabel(self.tr("Made on purpose:"), self)
        title.setProperty("role", "secondary")
        self._row = QHBoxLayout(self)
        padding = theme.px(metrics.PADDING)
        self._row.setContentsMargins(padding, 0, padding, theme.px(metrics.SMALL_GAP))
        self._row.setSpacing(theme.px(metrics.SMALL_GAP))
        self._more = QLabel(self)
        self._more.setProperty("role", "secondary")
        self._more.setVisible(False)
        self._row.addWidget(title)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVisible(False)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips, from the left; those without room are hidden."""
        return self._chips

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show which mistakes are made."""
        self._scenario = snapshot.scenario
        made = () if snapshot.hides_mistakes else snapshot.scenario.mistakes
        if made == self._shown:
            return
        self._shown = made
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.setVisible(False)
            # It may still be handling the click that removed it.
            chip.deleteLater()
        self._chips = tuple(Chip(name, self._theme, self) for name in made)
        for place, chip in enumerate(self._chips, start=1):
            chip.removal_requested.connect(self._ask)
            self._row.insertWidget(place, chip)
        self._fit()
        self.setVisible(bool(made))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Show as many chips as have room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fits = max(1, self.width() // self._theme.px(_ROOM))
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < fits)
        names = self._shown[fits:]
        self._more.setText(self.tr("and %1 more").replace("%1", str(len(names))))
        self._more.setToolTip("\n".join(translate_model(CATALOGUE[name].title) for name in names))
        self._more.setVisible(bool(names))

    def _ask(self, name: str) -> None:
        from nnviz.model.scenario.edit.mistakes import with_mistake

        assert self._scenario is not None  # a chip is one of its mistakes
        self.scenario_requested.emit(with_mistake(self._scenario, name, on=False), switch_text(name, on=False))
