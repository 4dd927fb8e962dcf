"""The weekly check-in: the screens."""
