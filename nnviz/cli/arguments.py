"""Arguments that several commands have, and numbers of the command line with what is accepted where one is wrong."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from nnviz.model.data.files.choices import DataChoices
from nnviz.model.data.files.options import FILLS
from nnviz.model.data.spec import TEST_SHARE_RANGE
from nnviz.model.engine.engines import CHOICES, EngineChoice, chosen_engine
from nnviz.model.errors import ModelError
from nnviz.model.files.present import is_file
from nnviz.model.text.numbers import parse_number

START_HELP = (
    "a shipped scenario's name, a link of TensorFlow Playground, or a file: a scenario, samples (.csv, .npz …), a "
    "session, which continues, or a model of another library"
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


def add_data_arguments(parser: argparse.ArgumentParser) -> None:
    """Add how samples are used: those of a file, and where it makes sense those of a scenario."""
    group = parser.add_argument_group("samples", "How a file of samples is read; the last three also for scenarios.")
    columns = "columns, by their names or by their numbers from 1, with commas between them"
    group.add_argument("--target", metavar="COLUMNS", help=f"the answer: {columns}")
    group.add_argument("--inputs", metavar="COLUMNS", help=f"the inputs: {columns}; all others are left out")
    missing = group.add_mutually_exclusive_group()
    missing.add_argument("--drop-missing", action="store_true", help="leave out rows with a missing value")
    missing.add_argument("--fill", choices=tuple(FILLS), help="fill missing inputs with this value of their column")
    group.add_argument(
        "--scaling",
        choices=("none", "standard", "min-max", "divide"),
        help="how inputs are scaled: to mean 0 and deviation 1, to 0 … 1, or divided by the greatest",
    )
    group.add_argument(
        "--test", type=_share, metavar="SHARE", help="share of the samples to set aside for testing: 0.2, or 20%%"
    )
    group.add_argument("--seed", type=count_from_zero, metavar="N", help="seed of the split and the initial weights")


def data_choices(chosen: argparse.Namespace) -> DataChoices:
    """Return what the arguments of `add_data_arguments` say."""
    return DataChoices(
        None if chosen.target is None else tuple(chosen.target.split(",")),
        None if chosen.inputs is None else tuple(chosen.inputs.split(",")),
        chosen.drop_missing,
        chosen.fill or "",
        chosen.scaling,
        chosen.test,
        chosen.seed,
    )


def _share(text: str) -> float:
    """Read a share from 0 to 0.9, also in per cent."""
    low, high = TEST_SHARE_RANGE
    accepted = f"a share from {low:g} to {high:g}, such as 0.2 or 20%"
    return number_within(
        text, lambda given: a_number(given[:-1]) / 100 if given.endswith("%") else a_number(given), low, high, accepted
    )


def chosen_or_default(engine: EngineChoice | None) -> EngineChoice:
    """Return the engine of ``--engine``, or the default."""
    return chosen_engine() if engine is None else engine


def count_from_zero(text: str) -> int:
    """Read a whole number from 0."""
    return number_within(text, int, 0, math.inf, "a whole number from 0")


def whole_from_one(text: str) -> int:
    """Read a whole number from 1."""
    return number_within(text, int, 1, math.inf, "a whole number from 1")


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
