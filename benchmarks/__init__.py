"""Measurements of the running product, each beside a peer on the same machine in the same run."""
