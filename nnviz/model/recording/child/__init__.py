"""What runs in the person's interpreter: it uses the standard library, and numpy where it is installed.

It imports nothing of nnviz and no Python newer than 3.9, so that any interpreter in which the person's packages are
can run it. `start` is the entry.

- `sources`: the files and notebook cells, as text;
- `places`, `paths`: the table of places in them, and how a target is spelled;
- `expressions`, `statements`, `functions`: rewrite a syntax tree, so that it calls the hooks;
- `hooks`: what the rewritten code calls; `operations`, `storing`, `frames` are their kinds, `targets` says where is
  stored;
- `recorder`: events and where each value came from; `loops`, `updates`: its parts; `owners`, `written`: the result;
- `numbers`, `store`: what counts as a number, and the values, written once each;
- `replay`: the same run with a number moved; `own_imports`, `surroundings`, `failure`: how the code is run.
"""
