"""Tests of kimcore.issues."""
