"""``nnviz snapshot``: the window as a picture, without a display."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from nnviz.app.display import display_problem
from nnviz.cli.arguments import a_number, add_engine_argument, add_run_arguments, count_from_zero, number_within

SIZE = (1440, 900)


def add_snapshot(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser = commands.add_parser("snapshot", help="render the window to a picture, without a display")
    add_run_arguments(parser, updates=0)
    add_engine_argument(parser)
    parser.add_argument(
        "--lines", type=count_from_zero, default=0, metavar="K", help="then run K lines of the next update"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.png", help="where to write the picture")
    parser.add_argument("--size", type=_size, default=SIZE, metavar="WxH", help="size of the window (1440x900)")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("en", "zh_CN"), default="en")
    parser.add_argument("--scale", type=_scale, default=1.0, metavar="S", help="device pixels per pixel (1)")
    parser.set_defaults(run=_render)


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


def _render(chosen: argparse.Namespace) -> int:
    """Render the window to a picture."""
    problem = display_problem("offscreen")
    if problem is not None:
        print(f"nnviz: {problem}", file=sys.stderr)
        return 1
    from nnviz.documents.open_any import find_document
    from nnviz.documents.pictures import SAVING, save_picture
    from nnviz.model.engine.engines import VARIABLE
    from nnviz.model.files.write import check_writable

    check_writable(chosen.out, SAVING)
    start = find_document(chosen.scenario).start
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if chosen.engine is not None:
        os.environ[VARIABLE] = chosen.engine
    os.environ["QT_SCALE_FACTOR"] = str(chosen.scale)
    from PyQt6.QtCore import QSettings, qInstallMessageHandler

    from nnviz.app.application import App, make_application

    qInstallMessageHandler(_pass_on)
    application = make_application(["nnviz"])
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder, "nnviz.ini")), QSettings.Format.IniFormat)
        settings.setValue("theme", chosen.theme)
        settings.setValue("language", chosen.language)
        # Without a path: nothing is remembered of what a picture is made of.
        app = App(start, settings)
        try:
            app.window.resize(*chosen.size)
            app.start()
            app.controller.stepping.advance(chosen.updates, chosen.lines)
            # Layouts settle, and views that draw when they are shown have been shown.
            for _ in range(3):
                application.processEvents()
            save_picture(app.window.grab(), chosen.out)
        finally:
            app.dispose()
            application.processEvents()
    return 0


def _pass_on(kind: object, context: object, message: str | None) -> None:
    """Print Qt's messages, except that the offscreen platform lacks what only a screen needs."""
    if message and not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)
