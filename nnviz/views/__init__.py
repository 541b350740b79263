"""Widgets: each view draws a snapshot and says what the person asked for.

Views import names of the controller and the model and hold no reference to a session.
Colours, fonts and sizes live in `nnviz.views.theme` and nowhere else.
"""
