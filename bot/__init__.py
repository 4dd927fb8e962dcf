"""How we talk: Telegram, words, pictures, timing, the command line."""
