"""Preferences that are stored between starts: theme and language; and the file that they are stored in.

Qt writes that file wholly or not at all, under a lock: `QSettings.setAtomicSyncRequired`, on by default, has it write a
temporary file beside, which then takes its place (`QSaveFile`). A process that is killed leaves the temporary file.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from time import time
from typing import Final, Literal, cast

from PyQt6.QtCore import QLocale, QLockFile, QSettings, Qt
from PyQt6.QtWidgets import QApplication

from nnviz.app.text_sizes import LEAST_TEXT, MOST_TEXT
from nnviz.documents.setting_aside import FAULTY

ThemeChoice = Literal["system", "light", "dark"]
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark")
LANGUAGES = ("en", "zh_CN")
SWITCH = ("on", "off")
MOTION_VARIABLE: Final = "NNVIZ_MOTION"
"""Environment variable that is ``off`` where nothing is to move at first, as on a slow remote screen."""

_LOCKING: Final = 2.0
"""Seconds within which a process that lives has written its number into its lock."""


class Preferences:
    """The person's choices.

    Parameters
    ----------
    settings
        Where they are stored.
    """

    def __init__(self, settings: QSettings) -> None:
        self.settings = settings

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or that of the system."""
        value = self.settings.value("theme")
        return cast(ThemeChoice, value) if value in THEMES else "system"

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self.settings.setValue("theme", choice)

    @property
    def motion(self) -> bool:
        """Whether what a line does is shown as a motion; at first as the environment and the desktop have it."""
        value = self.settings.value("motion")
        if value in SWITCH:
            return bool(value == "on")
        if MOTION_VARIABLE in os.environ:
            return os.environ[MOTION_VARIABLE] != "off"
        return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)

    @motion.setter
    def motion(self, is_on: bool) -> None:
        self.settings.setValue("motion", "on" if is_on else "off")

    @property
    def text_size(self) -> float:
        """The factor on text and on all that is as large as it."""
        try:
            size = float(self.settings.value("text-size", 1.0))
        except (TypeError, ValueError):  # a damaged setting is as none
            return 1.0
        return size if LEAST_TEXT <= size <= MOST_TEXT else 1.0

    @text_size.setter
    def text_size(self, size: float) -> None:
        self.settings.setValue("text-size", size)

    @property
    def language(self) -> str:
        """The language chosen, or that of the system if nnviz has it, or English."""
        value = self.settings.value("language")
        if value in LANGUAGES:
            return str(value)
        return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"

    @language.setter
    def language(self, language: str) -> None:
        self.settings.setValue("language", language)


def remove_leftovers_of(settings: Path) -> None:
    """Remove what processes that were killed while they wrote the settings have left; at the start of nnviz.

    Parameters
    ----------
    settings
        The file of the settings.
    """
    # What was to become the settings, and what Qt locks a stale lock with.
    name = re.compile(re.escape(settings.name) + r"\.([A-Za-z]{6}|lock(\.rmlock)+)")
    with suppress(OSError):  # no folder yet, or one that cannot be read
        _remove_empty_lock(Path(f"{settings}.lock"))
        found = [p for p in settings.parent.iterdir() if name.fullmatch(p.name) and p.suffix != FAULTY]
        # Who holds it is writing: without a process that does, nothing that was begun goes on.
        lock = QLockFile(f"{settings}.lock")
        if found and lock.tryLock(0):
            try:
                for path in found:
                    path.unlink(missing_ok=True)
            finally:
                lock.unlock()


def _remove_empty_lock(lock: Path) -> None:
    """Remove the lock of a process that was killed before it wrote its number there: Qt waits half a minute for it."""
    with suppress(FileNotFoundError):
        status = lock.stat()
        if status.st_size == 0 and time() - status.st_mtime > _LOCKING:
            lock.unlink()
