"""The composition root: wires the layers, the command line and the main window."""
