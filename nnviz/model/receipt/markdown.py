"""A receipt as Markdown."""

from __future__ import annotations

from nnviz.model.receipt.receipt import Receipt, ReceiptArray, number_text
from nnviz.model.receipt.words import Words


def as_markdown(receipt: Receipt, words: Words, *, is_exact: bool = False) -> str:
    """Return a receipt as Markdown: a heading for each stage, a block of numbers under each line.

    Parameters
    ----------
    receipt
        The receipt.
    words
        Its headings, in the person's language.
    is_exact
        Whether all digits are written.
    """
    text = [f"# {words.heading(receipt)}", "", words.samples(receipt), ""]
    if receipt.numbers:
        text += [", ".join(f"{name} = {number_text(value, is_exact=is_exact)}" for name, value in receipt.numbers), ""]
    text += [f"## {words.given}", ""]
    for array in receipt.given:
        text += [f"`{array.text}` ({_shape(array)})", "", *_block(array, words, is_exact=is_exact)]
    stage = None
    for line in receipt.lines:
        if line.stage != stage:
            stage = line.stage
            text += [f"## {words.stages[stage]}", ""]
        text += [f"{line.number}. `{line.formula}`", "", f"    {line.shapes}", ""]
        text += [f"    {row}" if row else "" for row in _block(line.result, words, is_exact=is_exact)]
    if receipt.cell:
        text += [f"## {words.cell}", "", "```", *receipt.cell, "```", ""]
    return "\n".join(text).rstrip() + "\n"


def _shape(array: ReceiptArray) -> str:
    return f"{array.shape[0]}×{array.shape[1]}"


def _block(array: ReceiptArray, words: Words, *, is_exact: bool) -> list[str]:
    if array.values is None:
        return [words.too_many, ""]
    cells = [[number_text(value, is_exact=is_exact) for value in row] for row in array.values.tolist()]
    width = max(len(cell) for row in cells for cell in row)
    return ["```", *("  ".join(cell.rjust(width) for cell in row) for row in cells), "```", ""]
