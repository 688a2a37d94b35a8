"""Tests of the intake; all data is made up."""
