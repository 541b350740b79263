"""What a person's code raised, explained: the operands, which product would fit, numpy-2 breakages."""

from __future__ import annotations

from pathlib import PurePath

from nnviz.model.judgement.judgement import RaisedError
from nnviz.model.recording.recording import Recording
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_MOST_BESIDE = 6

_MENDS = (
    (
        "setting an array element with a sequence",
        QT_TRANSLATE_NOOP(
            "model", "an array is stored into one cell: take the number out of it, with `.item()` or `[0, 0]`"
        ),
    ),
    (
        "only 0-dimensional arrays can be converted",
        QT_TRANSLATE_NOOP(
            "model", "an array of one number is used as a number: take it out with `.item()` or `[0, 0]`"
        ),
    ),
    (
        "only length-1 arrays can be converted",
        QT_TRANSLATE_NOOP(
            "model", "a function of one number (math.exp, float) is given an array: use numpy's (np.exp)"
        ),
    ),
    ("has no attribute 'float'", QT_TRANSLATE_NOOP("model", "np.float is gone since numpy 1.24: write `float`")),
    ("has no attribute 'int'", QT_TRANSLATE_NOOP("model", "np.int is gone since numpy 1.24: write `int`")),
    ("has no attribute 'bool'", QT_TRANSLATE_NOOP("model", "np.bool is gone since numpy 1.24: write `bool`")),
    ("has no attribute 'object'", QT_TRANSLATE_NOOP("model", "np.object is gone since numpy 1.24: write `object`")),
    ("has no attribute 'asscalar'", QT_TRANSLATE_NOOP("model", "np.asscalar is gone: write `x.item()`")),
    ("has no attribute 'product'", QT_TRANSLATE_NOOP("model", "np.product is gone in numpy 2: write `np.prod`")),
    (
        "inhomogeneous",
        QT_TRANSLATE_NOOP(
            "model", "the lists have different lengths: numpy makes no array of them any more (dtype=object, or a list)"
        ),
    ),
    (
        "Cannot cast ufunc",
        QT_TRANSLATE_NOOP(
            "model", "the array is of an integer type and cannot take fractions: make it `float` where it is created"
        ),
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
    texts = [_raised(line, cell, raised.type, raised.message, source)]
    if operands:
        text = QT_TRANSLATE_NOOP("model", "{operands}.")
        shapes = ", ".join(f"{' '.join(name.split())}: {_shape(shape)}" for name, shape, _ in operands)
        texts.append(filled(text, operands=shapes))
    if raised.missing:
        beside = QT_TRANSLATE_NOOP("model", "{missing} is missing; beside your file there is {beside}.")
        alone = QT_TRANSLATE_NOOP("model", "{missing} is missing.")
        there = ", ".join(raised.beside[:_MOST_BESIDE])
        texts.append(filled(beside if there else alone, missing=raised.missing, beside=there))
    mend = next((words for found, words in _MENDS if found in raised.message), "")
    if mend:
        texts.append(filled(QT_TRANSLATE_NOOP("model", "Here {mend}."), mend=mend))
    elif len(operands) == 2 and (fitting := _fitting(operands[0], operands[1], source)):
        texts.append(filled(QT_TRANSLATE_NOOP("model", "These would fit: {products}."), products=fitting))
    text = _joined(texts)
    name = "" if file is None else PurePath(file.path).name
    return RaisedError(name, cell, line, raised.type, raised.message, operands, source, text)


def _raised(line: int, cell: int | None, kind: str, message: str, source: str) -> str:
    """Return which line raised what."""
    # numpy explains the names that are gone over many lines.
    head = message.partition("\n")[0].rstrip(".")
    values = {"line": line, "cell": cell, "kind": kind, "message": head, "source": source}
    if not line:
        return filled(QT_TRANSLATE_NOOP("model", "Your code raised {kind}: {message}."), **values)
    if cell is not None:
        text = QT_TRANSLATE_NOOP("model", "Line {line} of cell {cell} raised {kind}: {message} — `{source}`.")
        return filled(text, **values)
    return filled(QT_TRANSLATE_NOOP("model", "Line {line} raised {kind}: {message} — `{source}`."), **values)


def _joined(texts: list[str]) -> str:
    """Return sentences, one after another."""
    first, *rest = texts
    two = QT_TRANSLATE_NOOP("model", "{sentence} {following}")
    return filled(two, sentence=first, following=_joined(rest)) if rest else first


def _shape(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape)) if len(shape) > 1 else str(shape)


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
    return ", ".join(ways[:4])
