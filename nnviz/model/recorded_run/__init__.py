"""A person's own code as it ran, for stepping through: a recording, what was found in it, and any moment of it.

A recorded run is a history like any other: each of its moments is an ordinary `Snapshot` of the network that was found,
whose values are the person's arrays under the person's names, together with where in their source that is.

- `findings`: what was found in the code, as it is shown: the network, each line's equation and verdict, the advice;
- `recorded_run`: the moments, and moving among them by lines, updates and passes over the data;
- `line_values`: what a line computed, and from what, as arrays with the person's names;
- `found_scenario`: the network that was found as a scenario, with their samples, parameters and settings;
- `network_moments`: their arrays at a moment, as a snapshot of that scenario's program;
- `judged`: `findings` of what recognition and judgement say.
"""
