"""The type of all arrays of the model, and what is asked of whole arrays.

array    the type, and read-only arrays
norm     norms and largest cells, computed once for each large array
finite   whether all cells are finite numbers
"""
