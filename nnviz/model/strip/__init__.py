"""A line of the program written out with its arrays as its letters: operands, signs, brackets, intermediate values.

- `tokens`: what a written line is made of;
- `parts`: intermediate values that no expression of the program names;
- `reach`: which cells of an operand go into a cell of the result;
- `writing`: an expression as tokens, as deep as is asked for;
- `written_line`: a line's result, its operands as written, and the operation that is left when they are computed;
- `line_numbers`: the values of all that at a moment, exactly those that the line read and wrote;
- `equation`: both together, as a view draws them;
- `arithmetic`: how one cell of the result came about, in a few short texts;
- `recorded_line`: a line of a person's own code in the same form.
"""
