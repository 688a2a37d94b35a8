"""Tests of what a crash, a full disk or a folder that cannot be written leaves behind."""
