"""Metric providers with one planted bug each, as real ones have had them, and the contract run on each of them."""
