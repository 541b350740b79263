"""What a person asks of the plot, as signals: the mouse and the keys ask alike."""

from __future__ import annotations

from PyQt6.QtCore import QObject, QPoint, pyqtSignal


class PlotRequests(QObject):
    """The signals of the plot.

    Signals
    -------
    sample_clicked(object)
        Select a sample by its index; None to select none.
    place_clicked(float, float)
        Add a sample at a place of the plot.
    sample_dropped(int, float, float)
        Move a sample to a place of the plot.
    stroke_drawn(object)
        Add the samples that were drawn: a tuple of places of the plot.
    relabel_asked(int), removal_asked(int)
        Relabel or remove the sample of that index.
    menu_asked(object, QPoint, object)
        Show the context menu: for a sample or None, at a place on the screen, at a place of the plot or None.
    """

    sample_clicked = pyqtSignal(object)
    place_clicked = pyqtSignal(float, float)
    sample_dropped = pyqtSignal(int, float, float)
    stroke_drawn = pyqtSignal(object)
    relabel_asked = pyqtSignal(int)
    removal_asked = pyqtSignal(int)
    menu_asked = pyqtSignal(object, QPoint, object)
