"""How the number of one cell comes about.

cell                one cell of a line as a tree of scalars
expand              expanding a line's expression for one cell, with the values that the line reads
tree                the trees, and sums of which only the largest terms are written
text                a tree as text, with symbols and with numbers
equation            the same for scripts: a printable equation with its terms
contributions       what each term of a sum, or each sample, contributes to a cell
chain_rule          the chain rule from the loss to a cell, for one sample
chain_rule_numbers  the numbers in it, from the forward lines
used_by             the lines that read a cell, and the cells that they compute from it
definitions         the definitions of the functions in a line's formula
sentence            sentences with values, translated and filled in by the views
"""
