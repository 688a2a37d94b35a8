"""Issues: public issues tied to the KIMs whose audience they concern (III.B, Tabel 3.2)."""

from kimcore.issues.issue import Issue, Source
from kimcore.issues.issue_matrix import IssueRow, matrix
from kimcore.issues.suggestions import Suggestion, suggest, suggest_all, words_of

__all__ = ["Issue", "IssueRow", "Source", "Suggestion", "matrix", "suggest", "suggest_all", "words_of"]
