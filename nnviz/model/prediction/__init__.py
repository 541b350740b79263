"""The network's outputs for samples outside the batch.

forward  the program's forward lines on other samples
grid     the outputs over a plane of inputs, for the decision boundary and the units' heat maps
"""
