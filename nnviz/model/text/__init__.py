"""Numbers, arrays and tables as text for people, and marks for texts that the views translate.

columns        numbers of a matrix: common decimals, and a power of ten that is written once
convention     whether a sample is written as a column or as a row
numbers        numbers for columns, axes and fields; reading numbers that people type
numpy_literal  an array as a numpy literal, or as tab-separated values
table          tables as plain text
translation    marks for texts that the views translate
"""
