"""Time travel: keyframes, deterministic replay and the list of edits; branches; undo.

`history.History` states the rules.
"""
