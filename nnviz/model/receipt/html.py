"""A receipt as a page of HTML, which needs nothing else and prints well."""

from __future__ import annotations

from html import escape

from nnviz.model.receipt.receipt import Receipt, ReceiptArray, number_text
from nnviz.model.receipt.words import Words

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24 }
code, td { font: 14px/1.5 ui-monospace, "DejaVu Sans Mono", monospace }
.line { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: baseline; margin: .8rem 0; break-inside: avoid }
.number { color: #656d76; min-width: 1.6rem; text-align: right }
.shapes { color: #656d76; font-size: 13px }
table { border-collapse: collapse; border: solid #57606a; border-width: 0 1.5px; flex-basis: 100%; width: fit-content;
        margin-left: 2.8rem }
td { padding: 0 .6rem; text-align: right; white-space: pre }
"""


def as_html(receipt: Receipt, words: Words, *, is_exact: bool = False) -> str:
    """Return a receipt as a page of HTML.

    Parameters
    ----------
    receipt
        The receipt.
    words
        Its headings, in the person's language.
    is_exact
        Whether all digits are written.
    """
    heading = escape(words.heading(receipt))
    text = [
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{heading}</title><style>{_STYLE}</style></head>',
        f"<body>\n<h1>{heading}</h1>\n<p>{escape(words.samples(receipt))}</p>",
    ]
    if receipt.numbers:
        pairs = (f"{escape(name)} = {number_text(value, is_exact=is_exact)}" for name, value in receipt.numbers)
        text.append(f"<p><code>{', '.join(pairs)}</code></p>")
    text.append(f"<h2>{words.given}</h2>")
    for array in receipt.given:
        text.append(_row("", array.text, f"{array.shape[0]}×{array.shape[1]}", array, words, is_exact=is_exact))
    stage = None
    for line in receipt.lines:
        if line.stage != stage:
            stage = line.stage
            text.append(f"<h2>{words.stages[stage]}</h2>")
        text.append(_row(str(line.number), line.formula, line.shapes, line.result, words, is_exact=is_exact))
    if receipt.cell:
        text.append(f"<h2>{words.cell}</h2>\n<pre>{escape(chr(10).join(receipt.cell))}</pre>")
    return "\n".join(text) + "\n</body></html>\n"


def _row(number: str, formula: str, shapes: str, array: ReceiptArray, words: Words, *, is_exact: bool) -> str:
    head = f'<span class="number">{number}</span><code>{escape(formula)}</code><span class="shapes">{shapes}</span>'
    if array.values is None:
        return f'<div class="line">{head}<span>{words.too_many}</span></div>'
    rows = "".join(
        f"<tr>{''.join(f'<td>{number_text(value, is_exact=is_exact)}</td>' for value in row)}</tr>"
        for row in array.values.tolist()
    )
    return f'<div class="line">{head}<table>{rows}</table></div>'
