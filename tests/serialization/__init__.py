"""Tests of the ways in which documents are read."""
