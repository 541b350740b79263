"""The widget that had the keyboard, which may be gone by the time it gets it back."""

from __future__ import annotations

from PyQt6 import sip
from PyQt6.QtWidgets import QApplication, QWidget


class LentFocus:
    """Remembers who had the keyboard in a window.

    Parameters
    ----------
    borrower
        What has it in the meantime; only a widget of the same window gets it back.
    """

    def __init__(self, borrower: QWidget) -> None:
        self._borrower = borrower
        self._lender: QWidget | None = None

    @property
    def lender(self) -> QWidget | None:
        """What gets the keyboard back; None where that is gone, or nothing had it."""
        lender = self._lender
        return None if lender is None or sip.isdeleted(lender) else lender

    def remember(self) -> None:
        """Remember what has the keyboard now."""
        self.return_to(QApplication.focusWidget())

    def return_to(self, lender: QWidget | None) -> None:
        """Return the keyboard to another widget."""
        is_here = lender is not None and lender.window() is self._borrower.window()
        self._lender = lender if is_here else None

    def give_back(self) -> None:
        """Return the keyboard; to the window where what had it is no longer there to be seen."""
        lender, self._lender = self.lender, None
        if lender is not None and lender.isVisible():
            lender.setFocus()
            return
        window = self._borrower.window()
        if window is not None:
            window.setFocus()
