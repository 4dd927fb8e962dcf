"""Who is where, in which role."""
