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
        keys=("Right", "PgDown"),
        icon="line",
        commands=(Command.LINE,),
    ),
    ActionRow(
        "update",
        QT_TRANSLATE_NOOP("Actions", "&Update"),
        QT_TRANSLATE_NOOP("Actions", "Run to the end of the update: one change of the parameters"),
        keys=("Shift+Right",),
        icon="update",
        commands=(Command.UPDATE,),
    ),
    ActionRow(
        "epoch",
        QT_TRANSLATE_NOOP("Actions", "&Epoch"),
        QT_TRANSLATE_NOOP("Actions", "Run to the end of the pass over the training data"),
        keys=("Ctrl+Right",),
        icon="epoch",
        commands=(Command.EPOCH,),
    ),
    ActionRow(
        "inside",
        QT_TRANSLATE_NOOP("Actions", "Into a loo&p"),
        QT_TRANSLATE_NOOP("Actions", "In your own code: go into the loop over cells that has just run"),
        keys=("Alt+Right",),
        icon="line",
    ),
    ActionRow(
        "next_side",
        QT_TRANSLATE_NOOP("Actions", "Yours, ri&ght, difference"),
        QT_TRANSLATE_NOOP("Actions", "In your own code: show the right numbers, the differences, or your own again"),
        keys=("D",),
        icon="compare",
    ),
    ActionRow(
        "line-back",
        QT_TRANSLATE_NOOP("Actions", "Line &back"),
        QT_TRANSLATE_NOOP("Actions", "Go back by one line, exactly to what was there"),
        keys=("Left", "PgUp"),
        icon="line-back",
        commands=(Command.LINE_BACK,),
    ),
    ActionRow(
        "update-back",
        QT_TRANSLATE_NOOP("Actions", "Update b&ack"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the end of the previous update"),
        keys=("Shift+Left",),
        icon="update-back",
        commands=(Command.UPDATE_BACK,),
    ),
    ActionRow(
        "epoch-back",
        QT_TRANSLATE_NOOP("Actions", "Epoch ba&ck"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the end of the previous pass over the training data"),
        keys=("Ctrl+Left",),
        icon="epoch-back",
        commands=(Command.EPOCH_BACK,),
    ),
    ActionRow(
        "newest",
        QT_TRANSLATE_NOOP("Actions", "&Newest"),
        QT_TRANSLATE_NOOP("Actions", "Return from the past to the end of the run"),
        keys=("End",),
        icon="newest",
        commands=(Command.NEWEST,),
    ),
    ActionRow(
        "jump",
        QT_TRANSLATE_NOOP("Actions", "Go to an up&date…"),
        QT_TRANSLATE_NOOP("Actions", "Type the update to go to: 1234, +100, -100, or e12 for the end of epoch 12"),
        keys=("Ctrl+J",),
        icon="jump",
    ),
    ActionRow(
        "run",
        QT_TRANSLATE_NOOP("Actions", "&Run"),
        QT_TRANSLATE_NOOP("Actions", "Run updates until paused"),
        keys=("Space",),
        icon="run",
        commands=(Command.RUN, Command.PAUSE),
    ),
    ActionRow(
        "run_back",
        QT_TRANSLATE_NOOP("Actions", "Run bac&k"),
        QT_TRANSLATE_NOOP("Actions", "Run backward to where a breakpoint last held"),
        keys=("Shift+F5",),
        icon="run-back",
    ),
    ActionRow(
        "breakpoint",
        QT_TRANSLATE_NOOP("Actions", "&Toggle breakpoint"),
        QT_TRANSLATE_NOOP("Actions", "Toggle a breakpoint on the selected line, or on the lit line"),
        keys=("F9",),
        icon="breakpoint",
    ),
    ActionRow(
        "switch_breakpoint",
        QT_TRANSLATE_NOOP("Actions", "S&witch breakpoint on or off"),
        QT_TRANSLATE_NOOP(
            "Actions", "Disable the breakpoint on the selected or lit line without removing it, or enable it again"
        ),
        keys=("Ctrl+F9",),
        icon="breakpoint-off",
    ),
    ActionRow(
        "clear_breakpoints",
        QT_TRANSLATE_NOOP("Actions", "Clear breakpo&ints"),
        QT_TRANSLATE_NOOP("Actions", "Remove all breakpoints"),
        keys=("Ctrl+Shift+F9",),
        icon="breakpoints-clear",
    ),
    ActionRow(
        "watch",
        QT_TRANSLATE_NOOP("Actions", "Watch the selected nu&mber"),
        QT_TRANSLATE_NOOP("Actions", "Chart the selected cell over the whole run, including the past"),
        keys=("Ctrl+Shift+W",),
        icon="watch",
    ),
    ActionRow(
        "restart",
        QT_TRANSLATE_NOOP("Actions", "Re&start"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the start, with the same initial weights"),
        keys=("Home",),
        icon="restart",
        commands=(Command.RESTART,),
    ),
    ActionRow(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Undo the last change of data or settings"),
        keys=("Ctrl+Z",),
        icon="undo",
        commands=(Command.UNDO,),
    ),
    ActionRow(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Redo the undone change"),
        keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        icon="redo",
        commands=(Command.REDO,),
    ),
    ActionRow(
        "setup",
        QT_TRANSLATE_NOOP("Actions", "&Setup"),
        QT_TRANSLATE_NOOP("Actions", "Open or close the drawer with data, network and training settings"),
        keys=("S",),
        icon="settings",
    ),
    ActionRow(
        "follow",
        QT_TRANSLATE_NOOP("Actions", "Select &nothing"),
        QT_TRANSLATE_NOOP("Actions", "Let the views follow the line that has just run"),
        keys=("Esc",),
        icon="follow",
        commands=(Command.FOLLOW,),
    ),
    ActionRow(
        "examples",
        QT_TRANSLATE_NOOP("Actions", "Pu&blished examples"),
        QT_TRANSLATE_NOOP(
            "Actions", "Worked examples from books and articles, with their authors' figures beside ours"
        ),
        icon="examples",
    ),
    ActionRow(
        "compare",
        QT_TRANSLATE_NOOP("Actions", "Com&pare"),
        QT_TRANSLATE_NOOP("Actions", "Train other sessions together with this one, on the same axes"),
        icon="compare",
    ),
    ActionRow(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open a session or a scenario"),
        keys=("Ctrl+O",),
        icon="open",
    ),
    ActionRow(
        "open_data",
        QT_TRANSLATE_NOOP("Actions", "Open da&ta…"),
        QT_TRANSLATE_NOOP("Actions", "Open samples from a CSV, TSV, NPZ, NPY or IDX file"),
        keys=("Ctrl+Shift+O",),
        icon="open-data",
    ),
    ActionRow(
        "draw_data",
        QT_TRANSLATE_NOOP("Actions", "&Draw your own data"),
        QT_TRANSLATE_NOOP("Actions", "Start with an empty plane, and draw samples with the mouse"),
        icon="draw-data",
    ),
    ActionRow(
        "paste_data",
        QT_TRANSLATE_NOOP("Actions", "&Paste data"),
        QT_TRANSLATE_NOOP("Actions", "Open samples copied from a spreadsheet, or a copied link of nnviz"),
        keys=("Ctrl+Shift+V",),
        icon="paste-data",
    ),
    ActionRow(
        "playground_link",
        QT_TRANSLATE_NOOP("Actions", "Open Play&ground link…"),
        QT_TRANSLATE_NOOP("Actions", "Open a TensorFlow Playground link, and see how much of it is carried over"),
        icon="playground",
    ),
    ActionRow(
        "copy_link",
        QT_TRANSLATE_NOOP("Actions", "Copy lin&k"),
        QT_TRANSLATE_NOOP("Actions", "Copy this scenario as a link of some hundred characters, which nnviz opens"),
        icon="copy",
    ),
    ActionRow(
        "copy_playground_link",
        QT_TRANSLATE_NOOP("Actions", "Copy as Playground &link"),
        QT_TRANSLATE_NOOP("Actions", "Copy a TensorFlow Playground link of this scenario, and say what differs there"),
        icon="copy",
    ),
    ActionRow(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP(
            "Actions", "Save the session: the run with its edits and branches, so that it can be resumed"
        ),
        keys=("Ctrl+S",),
        icon="save",
    ),
    ActionRow(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        QT_TRANSLATE_NOOP("Actions", "Save the session under another name"),
        keys=("Ctrl+Shift+S",),
        icon="save-as",
    ),
    ActionRow(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Scenario, initial weights…"),
        QT_TRANSLATE_NOOP("Actions", "Save data, network and settings as a scenario file that begins as this run did"),
        icon="export",
    ),
    ActionRow(
        "export_scenario",
        QT_TRANSLATE_NOOP("Actions", "Scenario, &trained weights…"),
        QT_TRANSLATE_NOOP("Actions", "Save a scenario file that begins with the weights of this moment"),
        icon="export",
    ),
    ActionRow(
        "export_numpy",
        QT_TRANSLATE_NOOP("Actions", "&numpy script…"),
        QT_TRANSLATE_NOOP("Actions", "Save a script that trains with numpy alone and prints the same losses"),
        icon="export",
    ),
    ActionRow(
        "export_torch",
        QT_TRANSLATE_NOOP("Actions", "&PyTorch script…"),
        QT_TRANSLATE_NOOP("Actions", "Save a script that trains with PyTorch and prints the same losses"),
        icon="export",
    ),
    ActionRow(
        "export_notebook",
        QT_TRANSLATE_NOOP("Actions", "N&otebook…"),
        QT_TRANSLATE_NOOP("Actions", "Save the numpy script as a notebook, in cells"),
        icon="export",
    ),
    ActionRow(
        "export_receipt",
        QT_TRANSLATE_NOOP("Actions", "&Receipt of this update…"),
        QT_TRANSLATE_NOOP("Actions", "Save every line of the update with its numbers: Markdown, LaTeX, HTML or JSON"),
        icon="export",
    ),
    ActionRow(
        "export_losses",
        QT_TRANSLATE_NOOP("Actions", "&Loss curve…"),
        QT_TRANSLATE_NOOP("Actions", "Save the losses and accuracies of this branch as a table"),
        icon="export",
    ),
    ActionRow(
        "export_predictions",
        QT_TRANSLATE_NOOP("Actions", "&Answers for all samples…"),
        QT_TRANSLATE_NOOP("Actions", "Save every sample and what the network answers as a table"),
        icon="export",
    ),
    ActionRow(
        "export_confusion",
        QT_TRANSLATE_NOOP("Actions", "&Confusion table…"),
        QT_TRANSLATE_NOOP("Actions", "Save how often each class is taken for each"),
        icon="export",
    ),
    ActionRow(
        "export_arrays",
        QT_TRANSLATE_NOOP("Actions", "&Weights and gradients…"),
        QT_TRANSLATE_NOOP("Actions", "Save every array of this update for numpy, with all digits"),
        icon="export",
    ),
    ActionRow(
        "picture",
        QT_TRANSLATE_NOOP("Actions", "Save &picture…"),
        QT_TRANSLATE_NOOP("Actions", "Save the window as a PNG picture"),
        keys=("Ctrl+P",),
        icon="picture",
    ),
    ActionRow(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close nnviz"),
        keys=("Ctrl+Q",),
        icon="quit",
    ),
    ActionRow(
        "faster",
        QT_TRANSLATE_NOOP("Actions", "&Faster"),
        QT_TRANSLATE_NOOP("Actions", "Run more updates per second"),
        keys=("Ctrl++", "Ctrl+="),
        icon="faster",
    ),
    ActionRow(
        "slower",
        QT_TRANSLATE_NOOP("Actions", "Sl&ower"),
        QT_TRANSLATE_NOOP("Actions", "Run fewer updates per second"),
        keys=("Ctrl+-",),
        icon="slower",
    ),
    ActionRow(
        "rows",
        QT_TRANSLATE_NOOP("Actions", "Samples as &rows (X · W + b)"),
        QT_TRANSLATE_NOOP("Actions", "Write the program for samples as rows, as scikit-learn and Keras do"),
        keys=("Ctrl+T",),
        icon="rows",
    ),
    ActionRow(
        "all_shapes",
        QT_TRANSLATE_NOOP("Actions", "Shapes of every l&ine"),
        QT_TRANSLATE_NOOP("Actions", "Write the shapes under every line of the program, not only under the lit one"),
        icon="two-sides",
    ),
    ActionRow(
        "own_labels",
        QT_TRANSLATE_NOOP("Actions", "The document's own &symbols"),
        QT_TRANSLATE_NOOP("Actions", "Write symbols as the scenario's source document does"),
        icon="symbols",
    ),
    ActionRow(
        "motion",
        QT_TRANSLATE_NOOP("Actions", "&Motion"),
        QT_TRANSLATE_NOOP("Actions", "Show what a line does as a motion along the edges of the network"),
        icon="motion",
    ),
    ActionRow(
        "presentation",
        QT_TRANSLATE_NOOP("Actions", "&Presentation"),
        QT_TRANSLATE_NOOP("Actions", "Fill the screen, with larger text for a projector"),
        keys=("F11",),
        icon="presentation",
    ),
    ActionRow(
        "reset_layout",
        QT_TRANSLATE_NOOP("Actions", "Reset the l&ayout"),
        QT_TRANSLATE_NOOP("Actions", "Show every panel at its original place"),
        icon="layout",
    ),
    ActionRow(
        "next_panel",
        QT_TRANSLATE_NOOP("Actions", "Next pa&nel"),
        QT_TRANSLATE_NOOP("Actions", "Move the keyboard to the next panel"),
        keys=("F6",),
        icon="layout",
    ),
    ActionRow(
        "previous_panel",
        QT_TRANSLATE_NOOP("Actions", "Pre&vious panel"),
        QT_TRANSLATE_NOOP("Actions", "Move the keyboard to the panel before"),
        keys=("Shift+F6",),
        icon="layout",
    ),
    ActionRow(
        "gradient_check",
        QT_TRANSLATE_NOOP("Actions", "&Gradient check"),
        QT_TRANSLATE_NOOP("Actions", "Check the update's gradients against central differences, and what it changed"),
        keys=("Ctrl+G",),
        icon="check",
    ),
    ActionRow(
        "mistakes",
        QT_TRANSLATE_NOOP("Actions", "&Mistakes…"),
        QT_TRANSLATE_NOOP("Actions", "Read about known mistakes, and make them on purpose"),
        icon="mistakes",
    ),
    ActionRow(
        "break",
        QT_TRANSLATE_NOOP("Actions", "&Break something"),
        QT_TRANSLATE_NOOP("Actions", "Make a mistake without saying which: find it with the debugger"),
        icon="break",
    ),
    ActionRow(
        "give_up",
        QT_TRANSLATE_NOOP("Actions", "Give &up"),
        QT_TRANSLATE_NOOP("Actions", "Reveal the hidden mistake"),
        icon="give-up",
        commands=(Command.GIVE_UP,),
    ),
    ActionRow(
        "debug_code",
        QT_TRANSLATE_NOOP("Actions", "&Debug my code…"),
        QT_TRANSLATE_NOOP("Actions", "Run your own script, find its first wrong line, and step through it"),
        keys=("Ctrl+Shift+K",),
        icon="check-code",
    ),
    ActionRow(
        "check_code",
        QT_TRANSLATE_NOOP("Actions", "Check my &code…"),
        QT_TRANSLATE_NOOP("Actions", "Run your own backprop() in a separate process and compare it line by line"),
        icon="check-code",
    ),
    ActionRow(
        "map",
        QT_TRANSLATE_NOOP("Actions", "Map of two &settings"),
        QT_TRANSLATE_NOOP("Actions", "Train the scenario for each pair of values of two settings: where does it fail?"),
        keys=("Ctrl+M",),
        icon="map",
    ),
    ActionRow(
        "introduction",
        QT_TRANSLATE_NOOP("Actions", "Show the &introduction again"),
        QT_TRANSLATE_NOOP("Actions", "XOR, from one update line by line to four samples of four"),
        icon="examples",
    ),
    ActionRow(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Keys and words"),
        QT_TRANSLATE_NOOP("Actions", "Show the keys and what the words mean"),
        keys=("F1",),
        icon="help",
    ),
)

CHECKABLE = frozenset({"setup", "rows", "all_shapes", "own_labels", "motion", "presentation", "gradient_check", "help"})
