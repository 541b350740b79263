"""The files opened and saved recently."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QSettings

MOST = 10
KEY = "recent"


class RecentFiles:
    """Up to ten paths, the newest first, stored between starts.

    Parameters
    ----------
    settings
        Where they are stored.
    """

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def files(self) -> tuple[Path, ...]:
        """The paths; a file may be gone by now."""
        value = self._settings.value(KEY)
        # An ini file returns a list of one text as a text.
        texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return tuple(Path(text) for text in texts if isinstance(text, str) and text)[:MOST]

    def add(self, path: Path) -> None:
        """Move a file to the front."""
        path = path.absolute()
        self._store((path, *(other for other in self.files if other != path)))

    def drop(self, path: Path) -> None:
        """Remove a file."""
        self._store(tuple(other for other in self.files if other != path))

    def clear(self) -> None:
        """Forget all."""
        self._settings.remove(KEY)

    def _store(self, files: tuple[Path, ...]) -> None:
        self._settings.setValue(KEY, [str(path) for path in files[:MOST]])
