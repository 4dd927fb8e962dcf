"""The weekly check-in: the presses, commands and typed texts."""
