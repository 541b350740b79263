"""The watches over a recorded run: their values at the end of every recorded update."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PyQt6.QtCore import QCoreApplication, QObject, pyqtSignal

from nnviz.controller.own_code import OwnCode
from nnviz.controller.watches import Watches

if TYPE_CHECKING:
    from nnviz.model.recorded_run.recorded_run import RecordedRun


class RecordedWatches(QObject):
    """Evaluates the window's watches over the recording that is shown.

    Signals
    -------
    curves_changed(Mapping[Watch, WatchCurve])
        The curves over another recording, or of other watches.
    notice_given(str)
        Why nothing is watched.
    """

    curves_changed = pyqtSignal(object)
    notice_given = pyqtSignal(str)

    def __init__(self, watches: Watches, own_code: OwnCode, parent: QObject) -> None:
        super().__init__(parent)
        self._watches, self._own_code = watches, own_code
        self._run: RecordedRun | None = None
        watches.watches_changed.connect(self._evaluate)
        own_code.moment_changed.connect(self._follow)

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self._evaluate()

    def watch_selected_cell(self) -> None:
        """Chart the cell that is selected in the recording."""
        from nnviz.model.watches.watch import Watch

        cell = self._own_code.selected.selection.cell
        if cell is None:
            self.notice_given.emit(QCoreApplication.translate("Controller", "No number is selected: select one first."))
        else:
            self._watches.add(Watch.of_cell(cell))

    def _follow(self) -> None:
        moment = self._own_code.stepping.moment
        if moment is not None and moment.run is not self._run:
            self._run = moment.run
            self._evaluate()

    def _evaluate(self) -> None:
        moment = self._own_code.stepping.moment
        if moment is None or not self._watches.all:
            return
        from nnviz.model.watches.watch import WatchSeries, evaluate

        run = moment.run
        ends = [run.moment(cursor).snapshot for cursor in (run.begin, *run.update_ends)]
        curves = {}
        for watch in self._watches.all:
            series = WatchSeries()
            for update, snapshot in enumerate(ends):
                try:
                    value = None if snapshot is None else evaluate(watch, snapshot)
                except ValueError:
                    value = None  # written for other shapes: in this network its value is not one number
                series.add(update, value)
            curves[watch] = series.freeze()
        self.curves_changed.emit(MappingProxyType(curves))
