"""What a network is, and the parameters it starts from.

network         the number of inputs, and each layer's units and activation
activations     activation functions, one row each
initialisers    ways to draw initial parameters, one row each
input_features  features computed from two inputs, one row each
"""
