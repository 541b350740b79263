"""The window as a picture, without a display."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session_file.file import Opened


@dataclass(frozen=True)
class Picture:
    """What is to be seen on a picture.

    Attributes
    ----------
    updates, lines
        How many updates to run, and how many lines of the next one.
    size
        (width, height) of the window.
    theme, language
        ``"light"`` or ``"dark"``; ``"en"`` or ``"zh_CN"``.
    scale
        Device pixels per pixel.
    """

    updates: int
    lines: int
    size: tuple[int, int]
    theme: str
    language: str
    scale: float


def render(start: Scenario | Opened, asked: Picture, path: Path) -> int:
    """Render the window to a PNG file; give the exit status."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    from PyQt6.QtCore import QSettings, qInstallMessageHandler

    from nnviz.app.application import App, make_application

    qInstallMessageHandler(_pass_on)
    application = make_application(["nnviz"])
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder, "nnviz.ini")), QSettings.Format.IniFormat)
        settings.setValue("theme", asked.theme)
        settings.setValue("language", asked.language)
        # Without its file: nothing of a picture is remembered.
        app = App(start, settings)
        app.window.resize(*asked.size)
        app.start()
        app.controller.stepping.advance(asked.updates, asked.lines)
        # Layouts settle, and views that draw when they are shown have been shown.
        for _ in range(3):
            application.processEvents()
        saved = app.window.grab().save(str(path), "PNG")
        app.dispose()
        application.processEvents()
    if not saved:
        print(
            f"nnviz: {path} was not written; accepted: a path in an existing folder that can be written",
            file=sys.stderr,
        )
    return 0 if saved else 1


def _pass_on(kind: object, context: object, message: str | None) -> None:
    """Print Qt's messages, but not that a platform without a screen cannot do what only a screen needs."""
    if message and not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)
