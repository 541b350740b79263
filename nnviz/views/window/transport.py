"""The transport bar: scenario, restart, line, update, epoch, run, speed."""

from __future__ import annotations

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QComboBox, QSizePolicy, QToolBar, QToolButton, QWidget

from nnviz.model.session.available_commands import RunState
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.checks import CheckBadge
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.widgets.hint_button import HintButton
from nnviz.views.window.actions import Actions, key_text, plain_text, run_texts
from nnviz.views.window.speed import SpeedSlider

_CHOOSER_WIDTH = 200


class TransportBar(QToolBar):
    """The bar under the menus.

    Parameters
    ----------
    actions
        The window's actions.
    scenarios
        (name, title) of every shipped scenario, in order.
    theme
        Colours and sizes.

    Signals
    -------
    scenario_requested(str)
        The name of a shipped scenario that the person chose.
    speed_requested(float)
        Updates per second.
    """

    scenario_requested = pyqtSignal(str)
    speed_requested = pyqtSignal(float)

    def __init__(
        self, actions: Actions, scenarios: tuple[tuple[str, str], ...], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("transport")
        self.setWindowTitle(self.tr("Transport"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(theme.px(metrics.ICON), theme.px(metrics.ICON)))
        self._chooser = self._make_chooser(scenarios)
        self.addWidget(self._chooser)
        self.addSeparator()
        self.addWidget(self._button(actions["restart"]))
        self.addSeparator()
        for name in ("epoch-back", "update-back", "line-back"):
            self.addWidget(self._button(actions[name]))
        for name in ("line", "update", "epoch"):
            self.addWidget(self._button(actions[name], plain_text(actions[name].text())))
        self.addSeparator()
        self._run = self._button(actions["run"], *run_texts(), primary=True)
        self.addWidget(self._run)
        self.speed = SpeedSlider(theme)
        self.speed.speed_requested.connect(self.speed_requested)
        self.addWidget(self.speed)
        self.check = CheckBadge(theme)
        self.addWidget(self.check)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show which scenario is open; one from a file is not in the list, and only its title is shown."""
        index = self._chooser.findData(snapshot.scenario.name)
        if index < 0:
            self._chooser.setPlaceholderText(snapshot.scenario.title_in(self.locale().name()) or snapshot.scenario.name)
        if index != self._chooser.currentIndex():
            self._chooser.setCurrentIndex(index)

    def show_title(self, title: str) -> None:
        """Show what is open that is no scenario: the name of a person's own code."""
        self._chooser.setCurrentIndex(-1)
        self._chooser.setPlaceholderText(title)

    def show_state(self, state: RunState) -> None:
        """Show whether a run is going on, and its speed."""
        self._run.setIcon(icon("pause" if state.can_pause else "run", self._theme, "on_accent"))
        self.speed.show_state(state)

    def _make_chooser(self, scenarios: tuple[tuple[str, str], ...]) -> QComboBox:
        chooser = QComboBox()
        chooser.setObjectName("scenario")
        chooser.setAccessibleName(self.tr("Scenario"))
        chooser.setToolTip(self.tr("Choose a scenario: data, network and settings"))
        chooser.setMinimumWidth(self._theme.px(_CHOOSER_WIDTH))
        chooser.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        chooser.setMaxVisibleItems(20)
        for name, title in scenarios:
            chooser.addItem(title, name)
        chooser.activated.connect(self._request_scenario)
        return chooser

    def _request_scenario(self, index: int) -> None:
        self.scenario_requested.emit(str(self._chooser.itemData(index)))

    def _button(self, action: QAction, *texts: str, primary: bool = False) -> QToolButton:
        button = HintButton(key_text(action), self._theme, texts, primary=primary) if texts else QToolButton()
        button.setDefaultAction(action)
        if primary:
            # The action's own icon has the colour of text on the panel.
            button.setIcon(icon(action.objectName(), self._theme, "on_accent"))
        # The bar's keys work wherever the focus is; a button that takes it would swallow Space.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
