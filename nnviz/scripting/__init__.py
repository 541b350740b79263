"""What scripts and notebooks use, without Qt: `nnviz.Session`, `nnviz.open`, `nnviz.debug`, `nnviz.show`.

- `session`: a session with breakpoints, checks, explanations and watches, whose results print well;
- `debug`: the first wrong line of a script, a function or a block; `magic`: of a notebook's cells;
- `show`: the window on a model of another library, or on arrays that a script already has; only this needs Qt.
"""
