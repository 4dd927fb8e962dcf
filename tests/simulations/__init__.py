"""Simulations whose tables stand in docs/: `python -m tests.simulations.NAME`."""
