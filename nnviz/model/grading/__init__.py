"""Marks for the code of a whole class: one student after another, line by line, each line right for what it was given.

points        how many points each line has, and which lines must come back
submission    what a file is: a function, a script, or nothing that can be run
adapter       calls a function of another name or signature as ``backprop(X, Y, weights, biases)``
marks         the marks of one student
implied       lines that did not come back, and are right because what is made of them is
by_function   marks from the check of a function
by_script     marks from the judgement of a whole script
grade         from a file to its marks
run           many files, on all cores or a Dask cluster
written       the marks as CSV, JUnit XML and feedback for each student
"""
