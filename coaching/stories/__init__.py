"""Stories of people who were helped: told by colleagues, allowed by HR, read as prompts."""
