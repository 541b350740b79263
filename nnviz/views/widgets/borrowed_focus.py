"""Having the keyboard for a while: for an editor over a cell, for a drag."""

from __future__ import annotations

from PyQt6 import sip
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QWidget


class BorrowedFocus:
    """Takes the keyboard for a widget, and gives it back to the one that had it.

    Parameters
    ----------
    borrower
        What has the keyboard meanwhile.
    """

    def __init__(self, borrower: QWidget) -> None:
        self._borrower = borrower
        self._lender: QWidget | None = None

    def take(self) -> None:
        """Give the borrower the keyboard."""
        self._lender = self._holder()
        # As a menu does: views tell by the reason that nobody chose to go there, or to come back.
        self._borrower.setFocus(Qt.FocusReason.PopupFocusReason)

    def give_back(self) -> None:
        """Let the lender have the keyboard again; where someone else has it by now, it stays there."""
        lender, self._lender = self._lender, None
        if self._holder() is not self._borrower:
            return
        if lender is None or sip.isdeleted(lender) or not lender.isVisible():
            self._borrower.clearFocus()
        else:
            lender.setFocus(Qt.FocusReason.PopupFocusReason)

    def _holder(self) -> QWidget | None:
        window = self._borrower.window()
        return None if window is None else window.focusWidget()
