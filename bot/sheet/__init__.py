"""Own prompts as a spreadsheet: how it is laid out, written, and read when it comes back."""
