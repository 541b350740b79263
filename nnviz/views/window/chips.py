"""The chips of the top bar: what runs, in a few words; each opens Setup where that is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Final

from PyQt6.QtCore import QCoreApplication, QPointF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent, QWheelEvent
from PyQt6.QtWidgets import QApplication, QSizePolicy, QToolButton, QWidget

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.edit import with_learning_rate
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_short
from nnviz.views.theme import Theme, label_font, metrics
from nnviz.views.translation import translate_model

_MOST_SIZES: Final = 6
"""Layers of which the sizes are written out."""
_PIXELS: Final = 60
"""Pixels of a drag over which the learning rate doubles."""
_NOTCH: Final = 1.1
"""The factor of a notch of the wheel; with Shift its square root."""


class SettingChip(QToolButton):
    """A chip: a few words in a pill."""

    def __init__(self, name: str, tip: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setProperty("chip", True)
        self.setFont(label_font(theme))
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Return the room for the text, which is never elided."""
        fonts = QFontMetrics(label_font(self._theme))
        height = self._theme.px(metrics.CONTROL)
        return QSize(fonts.horizontalAdvance(self.text()) + 2 * self._theme.px(metrics.PADDING), height)

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            self.setText(text)


class RateChip(SettingChip):
    """The learning rate, which is also dragged and turned with the wheel.

    Signals
    -------
    rate_requested(float)
        The person chose another learning rate.
    """

    rate_requested = pyqtSignal(float)

    def __init__(self, tip: str, theme: Theme, parent: QWidget) -> None:
        super().__init__("learning_rate", tip, theme, parent)
        self._rate, self._dragged = 0.0, 0.0
        self._pressed: QPointF | None = None
        self._is_dragging = False
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def show_rate(self, rate: float) -> None:
        """Show the learning rate; during a drag what it would become stays."""
        self._rate = rate
        if not self._is_dragging:
            self.show_text(rate_text(rate))

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Remember where a drag would begin."""
        super().mousePressEvent(event)
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition()

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Show what the learning rate would become: to the right twice as much, and so on."""
        if event is None or self._pressed is None:
            return
        way = event.globalPosition().x() - self._pressed.x()
        if not self._is_dragging and abs(way) >= QApplication.startDragDistance():
            self._is_dragging = True
        if self._is_dragging:
            self._dragged = _rounded(self._rate * 2.0 ** (way / self._theme.px(_PIXELS)))
            self.setText(rate_text(self._dragged))

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Request what the drag has come to; without a drag it is a click."""
        was_dragging, self._is_dragging, self._pressed = self._is_dragging, False, None
        if not was_dragging:
            super().mouseReleaseEvent(event)
            return
        self.setDown(False)
        if self._dragged != self._rate:
            self.rate_requested.emit(self._dragged)

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Request a learning rate that is a little greater or smaller."""
        if event is None:
            return
        notches = (event.angleDelta().y() or event.angleDelta().x()) / 120
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            notches /= 2
        rate = _rounded(self._rate * _NOTCH**notches)
        event.accept()
        if rate != self._rate:
            self.rate_requested.emit(rate)


_LEAST_NEEDED_FIRST: Final = ("optimiser", "batch", "network", "learning_rate")
"""Which chip goes first where there is no room for all: the learning rate is what is changed most."""


class Chips(QWidget):
    """The chips in a row: as many as there is room for, and one that stands for the rest.

    Signals
    -------
    setting_requested(str)
        Open Setup where a setting is: ``network``, ``learning_rate``, ``batch`` or ``optimiser``.
    scenario_requested(Scenario, str)
        Another learning rate; the text describes it, for Undo.
    """

    setting_requested = pyqtSignal(str)
    scenario_requested = pyqtSignal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: Scenario | None = None
        self._is_recorded = False
        self.rate = RateChip(
            self.tr("Learning rate: click to set it, drag or turn the wheel to change it"), theme, self
        )
        self.rate.rate_requested.connect(self._ask_rate)
        tips = {
            "network": self.tr("The network: click to change it"),
            "batch": self.tr("How many samples an update sees: click to change it"),
            "optimiser": self.tr("How the parameters are changed: click to change it"),
        }
        made = {name: SettingChip(name, tip, theme, self) for name, tip in tips.items()}
        self.chips: Mapping[str, SettingChip] = {
            "network": made["network"],
            "learning_rate": self.rate,
            "batch": made["batch"],
            "optimiser": made["optimiser"],
        }
        self._more = SettingChip("more", self.tr("More settings (S)"), theme, self)
        self._more.setText("…")
        self._more.setAccessibleName(self.tr("Setup"))
        for chip in (*self.chips.values(), self._more):
            chip.clicked.connect(self._ask_setting)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(metrics.CONTROL))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what runs."""
        self._show(snapshot, is_recorded=False)

    def show_recorded(self, snapshot: Snapshot | None) -> None:
        """Show the network that was found in a person's own code, which no setting changes; None for none."""
        if snapshot is None:
            self._scenario, self._is_recorded = None, True
            self._lay_out()
        else:
            self._show(snapshot, is_recorded=True)

    def _show(self, snapshot: Snapshot, *, is_recorded: bool) -> None:
        if snapshot.scenario is not self._scenario or is_recorded != self._is_recorded:
            self._scenario, self._is_recorded = snapshot.scenario, is_recorded
            for name, text in _TEXTS.items():
                self.chips[name].show_text(text(snapshot))
            self.rate.show_rate(snapshot.scenario.optimiser.learning_rate)
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Place the chips from the left; those without room are behind the last one, which opens Setup."""
        wanted = [chip for chip in self.chips.values() if self._has_use_for(chip)]
        kept, shown, gap = list(wanted), list(wanted), self._theme.px(metrics.GAP)
        for name in _LEAST_NEEDED_FIRST:
            if self._width(shown) <= self.width():
                break
            if self.chips[name] in kept:
                kept.remove(self.chips[name])
                shown = [*kept, self._more]
        if self._width(shown) > self.width():
            shown = []
        left = self.width() - self._width(shown)
        for chip in (*self.chips.values(), self._more):
            chip.setVisible(chip in shown)
            chip.setEnabled(not self._is_recorded)
        left = max(0, left) // 2 if len(shown) == len(wanted) else 0
        for chip in shown:
            size = chip.sizeHint()
            chip.setGeometry(left, 0, size.width(), size.height())
            left += size.width() + gap

    def _width(self, chips: Sequence[SettingChip]) -> int:
        gap = self._theme.px(metrics.GAP)
        return sum(chip.sizeHint().width() + gap for chip in chips) - gap

    def _has_use_for(self, chip: SettingChip) -> bool:
        if self._scenario is None:
            return False
        if self._is_recorded:
            return chip is self.chips["network"]
        return chip is not self.rate or _has_rate(self._scenario)

    def _ask_setting(self) -> None:
        chip = self.sender()
        assert chip is not None
        hidden = next((name for name, each in self.chips.items() if each.isHidden()), "network")
        self.setting_requested.emit(hidden if chip is self._more else chip.objectName())

    def _ask_rate(self, rate: float) -> None:
        if self._scenario is not None:
            text = self.tr("learning rate %1").replace("%1", format_short(rate))
            self.scenario_requested.emit(with_learning_rate(self._scenario, rate), text)


def rate_text(rate: float) -> str:
    """Return the learning rate as a chip shows it."""
    return f"η {format_short(rate)}"


def _network_text(snapshot: Snapshot) -> str:
    sizes = [str(size) for size in snapshot.network.sizes]
    if len(sizes) > _MOST_SIZES:
        sizes = [*sizes[:2], "…", sizes[-1]]
    signs = [ACTIVATIONS[layer.activation].sign for layer in snapshot.network.layers]
    return " · ".join(("-".join(sizes), *(sign for sign, _ in groupby(signs))))


def _batch_text(snapshot: Snapshot) -> str:
    size = snapshot.scenario.batch.size
    if size == "full":
        return QCoreApplication.translate("Chips", "full batch")
    return QCoreApplication.translate("Chips", "batch of %1").replace("%1", str(size))


def _optimiser_text(snapshot: Snapshot) -> str:
    return translate_model(METHODS[snapshot.scenario.optimiser.kind].title)


_TEXTS: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    "network": _network_text,
    "batch": _batch_text,
    "optimiser": _optimiser_text,
}


def _has_rate(scenario: Scenario) -> bool:
    from nnviz.model.program.evolution_strategies import STRATEGIES

    return scenario.optimiser.kind not in STRATEGIES


def _rounded(rate: float) -> float:
    """Return a learning rate with two digits, which a person would write."""
    return float(f"{rate:.2g}")
