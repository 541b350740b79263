"""Breakpoints: conditions on a moment of a run, and running a session to where one holds, forward or backward."""

from typing import TYPE_CHECKING

from nnviz.lazy import names_of

if TYPE_CHECKING:
    from nnviz.model.breakpoints.changes import SampleChangesClass, WeightChangesSign
    from nnviz.model.breakpoints.condition import Condition, Hit, Moment, Past
    from nnviz.model.breakpoints.custom import ExpressionHolds
    from nnviz.model.breakpoints.guard import Guard, WentNonFinite, went_nonfinite
    from nnviz.model.breakpoints.losses import AccuracyReached, LossAbove, LossBelow, LossRises
    from nnviz.model.breakpoints.moments import SnapshotMoment
    from nnviz.model.breakpoints.places import EpochReached, LineReached
    from nnviz.model.breakpoints.run import (
        Breakpoint,
        Outcome,
        Stop,
        recall,
        run_back_until,
        run_to,
        run_until,
        search_back,
    )
    from nnviz.model.breakpoints.sizes import NotFinite, SizeAbove, SizeBelow, UpdateRatioOutside
    from nnviz.model.breakpoints.table import CONDITIONS, ConditionKind, Parameter, from_plain, to_plain
    from nnviz.model.breakpoints.units import DeadRelu, IdenticalUnits, SaturatedUnit
else:
    __getattr__ = names_of(
        __name__,
        {
            "changes": (
                "SampleChangesClass",
                "WeightChangesSign",
            ),
            "condition": (
                "Condition",
                "Hit",
                "Moment",
                "Past",
            ),
            "custom": ("ExpressionHolds",),
            "guard": (
                "Guard",
                "WentNonFinite",
                "went_nonfinite",
            ),
            "losses": (
                "AccuracyReached",
                "LossAbove",
                "LossBelow",
                "LossRises",
            ),
            "moments": ("SnapshotMoment",),
            "places": (
                "EpochReached",
                "LineReached",
            ),
            "run": (
                "Breakpoint",
                "Outcome",
                "Stop",
                "recall",
                "run_back_until",
                "run_to",
                "run_until",
                "search_back",
            ),
            "sizes": (
                "NotFinite",
                "SizeAbove",
                "SizeBelow",
                "UpdateRatioOutside",
            ),
            "table": (
                "CONDITIONS",
                "ConditionKind",
                "Parameter",
                "from_plain",
                "to_plain",
            ),
            "units": (
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
    "DeadRelu",
    "EpochReached",
    "ExpressionHolds",
    "Guard",
    "Hit",
    "IdenticalUnits",
    "LineReached",
    "LossAbove",
    "LossBelow",
    "LossRises",
    "Moment",
    "NotFinite",
    "Outcome",
    "Parameter",
    "Past",
    "SampleChangesClass",
    "SaturatedUnit",
    "SizeAbove",
    "SizeBelow",
    "SnapshotMoment",
    "Stop",
    "UpdateRatioOutside",
    "WeightChangesSign",
    "WentNonFinite",
    "from_plain",
    "recall",
    "run_back_until",
    "run_to",
    "run_until",
    "search_back",
    "to_plain",
    "went_nonfinite",
]
