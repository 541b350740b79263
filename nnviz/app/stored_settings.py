"""The settings as they were stored, without what cannot be used: a damaged file must not keep nnviz from starting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal

from PyQt6.QtCore import QByteArray, QCoreApplication, QSettings

from nnviz.app.preferences import LANGUAGES, SWITCH, THEMES
from nnviz.documents.setting_aside import free_name, set_aside
from nnviz.model.files.present import is_file

_LARGEST: Final = 1 << 24
"""Bytes of a file of settings; ours has a few thousand."""

Trouble = Literal["set aside", "values", "not read", "not stored"]


@dataclass(frozen=True)
class SettingsTrouble:
    """What was wrong with the stored settings.

    Attributes
    ----------
    kind
        The whole file was set aside, single values were ignored, or it cannot be read or written.
    path
        The file.
    aside
        Where it is kept as it was, if it could be.
    values
        The names of the values.
    """

    kind: Trouble
    path: Path
    aside: Path | None = None
    values: tuple[str, ...] = ()

    def text(self) -> str:
        """Return this as a sentence in the language of the window."""
        match self.kind:
            case "set aside":
                text = QCoreApplication.translate("Settings", "The settings in %1 are damaged and were not read.")
            case "values":
                text = QCoreApplication.translate("Settings", "These settings in %1 are damaged and were ignored: %2.")
            case "not read":
                text = QCoreApplication.translate("Settings", "The settings in %1 cannot be read, and are not stored.")
            case "not stored":
                text = QCoreApplication.translate("Settings", "Settings are not stored: %1 cannot be written.")
        text = text.replace("%2", ", ".join(self.values)).replace("%1", str(self.path))
        if self.aside is not None:
            kept = QCoreApplication.translate("Settings", "The file as it was is kept as %1.")
            text = f"{text} {kept.replace('%1', str(self.aside))}"
        return text


def open_settings(path: Path | None = None) -> tuple[QSettings, tuple[SettingsTrouble, ...]]:
    """Return the settings of this person, and what was wrong with them.

    Parameters
    ----------
    path
        The file; by default where Qt stores the settings of nnviz.
    """
    if path is None:
        # Asked for a file of another name: to open the right one may wait for ever, where that is a pipe.
        other = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "nnviz", "nnviz-")
        path = Path(other.fileName()).with_name("nnviz.ini")
    if not _is_usable(path) or not _is_read(path):
        try:
            found = SettingsTrouble("set aside", path, set_aside(path))
        except OSError:
            # Neither read nor overwritten.
            unused = path.with_name("nnviz-.ini")
            return QSettings(str(unused), QSettings.Format.IniFormat), (SettingsTrouble("not read", path),)
        return QSettings(str(path), QSettings.Format.IniFormat), (found,)
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    damaged = _damaged_values(settings)
    if damaged:
        aside = _copy_aside(path)
        for name in damaged:
            settings.remove(name)
        return settings, (SettingsTrouble("values", path, aside, damaged),)
    if settings.status() == QSettings.Status.AccessError:
        return settings, (SettingsTrouble("not read", path),)
    if not settings.isWritable():
        return settings, (SettingsTrouble("not stored", path),)
    return settings, ()


def _is_usable(path: Path) -> bool:
    """Return whether Qt can be given a file of settings, or there is none yet."""
    if not path.is_symlink() and not path.exists():
        return True
    if not is_file(path):
        return False
    try:
        if path.stat().st_size > _LARGEST:
            return False
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    except OSError:
        return True  # Qt cannot read it either, and says so
    # PyQt would carry out what it says; nnviz stores no such values.
    return "\0" not in text and "PyQt_PyObject" not in text


def _is_read(path: Path) -> bool:
    """Return whether Qt can make sense of a file of settings."""
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    try:
        settings.allKeys()
    except SystemError:
        return False
    return settings.status() != QSettings.Status.FormatError


def _copy_aside(path: Path) -> Path | None:
    """Keep a copy of a file, of which a part is removed; return its path, or None where it cannot be written."""
    import shutil

    try:
        aside = free_name(path)
        shutil.copyfile(path, aside)
    except OSError:
        return None
    return aside


def _damaged_values(settings: QSettings) -> tuple[str, ...]:
    names = settings.allKeys()
    return tuple(name for name, accepts in _ACCEPTED.items() if name in names and not _holds(settings, name, accepts))


def _holds(settings: QSettings, name: str, accepts: Callable[[Any], bool]) -> bool:
    try:
        return accepts(settings.value(name))
    except (SystemError, TypeError, ValueError):
        return False  # it names a type that is not there, or is cut off


def _is_bytes(value: object) -> bool:
    return isinstance(value, QByteArray)


def _is_text(value: object) -> bool:
    # An ini file returns a text with a comma in it as a list.
    return value is None or isinstance(value, str) or _is_list_of_texts(value)


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_ACCEPTED: Final[Mapping[str, Callable[[Any], bool]]] = MappingProxyType(
    {
        "theme": lambda value: value in THEMES,
        "language": lambda value: value in LANGUAGES,
        "motion": lambda value: value in SWITCH,
        "recent": _is_text,
        "introduction": _is_text,
        "window/geometry": _is_bytes,
        "window/panels": _is_bytes,
        "window/panels-shown": _is_text,
        "window/panels-docked": _is_text,
        "window/panels-rearranged": _is_text,
        "window/panels-dragged": _is_text,
        "window/geometry-sum": _is_text,
        "window/drawer-pinned": _is_text,
        "window/panels-sum": _is_text,
        "presentation/panels": _is_bytes,
        "presentation/panels-shown": _is_text,
        "presentation/panels-docked": _is_text,
        "presentation/panels-rearranged": _is_text,
        "presentation/panels-dragged": _is_text,
        "presentation/panels-sum": _is_text,
    }
)
"""Name of each value that is stored → whether what is found can be one."""
