"""The table of the window's actions: one row each, with its texts, keys, icon, and the commands that enable it."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QT_TRANSLATE_NOOP

from nnviz.model.session.available_commands import Command


@dataclass(frozen=True)
class ActionRow:
    """One action.

    Attributes
    ----------
    name
        Identifier, also in `Actions`.
    text
        Menu text with its mnemonic (context ``Actions``).
    tip
        What it does, for the tooltip and the status bar (context ``Actions``).
    keys
        Shortcuts; the first is shown in the menu.
    icon
        Name of an icon, or empty.
    commands
        The action is enabled while any of these is possible; always, when there are none.
    """

    name: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    commands: tuple[Command, ...] = ()


ROWS = (
    ActionRow(
        "line",
        QT_TRANSLATE_NOOP("Actions", "&Line"),
        QT_TRANSLATE_NOOP("Actions", "Run the next line of the update"),
        ("Right", "PgDown"),
        "line",
        (Command.LINE,),
    ),
    ActionRow(
        "update",
        QT_TRANSLATE_NOOP("Actions", "&Update"),
        QT_TRANSLATE_NOOP("Actions", "Run to the end of the update: one change of the parameters"),
        ("Shift+Right",),
        "update",
        (Command.UPDATE,),
    ),
    ActionRow(
        "epoch",
        QT_TRANSLATE_NOOP("Actions", "&Epoch"),
        QT_TRANSLATE_NOOP("Actions", "Run to the end of the pass over the training data"),
        ("Ctrl+Right",),
        "epoch",
        (Command.EPOCH,),
    ),
    ActionRow(
        "line-back",
        QT_TRANSLATE_NOOP("Actions", "Line &back"),
        QT_TRANSLATE_NOOP("Actions", "Go back by one line, exactly to what was there"),
        ("Left", "PgUp"),
        "line-back",
        (Command.LINE_BACK,),
    ),
    ActionRow(
        "update-back",
        QT_TRANSLATE_NOOP("Actions", "Update b&ack"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the end of the previous update"),
        ("Shift+Left",),
        "update-back",
        (Command.UPDATE_BACK,),
    ),
    ActionRow(
        "epoch-back",
        QT_TRANSLATE_NOOP("Actions", "Epoch ba&ck"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the end of the previous pass over the training data"),
        ("Ctrl+Left",),
        "epoch-back",
        (Command.EPOCH_BACK,),
    ),
    ActionRow(
        "newest",
        QT_TRANSLATE_NOOP("Actions", "&Newest"),
        QT_TRANSLATE_NOOP("Actions", "Return from the past to the end of the run"),
        ("End",),
        "newest",
        (Command.NEWEST,),
    ),
    ActionRow(
        "jump",
        QT_TRANSLATE_NOOP("Actions", "Go to an up&date…"),
        QT_TRANSLATE_NOOP("Actions", "Type the update to go to: 1234, +100, -100, or e12 for the end of epoch 12"),
        ("Ctrl+J",),
        "jump",
    ),
    ActionRow(
        "run",
        QT_TRANSLATE_NOOP("Actions", "&Run"),
        QT_TRANSLATE_NOOP("Actions", "Run updates until paused"),
        ("Space",),
        "run",
        (Command.RUN, Command.PAUSE),
    ),
    ActionRow(
        "run_back",
        QT_TRANSLATE_NOOP("Actions", "Run bac&k"),
        QT_TRANSLATE_NOOP("Actions", "Run backward to where a breakpoint last held"),
        ("Shift+F5",),
        "run-back",
    ),
    ActionRow(
        "breakpoint",
        QT_TRANSLATE_NOOP("Actions", "&Toggle breakpoint"),
        QT_TRANSLATE_NOOP("Actions", "Toggle a breakpoint on the selected line, or on the lit line"),
        ("F9",),
        "breakpoint",
    ),
    ActionRow(
        "switch_breakpoint",
        QT_TRANSLATE_NOOP("Actions", "S&witch breakpoint on or off"),
        QT_TRANSLATE_NOOP(
            "Actions", "Disable the breakpoint on the selected or lit line without removing it, or enable it again"
        ),
        ("Ctrl+F9",),
        "breakpoint-off",
    ),
    ActionRow(
        "clear_breakpoints",
        QT_TRANSLATE_NOOP("Actions", "Clear breakpo&ints"),
        QT_TRANSLATE_NOOP("Actions", "Remove all breakpoints"),
        ("Ctrl+Shift+F9",),
        "breakpoints-clear",
    ),
    ActionRow(
        "watch",
        QT_TRANSLATE_NOOP("Actions", "Watch the selected nu&mber"),
        QT_TRANSLATE_NOOP("Actions", "Chart the selected cell over the whole run, including the past"),
        ("Ctrl+Shift+W",),
        "watch",
    ),
    ActionRow(
        "restart",
        QT_TRANSLATE_NOOP("Actions", "Re&start"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the start, with the same initial weights"),
        ("Home",),
        "restart",
        (Command.RESTART,),
    ),
    ActionRow(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Undo the last change of data or settings"),
        ("Ctrl+Z",),
        "undo",
        (Command.UNDO,),
    ),
    ActionRow(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Redo the undone change"),
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        "redo",
        (Command.REDO,),
    ),
    ActionRow(
        "follow",
        QT_TRANSLATE_NOOP("Actions", "Select &nothing"),
        QT_TRANSLATE_NOOP("Actions", "Let the views follow the line that has just run"),
        ("Esc",),
        "follow",
        (Command.FOLLOW,),
    ),
    ActionRow(
        "examples",
        QT_TRANSLATE_NOOP("Actions", "Pu&blished examples"),
        QT_TRANSLATE_NOOP(
            "Actions", "Worked examples from books and articles, with their authors' figures beside ours"
        ),
        (),
        "examples",
    ),
    ActionRow(
        "compare",
        QT_TRANSLATE_NOOP("Actions", "Com&pare"),
        QT_TRANSLATE_NOOP("Actions", "Train other sessions together with this one, on the same axes"),
        (),
        "compare",
    ),
    ActionRow(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open a session or a scenario"),
        ("Ctrl+O",),
        "open",
    ),
    ActionRow(
        "open_data",
        QT_TRANSLATE_NOOP("Actions", "Open da&ta…"),
        QT_TRANSLATE_NOOP("Actions", "Open samples from a CSV, TSV, NPZ, NPY or IDX file"),
        ("Ctrl+Shift+O",),
        "open-data",
    ),
    ActionRow(
        "draw_data",
        QT_TRANSLATE_NOOP("Actions", "&Draw your own data"),
        QT_TRANSLATE_NOOP("Actions", "Start with an empty plane, and draw samples with the mouse"),
        (),
        "draw-data",
    ),
    ActionRow(
        "paste_data",
        QT_TRANSLATE_NOOP("Actions", "&Paste data"),
        QT_TRANSLATE_NOOP("Actions", "Open samples that have been copied from a spreadsheet"),
        ("Ctrl+Shift+V",),
        "paste-data",
    ),
    ActionRow(
        "playground_link",
        QT_TRANSLATE_NOOP("Actions", "Open Play&ground link…"),
        QT_TRANSLATE_NOOP("Actions", "Open a TensorFlow Playground link, and see how much of it is carried over"),
        (),
        "playground",
    ),
    ActionRow(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP(
            "Actions", "Save the session: the run with its edits and branches, so that it can be resumed"
        ),
        ("Ctrl+S",),
        "save",
    ),
    ActionRow(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        QT_TRANSLATE_NOOP("Actions", "Save the session under another name"),
        ("Ctrl+Shift+S",),
        "save-as",
    ),
    ActionRow(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export scenario…"),
        QT_TRANSLATE_NOOP("Actions", "Save data, network and settings as a scenario file"),
        (),
        "export",
    ),
    ActionRow(
        "picture",
        QT_TRANSLATE_NOOP("Actions", "Save &picture…"),
        QT_TRANSLATE_NOOP("Actions", "Save the window as a PNG picture"),
        ("Ctrl+P",),
        "picture",
    ),
    ActionRow(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close nnviz"),
        ("Ctrl+Q",),
        "quit",
    ),
    ActionRow(
        "faster",
        QT_TRANSLATE_NOOP("Actions", "&Faster"),
        QT_TRANSLATE_NOOP("Actions", "Run more updates per second"),
        ("Ctrl++", "Ctrl+="),
        "faster",
    ),
    ActionRow(
        "slower",
        QT_TRANSLATE_NOOP("Actions", "Sl&ower"),
        QT_TRANSLATE_NOOP("Actions", "Run fewer updates per second"),
        ("Ctrl+-",),
        "slower",
    ),
    ActionRow(
        "rows",
        QT_TRANSLATE_NOOP("Actions", "Samples as &rows (X · W + b)"),
        QT_TRANSLATE_NOOP("Actions", "Write the program for samples as rows, as scikit-learn and Keras do"),
        ("Ctrl+T",),
        "rows",
    ),
    ActionRow(
        "own_labels",
        QT_TRANSLATE_NOOP("Actions", "The document's own &symbols"),
        QT_TRANSLATE_NOOP("Actions", "Write symbols as the scenario's source document does"),
        (),
        "symbols",
    ),
    ActionRow(
        "presentation",
        QT_TRANSLATE_NOOP("Actions", "&Presentation"),
        QT_TRANSLATE_NOOP("Actions", "Fill the screen, with larger text for a projector"),
        ("F11",),
        "presentation",
    ),
    ActionRow(
        "reset_layout",
        QT_TRANSLATE_NOOP("Actions", "Reset the l&ayout"),
        QT_TRANSLATE_NOOP("Actions", "Show every panel at its original place"),
        (),
        "layout",
    ),
    ActionRow(
        "gradient_check",
        QT_TRANSLATE_NOOP("Actions", "&Gradient check"),
        QT_TRANSLATE_NOOP("Actions", "Check the update's gradients against central differences, and what it changed"),
        ("Ctrl+G",),
        "check",
    ),
    ActionRow(
        "mistakes",
        QT_TRANSLATE_NOOP("Actions", "&Mistakes…"),
        QT_TRANSLATE_NOOP("Actions", "Read about known mistakes, and make them on purpose"),
        (),
        "mistakes",
    ),
    ActionRow(
        "break",
        QT_TRANSLATE_NOOP("Actions", "&Break something"),
        QT_TRANSLATE_NOOP("Actions", "Make a mistake without saying which: find it with the debugger"),
        (),
        "break",
    ),
    ActionRow(
        "give_up",
        QT_TRANSLATE_NOOP("Actions", "Give &up"),
        QT_TRANSLATE_NOOP("Actions", "Reveal the hidden mistake"),
        (),
        "give-up",
        (Command.GIVE_UP,),
    ),
    ActionRow(
        "check_code",
        QT_TRANSLATE_NOOP("Actions", "Check my &code…"),
        QT_TRANSLATE_NOOP("Actions", "Run your own backprop() in a process of its own and compare it line by line"),
        ("Ctrl+Shift+K",),
        "check-code",
    ),
    ActionRow(
        "map",
        QT_TRANSLATE_NOOP("Actions", "Map of two &settings"),
        QT_TRANSLATE_NOOP("Actions", "Train the scenario for each pair of values of two settings: where does it fail?"),
        ("Ctrl+M",),
        "map",
    ),
    ActionRow(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Keys and words"),
        QT_TRANSLATE_NOOP("Actions", "Show the keys and what the words mean"),
        ("F1",),
        "help",
    ),
)

CHECKABLE = frozenset({"rows", "own_labels", "presentation", "gradient_check", "help"})
