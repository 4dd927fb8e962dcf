"""What a block shows."""
