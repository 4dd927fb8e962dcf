"""What became of every message: the screens."""
