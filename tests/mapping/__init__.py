"""Tests of kimcore.mapping."""
