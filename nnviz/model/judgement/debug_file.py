"""From a person's file to the judgement."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from nnviz.model.background.interruption import Interrupted
from nnviz.model.judgement.judge import judge
from nnviz.model.judgement.judgement import Judgement
from nnviz.model.judgement.mended_run import with_tried_mend
from nnviz.model.judgement.raised_line import with_raised_line
from nnviz.model.judgement.stated import read_stated
from nnviz.model.recognition.network import Recognition
from nnviz.model.recording.record import record
from nnviz.model.recording.recording import Recording
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def debug_file(
    path: str | Path,
    *,
    source: str | None = None,
    seconds: float = 10.0,
    updates: int = 3,
    python: str | None = None,
    network: str | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[str], None] = lambda text: None,
) -> tuple[Recording, Recognition | None, Judgement]:
    """Run a person's file, find the network in it, and judge its gradients.

    Parameters
    ----------
    path
        The file, ``.py`` or ``.ipynb``.
    source
        Text that is run in its place.
    seconds
        The longest that it may run.
    updates
        After how many updates the recording ends.
    python
        The interpreter; the one of a virtual environment beside the file by default.
    network
        What the person says of the network, as in ``2-3-1 tanh,sigmoid binary-cross-entropy rows``.
    cancelled
        Asked often; it ends when it says so.
    progress
        Called with what is being done.

    Raises
    ------
    ModelError
        If the file cannot be run, or what is said of the network cannot be read.
    Interrupted
        If it was cancelled.
    """
    began = time.perf_counter()
    stated = read_stated(network or "")
    progress(QT_TRANSLATE_NOOP("model", "running your code"))
    recording = record(path, source=source, seconds=seconds, updates=updates, python=python, cancelled=cancelled)
    if cancelled() or recording.outcome.kind == "cancelled":
        raise Interrupted
    progress(QT_TRANSLATE_NOOP("model", "finding the network and checking its gradients"))
    recognition, judgement = judge(recording, stated)
    judgement = with_raised_line(recording, judgement, stated, cancelled)
    judgement = with_tried_mend(recording, judgement, stated, cancelled)
    if cancelled():
        raise Interrupted
    return recording, recognition, replace(judgement, seconds=time.perf_counter() - began)
