"""A scenario as a script that trains without nnviz and prints the same losses.

- `numpy_script`: the program's lines in numpy, one by one; `torch_script`: modules, autograd and optimisers of PyTorch;
  `notebook`: the numpy script in cells;
- `numpy_source`: an expression as numpy; `functions`: activations and losses in it;
- `parts`: what all have: samples, initial parameters, batches, rates; `written_script`: a script and its arrays.
"""
