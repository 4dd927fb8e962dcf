"""What a team earned: the presses, commands and typed texts."""
