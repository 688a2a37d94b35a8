"""Command line: one module per verb; needs the extra `cli`."""

from kimcore.cli.main import kimcore, run

__all__ = ["kimcore", "run"]
