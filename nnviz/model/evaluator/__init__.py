"""A person's own expression over the symbols of an update: read once, evaluated on any moment of a run.

evaluator  parsed expressions, and checking that one is accepted
reader     turning the syntax tree of an expression into calls, node by node
functions  the operators, functions and methods that an expression may use
"""
