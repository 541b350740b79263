"""What a session has computed as tables for other programs: CSV, and arrays as NPZ. All digits of every number.

- `loss_curve`: the losses of a branch; `watches`: an expression over a branch;
- `predictions`: the answer for every sample, and how often each class is taken for each;
- `arrays`: every symbol of the update on the screen; `csv_text`: rows as CSV.
"""
