"""Simulated staff: who they are, how they join and answer, and a time-lapse of their weeks."""
