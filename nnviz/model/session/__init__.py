"""The session: a scenario being run, and what may be read of it.

- `session`: moving, seeking, changing, branches, undo; what is run by scripts, the window and the command line alike;
- `values`: the values where its cursor is; `snapshot`: everything that a view may read, at one moment, immutable;
- `set_by_hand`: which numbers a person has set, and what they were before;
- `selection`: what a person has selected, one for all views; `available_commands`: which commands are possible now.
"""
