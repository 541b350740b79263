"""Why something cannot be done, shown where it was requested."""

from __future__ import annotations

from PyQt6.QtWidgets import QLabel, QWidget


class ProblemLabel(QLabel):
    """Why something cannot be done, shown where it was requested."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "fault")
        self.setWordWrap(True)
        self.hide()

    def show_problem(self, text: str) -> None:
        """Show a problem; empty for none."""
        self.setText(text)
        self.setVisible(bool(text))
