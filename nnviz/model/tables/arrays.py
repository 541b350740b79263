"""Every symbol of the update on the screen as an NPZ file."""

from __future__ import annotations

import io
from typing import Any

import numpy as np

from nnviz.model.session.snapshot import Snapshot


def arrays_npz(snapshot: Snapshot) -> bytes:
    """Return a file with all that is computed: ``W1``, ``dW1``, ``A1`` …, a column a sample; X and Y of the batch too.

    Parameters are as they are now; gradients and activations as the update on the screen computed them.
    """
    arrays: dict[str, Any] = {name: np.array(array) for name, array in snapshot.values.items()}
    arrays |= {f"before_{name}": np.array(array) for name, array in snapshot.before.items()}
    arrays["batch"] = np.array(snapshot.batch)
    arrays["update"] = np.array(snapshot.position.update)
    content = io.BytesIO()
    np.savez_compressed(content, **arrays)
    return content.getvalue()
