"""Files of the application: what is open, what would be lost, what was open recently, what a crash has left.

- `documents`: opening, saving and closing, with a question before work would be lost;
- `open_document`: what is open, and what counts as unsaved work; `savable_session`: what saving needs of the session;
- `open_any`: reading a scenario, a session or samples, whichever a file is;
- `overwriting`, `save_outcome`: the question before a file is overwritten that has changed; what follows saving;
- `workspace_state`: what a session file stores of the window;
- `recovery`, `autosave`, `recovery_files`: offering what a crash has left; saving for that; the files;
- `setting_aside`: renaming what cannot be used, so that nothing is lost and nnviz starts;
- `recent_files`, `exports`, `pictures`, `questions`, `file_filters`: what their names say.

Importing this package needs no Qt: the command line reads documents with `open_any` alone.
"""
