"""Preferences that are stored between starts: theme and language."""

from __future__ import annotations

from typing import Literal, cast

from PyQt6.QtCore import QLocale, QSettings

ThemeChoice = Literal["system", "light", "dark"]
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark")
LANGUAGES = ("en", "zh_CN")


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
    def language(self) -> str:
        """The language chosen, or that of the system if nnviz has it, or English."""
        value = self.settings.value("language")
        if value in LANGUAGES:
            return str(value)
        return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"

    @language.setter
    def language(self, language: str) -> None:
        self.settings.setValue("language", language)
