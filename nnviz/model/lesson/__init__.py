"""Lessons: stops of a run with what is said, asked and told at each, in one file.

lesson       the dataclasses, which are the one declaration of a lesson file
file         reading lesson files and shipped lessons, and their JSON schema
validation   what the parts of a lesson must be to one another and to the programs that it runs
answer_form  what an answer must look like, by the kind of its question
walk         a session that is taken from step to step
values       what the expressions of a lesson may read, and texts with their numbers filled in
answers      whether what a person answered is right, and the score
facts        the numbers that fixed words rely on, compared with those that are computed
script       the teacher's script, as Markdown
words        the words of a script in each language
"""
