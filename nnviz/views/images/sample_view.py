"""The selected sample: its image, and the network's outputs for it."""

from __future__ import annotations

from typing import Final

import numpy as np
from PyQt6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.model.arrays.array import Array
from nnviz.model.engine.metrics import predicted_classes
from nnviz.model.prediction.answers import inputs_of, outputs_of
from nnviz.model.prediction.drawn_picture import DrawnPicture
from nnviz.model.prediction.forward import values_of_sample
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.columns import ColumnFormat, column_format
from nnviz.model.text.numbers import format_count, format_number
from nnviz.views.plots.predictions.text import class_name
from nnviz.views.theme import Theme, hatch_brush, label_font, metrics, mono_small_font, ui_font
from nnviz.views.widgets.sample_images import draw_image, picture_of

_PICTURE: Final = 0.46
"""Share of the width that the image may take."""
_TALLEST_ROW: Final = 24
_SLOTS: Final = 9
"""Characters of an output beside its bar."""
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NAME: Final = 64
"""Most room for the name of a class, in pixels at scale 1."""


class SampleView(QWidget):
    """Draws one sample with its class, and a bar for each output; that of the correct class is outlined.

    While it is drawn on, it shows what the person draws with the mouse instead of a sample.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._sample = 0
        self._outputs: Array = np.zeros(0)
        self._form: ColumnFormat | None = None
        self._image = QImage()
        self._place = QRectF()
        self._limits = (0.0, 1.0)
        self._drawing: DrawnPicture | None = None
        self._pen: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a size at which the image can be seen well."""
        return QSize(self._theme.px(340), self._theme.px(180))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which it can still be seen."""
        return QSize(self._theme.px(3 * metrics.UNIT), self._theme.px(metrics.UNIT))

    def show_sample(self, snapshot: Snapshot, sample: int, limits: tuple[float, float]) -> None:
        """Show a sample that is an image."""
        data = snapshot.data
        assert data.image_shape is not None  # shown for images only
        self._snapshot, self._sample, self._limits = snapshot, sample, limits
        if self._drawing is not None and self._drawing.shape != data.image_shape:
            self._drawing = DrawnPicture(data.image_shape)
        if self._drawing is None:
            self._outputs = values_of_sample(snapshot, sample)[f"A{snapshot.network.depth}"][:, 0].copy()
            self._image = picture_of(self._theme, data.raw[:, sample], data.image_shape, limits)
        else:
            self._answer_drawing()
        self.setAccessibleDescription(self.text())
        self.update()

    def begin_drawing(self) -> None:
        """Show an empty picture, to be drawn on with the mouse."""
        if self._snapshot is not None and self._snapshot.data.image_shape is not None:
            self._drawing = DrawnPicture(self._snapshot.data.image_shape)
            self.setCursor(Qt.CursorShape.CrossCursor)
            self.show_sample(self._snapshot, self._sample, self._limits)

    def end_drawing(self) -> None:
        """Show the sample again."""
        self._drawing, self._pen = None, None
        self.unsetCursor()
        if self._snapshot is not None:
            self.show_sample(self._snapshot, self._sample, self._limits)

    def clear_drawing(self) -> None:
        """Remove what was drawn."""
        if self._drawing is not None and self._snapshot is not None:
            self._drawing.clear()
            self.show_sample(self._snapshot, self._sample, self._limits)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Begin a stroke."""
        at = None if event is None else self._pixel_at(event.position())
        if event is None or self._drawing is None or at is None:
            super().mousePressEvent(event)
            return
        self._pen = at
        self._draw_to(at)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Draw."""
        if event is not None and self._pen is not None:
            at = self._pixel_at(event.position())
            if at is not None:
                self._draw_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Lift the pen, and show what was drawn as the network gets it."""
        super().mouseReleaseEvent(event)
        if self._pen is not None and self._snapshot is not None:
            self._pen = None
            self.show_sample(self._snapshot, self._sample, self._limits)

    def _draw_to(self, at: tuple[float, float]) -> None:
        assert self._drawing is not None  # the pen is down
        assert self._pen is not None
        assert self._snapshot is not None
        self._drawing.draw(self._pen, at)
        self._pen = at
        self.show_sample(self._snapshot, self._sample, self._limits)

    def _pixel_at(self, place: QPointF) -> tuple[float, float] | None:
        """Return a place in pixels of the picture; None outside of it."""
        if self._drawing is None or not self._place.contains(place):
            return None
        rows, columns = self._drawing.shape
        inside = place - self._place.topLeft()
        return inside.x() / self._place.width() * columns, inside.y() / self._place.height() * rows

    def _answer_drawing(self) -> None:
        """Send what was drawn through the network."""
        snapshot, drawing = self._snapshot, self._drawing
        assert snapshot is not None  # the caller has both
        assert drawing is not None
        low, high = self._limits
        raw = low + drawing.as_sample() * (high - low)
        self._outputs = outputs_of(snapshot, inputs_of(snapshot.data, raw[:, np.newaxis]))[:, 0]
        # While the pen is down, strokes stay where they are drawn.
        shown = raw if self._pen is None else low + drawing.as_drawn() * (high - low)
        self._image = picture_of(self._theme, shown, drawing.shape, self._limits)

    def outputs(self) -> Array:
        """Return what the bars show, ``(n_L,)``."""
        return self._outputs

    def picture_rect(self) -> QRectF:
        """Return where the image was last drawn."""
        return self._place

    def text(self) -> str:
        """Return the class of the sample and its predicted class as text."""
        return "; ".join(text for text, _ in self._words())

    def _words(self) -> list[tuple[str, str]]:
        """Return the lines under the image, each with its colour."""
        snapshot, theme = self._snapshot, self._theme
        if snapshot is None:
            return []
        data = snapshot.data
        if self._drawing is not None:
            return self._words_of_drawing(snapshot, self._drawing)
        number = format_count(self._sample + 1)
        kind = (
            QCoreApplication.translate("Images", "test sample %1")
            if self._sample in data.test
            else QCoreApplication.translate("Images", "sample %1")
        )
        lines = [(kind.replace("%1", number), theme.secondary)]
        if data.labels is None:
            target = ", ".join(format_number(float(value)) for value in snapshot.targets[:, self._sample])
            lines.append((QCoreApplication.translate("Images", "target %1").replace("%1", target), theme.text))
            return lines
        label = int(data.labels[self._sample])
        own = QCoreApplication.translate("Images", "class %1").replace("%1", class_name(data, label))
        lines.append((own, theme.text))
        predicted = self._predicted_class()
        if predicted is None:
            lines.append((QCoreApplication.translate("Images", "no prediction: not a number"), theme.fault))
        else:
            text = QCoreApplication.translate("Images", "predicted %1").replace("%1", class_name(data, predicted))
            sign, colour = ("✓", theme.holds) if predicted == label else ("✗", theme.fault)
            lines.append((f"{text} {sign}", colour))
        return lines

    def _words_of_drawing(self, snapshot: Snapshot, drawing: DrawnPicture) -> list[tuple[str, str]]:
        translate, theme = QCoreApplication.translate, self._theme
        if drawing.is_empty:
            return [(translate("Images", "draw here with the mouse"), theme.secondary)]
        predicted = None if snapshot.data.labels is None else self._predicted_class()
        lines = [(translate("Images", "drawn by hand"), theme.secondary)]
        if predicted is not None:
            text = translate("Images", "predicted %1").replace("%1", class_name(snapshot.data, predicted))
            lines.append((text, theme.text))
        return lines

    def _predicted_class(self) -> int | None:
        if self._snapshot is None or np.isnan(self._outputs).any():
            return None
        return int(predicted_classes(self._outputs[:, np.newaxis], self._snapshot.threshold)[0])

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw image, text and bars."""
        if self._snapshot is None:
            return
        painter = QPainter(self)
        theme = self._theme
        gap = theme.px(metrics.GAP)
        fonts = QFontMetrics(label_font(theme))
        words = self._words()
        height = fonts.height() * len(words) + gap
        side = min(self.width() * _PICTURE, self.height() - height)
        place = self._place = draw_image(painter, self._image, QRectF(0, 0, side, side))
        painter.setFont(label_font(theme))
        top = place.bottom() + gap / 2
        for text, colour in words:
            painter.setPen(QColor(colour))
            shown = fonts.elidedText(text, Qt.TextElideMode.ElideRight, round(self.width() * _PICTURE))
            painter.drawText(QRectF(0, top, self.width(), fonts.height()), Qt.AlignmentFlag.AlignLeft, shown)
            top += fonts.height()
        left = self.width() * _PICTURE + gap
        self._draw_bars(painter, QRectF(left, 0, self.width() - left, self.height()))

    def _draw_bars(self, painter: QPainter, box: QRectF) -> None:
        assert self._snapshot is not None  # the caller has one
        theme, data = self._theme, self._snapshot.data
        names = self._bar_names()
        numbers, labels = QFontMetrics(mono_small_font(theme)), QFontMetrics(label_font(theme))
        gap = theme.px(metrics.SMALL_GAP)
        row = min(box.height() / len(names), theme.px(_TALLEST_ROW))
        name_room = min(max(map(labels.horizontalAdvance, names)) + 1, theme.px(_NAME))
        value_room = numbers.horizontalAdvance("0" * _SLOTS) if row >= numbers.height() * 0.8 else 0
        track = QRectF(
            box.left() + name_room + gap, 0, max(box.width() - name_room - value_room - 3 * gap, gap), row - gap / 2
        )
        largest = max(1.0, float(np.nanmax(np.abs(self._outputs), initial=0.0)))
        is_sample = data.labels is not None and self._drawing is None
        correct = int(data.labels[self._sample]) if is_sample and data.labels is not None else None
        predicted = None if data.labels is None else self._predicted_class()
        outputs = self._outputs.tolist()
        self._form = column_format(outputs, _SLOTS, self._form, has_factor=False)
        for index, (name, text) in enumerate(zip(names, self._form.texts(outputs), strict=True)):
            track.moveTop(box.top() + index * row)
            is_predicted = index == predicted or len(names) == 1
            painter.setFont(ui_font(theme, bold=True) if is_predicted else label_font(theme))
            painter.setPen(QColor(theme.text if is_predicted else theme.secondary))
            shown = labels.elidedText(name, Qt.TextElideMode.ElideRight, name_room)
            beside = QRectF(box.left(), track.top(), name_room, track.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
            value = outputs[index]
            self._draw_bar(painter, track, value, largest, outlined=len(names) > 1 and index == correct)
            if value_room:
                painter.setFont(mono_small_font(theme))
                painter.setPen(QColor(theme.text if is_predicted else theme.secondary))
                after = QRectF(track.right() + gap, track.top(), value_room + gap, track.height())
                painter.drawText(after, _RIGHT, text)

    def _draw_bar(self, painter: QPainter, track: QRectF, value: float, largest: float, *, outlined: bool) -> None:
        theme = self._theme
        painter.fillRect(track, QColor(theme.zero))
        if np.isnan(value):
            painter.fillRect(track, hatch_brush(theme, fault=True))
        else:
            share = min(abs(value) / largest, 1.0)
            bar = QRectF(track.left(), track.top(), track.width() * share, track.height())
            painter.fillRect(bar, QColor(theme.positive if value >= 0 else theme.negative))
        if outlined:
            painter.setPen(QPen(QColor(theme.text), theme.px(metrics.STROKE)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(track)

    def _bar_names(self) -> list[str]:
        assert self._snapshot is not None  # the caller has one
        data, units = self._snapshot.data, self._snapshot.network.output.units
        if data.labels is None or units == 1:
            name = self._snapshot.labels.of(f"A{self._snapshot.network.depth}").lower()
            return [name] if units == 1 else [str(index + 1) for index in range(units)]
        return [class_name(data, index) for index in range(units)]
