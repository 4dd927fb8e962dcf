"""A chat with one person: who it is, what was pressed, what is shown, what went wrong."""
