"""What HR sets, and what is due."""
