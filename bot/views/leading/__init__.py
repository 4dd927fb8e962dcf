"""A lead's minute: the screens."""
