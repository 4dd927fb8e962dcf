"""The way to Telegram: requests, how fast they go, and in which order updates are taken."""
