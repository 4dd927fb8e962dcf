"""One module a row, or a few that belong together: `measure()` returns their results."""
