"""Stories of people who were helped: the screens."""
