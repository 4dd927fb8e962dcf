"""Stories of people who were helped: the presses, commands and typed texts."""
