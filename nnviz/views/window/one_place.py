"""Two views of one place: the lit line written out, and all matrices; a switch in the heading chooses between them."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication, QObject, pyqtSignal

from nnviz.views.panel import Panel
from nnviz.views.theme import Theme
from nnviz.views.widgets.segmented_control import SegmentedControl
from nnviz.views.window.panel_rows import STAGE


class OnePlace(QObject):
    """Puts a switch in the heading of each panel of the place.

    Parameters
    ----------
    theme
        Colours and sizes.

    Signals
    -------
    view_requested(str)
        Show the panel of this object name in the place.
    """

    view_requested = pyqtSignal(str)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def take(self, name: str, panel: Panel) -> None:
        """Add the switch to a panel that has just been made, if it is a view of the place."""
        if name not in STAGE or len(STAGE) < 2:
            return
        translate = QCoreApplication.translate
        labels = {"strip": translate("OnePlace", "line"), "matrices": translate("OnePlace", "all matrices")}
        switch = SegmentedControl(self._theme, panel)
        switch.set_choices([(view, labels[view]) for view in STAGE])
        switch.choose(name)
        switch.setObjectName("view")
        switch.chosen.connect(self._request)
        panel.add_control(switch)

    def _request(self, view: str) -> None:
        switch = self.sender()
        assert isinstance(switch, SegmentedControl)
        switch.choose(next(other for other in STAGE if other != view))  # that of the other panel shows what is chosen
        self.view_requested.emit(view)
