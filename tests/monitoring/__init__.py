"""Tests of kimcore.monitoring."""
