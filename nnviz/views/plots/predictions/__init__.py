"""Ways to draw the predictions of a network: over a plane, over one input, or counted in a table."""
