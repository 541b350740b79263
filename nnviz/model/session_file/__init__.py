"""Session files: what is in them, writing and reading.

A session file is a zip archive of data only, readable without nnviz:

``mimetype``
    `archive.MIMETYPE`; the first member, not compressed, so that a file is known by its first bytes.
``session.json``
    `schema.SessionDocument`: scenarios, branches with their edits, where the cursor is; numbers exact.
``states.npy``
    Parameters and optimiser states one after another, float64: those of keyframes, and that at the cursor.
``curves.npy``
    The branches' losses, likewise.
``samples.npy``
    Inputs and targets of samples written out, where they are many.

JSON says at which number of an array something begins; shapes follow from the scenario. What several branches share is
stored once. What is read is checked before it is used: no file raises anything but `SessionFileError`.

- `file`: saving and opening, for everything else to call; `errors`: what they raise;
- `writing`, `reading`: a session to the members of its file, and back; `schema`: what ``session.json`` declares;
- `archive`, `array_pool`: the zip archive, and the arrays in it;
- `scenarios`, `curves`: parts of a session, both ways; `branch_reader`, `read_branch`: branches, read and checked;
- `replay_check`: resuming where a session was saved, and whether replay yields the stored bits;
- `debugger_state`: breakpoints, watches, speed and selection, which are saved with a session.
"""
