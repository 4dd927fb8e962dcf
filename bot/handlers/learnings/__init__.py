"""Learnings, from team to team: the presses, commands and typed texts."""
