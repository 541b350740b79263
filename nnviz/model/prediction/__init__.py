"""The network's outputs for samples outside the batch.

forward        the program's forward lines on other samples
sample_values  the numbers of one sample, inside the batch or outside
answers        the outputs for many samples, or for inputs that are no sample
drawn_picture  a picture that is drawn by hand, as a sample
grid           the outputs over a plane of inputs, for the decision boundary and the units' heat maps
"""
