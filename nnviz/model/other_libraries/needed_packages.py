"""Packages that only reading some files needs, and what to say where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from nnviz.model.other_libraries.library_model import refusal
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled


def imported(package: str, library: str) -> Any:
    """Return a package.

    Raises
    ------
    ModelError
        If it is not installed.
    """
    try:
        return import_module(package)
    except ImportError:
        found = filled(QT_TRANSLATE_NOOP("model", "no package {package}, which reads it"), package=package)
        accepted = QT_TRANSLATE_NOOP("model", 'nnviz with its extra "models": pip install -e ".[models]"')
        raise refusal(library, "", found, accepted) from None
