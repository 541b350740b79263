"""The language of the window: installing Qt's translations and ours."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PyQt6.QtGui import QFontDatabase
from PyQt6.QtWidgets import QApplication

from nnviz.assets import asset

# In English whatever the language is: who reads it sees boxes for the signs of theirs.
_NO_CHINESE_FONT: Final = (
    "No font here has Chinese characters: they are shown as boxes. On Debian or Ubuntu: sudo apt-get update && "
    "sudo apt-get install fonts-wqy-microhei; then start nnviz again."
)


def font_problem(language: str) -> str | None:
    """Return what is told where no font can show a language; None where one can."""
    if language != "zh_CN" or QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return None
    return _NO_CHINESE_FONT


class Language(QObject):
    """Installs and removes translations; English needs none.

    Each is read once: a translator that is only removed holds its file until its parent is gone.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read: dict[str, tuple[QTranslator, ...]] = {}
        self._translators: tuple[QTranslator, ...] = ()

    def install(self, language: str) -> bool:
        """Switch to a language: ``en``, ``zh_CN``; return whether it is there, else the window is in English."""
        self.remove()
        QLocale.setDefault(QLocale(language))
        if language == "en":
            return True
        translators = self._read.get(language) or self._load(language)
        if not translators:
            QLocale.setDefault(QLocale("en"))
            return False
        for translator in translators:
            QApplication.installTranslator(translator)
        self._translators = self._read[language] = translators
        return True

    def _load(self, language: str) -> tuple[QTranslator, ...]:
        """Read the translations of Qt and ours; return none where there are none of ours."""
        ours = QTranslator(self)
        if not ours.load(str(asset("translations") / f"nnviz_{language}.qm")):
            ours.deleteLater()
            return ()
        # Names of keys, menus of text fields. A Qt that did not come with PyQt6 may lack them; then they are English.
        of_qt = QTranslator(self)
        of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        return of_qt, ours

    def remove(self) -> None:
        """Switch back to English."""
        for translator in self._translators:
            QApplication.removeTranslator(translator)
        self._translators = ()
