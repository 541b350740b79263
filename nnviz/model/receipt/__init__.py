"""One update as a receipt: every line with its symbols, shapes and numbers, to print or hand in.

- `receipt`: what stands in it; `formats`: which formats there are;
- `markdown`, `latex`, `html`, `as_json`: one format each; `latex_signs`: the program's text as LaTeX.
"""
