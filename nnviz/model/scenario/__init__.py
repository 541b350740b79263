"""Scenarios: all that is needed to start a session.

scenario       the dataclasses, which are the one declaration of a scenario file
validation     what the fields must be to one another, and the data of a scenario that can be run
file           reading scenario files and shipped scenarios, and their JSON schema
shipped        reading a shipped scenario without pydantic
file_problems  what pydantic finds wrong with a file, in our words
suggestion     a scenario for any samples: a file's, or those that a person draws
edit           changing one thing of a scenario, and with it what would no longer fit
"""
