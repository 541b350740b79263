"""``nnviz film``: lines of an update as a moving picture, without a display."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from nnviz.cli.arguments import START_HELP, a_number, number_within
from nnviz.cli.offscreen import add_window_arguments, cannot_draw, offscreen_window, settle

if TYPE_CHECKING:
    from PyQt6.QtGui import QImage

    from nnviz.app.application import App

SIZE: Final = (1280, 720)
MOVING: Final = 8
"""Pictures of the motion of one line."""
EACH: Final = 0.05
"""Seconds for which each of them is seen."""


class _Start(NamedTuple):
    """Where a film begins: after so many whole updates, and lines of the next one."""

    completed: int
    line: int


def add_film(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser = commands.add_parser(
        "film",
        help="render lines of an update to a moving picture, without a display",
        description="Run lines one by one, and write what is seen as a film: .gif, .webp, or .mp4 where ffmpeg is "
        "installed. It needs Pillow, the extra “film”.",
    )
    parser.add_argument("scenario", help=START_HELP)
    parser.add_argument(
        "--from",
        dest="begin",
        type=_start,
        default=_Start(0, 0),
        metavar="N[:K]",
        help="the update that is seen, from its line K on (1:1)",
    )
    parser.add_argument("--lines", type=_count, default=15, metavar="K", help="how many lines are run (15)")
    parser.add_argument(
        "--seconds", type=_seconds, default=1.0, metavar="S", help="how long each line is seen, in seconds (1)"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.gif", help="where to write the film")
    add_window_arguments(parser, SIZE)
    parser.set_defaults(run=_film)


def _start(text: str) -> _Start:
    """Read an update, and a line of it: ``161``, ``161:6``."""
    update, separator, line = text.partition(":")
    line = line if separator else "1"
    if not (update.isdecimal() and line.isdecimal() and int(update) and int(line)):
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted: an update from 1, and its line: 161 or 161:6")
    return _Start(int(update) - 1, int(line) - 1)


def _count(text: str) -> int:
    return number_within(text, int, 1, 1000, "a whole number from 1 to 1000")


def _seconds(text: str) -> float:
    return number_within(text, a_number, 0.1, 60, "seconds from 0.1 to 60")


def _film(chosen: argparse.Namespace) -> int:
    """Render the lines and write the film."""
    if cannot_draw():
        return 1
    from nnviz.documents.films import FILMING, check_film, save_film
    from nnviz.documents.open_any import find_document
    from nnviz.model.files.write import check_writable

    check_film(chosen.out)
    check_writable(chosen.out, FILMING)
    with offscreen_window(chosen, find_document(chosen.scenario).start) as app:
        save_film(_pictures(app, chosen.begin, chosen.lines, chosen.seconds), chosen.out)
    return 0


def _pictures(app: App, begin: _Start, lines: int, seconds: float) -> Iterator[tuple[QImage, float]]:
    """Yield the pictures, each with the seconds for which it is seen."""
    from nnviz.views.motion import MotionClock, eased

    def picture() -> QImage:
        settle()
        return app.window.grab().toImage()

    app.controller.stepping.advance(begin.completed, begin.line)
    settle()
    clocks = app.window.findChildren(MotionClock)
    yield picture(), seconds
    for _ in range(lines):
        for clock in clocks:
            clock.hold(0.0)
        app.controller.stepping.advance(0, 1)
        for k in range(1, MOVING):
            for clock in clocks:
                clock.hold(eased(k / MOVING))
            yield picture(), EACH
        for clock in clocks:
            clock.hold(None)
        yield picture(), max(seconds - (MOVING - 1) * EACH, EACH)
