"""The program's own forward lines on samples outside the batch: a single sample, or the points of a grid."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import DTypeLike, NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.engine.workspace import Workspace
from nnviz.model.mistakes.build import right_program
from nnviz.model.program.program import Program
from nnviz.model.session.snapshot import Snapshot


class ForwardPass:
    """Runs the forward lines of a program for a fixed number of samples, into arrays that are allocated once.

    Parameters
    ----------
    program
        The program.
    m
        Number of samples.
    dtype
        float64 for numbers that are shown; float32 is enough for pictures, and 4-8 times as fast.
    """

    def __init__(self, program: Program, m: int, dtype: DTypeLike = np.float64) -> None:
        self.program = program
        self.m = m
        shapes = right_program(program).shapes(m)
        self._parameters = {name: np.empty(shapes[name], dtype) for name in program.parameters}
        lines = [line for line in program.evaluation if line.stage == "forward"]
        self._workspace = Workspace(program, m, self._parameters, {}, lines, dtype)

    def run(self, parameters: Mapping[str, Array], x: NDArray[np.floating]) -> Mapping[str, Array]:
        """Compute every Z and A.

        Parameters
        ----------
        parameters
            ``W1``, ``b1`` ….
        x
            ``(n_in, m)`` inputs.

        Returns
        -------
        mapping
            Symbol → array; the arrays are overwritten by the next call.
        """
        with np.errstate(all="ignore"):
            for name, array in self._parameters.items():
                value = parameters[name]
                # A mistake can widen biases to a column for each sample; other samples get the mean.
                array[...] = value if value.shape == array.shape else value.mean(axis=1, keepdims=True)
            self._workspace.arrays["X"][...] = x
            self._workspace.run()
        return self._workspace.arrays


def values_of_sample(snapshot: Snapshot, sample: int) -> Mapping[str, Array]:
    """Return X, Y, Z and A of one sample with the present parameters, each ``(n, 1)``.

    It is for samples outside the batch on the screen, for which the update did not compute these numbers.
    """
    arrays = ForwardPass(snapshot.program_run, 1).run(snapshot.values, snapshot.data.X[:, [sample]])
    return {**arrays, "Y": snapshot.targets[:, [sample]]}
