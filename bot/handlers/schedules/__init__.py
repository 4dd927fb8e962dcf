"""What HR sets, and what is due: the presses, commands and typed texts."""
