"""The network's outputs for samples outside the batch.

forward        the program's forward lines on other samples
sample_values  the numbers of one sample, inside the batch or outside
grid           the outputs over a plane of inputs, for the decision boundary and the units' heat maps
"""
