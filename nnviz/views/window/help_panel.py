"""The help panel: keys and words, and the page about a person's own code."""

from __future__ import annotations

from html import escape

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import QLabel, QScrollArea, QWidget

from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.segmented_control import SegmentedControl
from nnviz.views.window.action_rows import ROWS
from nnviz.views.window.actions import Actions, keys_text


class HelpPanel(Panel):
    """Every key with what it does, and what the words on the screen mean; how to debug one's own code."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("help", "", theme, parent)
        self.set_title(self.tr("Help"))
        self._actions = actions
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setMargin(theme.px(metrics.PADDING))
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._text)
        self.set_body(scroll)
        self._scroll = scroll
        self.pages = SegmentedControl(theme, self)
        self.pages.setAccessibleName(self.tr("Page of the help"))
        self.pages.set_choices([("keys", self.tr("Keys and words")), ("own-code", self.tr("Your own code"))])
        self.pages.choose("keys")
        self.pages.chosen.connect(self.show_page)
        self.add_control(self.pages)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Write the text when the panel is first shown: laying it out takes as long as all matrices."""
        super().showEvent(event)
        if not self._text.text():
            self.show_page(self.pages.chosen_key())

    def show_page(self, page: str) -> None:
        """Show a page from its top: ``"keys"``, or ``"own-code"``."""
        self.pages.choose(page)
        if page == "own-code":
            from nnviz.views.window.own_code_help import own_code_page

            self._text.setText(own_code_page(self._actions))
        else:
            self._text.setText(self._keys(self._actions) + self._words())
        bar = self._scroll.verticalScrollBar()
        assert bar is not None  # a scroll area has one
        bar.setValue(0)

    def _keys(self, actions: Actions) -> str:
        rows = (
            f"<tr><td style='padding-right:12px'><b>{escape(keys_text(actions[row.name]))}</b></td>"
            f"<td>{escape(actions[row.name].statusTip())}</td></tr>"
            for row in ROWS
            if row.keys
        )
        others = (
            ("Alt+←", self.tr("In the explanation of a number: back to the number before")),
            ("− · +", self.tr("In the program: fold the stage of the current line away, or show it again")),
            ("Esc", self.tr("Select nothing; close the tool or the drawer that is open; leave a field")),
        )
        more = (
            f"<tr><td style='padding-right:12px'><b>{escape(key)}</b></td><td>{escape(what)}</td></tr>"
            for key, what in others
        )
        return f"<table>{''.join((*rows, *more))}</table>"

    def _words(self) -> str:
        words = (
            (self.tr("line"), self.tr("one equation of the update's program; the lit one has just run")),
            (self.tr("update"), self.tr("one change of the parameters: the program from its first line to its last")),
            (self.tr("epoch"), self.tr("one pass over the training data")),
            (self.tr("sample"), self.tr("one input with its target: a column of X")),
            ("δ", self.tr("how a sample's loss changes with a unit's weighted input: ∂L/∂Z")),
            (self.tr("hatching"), self.tr("not computed: no line has written this value yet; it is not 0")),
            (self.tr("amber"), self.tr("now: the line that has just run and what it wrote")),
            (
                self.tr("your own code"),
                self.tr(
                    "drop a .py or .ipynb file on the window: nnviz runs it, finds the network, marks the first wrong "
                    "line, and steps through your lines forward and back"
                ),
            ),
            (self.tr("blue and orange"), self.tr("positive and negative; grey is zero")),
        )
        rows = (
            f"<tr><td style='padding-right:12px'><b>{escape(a)}</b></td><td>{escape(b)}</td></tr>" for a, b in words
        )
        return f"<p></p><table>{''.join(rows)}</table>"
