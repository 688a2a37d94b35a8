"""Adapters that ship with kimcore; each is reached by its entry point."""
