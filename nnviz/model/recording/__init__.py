"""Running a person's file, unchanged, and recording what every line computes.

- `recording`: what was recorded, as values: files, places in them, events, steps, names
- `bound_names`: when each name was bound
- `outcome`: how the run ended, what was raised, notes
- `columns`: events and steps kept as columns of numbers, read as objects
- `read_sources`: a file or notebook as it is shown, without running it
- `record`: runs the file in a process of its own, and reads its recording
- `replay`: runs it again with numbers moved
- `in_process`: records functions in this process
- `process`: that process: limits, output, its end with all that it has started
- `interpreter`: which Python runs it
- `child`: what runs there; it imports nothing of nnviz
"""
