"""What every plot with axes shares: round extents and the marks on them."""
