"""A local Telegram: the Bot API we use, a chat page, simulated staff, a clock to wind."""
