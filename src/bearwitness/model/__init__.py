"""Every domain noun: frozen dataclasses, no input or output, no third-party import."""
