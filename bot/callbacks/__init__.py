"""What a button carries: typed fields under a short prefix, packed into Telegram's 64 bytes."""
