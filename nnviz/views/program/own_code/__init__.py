"""The Program panel's other body: a person's own source instead of the equations.

- `pane`: the verdict above the source, or the editor;
- `source_rows`, `source_layout`, `source_picture`, `source_painting`: the lines with arrow, breakpoints and verdicts;
- `syntax`: the colours of Python's words, by Pygments;
- `values_text`: what names hold, for tooltips;
- `verdict_bar`: the first wrong line and why, above the source; `verdict_text` writes it;
- `editor`: typing in the source.
"""
