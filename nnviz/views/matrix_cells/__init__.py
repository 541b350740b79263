"""The cells of matrices, for every panel that draws some: colours, numbers, and fewer cells than there are."""
