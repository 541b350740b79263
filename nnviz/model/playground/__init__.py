"""Links of TensorFlow Playground as scenarios.

link     a link as a scenario that learns the same, number by number
address  what a link looks like, also when it was damaged
fields   the fields of a link, read by Playground's own rules
samples  the samples of a link, and the weights that are drawn after them
writing  a scenario as a link
notes    what became of each part of a link
"""

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.model.playground.fields import EXAMPLE
    from nnviz.model.playground.link import PlaygroundLink, read_link
    from nnviz.model.playground.notes import LinkNote
    from nnviz.model.playground.writing import WrittenLink, link_of
else:
    __getattr__ = names_of(
        __name__,
        {
            "fields": ("EXAMPLE",),
            "link": (
                "PlaygroundLink",
                "read_link",
            ),
            "notes": ("LinkNote",),
            "writing": (
                "WrittenLink",
                "link_of",
            ),
        },
    )

__all__ = ["EXAMPLE", "LinkNote", "PlaygroundLink", "WrittenLink", "link_of", "read_link"]
