"""Stores with one planted bug each, as real stores have had them, and the contract run on each of them."""
