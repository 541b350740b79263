"""The conditions to stop on, one row each, for whoever lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from nnviz.model.breakpoints.changes import SampleChangesClass, WeightChangesSign
from nnviz.model.breakpoints.condition import Condition
from nnviz.model.breakpoints.custom import ExpressionHolds
from nnviz.model.breakpoints.losses import AccuracyReached, LossAbove, LossBelow, LossRises
from nnviz.model.breakpoints.places import EpochReached, LineReached
from nnviz.model.breakpoints.sizes import NotFinite, SizeAbove, SizeBelow, UpdateRatioOutside
from nnviz.model.breakpoints.units import DeadRelu, IdenticalUnits, SaturatedUnit
from nnviz.model.ranges import Range, declared_range
from nnviz.model.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class ConditionKind:
    """One kind of condition.

    Attributes
    ----------
    name, title
        Identifier in session files; name for people, with places for its parameters.
    make
        The dataclass of its parameters.
    """

    name: str
    title: str
    make: type[Condition]

    @property
    def parameters(self) -> Mapping[str, Range]:
        """Its parameters, by name, with what each may be (no limits for texts)."""
        return {field.name: declared_range(self.make, field.name) for field in fields(self.make)}  # type: ignore[arg-type]


_ROWS = (
    ConditionKind("line", QT_TRANSLATE_NOOP("model", "line {symbol}"), LineReached),
    ConditionKind("not-finite", QT_TRANSLATE_NOOP("model", "a number is not finite"), NotFinite),
    ConditionKind("loss-rises", QT_TRANSLATE_NOOP("model", "the loss rises {times} times in a row"), LossRises),
    ConditionKind("loss-below", QT_TRANSLATE_NOOP("model", "the loss is below {bound}"), LossBelow),
    ConditionKind("loss-above", QT_TRANSLATE_NOOP("model", "the loss is above {bound}"), LossAbove),
    ConditionKind("size-above", QT_TRANSLATE_NOOP("model", "|{quantity}| is above {bound}"), SizeAbove),
    ConditionKind("size-below", QT_TRANSLATE_NOOP("model", "|{quantity}| is below {bound}"), SizeBelow),
    ConditionKind(
        "update-ratio", QT_TRANSLATE_NOOP("model", "‖ΔW‖/‖W‖ is outside {low} to {high}"), UpdateRatioOutside
    ),
    ConditionKind("saturated", QT_TRANSLATE_NOOP("model", "a hidden unit is saturated"), SaturatedUnit),
    ConditionKind("dead-relu", QT_TRANSLATE_NOOP("model", "a ReLU unit is dead"), DeadRelu),
    ConditionKind("identical-units", QT_TRANSLATE_NOOP("model", "two units are identical"), IdenticalUnits),
    ConditionKind("sign-change", QT_TRANSLATE_NOOP("model", "a weight changes its sign"), WeightChangesSign),
    ConditionKind("class-change", QT_TRANSLATE_NOOP("model", "sample {sample} changes its class"), SampleChangesClass),
    ConditionKind("accuracy", QT_TRANSLATE_NOOP("model", "the accuracy reaches {accuracy}"), AccuracyReached),
    ConditionKind("epoch", QT_TRANSLATE_NOOP("model", "epoch {epoch} is reached"), EpochReached),
    ConditionKind("expression", QT_TRANSLATE_NOOP("model", "the expression {text} holds"), ExpressionHolds),
)

CONDITIONS: Mapping[str, ConditionKind] = MappingProxyType({row.name: row for row in _ROWS})
