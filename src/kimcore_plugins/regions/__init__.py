"""Region directories."""
