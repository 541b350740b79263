"""The command line, a file for each command.

`main` opens the window without argparse where that is all that is asked for; `parser` assembles the commands, and
`arguments` has what several of them read.
"""
