"""What a block shows: the presses, commands and typed texts."""
