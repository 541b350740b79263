"""The controller: it owns a session, runs it in time slices, and announces snapshots. It uses QtCore only.

There is one writer: `SessionOwner` alone holds the session. The other parts ask it to carry out what they do, and it
announces what came of it.

    controller           builds the parts and connects them
    session_owner        holds the session, carries out jobs on it, announces its snapshots

    stepping             a line, an update or an epoch forward or back, and seeking
    running              runs in time slices, until paused or stopped
    editing              another scenario, a parameter's cell, branches, undo
    selecting            the selection, and how symbols are named

    breakpoints          the breakpoints of the window
    line_breakpoints     those on lines of the program
    breakpoint_stops     moves a session until a breakpoint stops it
    breakpoint_hits      how often and where breakpoints have stopped
    watches              the watches of the window, and their curves
    charting             adds a watch
    compared_sessions    the sessions that are compared
    comparison           moves them with the window's, or each by itself

    own_code             a person's own script: shown, run in a process of its own, judged
    own_code_state       what is shown of it
    code_runs            runs it in the background
    file_watch           whether its file is changed by another program
    recorded_debugging   what acts in what was recorded of it
    recorded_stepping    the cursor in what was recorded of it, and breakpoints on its lines
    recorded_selection   what is selected in it
    recorded_watches     the curves of the watches over it
    codecheck            the check of a person's code, in a process of its own
    map_training         the map of two settings, trained in the background
    quiz                 a mistake is hidden in the session, and a person names it

    background           one job at a time in a thread
    loading              loads what is to be opened in the background
    frame_budget         how much of a run fits into a frame
    measuring_rate       how often a run measures the whole data
"""
