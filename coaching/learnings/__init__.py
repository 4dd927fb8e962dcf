"""Learnings, from team to team."""
