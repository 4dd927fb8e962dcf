"""A local Telegram: the part of the Bot API that we use, a chat page, simulated staff, a clock to wind."""
