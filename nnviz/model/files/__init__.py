"""Files of a person: written wholly or not at all, and recognised when something else has changed them.

- `write`: the one function that writes a file;
- `target`: where a name leads to, and what is no place for a file;
- `temporary`: the file beside the target that is written first, and those that a killed process has left;
- `present`: whether there is a file of a name;
- `refusal`: what the system said, in words;
- `state`: a file as it was read or written last, and what has become of it since.
"""
