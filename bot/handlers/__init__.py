"""One room per subject: read the update, call one use case, render a view, reply."""
