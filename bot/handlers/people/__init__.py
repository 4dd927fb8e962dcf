"""Who is where, in which role: the presses, commands and typed texts."""
