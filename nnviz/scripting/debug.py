"""`nnviz.debug`: the first wrong line of a person's own script, function, or block."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, overload

from nnviz.model.errors import NotComputedError
from nnviz.model.judgement.debug_file import debug_file
from nnviz.model.judgement.judge import judge
from nnviz.model.judgement.judgement import Difference, Judgement
from nnviz.model.recording.in_process import RecordedBlock, record_call
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


class DebuggedBlock:
    """Judges the functions that run in a ``with`` block; statements of the block itself are not recorded.

    Parameters
    ----------
    names
        The names of the module or notebook whose functions are recorded.
    updates
        After how many parameter updates the recording ends; the block runs on.

    Attributes
    ----------
    judgement
        The verdict, after the block.
    ok, first_difference
        Those of the verdict.
    """

    def __init__(self, names: Mapping[str, Any], updates: int = 3) -> None:
        self._block = RecordedBlock(names, updates=updates)
        self._judgement: Judgement | None = None

    def __enter__(self) -> DebuggedBlock:
        self._block.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool:
        ended = self._block.__exit__(kind, error, traceback)
        if self._block.recording is not None:
            self._judgement = judge(self._block.recording)[1]
        return ended

    @property
    def judgement(self) -> Judgement:
        """The verdict.

        Raises
        ------
        NotComputedError
            Before the end of the block.
        """
        if self._judgement is None:
            found, accepted = QT_TRANSLATE_NOOP("model", "a block that is not over"), "after the with block"
            raise NotComputedError(QT_TRANSLATE_NOOP("model", "the verdict on a block"), "", found, accepted)
        return self._judgement

    @property
    def ok(self) -> bool | None:
        """Whether the gradients are right; None where no network was recognised."""
        return self.judgement.ok

    @property
    def first_difference(self) -> Difference | None:
        """The first line that is wrong; None where there is none."""
        return self.judgement.first_difference

    def __str__(self) -> str:
        return "" if self._judgement is None else str(self._judgement)

    def __repr__(self) -> str:
        return object.__repr__(self) if self._judgement is None else str(self._judgement)

    def _repr_html_(self) -> str:
        return "" if self._judgement is None else self._judgement._repr_html_()


@overload
def debug(*, updates: int = 3) -> DebuggedBlock: ...
@overload
def debug(
    what: str | Path,
    /,
    *,
    seconds: float = 10.0,
    updates: int = 3,
    python: str | None = None,
    network: str | None = None,
) -> Judgement: ...
@overload
def debug(what: Callable[..., object], /, *arguments: Any, updates: int = 3, **keywords: Any) -> Judgement: ...
def debug(
    what: str | Path | Callable[..., object] | None = None,
    /,
    *arguments: Any,
    updates: int = 3,
    **keywords: Any,
) -> Judgement | DebuggedBlock:
    """Return whether the gradients of some code are right, else the first line that is wrong.

    Parameters
    ----------
    what
        A file, ``.py`` or ``.ipynb``: it is run with your rights, in a process of its own. Or a function: it is called
        here, up to its last recorded update. Nothing: the functions that run in ``with nnviz.debug() as run:``.
    *arguments, **keywords
        Arguments of the function. For a file: `seconds`, the longest that it may run (10), `python`, the interpreter
        (that of a virtual environment beside the file), and `network`, what you say of your network, as in
        ``"2-3-1 tanh,sigmoid binary-cross-entropy rows"``.
    updates
        After how many parameter updates the recording ends.

    Returns
    -------
    Judgement
        It has `ok`, `first_difference`, `lines`; its text is the report, and notebooks show it as a table.

    Raises
    ------
    ModelError
        If the file cannot be run, or the source of the functions is not known.
    """
    if what is None:
        return DebuggedBlock(sys._getframe(1).f_globals, updates)
    if callable(what):
        return judge(record_call(what, *arguments, updates=updates, **keywords))[1]
    return debug_file(what, *arguments, updates=updates, **keywords)[2]
