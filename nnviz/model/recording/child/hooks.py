"""The hooks, under the names by which rewritten code calls them."""

from __future__ import annotations

import builtins
from collections.abc import Container

from .frames import Frames
from .operations import Operations
from .recorder import Recorder
from .storing import Storing


def install_hooks(recorder: Recorder, files: Container[str]) -> None:
    """Make the hooks known under their names, to all code."""
    operations = Operations(recorder, files)
    storing = Storing(recorder, operations)
    operations.on_set_by_name, operations.on_update_dict = storing.set_by_name, storing.update_dict
    frames = Frames(recorder, storing)
    for owner, names in (
        (operations, "binary unary attribute item call made"),
        (storing, "bind rebound set_attribute set_item append augmented augmented_attribute augmented_item "
                  "load_attribute load_item"),
        (frames, "step enter enter_generator leave returned loop turn tested loop_end"),
    ):  # fmt: skip
        for name in names.split():
            setattr(builtins, f"nnviz_{name}", getattr(owner, name))
    builtins.nnviz_slice = slice  # type: ignore[attr-defined]
