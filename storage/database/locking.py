"""What can go wrong with the one place at work on a database."""


class TakenError(Exception):
    """Another process works on the database."""


class LostError(Exception):
    """The lock is lost; another process may have it."""
