"""What we do: rules and use cases of coaching in customer experience."""
