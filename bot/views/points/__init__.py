"""What a team earned: the screens."""
