"""Watching one file for changes by other programs."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

SETTLING = 200
"""Milliseconds after a change: editors write more than once."""


class FileWatch(QObject):
    """Watches a file.

    Signals
    -------
    changed()
        It was written, or replaced by another, and is still there.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._wait)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING)
        self._settling.timeout.connect(self._announce)

    def watch(self, path: Path | None) -> None:
        """Watch another file; None watches nothing."""
        self._settling.stop()
        self._path = path
        watched = self._watcher.files()
        if watched:
            self._watcher.removePaths(watched)
        if path is not None and path.is_file():
            self._watcher.addPath(str(path))

    def _wait(self, path: str) -> None:
        self._settling.start()

    def _announce(self) -> None:
        if self._path is not None and self._path.is_file():
            self.watch(self._path)  # it may be another file of this name
            self.changed.emit()
