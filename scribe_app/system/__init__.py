"""The operating system behind the ports."""
