"""Files of the application: what is open, what would be lost, what was open lately, what a crash has left.

Importing this package needs no Qt: the command line reads documents with `reading` alone.
"""
