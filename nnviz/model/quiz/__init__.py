"""A hidden mistake, and the person's guess.

quiz  choosing and hiding a mistake, judging answers, and clues to how it could be detected
"""
