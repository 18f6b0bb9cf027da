"""Stage 6: files that other tools read, one module a format (see `formats`)."""
