"""Work in other threads and processes.

- `interruption`: asks what runs in another thread to stop;
- `python_process`: the command line of a Python process that runs a module of this nnviz.
"""
