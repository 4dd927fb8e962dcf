"""Prompts and the talks about them."""
