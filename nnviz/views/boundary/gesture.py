"""What has been begun on the plot, such as moving a sample, and what a person asks for in the end.

The mouse and the keys share both.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PyQt6.QtCore import QObject, QPoint, QPointF, pyqtSignal

from nnviz.views.boundary.edits import Place
from nnviz.views.cached_value import CachedValue


@dataclass(frozen=True)
class Press:
    """A mouse button that is held.

    Attributes
    ----------
    at, samples
        Where it was pressed, and on which samples.
    last
        Where the drag is.
    dragging
        Whether the mouse has moved far enough to be a drag.
    """

    at: QPointF
    samples: list[int]
    last: QPointF
    dragging: bool = False


class Stroke:
    """Collects places that are far enough apart.

    Parameters
    ----------
    spacing
        The least distance of two of them, in pixels.
    """

    def __init__(self, spacing: float) -> None:
        self._spacing = spacing
        self._last: QPointF | None = None
        self._places: list[Place] = []

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the new samples go."""
        return tuple(self._places)

    def reach(self, position: QPointF, place: Place) -> None:
        """Add a place if its pixel is far enough from the last one's."""
        if self._last is not None and math.dist(_pair(self._last), _pair(position)) < self._spacing:
            return
        self._last = position
        self._places.append(place)


class Gesture:
    """The mode of the plot, and what has been begun in it and not finished.

    Attributes
    ----------
    editing
        Whether the mouse and the keys change samples, or only look at them.
    brush
        The class that a drag draws; None where it moves a sample, or the plot.

    Parameters
    ----------
    spacing
        The least distance of two drawn samples, in pixels.
    data
        Returns the data whose samples are drawn.
    """

    def __init__(self, spacing: float, data: Callable[[], object]) -> None:
        self._spacing = spacing
        self.editing = False
        self.brush: int | None = None
        self._press: CachedValue[Press] = CachedValue(data)
        self._moved: CachedValue[tuple[int, Place]] = CachedValue(data)
        self._stroke: CachedValue[Stroke] = CachedValue(data)
        self._hovered: CachedValue[int] = CachedValue(data)

    @property
    def press(self) -> Press | None:
        """The mouse button that is held."""
        return self._press.value

    @press.setter
    def press(self, press: Press | None) -> None:
        self._press.value = press

    @property
    def moved(self) -> tuple[int, Place] | None:
        """The sample that is being moved, and where it is."""
        return self._moved.value

    @moved.setter
    def moved(self, moved: tuple[int, Place] | None) -> None:
        self._moved.value = moved

    @property
    def stroke(self) -> Stroke | None:
        """The samples that are being drawn."""
        return self._stroke.value

    @stroke.setter
    def stroke(self, stroke: Stroke | None) -> None:
        self._stroke.value = stroke

    @property
    def hovered(self) -> int | None:
        """The sample under the mouse."""
        return self._hovered.value

    @hovered.setter
    def hovered(self, sample: int | None) -> None:
        self._hovered.value = sample

    @property
    def changes_samples(self) -> bool:
        """Whether a sample is being moved or samples are being drawn."""
        return self.moved is not None or self.stroke is not None

    def set_editing(self, editing: bool) -> None:
        """Begin or end editing; what has been begun is cancelled."""
        self.editing = editing
        self.cancel()

    def set_brush(self, label: int | None) -> None:
        """Set another brush, or none; what has been begun is cancelled."""
        self.brush = label
        self.cancel()

    def cancel(self) -> None:
        """Cancel what has been begun."""
        self.press, self.moved, self.stroke = None, None, None

    def draw_to(self, position: QPointF, place: Place) -> None:
        """Draw samples up to a place and its pixel."""
        stroke = self.stroke or Stroke(self._spacing)
        self.stroke = stroke
        stroke.reach(position, place)

    def finish(self) -> tuple[tuple[Place, ...] | None, tuple[int, Place] | None]:
        """Return the places that were drawn and the sample that was moved, if there are any, and forget them."""
        drawn, moved = None if self.stroke is None else self.stroke.places, self.moved
        self.moved, self.stroke = None, None
        return drawn, moved


class PlotRequests(QObject):
    """What a person asks for on the plot, as signals.

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


def _pair(position: QPointF) -> tuple[float, float]:
    return position.x(), position.y()
