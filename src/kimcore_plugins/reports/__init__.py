"""Report writers: one adapter per file format, each behind its extra; the rest of this package is what they share."""
