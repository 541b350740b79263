"""Checks of an update: its gradients against differences, and its changes against the optimiser's formulas.

gradient     the gradient check: the program's dW and db against central differences
differences  central differences of the objective
kinks        differences across a bend of the objective, which say nothing about the gradient
rounding     how far rounding may have carried the values of the lines
bands        what a relative error means: good, fine, suspicious, wrong, too small to tell
update       the update check: what each parameter changed by, against gradient and optimiser
nonfinite    the first number of an update that is not finite, its cause and the likely reason
rerun        the update on the screen, run again on arrays of its own
"""

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.model.checks.bands import BANDS, TOO_SMALL, Band, band_of
    from nnviz.model.checks.gradient import GradientCheck, ParameterCheck, gradient_check, gradient_check_steps
    from nnviz.model.checks.kinks import Crossing
    from nnviz.model.checks.update import ParameterUpdate, UpdateCheck, update_check
else:
    __getattr__ = names_of(
        __name__,
        {
            "bands": (
                "BANDS",
                "TOO_SMALL",
                "Band",
                "band_of",
            ),
            "gradient": (
                "GradientCheck",
                "ParameterCheck",
                "gradient_check",
                "gradient_check_steps",
            ),
            "kinks": ("Crossing",),
            "update": (
                "ParameterUpdate",
                "UpdateCheck",
                "update_check",
            ),
        },
    )

__all__ = [
    "BANDS",
    "TOO_SMALL",
    "Band",
    "Crossing",
    "GradientCheck",
    "ParameterCheck",
    "ParameterUpdate",
    "UpdateCheck",
    "band_of",
    "gradient_check",
    "gradient_check_steps",
    "update_check",
]
