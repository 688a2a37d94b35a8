"""Metric providers: one adapter per module; none makes a call itself."""
