"""The panel of the watches: a chart for each, and a field to add one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.watches.watch import Watch, WatchCurve
from nnviz.views.panel import Panel
from nnviz.views.plots.axis_range import VisibleRange, updates_range
from nnviz.views.theme import Theme, metrics
from nnviz.views.watches import texts
from nnviz.views.watches.chart import WatchChart
from nnviz.views.watches.entry import WatchEntry
from nnviz.views.watches.updates_axis import UpdatesAxis
from nnviz.views.widgets.scroll_column import ScrollColumn


class WatchesPanel(Panel):
    """Draws each watch over the run with its value at the cursor, and adds watches.

    Signals
    -------
    watch_requested(str)
        Watch an expression, which is valid for the network on the screen.
    removal_requested(Watch)
        Remove a watch.
    seek_requested(int)
        Go to the end of an update.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    watch_requested = pyqtSignal(str)
    removal_requested = pyqtSignal(object)
    seek_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("watches", "", theme, parent)
        self.set_title(self.tr("Watches"))
        self._snapshot: Snapshot | None = None
        self._curves: Mapping[Watch, WatchCurve] = {}
        self._charts: dict[Watch, WatchChart] = {}
        self._note = ""
        self._updates = VisibleRange(updates_range(0))
        self._asked: Watch | None = None
        self.entry = WatchEntry(theme)
        self.entry.watch_requested.connect(self._ask)
        self._none = QLabel(
            self.tr(
                "A watch charts one number of each update over the whole run, including the past: "
                "a cell such as W1[0, 1], a size such as norm(dW1), or a condition such as L < 0.1, drawn as 1 or 0."
            )
        )
        self._none.setProperty("role", "secondary")
        self._none.setTextFormat(Qt.TextFormat.PlainText)
        self._none.setWordWrap(True)
        self._scroll = ScrollColumn(theme, self)
        # In a low panel the text under the field needs the room more.
        self._scroll.setMinimumHeight(theme.px(metrics.ROW))
        self._list = self._scroll.column
        self._list.setSpacing(0)
        self._list.addWidget(self._none)
        self._axis = UpdatesAxis(theme)
        self._axis.hide()
        self._list.addWidget(self._axis)
        self._list.addStretch(1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.entry)
        self.set_body(body)

    @property
    def charts(self) -> tuple[WatchChart, ...]:
        """The charts, in order."""
        return tuple(self._charts.values())

    @property
    def is_empty(self) -> bool:
        """Whether it explains what a watch is, as there is none."""
        return not self._none.isHidden()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state."""
        self._snapshot = snapshot
        self.entry.show_snapshot(snapshot)
        if self.isVisible():
            self._refresh()

    def show_selection(self, selection: Selection) -> None:
        """Suggest what is selected."""
        self.entry.show_selection(selection)

    def show_watches(self, watches: Iterable[Watch]) -> None:
        """Draw these watches in this order; those that were there keep their charts."""
        before, self._charts = self._charts, {}
        for watch in watches:
            self._charts[watch] = before.pop(watch) if watch in before else self._make(watch)
        had_focus = [place for place, chart in enumerate(before.values()) if chart.hasFocus()]
        for chart in before.values():
            self._list.removeWidget(chart)
            chart.hide()
            chart.deleteLater()
        for place, chart in enumerate(self._charts.values()):
            if self._list.indexOf(chart) != place:
                self._list.insertWidget(place, chart)
        if had_focus and self._charts:
            self.charts[-1].setFocus()
        self._none.setVisible(not self._charts)
        self._axis.setVisible(bool(self._charts))
        self.entry.show_watched(self._charts)
        self._refresh()
        self._show_coarseness()
        if self._asked in self._charts:
            QTimer.singleShot(0, self._reveal)  # once it is laid out

    def show_curves(self, curves: Mapping[Watch, WatchCurve]) -> None:
        """Show the values over the run."""
        self._curves = curves
        for watch, chart in self._charts.items():
            chart.show_curve(curves.get(watch))
        self._show_coarseness()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what changed while the panel was hidden."""
        super().showEvent(event)
        self._refresh()

    def _ask(self, text: str) -> None:
        self._asked = Watch(text)
        self.watch_requested.emit(text)

    def _reveal(self) -> None:
        """Scroll to the watch that was added here."""
        asked, self._asked = self._asked, None
        content = self._scroll.widget()
        if asked is not None and asked in self._charts and content is not None:
            self._list.activate()
            content.resize(content.width(), self._list.sizeHint().height())  # else the bar does not reach it yet
            self._scroll.ensureWidgetVisible(self._charts[asked], 0, 0)

    def _make(self, watch: Watch) -> WatchChart:
        chart = WatchChart(watch, self.theme, self._updates)
        chart.moved.connect(self._look_again)
        chart.removal_requested.connect(self.removal_requested)
        chart.seek_requested.connect(self.seek_requested)
        chart.coarseness_changed.connect(self._show_coarseness)
        chart.show_curve(self._curves.get(watch))
        return chart

    def _refresh(self) -> None:
        if self._snapshot is None:
            return
        for chart in self._charts.values():
            chart.show_snapshot(self._snapshot)
        self._show_axis()

    def _look_again(self) -> None:
        for chart in self.charts:
            chart.look_again()
        self._show_coarseness()

    def _show_axis(self) -> None:
        for chart in self.charts[:1]:
            plot = chart.picture.plot
            self._axis.show_updates(plot.across, plot.area.left(), plot.area.right())

    def _show_coarseness(self) -> None:
        self._show_axis()
        note = texts.thinning_text(
            max((chart.picture.updates_per_stroke for chart in self._charts.values()), default=1)
        )
        if note != self._note:
            self._note = note
            self.set_note(note)
