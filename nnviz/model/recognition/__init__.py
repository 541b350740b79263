"""The network in a recording of a person's code: parameters, layers, targets, loss, and what each line stands for.

trace              quick questions to a recording: sources, operands, names, lines
parameters         what is multiplied or added, changed by adding, and read again
activation_values  which known function gives these numbers from those
forward            products, biases and activations as layers
targets            what the output is compared with; the scalars that are a known loss of it
backward           from a change down to the product that is the gradient, and its δ
network            what is found: layers, passes, parameters, losses
recognise          all of it
"""
