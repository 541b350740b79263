"""What a network is, one update as a program, data, time travel, checks and files. No Qt.

The packages stand on floors: each imports only what stands below it, and those of one floor do not import each other
(the contracts in `pyproject.toml`). From the top:

    lesson         stops of a run with what is said, asked and told at each, in one file
    session_file   a session in one file: writing, reading, checking what was read

    breakpoints    conditions that stop a run, and runs to the next or the last one that holds
    grading        marks for the code of a class, line by line, with reasons

    checks         gradient check, update check, the first number that is not finite
    examples       published worked examples, beside what is computed here
    receipt        one update with all its numbers, to print or hand in
    tables         losses, watches, answers and arrays for other programs

    strip          a line written out with its arrays as its letters: operands, signs, intermediate values

    codecheck      a person's own function, compared with the program line by line
    recorded_run   a person's own script as it ran: its moments as snapshots, and what was found in it

    judgement      whether the gradients of a person's script are right, and the first line that is wrong

    recognition    the network in a recording of a person's script

    comparison     sessions that are trained side by side, and what an update costs them
    explain        one cell of a line written out: terms, chain rule, contributions, sentences
    prediction     the forward lines on other samples: decision boundary, heat maps
    quiz           a hidden mistake, and the person's guess
    scripts        a scenario as a script of numpy or PyTorch, or a notebook
    watches        an expression charted over a run

    map            a scenario trained for each pair of values of two settings
    session        the session that a script or a window moves, and its immutable snapshots

    history        time travel: keyframes, replay, branches, edits, undo

    curve          the losses of a run in bounded memory

    engine         runs the lines of a program: numpy calls, compiled loops, plain reference
    other_libraries  models of other libraries, and arrays of scripts, as scenarios
    playground     links of TensorFlow Playground as scenarios

    scenario       all that is needed to start: fields, files, validation, edits

    evaluator      a person's expression over symbols
    mistakes       the catalogue: each row turns the right program into a wrong one

    data           samples: data sets, files, scaling, splits, batches
    program        one update as lines: expressions, shapes, losses, penalties, optimisers

    network        layers, activations, initial parameters, input features

    recording      a person's file run unchanged, and what every line of it computed
    files          a person's files: written wholly or not at all, recognised when something has changed them

    random         random numbers from a seed, in streams that do not share their draws
    text           texts for people: numbers, tables, marks for translation, the convention

    arrays         the type of arrays, read-only arrays, finite cells, norms
    background     asking work in another thread to stop; Python processes of this nnviz

Two files belong to all floors: `errors` (what was asked, where, what was found, what is accepted) and `limits` (the
ranges of numbers).
"""
