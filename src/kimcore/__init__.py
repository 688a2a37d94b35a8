"""kimcore: the Indonesian guideline on community information groups (KIM) as a library.

Everything that most users need stands here; `import kimcore` itself imports nothing else.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimcore.assessment import Assessment, assess
    from kimcore.clauses import Clause, cite
    from kimcore.community import (
        Activity,
        Answers,
        Board,
        Case,
        Decree,
        Documents,
        Finding,
        Identity,
        Kim,
        KimType,
        PartnershipTerm,
        Person,
        Profile,
    )
    from kimcore.errors import KimError
    from kimcore.factsheet import Facts, facts
    from kimcore.geography import RegionCode
    from kimcore.issues import Issue
    from kimcore.links import ContentLink, LinkKind, LinkState, content_link
    from kimcore.mapping import Axis, CutOffs, Placement, Policy, place
    from kimcore.monitoring import Content, Indicator, Observation
    from kimcore.partnership import Decision, DecisionKind, PartnershipState
    from kimcore.plugins import PluginHost
    from kimcore.problems import Problem, Severity
    from kimcore.rulebooks import rulebook
    from kimcore.rules import Judgement, Rulebook, Status
    from kimcore.serialization import from_json, to_json
    from kimcore.tables import Report, Table
    from kimcore.terms import Term, Text
    from kimcore.values import DENIED, OPEN_ENDED, Answer, Outcome, Period
    from kimcore.workspace import Workspace

MODULES = {
    "assessment": "Assessment assess",
    "clauses": "Clause cite",
    "community": "Activity Answers Board Case Decree Documents Finding Identity Kim KimType PartnershipTerm Person "
    "Profile",
    "errors": "KimError",
    "factsheet": "Facts facts",
    "geography": "RegionCode",
    "issues": "Issue",
    "links": "ContentLink LinkKind LinkState content_link",
    "mapping": "Axis CutOffs Placement Policy place",
    "monitoring": "Content Indicator Observation",
    "partnership": "Decision DecisionKind PartnershipState",
    "plugins": "PluginHost",
    "problems": "Problem Severity",
    "rulebooks": "rulebook",
    "rules": "Judgement Rulebook Status",
    "serialization": "from_json to_json",
    "tables": "Report Table",
    "terms": "Term Text",
    "values": "Answer DENIED OPEN_ENDED Outcome Period",
    "workspace": "Workspace",
}
HOMES = {name: f"{__name__}.{module}" for module, names in MODULES.items() for name in names.split()}

__all__ = [
    "DENIED",
    "OPEN_ENDED",
    "Activity",
    "Answer",
    "Answers",
    "Assessment",
    "Axis",
    "Board",
    "Case",
    "Clause",
    "Content",
    "ContentLink",
    "CutOffs",
    "Decision",
    "DecisionKind",
    "Decree",
    "Documents",
    "Facts",
    "Finding",
    "Identity",
    "Indicator",
    "Issue",
    "Judgement",
    "Kim",
    "KimError",
    "KimType",
    "LinkKind",
    "LinkState",
    "Observation",
    "Outcome",
    "PartnershipState",
    "PartnershipTerm",
    "Period",
    "Person",
    "Placement",
    "PluginHost",
    "Policy",
    "Problem",
    "Profile",
    "RegionCode",
    "Report",
    "Rulebook",
    "Severity",
    "Status",
    "Table",
    "Term",
    "Text",
    "Workspace",
    "assess",
    "cite",
    "content_link",
    "facts",
    "from_json",
    "place",
    "rulebook",
    "to_json",
]


def __getattr__(name: str) -> object:
    """Import a public name from its module when it is first used."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
