"""Tests of what a workspace returns."""
