"""What a person's code raised, explained: the operands, which product would fit, numpy-2 breakages."""

from __future__ import annotations

from pathlib import PurePath

from nnviz.model.judgement.judgement import RaisedError
from nnviz.model.recording.recording import Recording

_MENDS = (
    (
        "setting an array element with a sequence",
        "an array is stored into one cell: take the number out of it, with `.item()` or `[0, 0]`",
    ),
    (
        "only 0-dimensional arrays can be converted",
        "an array of one number is used as a number: take it out with `.item()` or `[0, 0]`",
    ),
    (
        "only length-1 arrays can be converted",
        "a function of one number (math.exp, float) is given an array: use numpy's (np.exp)",
    ),
    ("has no attribute 'float'", "np.float is gone since numpy 1.24: write `float`"),
    ("has no attribute 'int'", "np.int is gone since numpy 1.24: write `int`"),
    ("has no attribute 'bool'", "np.bool is gone since numpy 1.24: write `bool`"),
    ("has no attribute 'object'", "np.object is gone since numpy 1.24: write `object`"),
    ("has no attribute 'asscalar'", "np.asscalar is gone: write `x.item()`"),
    ("has no attribute 'product'", "np.product is gone in numpy 2: write `np.prod`"),
    (
        "inhomogeneous",
        "the lists have different lengths: numpy makes no array of them any more (dtype=object, or a list)",
    ),
    (
        "Cannot cast ufunc",
        "the array is of an integer type and cannot take fractions: make it `float` where it is created",
    ),
)


def explained(recording: Recording) -> RaisedError | None:
    """Return what was raised, in words; None if nothing was."""
    raised = recording.raised
    if raised is None:
        return None
    file = recording.files[raised.file] if raised.file is not None else None
    cell = None if file is None else file.cell
    line = raised.line or 0
    operands = tuple(
        (operand.text, tuple(operand.shape), operand.dtype) for operand in raised.operands if operand.shape is not None
    )
    lines = file.text.splitlines() if file is not None else []
    source = lines[line - 1].strip() if 0 < line <= len(lines) else raised.text.strip()
    where = f"Line {line}" + (f" of cell {cell}" if cell is not None else "") if line else "Your code"
    text = f"{where} raised {raised.type}: {raised.message}" + (f" — `{source}`." if source else ".")
    if operands:
        text += " " + ", ".join(f"{name} is {_shape(shape)}" for name, shape, _ in operands) + "."
    if raised.missing:
        text += f" {raised.missing} is missing"
        text += f"; beside your file there is {', '.join(raised.beside)}." if raised.beside else "."
    mend = next((words for found, words in _MENDS if found in raised.message), "")
    if mend:
        text += f" Here {mend}."
    elif len(operands) == 2:
        text += _fitting(operands[0], operands[1], source)
    name = "" if file is None else PurePath(file.path).name
    return RaisedError(name, cell, line, raised.type, raised.message, operands, source, text)


def _shape(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape)) if shape else "a number"


def _fitting(one: tuple[str, tuple[int, ...], str], two: tuple[str, tuple[int, ...], str], source: str) -> str:
    """Return which products of two operands would fit."""
    (a, p, _), (b, q, _) = one, two
    if len(p) != 2 or len(q) != 2 or not ("@" in source or "dot" in source or "matmul" in source):
        return ""
    ways = []
    for left, ls, right, rs in ((a, p, b, q), (b, q, a, p)):
        for lt in (False, True):
            for rt in (False, True):
                l, r = ls[::-1] if lt else ls, rs[::-1] if rt else rs  # noqa: E741
                if l[1] == r[0]:
                    ways.append(f"{left}{'.T' if lt else ''} @ {right}{'.T' if rt else ''} ({l[0]}×{r[1]})")
    return f" These would fit: {', '.join(ways[:4])}." if ways else ""
