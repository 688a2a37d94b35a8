"""Issues: public issues tied to the KIMs whose audience they concern (III.B, Tabel 3.2)."""

from kimcore.issues.issue import Issue, Source

__all__ = ["Issue", "Source"]
