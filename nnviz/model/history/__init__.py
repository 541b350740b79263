"""Time travel: running, seeking back and forward to the last bit, branches, undo.

- `history`: the owner of the parts below, and the rules of branches and undo;
- `runner`: an engine on a schedule at one place of a run, without a past; `position`: where that is;
- `timeline`: moves the runner along a branch; `replay`: does so elsewhere, for the past of a session;
- `branch`, `branches`: a run from its start to where it ends, and the list of all; `edits`: what was changed in it;
  `update_edits`: what was set while an update was on the screen, and what its lines have read and written nevertheless;
- `keyframe`, `keyframes`, `keyframe_spacing`, `memory_budget`: stored states, how close they are, what they may take;
- `editing`, `undoing`, `undo_stack`: changing settings, values and branches, and undoing that;
- `effective_settings`: which settings apply to which update; `session_contents`: whether there is something to save.
"""
