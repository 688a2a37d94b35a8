"""Factsheet: the flat record that rules read, made from a KIM and a date."""

from kimcore.factsheet.flatten import facts
from kimcore.factsheet.phrases import phrase
from kimcore.factsheet.record import Facts, column_of, counts_gaps, fact_names, never_if_absent

__all__ = ["Facts", "column_of", "counts_gaps", "fact_names", "facts", "never_if_absent", "phrase"]
