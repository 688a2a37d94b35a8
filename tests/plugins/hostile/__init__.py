"""Plug-ins that do what no plug-in should; each stands alone, and is installed under its name by a test."""
