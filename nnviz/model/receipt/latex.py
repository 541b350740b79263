"""A receipt as a LaTeX document."""

from __future__ import annotations

import re

from nnviz.model.receipt.latex_signs import latex_of
from nnviz.model.receipt.receipt import Receipt, ReceiptArray, number_text
from nnviz.model.receipt.words import Words

_WIDEST = 9
"""Most columns of a matrix on a page; of a wider one the first are written."""

_BESIDE = 4
"""Most columns of a matrix that stands beside its formula, and not below it."""

_HEAD = r"""\documentclass{article}
\usepackage{amsmath}
\usepackage[margin=2cm]{geometry}
\usepackage{iftex}
\ifPDFTeX\usepackage[utf8]{inputenc}\else\usepackage[fontset=fandol]{ctex}\fi
\setcounter{MaxMatrixCols}{20}
\allowdisplaybreaks
\begin{document}
"""


def as_latex(receipt: Receipt, words: Words, *, is_exact: bool = False) -> str:
    r"""Return a receipt as a document for pdflatex, or for xelatex where it is in Chinese.

    Parameters
    ----------
    receipt
        The receipt.
    words
        Its headings, in the person's language.
    is_exact
        Whether all digits are written.
    """
    text = [_HEAD + rf"\section*{{{_escaped(words.heading(receipt))}}}", _escaped(words.samples(receipt)), ""]
    if receipt.numbers:
        pairs = (f"{latex_of(name)} = {_number(value, is_exact=is_exact)}" for name, value in receipt.numbers)
        numbers = r",\quad ".join(pairs)
        text += [f"${numbers}$", ""]
    text += [rf"\subsection*{{{words.given}}}"]
    text += [rf"\[ {latex_of(array.text)} = {_matrix(array, words, is_exact=is_exact)} \]" for array in receipt.given]
    stage = None
    for line in receipt.lines:
        if line.stage != stage:
            stage = line.stage
            text += [rf"\subsection*{{{words.stages[stage]}}}"]
        matrix = _matrix(line.result, words, is_exact=is_exact)
        begin, sign = latex_of(line.formula), "="
        if min(line.result.shape[1], _WIDEST) > _BESIDE:
            begin, sign = rf"\begin{{aligned}} &{begin} \\", r"&="
            matrix += r" \end{aligned}"
        text += [rf"\[ {begin} {sign} {matrix} \tag{{{line.number}}} \]"]
    if receipt.cell:
        rows = [latex_of(row.strip()).replace("=", "&=", 1) for row in receipt.cell]
        text += [rf"\subsection*{{{words.cell}}}", r"\begin{align*}", " \\\\\n".join(rows), r"\end{align*}"]
    return "\n".join(text) + "\n\\end{document}\n"


def _escaped(text: str) -> str:
    for sign in "&%$#_{}":
        text = text.replace(sign, f"\\{sign}")
    return text


def _number(value: float, *, is_exact: bool) -> str:
    text = number_text(value, is_exact=is_exact).replace("−", "-").replace("∞", r"\infty ")
    return re.sub(r"e([+-]?\d+)$", r" \\cdot 10^{\1}", text)


def _matrix(array: ReceiptArray, words: Words, *, is_exact: bool) -> str:
    if array.values is None:
        return rf"\text{{{words.too_many}}}"
    if array.values.size == 1:
        return _number(float(array.values.flat[0]), is_exact=is_exact)
    rows = []
    for row in array.values.tolist():
        cells = [_number(value, is_exact=is_exact) for value in row[:_WIDEST]]
        rows.append(" & ".join(cells + ([r"\cdots"] if len(row) > _WIDEST else [])))
    return r"\begin{bmatrix} " + r" \\ ".join(rows) + r" \end{bmatrix}"
