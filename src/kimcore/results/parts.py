"""Parts: the shapes of what stands in the JSON documents of the command line."""

from kimcore.ledger import Action
from kimcore.links import LinkKind, LinkState
from kimcore.mapping import Approach, Axis, InterestSource, Kind
from kimcore.monitoring import FigureSource, Indicator, MeasureKind, ProofState
from kimcore.partnership import PartnershipState
from kimcore.plugins import PluginState
from kimcore.problems import Severity
from kimcore.protection import RequestKind, RequestOutcome, Trace
from kimcore.results.changes import ChangeKind
from kimcore.results.shapes import Shape
from kimcore.rules import CONDITION_GROUPS, Group, Status
from kimcore.values import Outcome

__all__ = [
    "ACTIVITY",
    "AHEAD",
    "CHANGE",
    "CLAUSE",
    "CUTOFF",
    "ENTRY",
    "EXPORTED",
    "FINDING",
    "GROWTH",
    "ISSUE",
    "KIM",
    "LINK",
    "MEASURE",
    "OBSERVATION",
    "PARAMETER",
    "PLACE",
    "PLACEMENT",
    "PLUGIN",
    "PROBLEM",
    "QUESTION",
    "REQUEST",
    "RULE",
    "RULEBOOK",
    "SOCIAL",
    "SUGGESTION",
    "VILLAGES",
]

STATE = (Outcome, PartnershipState)
KIM: dict[str, Shape] = {
    "id": "text",
    "name": "text",
    "village": "text",
    "community_number": "text?",
    "status": Status,
    "groups": {group.code: Outcome for group in CONDITION_GROUPS},
    "not_met": ["text"],
    "unknown": ["text"],
    "grounds": ["text"],
    "grounds_unknown": ["text"],
    "partnership": PartnershipState,
}
AHEAD = {"rule": "text", "on": "day", "from": STATE, "to": STATE, "reason": "text"}
PARAMETER = {"name": "text", "value": "integer", "since": "day", "source": "text"}
FINDING = {
    "rule": "text",
    "outcome": Outcome,
    "reason": "text",
    "clause": {"id": "text", "where": "text", "term": "text"},
    "group": Group,
    "readings": ["text"],
    "values": {"*": "value"},
    "parameters": [PARAMETER],
    "evidence": ["text"],
    "missing": [{"fact": "text", "column": "text"}],
}
QUESTION = {"fact": "text", "column": "text", "rules": ["text"]}

CUTOFF = {"value": "number?", "method": "text", "known": "count", "weak": "boolean"}
PART = {
    "platform": "text",
    "account": "text",
    "content": "text",
    "indicator": Indicator,
    "value": "count?",
    "observed_on": "day",
    "stale": "boolean",
}
FIGURE = {"source": (FigureSource, None), "observed_on": "day?", "stale": "boolean", "parts": [PART]}
PLACEMENT = {
    "id": "text",
    "name": "text",
    "village": "text",
    "formation": Outcome,
    "kind": Kind,
    "quadrant": "integer?",
    "candidates": ["integer"],
    "approach": (Approach, None),
    "priority": "count",
    **{axis.code: "number?" for axis in Axis},
    "figures": {
        "interest": {"source": (InterestSource, None), "office": "number?", "plugin": "number?"},
        "power": FIGURE,
        "influence": FIGURE,
    },
    "reason": "text",
}

ISSUE = {
    "no": ("integer", "text", None),
    "issue": "text",
    "field": "text?",
    "field_code": "text?",
    "sources": ["text"],
    "kims": ["text"],
    "priority": "boolean?",
    "crisis": "boolean?",
}
SUGGESTION = {
    "issue": "text",
    "kim": "text",
    "name": "text",
    "village": "text",
    "suggestion": "boolean",
    "reason": "text",
}

MEASURE = {
    "measure": "text",
    "kind": MeasureKind,
    "label": "text",
    "unit": "text",
    "value": "number?",
    "known": "count",
    "total": "count",
    "undated": "count",
    "clause": "text",
}
READING = {"value": "count?", "observed_on": "day", "stale": "boolean"}
GROWTH = {
    "kim": "text",
    "platform": "text",
    "account": "text",
    "before": (READING, None),
    "after": (READING, None),
    "change": "integer?",
}
ACTIVITY = {
    "kim": "text",
    "name": "text",
    "village": "text",
    "activity": "text",
    "format": "text",
    "count": "count?",
    "on": "day?",
    "proof": "text",
    "proof_state": ProofState,
}
SOCIAL = {
    "kim": "text",
    "title": "text",
    "format": "text",
    "platform": "text",
    "account": "text",
    "shown": "day?",
    "link": "text",
    "values": {f"{indicator.code}?": "count?" for indicator in Indicator},
    "observed_on": "day?",
}
VILLAGES = {
    "covered": "count?",
    "total": "count?",
    "share": "number?",
    "uncovered": [{"code": "region", "name": "text"}],
    "unlisted": ["text"],
    "ambiguous": ["text"],
    "unrecorded": ["text"],
}

PROBLEM = {
    "file": "text",
    "sheet": "text",
    "row": "count?",
    "column": "text",
    "value": "text",
    "code": "text",
    "message": "text",
    "remedy": "text",
    "severity": Severity,
}
CHANGE = {
    "kind": ChangeKind,
    "kim": "text?",
    "name": "text",
    "sheet": "text",
    "item": "text",
    "column": "text",
    "old": "text?",
    "new": "text?",
}

ENTRY = {
    "position": "count",
    "at": "text",
    "by": "text",
    "why": "text",
    "action": Action,
    "kind": "text",
    "id": "text",
    "revision": "count",
    "fields": ["text"],
    "digest": "text",
    "count": "count",
}

RULEBOOK = {
    "name": "text",
    "title": "text",
    "since": "day",
    "conditions": "count",
    "grounds": "count",
    "base": "text?",
}
RULE = {
    "rule": "text",
    "group": Group,
    "term": "text",
    "readings": (["text"], None),
    "columns": ["text"],
    "parameters": (["text"], None),
}
CLAUSE = {
    "id": "text",
    "where": "text",
    "term": "text",
    "requirement": "text",
    "status": "text",
    "reason": {"id?": "text", "en?": "text"},
    "code": ["text"],
    "tests": ["text"],
    "*": "text",
}
LINK = {
    "text": "text",
    "state": LinkState,
    "platform": "text?",
    "kind": (LinkKind, None),
    "account": "text?",
    "content_id": "text?",
    "canonical": "text?",
    "needs_resolving": "boolean",
    "reason": "text",
}
PLUGIN = {
    "name": "text",
    "distribution": "text",
    "version": "text",
    "state": PluginState,
    "hooks": "text",
    "error": "text",
    "import_ms": "number",
}

EXPORTED = (
    *("kims", "issues", "contents", "surveys", "gatherings", "collections", "decisions"),
    *("imports", "merges", "requests", "websites"),
    *("needs", "events", "trials", "collaborations", "materials", "competitions", "awards"),
)
"""The lists of an export, whose items are stored entities with their id and revision."""
OBSERVATION = {
    "kim": "text",
    "provider?": "text",
    "platform": "text",
    "account?": "text",
    "content?": "text",
    "indicator": Indicator,
    "observed": "day",
    "value": "count",
}
PLACE = {"kind": "text", "id": "text", "kim": "text?", "name": "text", "field": "text", "trace": Trace}
REQUEST = {
    "id": "text",
    "kind": RequestKind,
    "person": "text",
    "received": "text",
    "due": "text",
    "overdue": "boolean",
    "outcome": (RequestOutcome, None),
    "closed": "text?",
    "text": "text",
    "answer": "text",
}
