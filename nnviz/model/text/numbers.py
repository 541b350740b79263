"""Numbers as text for people, and reading the numbers that people type.

One rule holds wherever a number is shown: it has four significant digits (more where a whole number has more), it is
rounded from the exact value, half to even, and so is never further from the number than half a unit of its last digit.
It is a plain decimal where that is not longer than one with an exponent, and has a true minus sign. Zero alone is
written as zero, and without a sign. The numbers of a matrix have what `nnviz.model.text.columns` gives them in common.
"""

import math
import re
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

MINUS: Final = "\u2212"
THIN_SPACE: Final = "\u2009"

NUMBER_WIDTH: Final = 9
"""Characters of the widest text of `format_fitting`, and of `format_number` for nearly all numbers: −1.234e−7."""

UNSIGNED_WIDTH: Final = 8
"""Characters of numbers that are never negative, such as losses, from 1e−9: 0.001234, 1.234e−7."""

_LEAST_PLAIN: Final = -3
"""The power of ten of the smallest numbers that are plain decimals: 0.001234 is as long as 1.234e−3."""

# Two to three digits of a group are only parted where they are thousands.
_SPACE: Final = "[\u2009\u202f\u00a0]"
_DECIMAL: Final = re.compile(
    rf"[+-]?(?P<mantissa>([0-9]{{1,3}}({_SPACE}[0-9]{{3}})+|[0-9]+)([.,][0-9]*)?|[.,][0-9]+)(e[+-]?[0-9]+)?",
    re.IGNORECASE,
)
_SPACES: Final = str.maketrans("", "", "\u2009\u202f\u00a0")
_AMBIGUOUS: Final = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}(e[+-]?[0-9]+)?", re.IGNORECASE)
_NUMBER: Final = QT_TRANSLATE_NOOP("model", "a number")
_ACCEPTED: Final = QT_TRANSLATE_NOOP("model", "numbers like 0.5, 0,5, 1/3 and 1e-3")


class MisreadableNumberError(ModelError):
    """What was typed is a number, but another one might be read than was meant."""


def _not_a_number(text: str) -> ModelError:
    return ModelError(asked=_NUMBER, where="", found=f"“{text}”", accepted=_ACCEPTED)


def _with_minus(text: str) -> str:
    return text.replace("-", MINUS)


def _not_finite(value: float) -> str:
    if math.isnan(value):
        return "nan"
    return "∞" if value > 0 else f"{MINUS}∞"


def format_number(value: float, digits: int = 4) -> str:
    """
    Return a number with `digits` significant digits; whole numbers may have one more.

    Parameters
    ----------
    value : float
    digits : int
        Significant digits.

    Returns
    -------
    str
        ``0.2316``, ``−0.002316``, ``12.35``, ``12346``, ``1.234e−7``, ``nan``, ``−∞``; ``0.0000`` for zero.
    """
    value = float(value)
    # Most of the numbers of a frame are of these sizes, and written in one go.
    if digits == 4 and 0.01 <= (size := abs(value)) < 9.999 and not 0.0999 < size < 0.1 and not 0.999 < size < 1.0:
        text = f"{size:.3f}" if size >= 1.0 else f"{size:.4f}" if size >= 0.1 else f"{size:.5f}"
        return text if value > 0 else MINUS + text
    if not math.isfinite(value):
        return _not_finite(value)
    if value == 0:
        return f"{0:.{digits}f}"
    rounded = f"{value:.{digits - 1}e}"
    mantissa, _, power = rounded.partition("e")
    exponent = int(power)
    if _LEAST_PLAIN <= exponent <= digits:
        return _with_minus(f"{value:.{max(0, digits - 1 - exponent)}f}")
    return _with_minus(f"{mantissa}e{exponent}")


def format_fitting(value: float, width: int = NUMBER_WIDTH) -> str:
    """Return a number as `format_number` does, with fewer digits where it would be wider than `width`, from 7."""
    text = format_number(value)
    digits = 4
    while len(text) > width and digits > 1:
        digits -= 1
        text = scientific(value, digits)
    return text


def scientific(value: float, digits: int = 4, factor: int = 0) -> str:
    """Return a finite number with an exponent and so many significant digits, in units of a power of ten."""
    mantissa, _, power = f"{value:.{digits - 1}e}".partition("e")
    return _with_minus(f"{mantissa}e{int(power) - factor}")


def scientific_short(value: float, digits: int = 4) -> str:
    """Return a finite number with an exponent, and without the zeros at the end of its digits: ``1.5e−7``."""
    mantissa, _, power = scientific(value, digits).partition("e")
    return f"{mantissa.rstrip('0').rstrip('.') if '.' in mantissa else mantissa}e{power}"


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


def format_percent(share: float) -> str:
    """Return a share in per cent, to four digits; 0 and 100 are written only where the share is exactly 0 or 1."""
    per_cent = 100.0 * float(share)
    digits = 4
    text = format_short(per_cent, digits)
    while text in ("0", "100") and share not in (0.0, 1.0) and digits < 17:
        digits += 1
        text = format_short(per_cent, digits)
    return text


def format_count(count: int) -> str:
    """Return a whole number with a thin space between thousands: ``1 234``."""
    return _with_minus(f"{int(count):,}").replace(",", THIN_SPACE)


def exact(value: float) -> str:
    """Return the shortest text that reads back as the same float, as Python writes it."""
    return repr(float(value))


def _decimal(text: str, whole: str) -> float:
    found = _DECIMAL.fullmatch(text)
    if found is None:
        raise _not_a_number(whole)
    if _AMBIGUOUS.fullmatch(text) is not None:
        with_point = text.replace(",", ".")
        raise MisreadableNumberError(
            asked=_NUMBER,
            where="",
            found=filled(QT_TRANSLATE_NOOP("model", "“{text}”, whose comma may part thousands"), text=whole),
            accepted=filled(
                QT_TRANSLATE_NOOP("model", "{thousands}, or {decimal}"),
                thousands=text.replace(",", ""),
                decimal=with_point,
            ),
        )
    value = float(text.translate(_SPACES).replace(",", "."))
    if value == 0.0 and found["mantissa"].strip("0.,"):
        raise _too_small(whole)
    return value


def _too_small(text: str) -> ModelError:
    return MisreadableNumberError(
        asked=_NUMBER,
        where="",
        found=filled(QT_TRANSLATE_NOOP("model", "“{text}”, which is too small: it would be 0"), text=text),
        accepted=QT_TRANSLATE_NOOP("model", "0, or numbers from 5e-324"),
    )


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
    MisreadableNumberError
        If its comma may part thousands, as in ``1,000``, or if it is too small for a float but not zero.
    ModelError
        If it is not a number, or too large for a float.
    """
    plain = text.strip().replace(MINUS, "-")
    upper, slash, lower = plain.partition("/")
    value = _decimal(upper.strip(), text)
    if slash:
        divisor, dividend = _decimal(lower.strip(), text), value
        if divisor == 0:
            raise _not_a_number(text)
        value /= divisor
        if value == 0.0 and dividend != 0.0:
            raise _too_small(text)
    if not math.isfinite(value):
        raise _not_a_number(text)
    return value
