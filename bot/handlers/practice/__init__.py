"""Prompts and the talks about them: the presses, commands and typed texts."""
