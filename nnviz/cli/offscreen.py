"""A window without a display, for the commands that make pictures of it."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nnviz.app.display import display_problem
from nnviz.app.text_sizes import LEAST_TEXT, MOST_TEXT
from nnviz.cli.arguments import a_number, number_within

if TYPE_CHECKING:
    from nnviz.app.application import App

SIZE = (1440, 900)


def add_window_arguments(parser: argparse.ArgumentParser, size: tuple[int, int] = SIZE) -> None:
    """Add how the window looks."""
    width, height = size
    parser.add_argument(
        "--size", "--window", type=_size, default=size, metavar="WxH", help=f"size of the window ({width}x{height})"
    )
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("en", "zh_CN"), default="en")
    parser.add_argument("--scale", type=_scale, default=1.0, metavar="S", help="device pixels per pixel (1)")

    parser.add_argument(
        "--font-scale", type=_font_scale, default=1.0, metavar="S", help="factor on text, and on what is as large as it"
    )
    parser.add_argument("--panel", metavar="NAME", help="also show a panel: a tool, or Setup")


def _size(text: str) -> tuple[int, int]:
    """Read a size such as ``1440x900``."""
    width, separator, height = text.lower().partition("x")
    if not (
        separator and width.isdecimal() and height.isdecimal() and 0 < int(width) <= 8192 and 0 < int(height) <= 8192
    ):
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted: WIDTHxHEIGHT in pixels, such as 1440x900")
    return int(width), int(height)


def _scale(text: str) -> float:
    """Read a scale from 1 to 4."""
    return number_within(text, a_number, 1, 4, "a number from 1 to 4")


def _font_scale(text: str) -> float:
    """Read a factor on text."""
    return number_within(text, a_number, LEAST_TEXT, MOST_TEXT, f"a number from {LEAST_TEXT:g} to {MOST_TEXT:g}")


def cannot_draw() -> bool:
    """Return whether no window can be drawn here, and print why."""
    problem = display_problem("offscreen")
    if problem is not None:
        print(f"nnviz: {problem}", file=sys.stderr)
    return problem is not None


@contextmanager
def offscreen_window(chosen: argparse.Namespace, start: Any) -> Iterator[App]:
    """Show a window off screen with what is opened in it; it is disposed of at the end.

    Parameters
    ----------
    chosen
        With the arguments of `add_window_arguments`.
    start
        What is opened, as `App` takes it.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(chosen.scale)
    from PyQt6.QtCore import QSettings, qInstallMessageHandler

    from nnviz.app.application import App, make_application

    qInstallMessageHandler(_pass_on)
    application = make_application(["nnviz"])
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder, "nnviz.ini")), QSettings.Format.IniFormat)
        settings.setValue("theme", chosen.theme)
        settings.setValue("language", chosen.language)
        settings.setValue("text-size", chosen.font_scale)
        settings.setValue("motion", "off")  # a picture is of what a line leaves
        # Without a path: nothing is remembered of what a picture is made of.
        app = App(start, settings)
        try:
            app.window.resize(*chosen.size)
            app.start()
            if chosen.panel is not None:
                app.window.summon(_known_panel(chosen.panel))
            yield app
        finally:
            app.dispose()
            application.processEvents()


def _known_panel(name: str) -> str:
    """Return the name of a panel; raise if there is none of it."""
    from nnviz.model.errors import ModelError
    from nnviz.views.window.panel_rows import ROWS

    if name not in ROWS:
        raise ModelError("showing a panel", "--panel", repr(name), ", ".join(ROWS))
    return name


def settle() -> None:
    """Let layouts settle, and views draw that draw when they are shown."""
    from PyQt6.QtWidgets import QApplication

    for _ in range(3):
        QApplication.processEvents()


def _pass_on(kind: object, context: object, message: str | None) -> None:
    """Print Qt's messages, except that the offscreen platform lacks what only a screen needs."""
    if message and not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)
