"""``nnviz snapshot``: the window as a picture, without a display."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from nnviz.cli.arguments import (
    add_data_arguments,
    add_engine_argument,
    add_run_arguments,
    count_from_zero,
    data_choices,
)
from nnviz.cli.model_arguments import add_model_arguments, model_options
from nnviz.cli.offscreen import add_window_arguments, cannot_draw, offscreen_window, settle


def add_snapshot(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser = commands.add_parser("snapshot", help="render the window to a picture, without a display")
    add_run_arguments(parser, updates=0)
    add_engine_argument(parser)
    add_data_arguments(parser)
    parser.add_argument(
        "--lines", type=count_from_zero, default=0, metavar="K", help="then run K lines of the next update"
    )
    parser.add_argument(
        "--break",
        dest="breakpoints",
        action="append",
        default=[],
        metavar="CONDITION",
        help="stop where this holds: a line's symbol, or an expression such as “loss < 0.3”; may be given repeatedly",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.png", help="where to write the picture")
    add_window_arguments(parser)
    add_model_arguments(parser)
    parser.set_defaults(run=_render)


def _render(chosen: argparse.Namespace) -> int:
    """Render the window to a picture."""
    if cannot_draw():
        return 1
    from nnviz.documents.open_any import find_document
    from nnviz.documents.pictures import SAVING, save_picture
    from nnviz.model.breakpoints.parse import read_condition
    from nnviz.model.engine.engines import VARIABLE
    from nnviz.model.files.write import check_writable

    check_writable(chosen.out, SAVING)
    if chosen.engine is not None:
        os.environ[VARIABLE] = chosen.engine
    found = find_document(chosen.scenario, data_choices(chosen), model_options(chosen))
    with offscreen_window(chosen, found.start) as app:
        for written in chosen.breakpoints:
            app.controller.breakpoints.add(read_condition(written, app.controller.snapshot))
        app.controller.stepping.advance(chosen.updates, chosen.lines)
        settle()
        save_picture(app.window.grab(), chosen.out)
    return 0
