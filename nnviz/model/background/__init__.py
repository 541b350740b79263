"""Work in other threads and processes.

- `interruption`: asks what runs in another thread to stop;
- `hard_end`: ends this process where something in it does not end;
- `python_process`: the command line of a Python process that runs a module of this nnviz;
- `scratch`: folders for what processes exchange, and those that a killed process has left.
"""
