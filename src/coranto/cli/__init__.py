"""The command `coranto`, one module a verb."""

from coranto.cli.app import main

__all__ = ["main"]
