"""The way to Telegram: requests, how fast they go, and what is tried again."""
