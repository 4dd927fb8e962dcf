"""Results of use cases turned into text and keyboards."""
