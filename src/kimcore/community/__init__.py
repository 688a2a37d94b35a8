"""Community: the entities of chapter II.B and Tabel 3.1, all that a rule may read."""

from kimcore.community.answers import Answers
from kimcore.community.board import Board, Person
from kimcore.community.cases import Case, Finding
from kimcore.community.documents import Decree, Documents
from kimcore.community.identity import Former, FormerCategory, Function, Identity, KimType
from kimcore.community.kim import Kim
from kimcore.community.naming import fold, named
from kimcore.community.periods import Activity, PartnershipTerm
from kimcore.community.profile import Profile

__all__ = [
    "Activity",
    "Answers",
    "Board",
    "Case",
    "Decree",
    "Documents",
    "Finding",
    "Former",
    "FormerCategory",
    "Function",
    "Identity",
    "Kim",
    "KimType",
    "PartnershipTerm",
    "Person",
    "Profile",
    "fold",
    "named",
]
