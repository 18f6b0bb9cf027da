"""The command line."""

from bearwitness.cli.app import main

__all__ = ["main"]
