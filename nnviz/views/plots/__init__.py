"""What the plots of several panels share: round ranges, ticks, scales, and ways to draw predictions."""
