"""Lists of patterns as they are written down: one in a line, or several."""


def any_of(patterns: str) -> str:
    """Return one pattern for lines of patterns; a backslash at the end goes on with the next."""
    return "|".join(line for line in patterns.replace("\\\n", "").splitlines() if line)
