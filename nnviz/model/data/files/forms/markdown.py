"""Tables drawn with bars, as in Markdown, or as databases print them."""

from __future__ import annotations

import re

from nnviz.model.data.files.forms.form import Form, Row

_RULE = re.compile(r"[\s|+:=\-─│┼├┤┌┐└┘┬┴━┃]+")


def is_markdown(lines: list[str]) -> bool:
    """Return whether the lines have bars, and one of the first is a rule."""
    some = [line for line in lines[:50] if line.strip()]
    rules = [line for line in some[:3] if _is_rule(line)]
    return bool(rules) and all("|" in line or "│" in line or _is_rule(line) for line in some)


def read_markdown(lines: list[str]) -> Form:
    """Return the cells between the bars; what stands above the rule are the names."""
    rows: list[Row] = []
    numbers: list[int] = []
    header: tuple[str, ...] | None = None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if _is_rule(line):
            if header is None and len(rows) == 1:
                header = tuple(rows.pop())
                numbers.pop()
            continue
        cells = re.split(r"(?<!\\)[|│]", line.strip().strip("|│"))
        rows.append([cell.strip().strip("`*").replace("\\|", "|") for cell in cells])
        numbers.append(number)
    return Form(tuple(rows), tuple(numbers), header)


def _is_rule(line: str) -> bool:
    return "-" * 2 in line.replace("─", "-").replace("━", "-") and _RULE.fullmatch(line) is not None
