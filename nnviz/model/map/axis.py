"""An axis of a map: a setting and its values, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.errors import ModelError
from nnviz.model.limits import Range
from nnviz.model.map.settings import SETTINGS, ChoiceSetting, NumericSetting, Setting, Value
from nnviz.model.text.numbers import MisreadableNumberError, format_short, parse_number
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

VALUES_MAX: Final = 200
"""Values of one axis, at most."""
USUAL_STEPS: Final = 7
"""Default number of values from one end to the other."""
_ASKED: Final = QT_TRANSLATE_NOOP("model", "an axis of the map")
_PART_OF_THOUSANDS: Final = re.compile("0[0-9]+")
"""What is left of 1,000 or 1,050 where commas part values."""
_DIGITS: Final = 3
"""Significant digits of the values between the ends, few enough for a person to type them."""


@dataclass(frozen=True)
class MapAxis:
    """A setting and its values.

    Attributes
    ----------
    name
        Name of a row of `SETTINGS`.
    values
        Numbers, or names of choices; each once.
    """

    name: str
    values: tuple[Value, ...]

    @property
    def setting(self) -> Setting:
        """The row of `SETTINGS`."""
        return SETTINGS[self.name]

    def text(self, index: int) -> str:
        """Write a value without its setting: ``0.3``; for a choice its title, marked for translation."""
        value, setting = self.values[index], self.setting
        if isinstance(setting, ChoiceSetting):
            return setting.offered[str(value)]
        return str(int(value)) if float(value).is_integer() and abs(float(value)) < 1e15 else format_short(float(value))

    def sign(self) -> str:
        """Return what is written before a value: ``η``, a word marked for translation, or nothing."""
        return self.setting.sign


def spread(low: float, high: float, steps: int, *, log: bool = False, whole: bool = False) -> tuple[float, ...]:
    """Return values from one end to the other; both ends are exact, values between them are rounded for people.

    Parameters
    ----------
    low, high
        The ends; with `log` both above zero.
    steps
        How many values, ends included; fewer where rounding makes two of them equal.
    log
        Whether neighbours have a common factor, rather than a common difference.
    whole
        Whether values are whole numbers.
    """
    if steps == 1 or low == high:
        return (float(low),)
    between = np.geomspace(low, high, steps)[1:-1] if log else np.linspace(low, high, steps)[1:-1]
    values = [float(low), *(_rounded(float(value), log=log, whole=whole) for value in between), float(high)]
    return tuple(dict.fromkeys(values))


def _rounded(value: float, *, log: bool, whole: bool) -> float:
    if whole:
        return float(round(value))
    # Even spacing needs no rounding, except for the errors of adding floats.
    return float(f"{value:.{_DIGITS if log else 12}g}")


def read_axis(text: str) -> MapAxis:
    """Read an axis of the command line.

    Parameters
    ----------
    text
        ``seed=0:9``, ``learning-rate=0.01:10:log:7``, ``noise=0:0.5:6``, ``hidden-units=1,2,4,8``,
        ``optimiser=adam,momentum``, or a setting's name alone for its usual values.

    Raises
    ------
    ModelError
        If it cannot be read; it says what is accepted.
    """
    name, equals, written = (part.strip() for part in text.partition("="))
    if name not in SETTINGS:
        raise ModelError(_ASKED, "", repr(name), ", ".join(SETTINGS))
    setting = SETTINGS[name]
    if not equals:
        return usual_axis(setting)
    if isinstance(setting, ChoiceSetting):
        return MapAxis(name, _choices(setting, written))
    if ":" in written:
        return MapAxis(name, _between(setting, written))
    return MapAxis(name, tuple(dict.fromkeys(_number(setting, part) for part in written.split(","))))


def usual_axis(setting: Setting) -> MapAxis:
    """Return an axis with the default values of a setting."""
    if isinstance(setting, ChoiceSetting):
        return MapAxis(setting.name, tuple(setting.offered))
    usual = setting.usual
    return MapAxis(setting.name, spread(usual.low, usual.high, usual.steps, log=usual.log, whole=setting.whole))


def check_axis(axis: MapAxis, accepted: Range | None) -> None:
    """Check the values of an axis.

    Parameters
    ----------
    axis
        The axis.
    accepted
        For numbers: the range that the scenario accepts; None if the setting does not apply to it.

    Raises
    ------
    ModelError
        If a value is not accepted.
    """
    setting = axis.setting
    if not 0 < len(axis.values) <= VALUES_MAX:
        accepted_text = filled(QT_TRANSLATE_NOOP("model", "{low} to {high}"), low=1, high=VALUES_MAX)
        count = filled(QT_TRANSLATE_NOOP("model", "{values} values"), values=len(axis.values))
        raise ModelError(_ASKED, setting.title, count, accepted_text)
    if isinstance(setting, ChoiceSetting):
        return
    if accepted is None:
        found = QT_TRANSLATE_NOOP("model", "samples that are listed, not generated")
        raise ModelError(_ASKED, setting.title, found, QT_TRANSLATE_NOOP("model", "another setting"))
    wrong = [value for value in axis.values if not accepted.has(float(value))]
    if wrong:
        raise ModelError(_ASKED, setting.title, format_short(float(wrong[0]), 12), _range_text(accepted))


def _range_text(accepted: Range) -> str:
    low, high = format_short(accepted.low), format_short(accepted.high, 10)
    if accepted.high == float("inf"):
        more = QT_TRANSLATE_NOOP("model", "{low} or more")
        whole_more = QT_TRANSLATE_NOOP("model", "whole numbers, {low} or more")
        return filled(whole_more if accepted.whole else more, low=low)
    between = QT_TRANSLATE_NOOP("model", "{low} to {high}")
    whole_between = QT_TRANSLATE_NOOP("model", "whole numbers, {low} to {high}")
    return filled(whole_between if accepted.whole else between, low=low, high=high)


def _choices(setting: ChoiceSetting, written: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(part.strip() for part in written.split(",")))
    unknown = [name for name in names if name not in setting.offered]
    if unknown:
        raise ModelError(_ASKED, setting.name, repr(unknown[0]), ", ".join(setting.offered))
    return names


def _number(setting: NumericSetting, text: str) -> float:
    try:
        if _PART_OF_THOUSANDS.fullmatch(text.strip()):
            raise _unreadable(setting, text)
        return parse_number(text)
    except MisreadableNumberError as error:
        raise ModelError(_ASKED, setting.name, error.found, error.accepted) from None
    except ModelError:
        raise _unreadable(setting, text) from None


def _unreadable(setting: NumericSetting, text: str) -> ModelError:
    accepted = "numbers, as FROM:TO, FROM:TO:STEPS, FROM:TO:log:STEPS or A,B,C"
    return ModelError(_ASKED, setting.name, repr(text), accepted)


def _between(setting: NumericSetting, written: str) -> tuple[float, ...]:
    """Read ``FROM:TO``, ``FROM:TO:STEPS`` and ``FROM:TO:log:STEPS``."""
    parts: Sequence[str] = [part.strip() for part in written.split(":")]
    low, high = (_number(setting, part) for part in parts[:2])
    log, rest = len(parts) > 2 and parts[2] == "log", parts[2:]
    if log:
        rest = rest[1:]
    steps = _number(setting, rest[0]) if rest else _usual_steps(setting, low, high, log=log)
    if len(rest) > 1 or not (1 <= steps <= VALUES_MAX and steps.is_integer()):
        raise _unreadable(setting, written)
    if log and min(low, high) <= 0:
        accepted = "ends above 0 for steps by a factor"
        raise ModelError(_ASKED, setting.name, repr(written), accepted)
    return spread(low, high, int(steps), log=log, whole=setting.whole)


def _usual_steps(setting: NumericSetting, low: float, high: float, *, log: bool) -> float:
    """Return the number of values: every whole number between the ends, else the default."""
    if setting.whole and not log:
        return abs(high - low) + 1
    return float(USUAL_STEPS)
