"""kimcore: the KIM guideline as a library."""
