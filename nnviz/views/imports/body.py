"""The settings of an import and its samples: side by side where there is room, else stacked."""

from __future__ import annotations

from typing import Final

from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.views.imports.form import ImportForm
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.scroll_column import ScrollColumn

_WIDE: Final = 620
"""From this width at scale 1 the settings are beside the samples."""
_SETTINGS: Final = 350
_MORE: Final = 2
"""How much more height the settings get than the samples, until all of them are visible."""
_NO_LIMIT: Final = 16_777_215
"""Qt's maximum size of a widget."""


class ImportBody(QWidget):
    """The settings, in a column that scrolls where the panel is low, and the samples.

    Parameters
    ----------
    theme
        Sizes.
    form, notes
        The settings, and warnings about the samples.
    pictures, preview
        The samples.
    """

    def __init__(self, theme: Theme, form: ImportForm, notes: QLabel, pictures: QWidget, preview: QWidget) -> None:
        super().__init__()
        self._theme, self._form, self._notes = theme, form, notes
        self._settings, self._samples = ScrollColumn(theme, self), QWidget(self)
        gap = theme.px(metrics.GAP)
        column = self._settings.column
        column.setSpacing(gap)
        column.addWidget(form)
        column.addWidget(notes)
        column.addStretch(1)
        self._rows = QVBoxLayout(self._samples)
        self._rows.setSpacing(gap)
        self._rows.addWidget(pictures)
        self._rows.addWidget(preview, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        self._line.addWidget(self._settings)
        self._line.addWidget(self._samples, 1)

    def show_parts(self, *, settings: bool, samples: bool) -> None:
        """Show the settings, the samples, both, or neither."""
        self._settings.setVisible(settings)
        self._samples.setVisible(samples)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Rearrange for the new size."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the settings beside the samples, or above them in a narrow panel."""
        px = self._theme.px
        wide = self.width() >= px(_WIDE)
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        padding = px(metrics.PADDING)
        self._rows.setContentsMargins(0 if wide else padding, 0, padding, 0)
        if wide:
            self._settings.setFixedWidth(px(_SETTINGS))
            self._settings.setMaximumHeight(_NO_LIMIT)
        else:
            self._settings.setMinimumWidth(0)
            self._settings.setMaximumWidth(_NO_LIMIT)
            inner = self.width() - 2 * padding
            needed = self._form.needed_height(inner) + padding
            if not self._notes.isHidden():
                needed += self._notes.heightForWidth(inner) + px(metrics.GAP)
            self._settings.setMaximumHeight(needed)
        self._line.setStretch(0, 0 if wide else _MORE)
