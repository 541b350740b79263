"""Taking the keyboard for a while: for an editor over a cell, for a drag."""

from __future__ import annotations

from PyQt6 import sip
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QWidget


class BorrowedFocus:
    """Takes the keyboard for a widget, and returns it to the one that had it.

    Parameters
    ----------
    borrower
        What has the keyboard in the meantime.
    """

    def __init__(self, borrower: QWidget) -> None:
        self._borrower = borrower
        self._lender: QWidget | None = None

    def take(self) -> None:
        """Move the keyboard to the borrower."""
        self._lender = self._holder()
        # As a menu does: by the reason, views see that the person did not choose to go there, or to come back.
        self._borrower.setFocus(Qt.FocusReason.PopupFocusReason)

    def give_back(self) -> None:
        """Return the keyboard to the lender; where another widget has it by now, it stays there."""
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
