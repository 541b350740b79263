"""Watches: expressions with one number as their value, charted over a run.

- `watch`: the expression, and what is stored of its values;
- `following`: takes in the values of a session's branch, also of what ran before the watch was added.
"""
