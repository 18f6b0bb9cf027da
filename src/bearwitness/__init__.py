"""Casualty recording: what happened, on whose word, and how many sources stand behind it."""

__version__ = "0.1.0"
