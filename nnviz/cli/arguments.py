"""Numbers of the command line, with what is accepted where one is wrong."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeVar

_Number = TypeVar("_Number", int, float)


def number_within(text: str, read: Callable[[str], _Number], least: float, most: float, accepted: str) -> _Number:
    """Read a number from `least` to `most`; `accepted` says in words which that are.

    Raises
    ------
    argparse.ArgumentTypeError
        If the text is none.
    """
    try:
        number = read(text)
    except ValueError:
        number = None
    if number is None or not least <= number <= most:
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted: {accepted}")
    return number
