"""What a person's code meets: random numbers that can be drawn again, no plots on the screen, nobody to type."""

from __future__ import annotations

import builtins
import importlib.abc
import importlib.machinery
import random
import sys
import types
import warnings
from collections.abc import Callable, Container, Sequence
from pathlib import Path
from typing import Any

SEED = 0


class _Swallowing(types.ModuleType):
    """A module in which everything can be called, and does nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing()


class _Nothing:
    """Whatever a plotting library returns."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing()

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        return _Nothing()

    def __iter__(self) -> Any:
        return iter((_Nothing(), _Nothing()))

    def __getitem__(self, key: Any) -> Any:
        return _Nothing()

    def __setitem__(self, key: Any, value: Any) -> None:
        """Do nothing."""

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        """Do nothing."""


class _PlotsSwallowed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds modules of plotting libraries that are not installed."""

    names = ("matplotlib", "seaborn", "mpl_toolkits", "plotly")

    def __init__(self) -> None:
        self.used: set[str] = set()

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        if name.partition(".")[0] not in self.names:
            return None
        self.used.add(name.partition(".")[0])
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: Any) -> types.ModuleType:
        return _Swallowing(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """Do nothing."""


def swallow_plots() -> Callable[[], Sequence[str]]:
    """Keep plots off the screen; return a function that names the libraries that were not there."""
    finder = _PlotsSwallowed()
    sys.meta_path.append(finder)
    return lambda: sorted(finder.used)


def fix_random_numbers() -> None:
    """Seed all generators that the code does not seed itself, so that a second run draws the same."""
    random.seed(SEED)
    numpy = _imported("numpy")
    if numpy is not None:
        numpy.random.seed(SEED)
        fresh = numpy.random.default_rng

        def default_rng(seed: Any = None) -> Any:
            return fresh(SEED if seed is None else seed)

        default_rng.__doc__ = fresh.__doc__
        numpy.random.default_rng = default_rng


def tell_warnings_where_they_belong(own: Container[str]) -> None:
    """Say of each warning on which line of the person's files it came up, not in which hook."""
    shown = warnings.showwarning

    def show(message: Any, category: Any, filename: str, lineno: int, file: Any = None, line: Any = None) -> None:
        frame: Any = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename not in own:
            frame = frame.f_back
        if frame is not None and filename.startswith(str(Path(__file__).parent)):
            filename, lineno = frame.f_code.co_filename, frame.f_lineno
        shown(message, category, filename, lineno, file, line)

    warnings.showwarning = show


def _imported(name: str) -> Any:
    try:
        return __import__(name)
    except Exception:  # noqa: BLE001 - not there, or broken: the person's code will say so
        return None


def refuse_input(end: Callable[[str, str], None]) -> None:
    """End the recording where the code asks somebody to type."""

    def asked(prompt: object = "", /) -> str:
        end("input", str(prompt)[:200])
        raise EOFError

    builtins.input = asked
