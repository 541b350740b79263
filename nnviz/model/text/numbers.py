"""Numbers as text for people, with a true minus sign and never wider than their column; reading typed numbers."""

import math
import re
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

MINUS: Final = "\u2212"
THIN_SPACE: Final = "\u2009"

NUMBER_WIDTH: Final = 8
"""Characters of the widest text of `format_number` at its default digits."""

_SPACES: Final = str.maketrans("", "", "\u2009\u202f\u00a0")
_DECIMAL: Final = re.compile(r"[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)(e[+-]?[0-9]+)?", re.IGNORECASE)

# With fewer units in the last decimal than this, a small number would have too few digits.
_FEWEST_UNITS: Final = 5


def _not_a_number(text: str) -> ModelError:
    accepted = QT_TRANSLATE_NOOP("model", "numbers like 0.5, 0,5, 1/3 and 1e-3")
    return ModelError(asked=QT_TRANSLATE_NOOP("model", "a number"), where="", found=f"“{text}”", accepted=accepted)


def _with_minus(text: str) -> str:
    return text.replace("-", MINUS)


def _not_finite(value: float) -> str:
    if math.isnan(value):
        return "nan"
    return "∞" if value > 0 else f"{MINUS}∞"


def _scientific(value: float, digits: int) -> str:
    """Text like 1.234e−7 with as many digits as fit the width."""
    for decimals in range(digits - 1, -1, -1):
        mantissa, exponent = f"{value:.{decimals}e}".split("e")
        text = f"{mantissa}e{int(exponent)}"
        if len(text) <= digits + 4:
            break
    return _with_minus(text)


def format_number(value: float, digits: int = 4) -> str:
    """
    Return a number for a column of numbers: at least `digits` significant digits where they fit.

    Below 10 it has `digits` decimals, above it one fewer for each power of ten, so the width stays the same.
    A number that would lose almost all its digits, or be too wide, is written with an exponent.

    Parameters
    ----------
    value : float
    digits : int
        Decimals of a number below 10.

    Returns
    -------
    str
        At most ``digits + 4`` characters: ``0.2316``, ``−0.0005``, ``12.346``, ``1.234e−7``, ``nan``, ``−∞``.
    """
    value = float(value)
    if not math.isfinite(value):
        return _not_finite(value)
    if value == 0:
        return f"{0:.{digits}f}"
    # Most of the hundreds of numbers of a frame clearly are one kind or the other; rounding, which takes longest, is
    # for the rest.
    units = abs(value) * 10.0**digits
    if units < _FEWEST_UNITS - 0.6:
        return _scientific(value, digits)
    if _FEWEST_UNITS <= units < 9 * 10.0**digits:
        return _with_minus(f"{value:.{digits}f}")
    for decimals in range(digits, -1, -1):
        rounded = round(value, decimals)
        if abs(rounded) < 10 ** (digits + 1 - decimals):
            if round(abs(rounded) * 10**decimals) < _FEWEST_UNITS:
                break
            return _with_minus(f"{rounded:.{decimals}f}")
    return _scientific(value, digits)


def format_short(value: float, digits: int = 4) -> str:
    """
    Return a number without the zeros at its end, for axes, legends and fields.

    Returns
    -------
    str
        ``0.42``, ``−3``, ``1e−5``, ``∞``.
    """
    value = float(value)
    if not math.isfinite(value):
        return _not_finite(value)
    # Adding zero makes −0 plain.
    mantissa, e, exponent = f"{value + 0.0:.{digits}g}".partition("e")
    return _with_minus(f"{mantissa}e{int(exponent)}" if e else mantissa)


def format_count(count: int) -> str:
    """Return a whole number with a thin space between thousands: ``1 234``."""
    return _with_minus(f"{int(count):,}").replace(",", THIN_SPACE)


def exact(value: float) -> str:
    """Return the shortest text that reads back as the same float, as Python writes it."""
    return repr(float(value))


def _decimal(text: str, whole: str) -> float:
    if _DECIMAL.fullmatch(text) is None:
        raise _not_a_number(whole)
    return float(text.replace(",", "."))


def parse_number(text: str) -> float:
    """
    Read a number that a person has typed.

    Parameters
    ----------
    text : str
        A decimal with a point or a comma, with or without an exponent, or a fraction of two of them;
        a true minus sign and thin spaces between thousands are read too.

    Returns
    -------
    float
        A finite number.

    Raises
    ------
    ModelError
        If it is not a number, or too large for a float.
    """
    plain = text.strip().translate(_SPACES).replace(MINUS, "-")
    upper, slash, lower = plain.partition("/")
    value = _decimal(upper.strip(), text)
    if slash:
        divisor = _decimal(lower.strip(), text)
        if divisor == 0:
            raise _not_a_number(text)
        value /= divisor
    if not math.isfinite(value):
        raise _not_a_number(text)
    return value
