"""Widgets: each view draws a snapshot and emits what the person asked for.

Views import names of the controller and of the model and hold no reference to a session. Each panel has a folder of
its own and imports no other panel's; what several of them need is in the shared packages below. From the top:

    window         the main window: menus, toolbar, docks, status bar, and which panels there are

    boundary       the samples on the plane, the decision boundary, the confusion table
    breakpoints    the list of breakpoints, and the form for a new one
    checks         gradient check and update check, cell by cell
    codecheck      a person's own function, line by line
    compare        sessions trained side by side
    examples       published examples
    findings       what was found in a person's own script, and where that is set
    history        branches, edits, and the memory of the past
    images         samples that are pictures, the network's answers, what it gets wrong
    imports        a person's own data, before they are used
    inspector      one cell written out, its chain rule and where it is used
    loss           the loss curves
    map            the map of two settings
    matrices       the matrices of the update, to read and to edit
    mistakes       the catalogue of mistakes, and the quiz
    model_file     the dialog for a model of another library
    network        the diagram of the network
    outline        everything that is painted, as a tree of words
    playground     the bar for a link of TensorFlow Playground
    program        the lines of the update, or of a person's own script
    samples        every sample in a table, and inputs to try
    setup          data, network and training settings
    strip          the lit line written with its matrices as its letters
    timeline       the groove along which a run is dragged
    watches        expressions charted over the run

    lines          how a line of the program is written: texts, colours, what is wrong in it
    matrix_cells   the cells of matrices: colours, numbers, fewer cells than there are
    plots          axes, ticks and planes that several plots share
    widgets        controls that several panels share
    theme          every colour, pen, font, size and icon

Files that several views share: `panel` (the dock widget that every panel is), `protocols` (what a panel may be able to
show), `translation` and `error_text` (words of the model in the person's language), `scenario_changes` (how a change of
the scenario is named), `colour_scales` (scales that change only when they have to), `sliced_job` (long work that leaves
the window alive), `file_dialogs`, `cached_value` (what a view remembers, such as what is under the mouse, until it is
gone), `motion` (how far what moves between two lines is), `painter_state` (giving a borrowed painter back as it was).
"""
