"""Arguments that several commands have, and numbers of the command line with what is accepted where one is wrong."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from nnviz.model.engine.engines import CHOICES, EngineChoice, chosen_engine
from nnviz.model.errors import ModelError
from nnviz.model.files.present import is_file
from nnviz.model.text.numbers import parse_number

START_HELP = (
    "a shipped scenario's name, or a file: a scenario, samples (.csv, .npz …), a session, which continues, or a model"
)

_Number = TypeVar("_Number", int, float)


def add_run_arguments(parser: argparse.ArgumentParser, updates: int | None = None) -> None:
    """Add what is run and for how long; `updates` is the default, and without it the option is required."""
    parser.add_argument("scenario", help=START_HELP)
    parser.add_argument(
        "--updates",
        type=count_from_zero,
        default=updates,
        required=updates is None,
        metavar="N",
        help="how many updates to run",
    )


def add_engine_argument(parser: argparse.ArgumentParser) -> None:
    """Add what runs the updates; without the option, what the environment says, and else the fastest."""
    parser.add_argument(
        "--engine",
        choices=CHOICES,
        help="what runs the updates: numpy, loops compiled by numba, or those where they are faster (fastest)",
    )


def chosen_or_default(engine: EngineChoice | None) -> EngineChoice:
    """Return the engine of ``--engine``, or the default."""
    return chosen_engine() if engine is None else engine


def count_from_zero(text: str) -> int:
    """Read a whole number from 0."""
    return number_within(text, int, 0, math.inf, "a whole number from 0")


def number_within(text: str, read: Callable[[str], _Number], least: float, most: float, accepted: str) -> _Number:
    """Read a number from `least` to `most`; `accepted` says in words which those are.

    Raises
    ------
    argparse.ArgumentTypeError
        If the text is not such a number.
    """
    try:
        number = read(text)
    except ValueError:
        number = None
    if number is None or not least <= number <= most:
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted: {accepted}")
    return number


def a_number(text: str) -> float:
    """Read a number as people write it, as every field of the window does.

    Raises
    ------
    argparse.ArgumentTypeError
        If the text is not a number, or may be another one than was meant.
    """
    try:
        return parse_number(text)
    except ModelError as error:
        raise argparse.ArgumentTypeError(f"found {error.found}; accepted: {error.accepted}") from None


def file_argument(text: str) -> Path:
    """Read a file's name; raise if there is no such file."""
    path = Path(text)
    if not is_file(path):
        raise argparse.ArgumentTypeError(f"there is no file {text!r}")
    return path


def time_limit(text: str) -> float:
    """Read a number of seconds that a person's code may take."""
    return number_within(text, a_number, 0.1, 3600, "seconds from 0.1 to 3600")
