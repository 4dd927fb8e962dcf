"""What a block shows: the screens."""
