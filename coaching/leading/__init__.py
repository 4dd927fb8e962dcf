"""What somebody who leads a team needs in one minute, and for the next ten of a meeting."""
