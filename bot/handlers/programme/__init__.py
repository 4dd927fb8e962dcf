"""Setting a programme up, keeping it up, ending it: the presses, commands and typed texts."""
