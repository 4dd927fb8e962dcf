"""What is held about a person, and for how long: the presses, commands and typed texts."""
