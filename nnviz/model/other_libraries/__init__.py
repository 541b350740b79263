"""Models of other libraries, and arrays of scripts, as scenarios. None of those libraries is needed to import this.

- `library_model`: what is read of any model; `model_scenario`: the scenario that starts from one, with samples;
- `objects`: a model that a script hands over; `model_files`: one in a file; both find which of these reads it:
  `scikit_learn`, `torch_modules`, `keras_models`, `onnx_graphs`, `named_arrays` (``W1``, ``fc1.weight`` …);
- `layer_chain`: layers and activations in the order in which a library names them;
- `array_scenario`: the scenario that starts from arrays; `array_layouts`: in which layout they are; `named_parts`:
  which activations and loss are meant; `foreign_names`: what other libraries call them.

To read models of another library, write a reader that returns a `LibraryModel`, and name it in `objects` or
`model_files`.
"""
