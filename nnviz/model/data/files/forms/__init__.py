"""Texts that are tables without looking like one, or not plainly: each way of writing is read into rows of cells.

form            what all of them are read into
recognising     which way of writing a text has
delimited       rows and columns with a delimiter, and all that people's programs put around them
cells           numbers written with units, currencies, per cents, thousands or other signs
literals        lists and arrays as Python prints them
records         JSON: records, lines, columns
arff, libsvm    formats of Weka and of support vector machines
markdown        tables drawn with bars
excel           workbooks
"""
