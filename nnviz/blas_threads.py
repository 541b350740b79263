"""How many threads the matrix library may take."""

from __future__ import annotations

import os


def take_one_thread() -> None:
    """Have OpenBLAS work in one thread, unless the person has said otherwise; to be called before numpy is imported.

    With several, small products wait for threads to wake up: on two cores with the window open, 784-30-10 with batches
    of 32 made 740 updates in 11 seconds with one thread, and 243 with two.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
