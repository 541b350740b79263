"""The arrays of a person's own code: what the line that has just run wrote, from what, and what every name holds.

- `shown_arrays`: which arrays are shown, and of each what is right, and the difference;
- `array_layout`: where they go; `array_painting`: their cells;
- `canvas`: the widget that scrolls them.
"""
