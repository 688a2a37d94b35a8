"""Archives of observations: files of columns for analysis."""
