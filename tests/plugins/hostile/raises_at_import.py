"""Raises when it is imported, with an error whose text steers a terminal."""

raise RuntimeError("no \x1b[31mway\n\x07")
