"""Suggested comparisons."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication, Qt, pyqtSignal
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnviz.model.comparison import Variant, suggested
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets.link import Link


class _Suggestion(Link):
    """A link that suggests a variant.

    Signals
    -------
    taken(Variant)
        It was pressed.
    """

    taken = pyqtSignal(object)

    def __init__(self, variant: Variant, theme: Theme) -> None:
        text = QCoreApplication.translate("Compare", "Compare with {0}").format(translate_model(variant.name))
        super().__init__(text, theme)
        self._variant = variant
        self.clicked.connect(self._take)

    def _take(self) -> None:
        self.taken.emit(self._variant)


class Suggestions(QWidget):
    """Explains what comparing is, and suggests comparisons with the scenario in the window.

    Signals
    -------
    scenario_requested(Scenario, object)
        Compare with a run of it under that name (text of the model, marked).

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    scenario_requested = pyqtSignal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._of: object = None
        self._links: list[_Suggestion] = []
        explanation = QLabel(
            self.tr(
                "Trains other sessions alongside the one in the window, with their losses on the same axes and their "
                "predictions side by side. They step, run, stop and go back with it, or each on its own."
            )
        )
        explanation.setProperty("role", "secondary")
        explanation.setWordWrap(True)
        explanation.setTextFormat(Qt.TextFormat.PlainText)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(metrics.GAP))
        self._column.addWidget(explanation)

    @property
    def links(self) -> tuple[Link, ...]:
        """The suggestions."""
        return tuple(self._links)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Suggest comparisons with the scenario of a snapshot."""
        if snapshot.scenario is self._of:
            return
        self._of = snapshot.scenario
        for link in self._links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [_Suggestion(variant, self._theme) for variant in suggested(snapshot.scenario, snapshot.data)]
        for link in self._links:
            link.taken.connect(self._ask)
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self, variant: Variant) -> None:
        self.scenario_requested.emit(variant.scenario, variant.name)
