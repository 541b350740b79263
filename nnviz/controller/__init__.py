"""The controller: it owns a session, runs it in time slices, and announces snapshots. It uses QtCore only.

- `controller`: builds the parts and connects them; `session_owner`: the only object that holds the session;
- `stepping`, `running`, `editing`, `selecting`: what moves and changes the session, and what is selected in it;
- `breakpoints`, `line_breakpoints`: which breakpoints there are; those on lines of the program;
- `breakpoint_stops`, `breakpoint_hits`: moving a session until a breakpoint stops it; how often and where that was;
- `watches`, `charting`: which watches there are and their curves; adding one;
- `comparison`, `compared_sessions`: moving the sessions that are compared; which there are;
- `background`, `loading`: a job in a thread; loading what is to be opened in one;
- `frame_budget`, `measuring_rate`: how much of a run fits into a frame; how often it measures the whole data;
- `codecheck`, `map_training`, `quiz`: the check of a person's code, the map of two settings, the quiz.
"""
