"""Breakpoints: conditions on a moment of a run, and running a session to where one holds, forward or backward.

condition             the interface of conditions, and of the moments that they are evaluated on
condition_table       all conditions, one row each; reading them from files
parse                 conditions as scripts write them
position_conditions   a line has run, an update or an epoch has begun
loss_conditions       on the loss and the accuracy
size_conditions       on the magnitude of gradients, δ, weights and updates; a number that is not finite
change_conditions     a weight changes its sign, a sample its class
unit_conditions       saturated, dead and identical units
expression_condition  a person's own expression
moments               the moments of a session and of a snapshot
scan                  running forward and evaluating conditions where they may hold
run                   running to the next breakpoint, forward or backward
nonfinite_guard       the same, and stopping at the first number that is not finite
finite_run            the same for scripts, which are told in words
"""

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.model.breakpoints.change_conditions import SampleChangesClass, WeightChangesSign
    from nnviz.model.breakpoints.condition import Condition, ConditionMoment, ConditionPast, Hit
    from nnviz.model.breakpoints.condition_table import CONDITIONS, ConditionKind, Parameter, from_plain, to_plain
    from nnviz.model.breakpoints.expression_condition import ExpressionHolds
    from nnviz.model.breakpoints.finite_run import FirstNonFinite, nonfinite_here, run_while_finite
    from nnviz.model.breakpoints.loss_conditions import AccuracyReached, LossAbove, LossBelow, LossRises
    from nnviz.model.breakpoints.moments import SnapshotMoment
    from nnviz.model.breakpoints.nonfinite_guard import Guard, WentNonFinite, went_nonfinite
    from nnviz.model.breakpoints.position_conditions import EpochReached, LineReached, UpdateReached
    from nnviz.model.breakpoints.run import (
        Breakpoint,
        RunResult,
        Stop,
        recall,
        run_back_until,
        run_to,
        run_until,
        search_back,
    )
    from nnviz.model.breakpoints.size_conditions import NotFinite, SizeAbove, SizeBelow, UpdateRatioOutside
    from nnviz.model.breakpoints.unit_conditions import DeadRelu, IdenticalUnits, SaturatedUnit
else:
    __getattr__ = names_of(
        __name__,
        {
            "change_conditions": (
                "SampleChangesClass",
                "WeightChangesSign",
            ),
            "condition": (
                "Condition",
                "Hit",
                "ConditionMoment",
                "ConditionPast",
            ),
            "expression_condition": ("ExpressionHolds",),
            "finite_run": (
                "FirstNonFinite",
                "nonfinite_here",
                "run_while_finite",
            ),
            "nonfinite_guard": (
                "Guard",
                "WentNonFinite",
                "went_nonfinite",
            ),
            "loss_conditions": (
                "AccuracyReached",
                "LossAbove",
                "LossBelow",
                "LossRises",
            ),
            "moments": ("SnapshotMoment",),
            "position_conditions": (
                "EpochReached",
                "LineReached",
                "UpdateReached",
            ),
            "run": (
                "Breakpoint",
                "RunResult",
                "Stop",
                "recall",
                "run_back_until",
                "run_to",
                "run_until",
                "search_back",
            ),
            "size_conditions": (
                "NotFinite",
                "SizeAbove",
                "SizeBelow",
                "UpdateRatioOutside",
            ),
            "condition_table": (
                "CONDITIONS",
                "ConditionKind",
                "Parameter",
                "from_plain",
                "to_plain",
            ),
            "unit_conditions": (
                "DeadRelu",
                "IdenticalUnits",
                "SaturatedUnit",
            ),
        },
    )

__all__ = [
    "CONDITIONS",
    "AccuracyReached",
    "Breakpoint",
    "Condition",
    "ConditionKind",
    "ConditionMoment",
    "ConditionPast",
    "DeadRelu",
    "EpochReached",
    "ExpressionHolds",
    "FirstNonFinite",
    "Guard",
    "Hit",
    "IdenticalUnits",
    "LineReached",
    "LossAbove",
    "LossBelow",
    "LossRises",
    "NotFinite",
    "Parameter",
    "RunResult",
    "SampleChangesClass",
    "SaturatedUnit",
    "SizeAbove",
    "SizeBelow",
    "SnapshotMoment",
    "Stop",
    "UpdateRatioOutside",
    "UpdateReached",
    "WeightChangesSign",
    "WentNonFinite",
    "from_plain",
    "nonfinite_here",
    "recall",
    "run_back_until",
    "run_to",
    "run_until",
    "run_while_finite",
    "search_back",
    "to_plain",
    "went_nonfinite",
]
