"""Setting a programme up, keeping it up, ending it."""
