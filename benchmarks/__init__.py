"""Benchmarks: ratios to the libraries that do a part of the same, each from one run; `nox -s bench`."""
