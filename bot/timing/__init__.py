"""What happens by itself: planning what is due, and sending what waits."""
