"""Tests of the made-up district that comes with the package."""
