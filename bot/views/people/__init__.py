"""Who is where, in which role: the screens."""
