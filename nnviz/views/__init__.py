"""What is on the screen: each view draws a snapshot and reports what the person asked for.

Views know the controller and the model by their types alone and hold no reference to a session. A folder is a panel, a
bar, or what several of them share; panels do not import one another's folders.

The window and what all views share:

- ``window``: the main window: actions, menus, transport bar, the layout of the panels.
- ``theme``: colours, fonts, sizes, icons and the style sheet, which are nowhere else.
- ``widgets``: small widgets that several views share.
- ``plots``: what every plot with axes shares.
- ``panel``: the dock widget that every panel is; ``protocols``: what a panel may be able to show.
- ``translation`` and ``error_text``: words of the model in the person's language; ``scenario_changes``: how a change of
  the scenario is named.
- ``colour_scales``: scales that change only when they have to; ``sliced_job``: long work that leaves the window alive;
  ``file_dialogs``: asking for a file.

One update and its numbers:

- ``program``: the update as lines of source, and the value of every line.
- ``network``: the diagram of units and edges.
- ``matrices``: the matrices of all layers, or of one.
- ``inspector``: one number, the equation that it comes from, and what it means.
- ``timeline``: the strip with the update's lines, and the run's slider.
- ``watches``: numbers that a person chose, each as a chart over the run.

What the network has learned:

- ``boundary``: the decision boundary, the fitted curve, or the samples' predictions.
- ``images``: samples that are pictures, and which are taken for which.
- ``loss``: the loss over the run.
- ``compare``: several sessions side by side.
- ``map``: a scenario trained for each pair of values of two settings.

Finding out what is wrong:

- ``breakpoints``: what stops a run.
- ``checks``: gradients against differences, and updates against what the optimiser says.
- ``codecheck``: a person's own code beside the program's lines.
- ``examples``: published figures beside ours.
- ``mistakes``: wrong lines that are switched on deliberately, and the quiz.

What is run:

- ``setup``: data, network and training settings.
- ``imports``: a person's own samples, from a file or pasted.
- ``playground``: links of TensorFlow Playground.
- ``history``: the branches of a session and the edits of the current one.
"""
