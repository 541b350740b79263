"""From a person's file to the judgement."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from nnviz.model.judgement.judge import judge
from nnviz.model.judgement.judgement import Judgement
from nnviz.model.recognition.network import Recognition
from nnviz.model.recording.record import record
from nnviz.model.recording.recording import Recording


def debug_file(
    path: str | Path | None = None,
    *,
    source: str | None = None,
    seconds: float = 10.0,
    updates: int = 3,
    python: str | None = None,
    network: str | None = None,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[str], None] | None = None,
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
        What the person says about the network, as in ``2-3-1, tanh, sigmoid``.
    cancelled, progress
        Asked whether to stop, and told what is being done.
    """
    began = time.perf_counter()
    recording = record(path=path, source=source, seconds=seconds, updates=updates, python=python)
    recognition, judgement = judge(recording)
    return recording, recognition, replace(judgement, seconds=time.perf_counter() - began)
