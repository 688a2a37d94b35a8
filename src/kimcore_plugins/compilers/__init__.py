"""Compilers of rulebooks."""
