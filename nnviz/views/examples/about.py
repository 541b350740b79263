"""The description of an example: its source, its summary, and its errata."""

from __future__ import annotations

from html import escape

from PyQt6.QtCore import QLocale, Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nnviz.model.examples import Erratum, Example, in_language
from nnviz.model.mistakes import CATALOGUE
from nnviz.views.theme import Theme, label_font, metrics
from nnviz.views.translation import translate_model


class ExampleAbout(QWidget):
    """An example's source, summary and errata, and what can be done with it.

    Signals
    -------
    mistake_switched(bool)
        Whether to compute its figures with the author's mistake.
    open_requested()
        Open it, to step through it.
    """

    mistake_switched = pyqtSignal(bool)
    open_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.source, self.text = self._paragraph("label"), self._paragraph("secondary")
        self.source.setTextFormat(Qt.TextFormat.RichText)
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.source.setOpenExternalLinks(True)
        self.errata_heading = self._paragraph("section")
        self.errata, self.remark = self._paragraph(""), self._paragraph("secondary")
        self.errata.setTextFormat(Qt.TextFormat.RichText)
        self.errata.setFont(label_font(theme))
        self.open = QPushButton(self.tr("Step through it"), self)
        self.open.setToolTip(self.tr("Open the example instead of the current session"))
        self.open.clicked.connect(self.open_requested)
        self.mistake = QPushButton(self.tr("With the author’s mistake"), self)
        self.mistake.setCheckable(True)
        self.mistake.toggled.connect(self.mistake_switched)
        self._set_up()

    def _set_up(self) -> None:
        px = self._theme.px
        buttons = QHBoxLayout()
        buttons.setSpacing(px(metrics.GAP))
        buttons.addWidget(self.open)
        buttons.addWidget(self.mistake)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(metrics.PADDING), px(metrics.GAP), px(metrics.PADDING), px(metrics.SMALL_GAP))
        column.setSpacing(px(metrics.SMALL_GAP))
        for label in (self.source, self.text):
            column.addWidget(label)
        column.addSpacing(px(metrics.SMALL_GAP))
        for label in (self.errata_heading, self.errata):
            column.addWidget(label)
        column.addLayout(buttons)
        column.addWidget(self.remark)

    def _paragraph(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        # A long word must not make the panel wider.
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def show_example(self, example: Example) -> None:
        """Show another example, without its mistake."""
        language = QLocale().name()
        self.source.setText(self._source(example))
        self.text.setText(in_language(example.text, language))
        self.errata_heading.setText(self.tr("Erratum") if len(example.errata) == 1 else self.tr("Errata"))
        self.errata.setText("".join(self._erratum(example, erratum, language) for erratum in example.errata))
        for label in (self.errata_heading, self.errata):
            label.setVisible(bool(example.errata))
        self.mistake.setChecked(False)
        self.mistake.setVisible(bool(example.mistake))
        if example.mistake:
            self.mistake.setToolTip(translate_model(CATALOGUE[example.mistake].title))
        self.show_mixed(False)

    def show_mixed(self, mixed: bool) -> None:
        """Show whether some figures come from the right program although the mistake is made."""
        self.remark.setText(self.tr("Figures that match only without the mistake are computed without it."))
        self.remark.setVisible(mixed)

    def _erratum(self, example: Example, erratum: Erratum, language: str) -> str:
        """Return the affected figures, and under them what is wrong with them."""
        called = ", ".join(example.label_in(label, language) for label in erratum.labels)
        labels, text = escape(called), escape(in_language(erratum.text, language))
        gap = self._theme.px(metrics.SMALL_GAP)
        return (
            f"<p style='margin: 0 0 {gap}px 0'><span style='color: {self._theme.fault}'>{labels}</span><br>{text}</p>"
        )

    def _source(self, example: Example) -> str:
        title = escape(example.source)
        if example.address:
            colour = self._theme.accent
            title = f"<a href='{escape(example.address)}' style='color: {colour}'>{title}</a>"
        year = "" if example.year is None else f" · {example.year}"
        return f"{escape(in_language(example.author, QLocale().name()))}{year} · {title}"
