"""The program of an update: its lines as expressions, and everything that follows from them.

expression            the right-hand side of a line as a tree
symbols               names of arrays and numbers, and how they are written
formula, shapes       an expression as text; its shapes
broadcasting          where operands are repeated to fit
line, program         a line; all lines of an update
recipe                all that determines a program
right_program         the lines of a recipe without mistakes
losses, penalties     what is minimised, one row each
optimisers            how parameters move by gradients, one row each
evolution_strategies  how parameters move without gradients, one row each
training_methods      optimisers and strategies in one table
"""
