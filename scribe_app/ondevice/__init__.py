"""The recogniser that needs no account, in a process of its own."""
