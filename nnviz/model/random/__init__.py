"""Random numbers from a seed.

seeds    a generator for each purpose, independent of the others
streams  the generators of many keys in a row, computed together
"""
