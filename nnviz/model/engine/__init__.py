"""What computes updates: numpy calls on arrays made beforehand, or compiled loops.

engine             a program with its parameters, its optimiser's state and its batches
engines            which engine runs a scenario
workspace          the arrays of an update, and the numpy calls that fill them
numpy_calls        a line's expression as numpy calls
recorded_function  what an activation function or a loss does, for both engines
fast_functions     activation functions and losses as numpy calls
joined_memory      parameters side by side, so that one call moves all of them
reference          the value of an expression, computed plainly
schedule           which epoch an update belongs to, and which samples it gets
metrics            losses and accuracies on the whole data
cost               how much work running a network is
evolution_search   what an evolution strategy needs besides lines
evolution_draws    its random numbers
compiled           the engine of compiled loops; it needs numba
"""
