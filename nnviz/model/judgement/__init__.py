"""Whether a person's gradients are right, which line is the first that is wrong, and why.

gradients    the gradient of the recognised network, by the chain rule
absolute     whether every parameter changed by one multiple of it
memory       what later updates show: momentum, gradients never set to zero again
lines        each line, with the values before it taken as given
formulas     what mistakes give, on the values that a line was given
blame        the statement at fault among those that make a wrong δ
scaling      factors and signs
advise       what else keeps a right network from learning
errors       what their code raised, explained
raised_line  the line behind it, mended and judged in a second run
mend         the line as it should be, in the person's names; kept where the script does better with it
describe     the network in the words of the JSON contract
words        symbols, equations and mistakes in words
judge        all of it; `debug_file` runs a file first
"""
