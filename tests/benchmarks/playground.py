"""The engine of TensorFlow Playground, from a local checkout, in node."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from trainees import ETA, Elsewhere, NotMeasuredError
from workloads import Workload


class PlaygroundEngine(Elsewhere):
    """The workload in ``src/nn.ts`` of a checkout.

    Node needs to understand TypeScript: from version 22.13 on it does; before that, ``npm install`` in the checkout
    brings a compiler.

    Raises
    ------
    NotMeasuredError
        If there is no checkout, or no node.
    """

    def __init__(self, workload: Workload, checkout: Path | None) -> None:
        node = shutil.which("node")
        if checkout is None:
            raise NotMeasuredError("--playground names no checkout")
        if not (checkout / "src" / "nn.ts").is_file():
            raise NotMeasuredError(f"{checkout} has no src/nn.ts")
        if node is None:
            raise NotMeasuredError("no node")
        self._folder = tempfile.TemporaryDirectory()
        workload_file = Path(self._folder.name, "workload.json")
        plain = {name: getattr(workload, name) for name in ("sizes", "batch", "hidden", "output", "loss")}
        arrays = {"x": workload.x.tolist(), "y": workload.y.tolist()}
        parameters = [[weights.tolist(), biases.tolist()] for weights, biases in workload.initial()]
        workload_file.write_text(json.dumps(plain | arrays | {"parameters": parameters, "eta": ETA}))
        driver = Path(__file__).with_name("playground_driver.mjs")
        super().__init__([node, str(driver), str(checkout.resolve()), str(workload_file)])

    def close(self) -> None:
        """End the process."""
        super().close()
        self._folder.cleanup()
