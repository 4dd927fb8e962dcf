"""Learnings, from team to team: the screens."""
