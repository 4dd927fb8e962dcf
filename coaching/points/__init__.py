"""What a team earned."""
