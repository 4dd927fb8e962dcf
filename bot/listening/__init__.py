"""How the bot hears: updates are fetched, wait for their turn, and are confirmed when done."""
