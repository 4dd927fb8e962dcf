"""Prompts and the talks about them: the screens."""
