"""The conditions to stop on, one row each, for the panel, the files and the scripts that list them.

To add a condition, write its class and add a row here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from nnviz.model.breakpoints.change_conditions import SampleChangesClass, WeightChangesSign
from nnviz.model.breakpoints.condition import Condition
from nnviz.model.breakpoints.expression_condition import ExpressionHolds
from nnviz.model.breakpoints.loss_conditions import AccuracyReached, LossAbove, LossBelow, LossRises
from nnviz.model.breakpoints.position_conditions import EpochReached, LineReached, UpdateReached
from nnviz.model.breakpoints.size_conditions import NotFinite, SizeAbove, SizeBelow, UpdateRatioOutside
from nnviz.model.breakpoints.unit_conditions import DeadRelu, IdenticalUnits, SaturatedUnit
from nnviz.model.errors import ModelError
from nnviz.model.limits import Range, declared_range
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled


@dataclass(frozen=True)
class Parameter:
    """A parameter of a condition.

    Attributes
    ----------
    name
        The field.
    range
        The range of a number; None for a text.
    choices
        The texts that are accepted; empty if any text is.
    default
        The default value; None without one.
    """

    name: str
    range: Range | None
    choices: tuple[str, ...]
    default: float | str | None

    def has(self, value: object) -> bool:
        """Return whether a value is accepted."""
        if self.range is None:
            return isinstance(value, str) and (not self.choices or value in self.choices)
        number = int if self.range.whole else int | float
        return isinstance(value, number) and not isinstance(value, bool) and self.range.has(value)

    @property
    def accepted(self) -> str:
        """What is accepted, in words."""
        if self.range is None:
            return ", ".join(self.choices) or QT_TRANSLATE_NOOP("model", "a text")
        if self.range.whole:
            text = QT_TRANSLATE_NOOP("model", "a whole number, {low} to {high}")
        else:
            text = QT_TRANSLATE_NOOP("model", "a number, {low} to {high}")
        return filled(text, low=f"{self.range.low:g}", high=f"{self.range.high:g}")


@dataclass(frozen=True)
class ConditionKind:
    """One kind of condition.

    Attributes
    ----------
    name, title
        Identifier in session files; name for people, with placeholders for its parameters.
    make
        The condition's class: a dataclass of its parameters.
    """

    name: str
    title: str
    make: type[Condition]

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """Its parameters, by name."""
        made: type[Any] = self.make
        return {field.name: _parameter(made, field) for field in fields(made)}


def _parameter(owner: type, field: Field[Any]) -> Parameter:
    hint = get_type_hints(owner)[field.name]
    is_text = hint is str or get_origin(hint) is Literal
    return Parameter(
        name=field.name,
        range=None if is_text else declared_range(owner, field.name),
        choices=get_args(hint) if is_text else (),
        default=None if field.default is MISSING else field.default,
    )


_ROWS = (
    ConditionKind(name="line", title=QT_TRANSLATE_NOOP("model", "line {symbol}"), make=LineReached),
    ConditionKind(name="not-finite", title=QT_TRANSLATE_NOOP("model", "a number is not finite"), make=NotFinite),
    ConditionKind(
        name="loss-rises", title=QT_TRANSLATE_NOOP("model", "the loss rises {times} times in a row"), make=LossRises
    ),
    ConditionKind(name="loss-below", title=QT_TRANSLATE_NOOP("model", "the loss is below {bound}"), make=LossBelow),
    ConditionKind(name="loss-above", title=QT_TRANSLATE_NOOP("model", "the loss is above {bound}"), make=LossAbove),
    ConditionKind(name="size-above", title=QT_TRANSLATE_NOOP("model", "|{quantity}| is above {bound}"), make=SizeAbove),
    ConditionKind(name="size-below", title=QT_TRANSLATE_NOOP("model", "|{quantity}| is below {bound}"), make=SizeBelow),
    ConditionKind(
        name="update-ratio",
        title=QT_TRANSLATE_NOOP("model", "‖ΔW‖/‖W‖ is outside {low} to {high}"),
        make=UpdateRatioOutside,
    ),
    ConditionKind(name="saturated", title=QT_TRANSLATE_NOOP("model", "a hidden unit is saturated"), make=SaturatedUnit),
    ConditionKind(name="dead-relu", title=QT_TRANSLATE_NOOP("model", "a ReLU unit is dead"), make=DeadRelu),
    ConditionKind(
        name="identical-units", title=QT_TRANSLATE_NOOP("model", "two units are identical"), make=IdenticalUnits
    ),
    ConditionKind(
        name="sign-change", title=QT_TRANSLATE_NOOP("model", "a weight changes its sign"), make=WeightChangesSign
    ),
    ConditionKind(
        name="class-change",
        title=QT_TRANSLATE_NOOP("model", "sample {sample} changes its class"),
        make=SampleChangesClass,
    ),
    ConditionKind(
        name="accuracy", title=QT_TRANSLATE_NOOP("model", "the accuracy reaches {accuracy}"), make=AccuracyReached
    ),
    ConditionKind(name="update", title=QT_TRANSLATE_NOOP("model", "update {update} is reached"), make=UpdateReached),
    ConditionKind(name="epoch", title=QT_TRANSLATE_NOOP("model", "epoch {epoch} is reached"), make=EpochReached),
    ConditionKind(
        name="expression", title=QT_TRANSLATE_NOOP("model", "the expression {text} holds"), make=ExpressionHolds
    ),
)

CONDITIONS: Mapping[str, ConditionKind] = MappingProxyType({row.name: row for row in _ROWS})


def to_plain(condition: Condition) -> dict[str, float | str]:
    """Return a condition as plain data for a file: its kind's name and its parameters."""
    kind = next(row for row in _ROWS if row.make is type(condition))
    return {"kind": kind.name, **vars(condition)}


def from_plain(plain: Mapping[str, object]) -> Condition:
    """Return the condition that plain data of a file describes.

    Raises
    ------
    ModelError
        If there is no such kind, or a parameter is unknown, missing or out of its range.
    """
    name = plain.get("kind")
    if name not in CONDITIONS:
        raise ModelError(QT_TRANSLATE_NOOP("model", "a breakpoint"), "kind", repr(name), ", ".join(CONDITIONS))
    asked = filled(QT_TRANSLATE_NOOP("model", "a breakpoint of kind {name}"), name=name)
    kind, values = CONDITIONS[str(name)], {key: value for key, value in plain.items() if key != "kind"}
    for key, value in values.items():
        parameter = kind.parameters.get(key)
        if parameter is None or not parameter.has(value):
            names = ", ".join(kind.parameters) or QT_TRANSLATE_NOOP("model", "no parameters")
            raise ModelError(asked, key, repr(value), names if parameter is None else parameter.accepted)
    missing = [p.name for p in kind.parameters.values() if p.default is None and p.name not in values]
    if missing:
        accepted = kind.parameters[missing[0]].accepted
        raise ModelError(asked, missing[0], QT_TRANSLATE_NOOP("model", "nothing"), accepted)
    made: Any = kind.make
    condition: Condition = made(**values)
    return condition
