"""Run the command line as ``python -m bearwitness``."""

from bearwitness.cli import main

if __name__ == "__main__":
    main()
