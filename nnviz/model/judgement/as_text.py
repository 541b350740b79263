"""A judgement as text for a terminal, and as a table for a notebook."""

from __future__ import annotations

from html import escape

from nnviz.model.judgement.judgement import FoundNetwork, Judgement

_MARKS = {"right": "✓", "wrong": "✗", "follows": "↳", "unknown": "?"}


def as_text(judgement: Judgement) -> str:
    """Return the verdict, then the lines with their marks, then notes and advice."""
    parts = [judgement.sentence]
    if judgement.first_difference is not None and judgement.first_difference.mended:
        parts.append(f"It should be `{judgement.first_difference.mended}`.")
    if judgement.follows:
        parts.append(judgement.follows)
    if judgement.network is not None:
        parts += ["", _network_text(judgement.network)]
    if judgement.lines:
        width = max(len(str(line.line)) for line in judgement.lines)
        parts.append("")
        parts += [
            f"  {line.line:>{width}} {_MARKS[line.verdict]} {line.source}    {line.equation}".rstrip()
            for line in judgement.lines
        ]
    if judgement.advice or judgement.notes:
        parts.append("")
        parts += [f"- {advice.text}" for advice in judgement.advice]
        parts += [f"- {note}" for note in judgement.notes]
    return "\n".join(parts)


def _network_text(network: FoundNetwork) -> str:
    sizes = "-".join(map(str, network.sizes))
    parts = [f"your network: {sizes}", ", ".join(network.activations)]
    if network.loss is not None:
        parts.append(network.loss + (f", {network.scaling}" if network.scaling else ""))
    parts.append(f"{network.batch} sample{'s' if network.batch != 1 else ''} in {network.samples_are}")
    if network.learning_rate is not None:
        parts.append(f"rate {network.learning_rate:g}")
    return " · ".join(parts)


def as_html(judgement: Judgement) -> str:
    """Return the verdict and a table of the lines, as HTML."""
    colours = {"right": "#1a7f37", "wrong": "#cf222e", "follows": "#6e7781", "unknown": "#6e7781"}
    rows = "".join(
        f'<tr><td style="text-align:right">{line.line}</td>'
        f'<td style="color:{colours[line.verdict]}">{_MARKS[line.verdict]}</td>'
        f'<td style="text-align:left"><code>{escape(line.source)}</code></td>'
        f'<td style="text-align:left">{escape(line.equation)}</td></tr>'
        for line in judgement.lines
    )
    notes = "".join(f"<li>{escape(text)}</li>" for text in (*(a.text for a in judgement.advice), *judgement.notes))
    return (
        f"<p><b>{escape(judgement.sentence)}</b> {escape(judgement.follows)}</p><table>{rows}</table><ul>{notes}</ul>"
    )
