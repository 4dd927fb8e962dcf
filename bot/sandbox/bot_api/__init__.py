"""The part of the Bot API that we use, with Telegram's limits and refusals; and people's side."""
