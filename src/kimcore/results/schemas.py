"""Schemas: the shape of every JSON document of the command line, and of every stored entity."""

from functools import cache
from typing import Any

from kimcore.approvals import WebsiteRequest
from kimcore.collaboration import Award, CapacityEvent, CapacityNeeds, Collaboration, Competition, Material, Trial
from kimcore.community import Kim
from kimcore.errors import NotFound
from kimcore.issues import Issue
from kimcore.mapping import Axis, Policy
from kimcore.monitoring import Content, Gathering, Observation, Survey
from kimcore.partnership import Decision
from kimcore.protection import PersonRequest, RetentionKind
from kimcore.results import parts
from kimcore.results.collections import SHAPE as COLLECTION
from kimcore.results.needs import SHAPE as NEEDS
from kimcore.results.overviews import SHAPE as OVERVIEW
from kimcore.results.persons import CopyState
from kimcore.results.plannings import SHAPE as PLAN
from kimcore.results.reviewdocs import SHAPE as REVIEW
from kimcore.results.shapes import Shape, document_schema
from kimcore.results.websites import SHAPE as WEBSITES
from kimcore.results.works import SHAPE as WORKS
from kimcore.results.works import WORK_SHAPE as WORK
from kimcore.serialization import entity_schema

__all__ = ["DOCUMENTS", "ENTITIES", "schema"]

ENTITIES = (
    *(Kim, Issue, Content, Survey, Gathering, Observation, Decision, PersonRequest, WebsiteRequest),
    *(CapacityNeeds, CapacityEvent, Trial, Collaboration, Material, Competition, Award),
)


def head(name: str) -> dict[str, Shape]:
    """Return what a document of an office carries."""
    return {"format": f"=kimcore.{name}.v1", "office": "region", "on": "day", "rulebook": "text"}


def bare_head(name: str) -> dict[str, Shape]:
    """Return what a document that belongs to no office carries."""
    return {"format": f"=kimcore.{name}.v1", "office": None, "on": None, "rulebook": None}


DOCUMENTS: dict[str, tuple[str, Shape]] = {
    "assess": (
        "`kimcore assess`: the judgement of each KIM; `ahead` only with --ahead.",
        head("assess") | {"kims": [parts.KIM | {"ahead?": [parts.AHEAD]}]},
    ),
    "judgement": (
        "`kimcore explain`: one KIM with a finding for every rule.",
        head("judgement")
        | parts.KIM
        | {"findings": [parts.FINDING], "open_questions": [parts.QUESTION], "next_step": "text"},
    ),
    "map": (
        "`kimcore map`: every KIM in order of priority.",
        head("map")
        | {"policy": Policy, "cutoffs": {a.code: parts.CUTOFF for a in Axis}, "placements": [parts.PLACEMENT]},
    ),
    "issues": (
        "`kimcore issues`: Tabel 3.2, and suggestions, which are no ties of the office.",
        head("issues") | {"rows": [parts.ISSUE], "suggestions": [parts.SUGGESTION]},
    ),
    "monitor": (
        "`kimcore monitor`: Tabel 5.1 to 5.3 of a period; each measure says how much was known.",
        head("monitor")
        | {"since": "day", "until": "day", "measures": [parts.MEASURE], "kims": [{"kim": "text"} | parts.MEASURE]}
        | {
            "growth": [parts.GROWTH],
            "activities": [parts.ACTIVITY],
            "undated_activities": [parts.ACTIVITY],
            "social_media": [parts.SOCIAL],
            "villages": parts.VILLAGES,
        }
        | REVIEW,
    ),
    "collect": (
        "`kimcore collect`: what became of every figure that platforms were asked for.",
        head("collect") | COLLECTION,
    ),
    "needs": (
        "`kimcore needs`: what KIMs need, who shares a need, and the forms of events that this suggests.",
        head("needs") | NEEDS,
    ),
    "works": (
        "`kimcore events`, `models`, `materials`, `competitions`, `awards`: works of a group, each with its state.",
        head("works") | WORKS,
    ),
    "work": (
        "`kimcore events show` and its siblings: one work stage by stage; `record` is what is stored.",
        head("work") | WORK,
    ),
    "plan": (
        "`kimcore plan`: what is due on a date, overdue, or falls due within so many days.",
        head("plan") | PLAN,
    ),
    "partnership": (
        "`kimcore partnership`: the state of one KIM's partnership and what led to it.",
        head("partnership")
        | parts.KIM
        | {"events": [{"on": "day", "what": "text", "source": "text"}], "next_step": "text"},
    ),
    "import": (
        "`kimcore import`: what an import did, or with --dry-run would do, and every problem.",
        head("import")
        | dict.fromkeys(("accepted", "changed", "unchanged", "rejected"), "count")
        | {"absent": ["text"], "dry_run": "boolean", "changes": [parts.CHANGE], "problems": [parts.PROBLEM]},
    ),
    "undo": (
        "`kimcore import --undo`: what taking the last import back changes.",
        head("undo") | {"files": ["text"], "taken_at": "text", "dry_run": "boolean", "changes": [parts.CHANGE]},
    ),
    "merge": (
        "`kimcore merge`: what joining two records of one KIM changes.",
        head("merge") | {"kept": "text", "merged": "text", "dry_run": "boolean", "changes": [parts.CHANGE]},
    ),
    "report": (
        "`kimcore report`, and `explain --as html --out`: the files written.",
        head("report") | {"files": ["text"]},
    ),
    "demo": ("`kimcore demo`: the files written.", head("demo") | {"files": ["text"]}),
    "template": ("`kimcore template`: the file written.", bare_head("template") | {"files": ["text"]}),
    "backup": ("`kimcore backup`: the copy written.", bare_head("backup") | {"files": ["text"]}),
    "verify": (
        "`kimcore verify`: what is wrong with the store, and where its audit log ends.",
        bare_head("verify")
        | {
            "checked": "count",
            "sound": "boolean",
            "anchored_at": "text?",
            "faults": [{"where": "text", "what": "text"}],
        }
        | {"end": ({"position": "count", "hash": "text"}, None)},
    ),
    "audit": (
        "`kimcore audit`: who changed what, when and why.",
        head("audit") | {"entries": [parts.ENTRY]},
    ),
    "archive": ("`kimcore archive`: the files written.", head("archive") | {"files": ["text"]}),
    "export": (
        "`kimcore export`: everything an office keeps; personal data only with --full.",
        head("export")
        | {"full": "boolean", "exported_at": "text"}
        | {name: [{"id": "text", "revision": "count", "*": "any"}] for name in parts.EXPORTED}
        | {"observations": [parts.OBSERVATION]},
    ),
    "person": (
        "`kimcore person`: everything that is held about one person, for that person.",
        head("person") | {"pseudonym": "text", "places": [parts.PLACE | {"value": "text"}]},
    ),
    "erase": (
        "`kimcore erase`: what was erased about one person, and what is left.",
        head("erase")
        | {"pseudonym": "text", "dry_run": "boolean", "places": [parts.PLACE]}
        | {"files": [{"file": "text?", "state": CopyState}]},
    ),
    "retention": (
        "`kimcore retention`: what falls due by the rules of retention.",
        head("retention")
        | {"dry_run": "boolean", "store": (CopyState, None)}
        | {"due": [{"kind": RetentionKind, "id": "text", "since": "day", "due": "day"}]},
    ),
    "requests": (
        "`kimcore requests`: the requests of persons about their data.",
        head("requests") | {"requests": [parts.REQUEST]},
    ),
    "overview": (
        "`kimcore overview`: what an audience may see; a withheld count is null, with a mark; `listed` for ministries.",
        head("overview") | OVERVIEW,
    ),
    "websites": (
        "`kimcore websites`: the office's requests to administer a KIM website, and what the ministry decided.",
        head("websites") | WEBSITES,
    ),
    "rules": (
        "`kimcore rules`: the rulebooks, or with `show` the rules and parameters of one.",
        (
            bare_head("rules") | {"rulebooks": [parts.RULEBOOK]},
            bare_head("rules")
            | {"name": "text", "title": "text", "since": "day", "source": "text"}
            | {"rules": [parts.RULE], "parameters": [parts.PARAMETER]},
        ),
    ),
    "clauses": (
        "`kimcore clauses`: each clause with its code and tests.",
        bare_head("clauses") | {"clauses": [parts.CLAUSE]},
    ),
    "newplugin": (
        "`kimcore new-plugin`: the files of the package written.",
        bare_head("newplugin") | {"files": ["text"]},
    ),
    "link": (
        "`kimcore link`: what each content link is, as its address says it; nothing is opened.",
        bare_head("link") | {"links": [parts.LINK]},
    ),
    "plugins": ("`kimcore plugins`: a status row per plug-in.", bare_head("plugins") | {"plugins": [parts.PLUGIN]}),
}
"""What each document is, and its shape, by the name in its `format`."""


@cache
def names() -> dict[str, type]:
    """Return the stored entities by the names of their schemas."""
    return {entity.__name__.lower(): entity for entity in ENTITIES}


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a document (`assess`) or of a stored entity (`kim`); raise `NotFound` for none."""
    if name in names():
        return entity_schema(names()[name])
    if name in DOCUMENTS:
        return document_schema(name, *DOCUMENTS[name])
    known = ", ".join((*DOCUMENTS, *names()))
    raise NotFound("schema_unknown", f"no schema {name!r}; there are: {known}", f"tidak ada skema {name!r}: {known}")
