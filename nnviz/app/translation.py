"""The language of the window: installing Qt's translations and ours."""

from __future__ import annotations

from PyQt6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PyQt6.QtWidgets import QApplication

from nnviz.assets import asset


class Language(QObject):
    """Installs and removes translations; English needs none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translators: list[QTranslator] = []

    def install(self, language: str) -> bool:
        """Switch to a language: ``en``, ``zh_CN``; return whether it is there, else the window is in English."""
        self.remove()
        QLocale.setDefault(QLocale(language))
        if language == "en":
            return True
        ours, of_qt = QTranslator(self), QTranslator(self)
        if not ours.load(str(asset("translations") / f"nnviz_{language}.qm")):
            QLocale.setDefault(QLocale("en"))
            return False
        # Names of keys, menus of text fields. A Qt that did not come with PyQt6 may lack them; then they are English.
        of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for translator in (of_qt, ours):
            QApplication.installTranslator(translator)
            self._translators.append(translator)
        return True

    def remove(self) -> None:
        """Switch back to English."""
        for translator in self._translators:
            QApplication.removeTranslator(translator)
        self._translators = []
