"""File dialogs behind one place, so that a test can answer them."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtWidgets import QFileDialog, QWidget


def ask_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask for an existing file; return None when the person cancels."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def ask_save(parent: QWidget, title: str, suggestion: str, kinds: str) -> Path | None:
    """Ask where to save; return None when the person cancels.

    Parameters
    ----------
    parent, title, kinds
        As for `ask_open`.
    suggestion
        A name, with a folder or without; its ending is added to a name that is typed without one.
    """
    suggested = Path(suggestion)
    dialog = QFileDialog(parent, title, str(suggested.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Before the question whether a file that is there is to be replaced, which is why it is not added afterwards.
    dialog.setDefaultSuffix(suggested.suffix)
    dialog.selectFile(suggested.name)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    name = next(iter(dialog.selectedFiles()), "") if accepted else ""
    dialog.deleteLater()
    return Path(name) if name else None
