"""What became of every message: the presses, commands and typed texts."""
