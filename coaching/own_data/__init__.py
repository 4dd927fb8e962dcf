"""What is held about a person, and for how long."""
