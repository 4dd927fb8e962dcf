"""Pure functions: values in, values out; no session, no clock, no file."""
