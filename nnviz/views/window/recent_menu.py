"""The menu of files that were opened or saved recently."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QAction, QFontMetrics
from PyQt6.QtWidgets import QMenu, QWidget

_WIDEST = 60
"""Widest folder that is not elided, in average widths of a letter."""


class RecentMenu(QMenu):
    """A menu of recent files, the newest first, with an entry that clears the list; disabled while there are none.

    Signals
    -------
    open_requested(Path)
        The file to open.
    clear_requested()
        Clear the list.
    """

    open_requested = pyqtSignal(object)
    clear_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open &recent"))
        self.setToolTipsVisible(True)
        self.triggered.connect(self._choose)
        self._clear = QAction(self.tr("&Clear list"), self)
        self.show_files(())

    def show_files(self, files: Sequence[Path]) -> None:
        """List files."""
        for action in self.actions():
            self.removeAction(action)
        for number, path in enumerate(files, start=1):
            action = QAction(self._text(number, path), self)
            action.setData(str(path))
            action.setToolTip(str(path))
            self.addAction(action)
        self.addSeparator()
        self.addAction(self._clear)
        self.setEnabled(bool(files))

    def _text(self, number: int, path: Path) -> str:
        home = Path.home()
        folder = str(path.parent)
        if path.is_relative_to(home):
            folder = str(Path("~", path.parent.relative_to(home)))
        fonts = QFontMetrics(self.font())
        folder = fonts.elidedText(folder, Qt.TextElideMode.ElideMiddle, _WIDEST * fonts.averageCharWidth())
        # Digits are mnemonics; an "&" in a name is not.
        mnemonic = f"&{number}" if number < 10 else "1&0"
        return f"{mnemonic}  {path.name} – {folder}".replace("&", "\0", 1).replace("&", "&&").replace("\0", "&")

    def _choose(self, action: QAction) -> None:
        if action is self._clear:
            self.clear_requested.emit()
        else:
            self.open_requested.emit(Path(str(action.data())))
