"""A lead's minute: the presses, commands and typed texts."""
