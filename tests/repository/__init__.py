"""Tests of the repository itself: what it holds from now on is held to the same rules."""
