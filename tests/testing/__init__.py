"""Tests of kimcore.testing: what it makes is what it says, and it weighs nothing until it is used."""
