"""Pictures for the chat, drawn as cards for a phone; the same figures stand in the words."""
