"""The top bar: scenario, restart, the transport, the speed of a run, what runs, and the check of its gradients.

The transport is complete at any width: where there is less room the chips go, then the keys on the buttons, then the
words. It is no tool bar of Qt, which would hide what has no room, and could be hidden itself from a context menu.
"""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QResizeEvent
from PyQt6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from nnviz.model.session.available_commands import RunState
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.checks import CheckBadge
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.widgets.combo_styles import forget_styles_when_deleted
from nnviz.views.widgets.hint_button import HintButton
from nnviz.views.window.actions import Actions, key_text, plain_text, run_texts
from nnviz.views.window.chips import Chips
from nnviz.views.window.speed import SpeedLabel, SpeedMenu

_ICON_BUTTON: Final = 38
"""Width at scale 1 of a button that has its icon only."""
_CHOOSER: Final = (200, 200, 150, 110, 110)
"""Widths at scale 1 of the list of scenarios, from where there is room to where there is least."""
_HAS_HINTS: Final = (True, False, False, False, False)
_HAS_TEXT: Final = (True, True, True, True, False)
_HAS_SPEED: Final = (True, True, True, False, False)
"""What each of these has: keys on the buttons, words on them, and the speed in words."""


class TransportBar(QWidget):
    """The bar under the menus.

    Parameters
    ----------
    actions
        The window's actions.
    scenarios
        (name, title) of every shipped scenario, in order.
    theme
        Colours and sizes.

    Attributes
    ----------
    speed
        The menu of the run button.
    chips, check
        What runs; the check of its gradients.

    Signals
    -------
    scenario_requested(str)
        The name of a shipped scenario that the person chose.
    speed_requested(float), line_speed_requested(float)
        Updates, or lines, per second.
    """

    scenario_requested = pyqtSignal(str)
    speed_requested = pyqtSignal(float)
    line_speed_requested = pyqtSignal(float)

    def __init__(
        self, actions: Actions, scenarios: tuple[tuple[str, str], ...], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level = 0
        self.setObjectName("transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(metrics.TOP_BAR))
        self.speed = SpeedMenu(self)
        self.speed.speed_requested.connect(self.speed_requested)
        self.speed.line_speed_requested.connect(self.line_speed_requested)
        self._speed_label = SpeedLabel(self)
        self._chooser = self._make_chooser(scenarios)
        self._steps = [self._hinted(actions[name], plain_text(actions[name].text())) for name in _STEPS]
        # The action's own icon has the colour of text on the panel.
        self._run_icons = {name: icon(name, theme, "on_accent") for name in ("run", "pause")}
        self._run = self._make_run(actions["run"])
        self.chips = Chips(theme, self)
        self.check = CheckBadge(theme)
        self._row = QHBoxLayout(self)
        padding = theme.px(metrics.PADDING)
        self._row.setContentsMargins(padding, 0, padding, 0)
        self._row.setSpacing(theme.px(metrics.SMALL_GAP))
        self._row.addWidget(self._chooser)
        self._row.addSpacing(theme.px(metrics.SMALL_GAP))
        self._row.addWidget(self._plain(actions["restart"]))
        self._row.addWidget(self._rule())
        for name in _BACK:
            self._row.addWidget(self._plain(actions[name]))
        for button in (*self._steps, self._run):
            self._row.addWidget(button)
        self._row.addSpacing(theme.px(metrics.SMALL_GAP))
        self._row.addWidget(self._speed_label)
        self._row.addWidget(self.chips, 1)
        self._row.addWidget(self.check)
        self._speed_label.setText(self.speed.text())
        self._fit()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show which scenario is open, and what runs; one from a file is not in the list: only its title is shown."""
        self.chips.show_snapshot(snapshot)
        index = self._chooser.findData(snapshot.scenario.name)
        if index < 0:
            self._show_placeholder(snapshot.scenario.title_in(self.locale().name()) or snapshot.scenario.name)
        if index != self._chooser.currentIndex():
            self._chooser.setCurrentIndex(index)
        if index >= 0:
            self._chooser.setToolTip(self._chooser.itemText(index))

    def show_title(self, title: str) -> None:
        """Show what is open that is no scenario: the name of a person's own code."""
        self._chooser.setCurrentIndex(-1)
        self._show_placeholder(title)

    def show_state(self, state: RunState) -> None:
        """Show whether a run is going on, and its speed."""
        wanted = self._run_icons["pause" if state.can_pause else "run"]
        # A picture asks for the whole window's layout, the same one too.
        if self._run.icon().cacheKey() != wanted.cacheKey():
            self._run.setIcon(wanted)
        self.speed.show_state(state)
        if self.speed.text() != self._speed_label.text():
            self._speed_label.setText(self.speed.text())
            self._run.setAccessibleDescription(self.speed.text())

    def minimumSizeHint(self) -> QSize:
        """Return the room that the transport needs when it has least."""
        return QSize(self._needed(len(_CHOOSER) - 1), self.height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        levels = range(len(_CHOOSER))
        level = next((level for level in levels if self._needed(level) <= self.width()), levels[-1])
        self._chooser.setFixedWidth(self._theme.px(_CHOOSER[level]))
        for button in (*self._steps, self._run):
            button.show_parts(text=_HAS_TEXT[level], hint=_HAS_HINTS[level])
        self._speed_label.setVisible(_HAS_SPEED[level])
        self._speed_label.setFixedWidth(self._speed_label.wanted_width())

    def _needed(self, level: int) -> int:
        """Return the width of everything but the chips, with what a level has."""
        px, gap = self._theme.px, self._row.spacing()
        buttons = [button.width_with(text=_HAS_TEXT[level], hint=_HAS_HINTS[level]) for button in self._steps]
        buttons.append(self._run.width_with(text=_HAS_TEXT[level], hint=_HAS_HINTS[level]))
        plain = (1 + len(_BACK)) * px(_ICON_BUTTON)
        speed = self._speed_label.wanted_width() + 2 * gap if _HAS_SPEED[level] else 0
        chips = px(metrics.CONTROL + metrics.GAP)  # the one that stands for the rest
        parts = len(self._steps) + 1 + len(_BACK) + 5
        return (
            px(_CHOOSER[level])
            + plain
            + sum(buttons)
            + speed
            + chips
            + self.check.wanted_width()
            + parts * gap
            + 2 * px(metrics.PADDING)
            + px(metrics.GAP)
        )

    def _make_chooser(self, scenarios: tuple[tuple[str, str], ...]) -> QComboBox:
        chooser = QComboBox()
        chooser.setObjectName("scenario")
        chooser.setAccessibleName(self.tr("Scenario"))
        chooser.setToolTip(self.tr("Choose a scenario: data, network and settings"))
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        chooser.setMaxVisibleItems(20)
        for name, title in scenarios:
            chooser.addItem(title, name)
        view = chooser.view()
        assert view is not None  # a combo box has one
        # The list shows the titles in full, however narrow the field is.
        view.setMinimumWidth(view.sizeHintForColumn(0) + self._theme.px(metrics.SCROLL + 2 * metrics.PADDING))
        chooser.activated.connect(self._request_scenario)
        forget_styles_when_deleted(chooser)
        return chooser

    def _show_placeholder(self, title: str) -> None:
        self._chooser.setPlaceholderText(title)
        self._chooser.setToolTip(title)

    def _request_scenario(self, index: int) -> None:
        self.scenario_requested.emit(str(self._chooser.itemData(index)))

    def _plain(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setFixedWidth(self._theme.px(_ICON_BUTTON))
        return self._prepared(button, action)

    def _hinted(self, action: QAction, *texts: str, primary: bool = False) -> HintButton:
        button = HintButton(key_text(action), self._theme, texts, primary=primary)
        self._prepared(button, action)
        return button

    def _make_run(self, action: QAction) -> HintButton:
        button = self._hinted(action, *run_texts(), primary=True)
        button.setIcon(self._run_icons["run"])
        button.setMenu(self.speed)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        return button

    def _prepared(self, button: QToolButton, action: QAction) -> QToolButton:
        button.setDefaultAction(action)
        button.setIconSize(QSize(self._theme.px(metrics.ICON), self._theme.px(metrics.ICON)))
        # The bar's keys work wherever the focus is; a button that takes it would swallow Space.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _rule(self) -> QFrame:
        rule = QFrame()
        rule.setProperty("role", "upright")
        rule.setFixedSize(self._theme.px(metrics.BORDER), self._theme.px(metrics.CONTROL))
        return rule


_BACK: Final = ("epoch-back", "update-back", "line-back")
_STEPS: Final = ("line", "update", "epoch")
