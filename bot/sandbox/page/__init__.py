"""The chat page: its endpoints, what it needs from whoever directs the play, and its files."""
