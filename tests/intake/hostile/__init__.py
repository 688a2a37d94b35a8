"""Files that mean harm, or are broken in the ways that files are: all of them are made here."""
