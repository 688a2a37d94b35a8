"""The JSON documents: every key and type that the interface promises."""

from collections import Counter
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.workspace.registers import DEMO

pytestmark = pytest.mark.usefixtures("district")

DATED = ("--on", "2026-11-24", "--format", "json")
HEAD = {"format": str, "office": "99.01", "on": "2026-11-24", "rulebook": "juknis-2022"}
OUTCOME = {"met", "not_met", "unknown"}
STATUS = {"eligible", "ineligible", "undetermined"}
KIM: dict[str, Any] = {
    "id": str,
    "name": str,
    "village": str,
    "community_number": (str, None),
    "status": STATUS,
    "groups": {"formation": OUTCOME, "legality": OUTCOME, "administrative": OUTCOME, "qualification": OUTCOME},
    "not_met": [str],
    "unknown": [str],
    "grounds": [str],
    "grounds_unknown": [str],
    "partnership": {"candidate", "partner", "under_review", "ended", "terminated"},
}
PARAMETER = {"name": str, "value": (int, float), "since": str, "source": str}
FINDING = {
    "rule": str,
    "outcome": OUTCOME,
    "reason": str,
    "clause": {"id": str, "where": str, "term": str},
    "group": str,
    "readings": [str],
    "values": dict,
    "parameters": [PARAMETER],
    "evidence": [str],
    "missing": [{"fact": str, "column": str}],
}
CUTOFF = {"value": (int, float, None), "method": str, "known": int, "weak": bool}
PART = {
    "platform": str,
    "account": str,
    "content": str,
    "indicator": str,
    "value": int,
    "observed_on": str,
    "stale": bool,
}
FIGURE = {"source": ("observed", "profile", None), "observed_on": (str, None), "stale": bool, "parts": [PART]}
PLACEMENT = {
    "id": str,
    "name": str,
    "village": str,
    "formation": OUTCOME,
    "kind": {"placed", "mixed", "unplaced", "outside"},
    "quadrant": (1, 2, 3, 4, None),
    "candidates": [int],
    "approach": ("partner", "persuade", "develop", "monitor", None),
    "priority": int,
    "interest": (int, float, None),
    "power": (int, None),
    "influence": (int, None),
    "figures": {
        "power": FIGURE,
        "influence": FIGURE,
        "interest": {
            "source": ("office", "plugin", None),
            "office": (int, float, None),
            "plugin": (int, float, None),
        },
    },
    "reason": str,
}
ISSUE = {
    "no": (int, str, None),
    "issue": str,
    "field": (str, None),
    "field_code": (str, None),
    "sources": [str],
    "kims": [str],
    "priority": (bool, None),
    "crisis": (bool, None),
}
PROBLEM = {
    "file": str,
    "sheet": str,
    "row": (int, None),
    "column": str,
    "value": str,
    "code": str,
    "message": str,
    "remedy": str,
    "severity": {"error", "warning", "info"},
}
CHANGE = {
    "kind": {"added", "changed", "withdrawn", "conflict"},
    "kim": (str, None),
    "name": str,
    "sheet": str,
    "item": str,
    "column": str,
    "old": (str, None),
    "new": (str, None),
}


def misfits(value: Any, form: Any, where: str = "$") -> list[str]:
    """Return where a value has not the form: a type, a literal, alternatives, a list, or a dict with keys."""
    if isinstance(form, dict):
        if not isinstance(value, dict) or not set(form) <= set(value):
            return [f"{where}: {value!r:.80}"]
        return [m for key in form for m in misfits(value[key], form[key], f"{where}.{key}")]
    if isinstance(form, list):
        if not isinstance(value, list):
            return [f"{where}: no list"]
        return [m for n, item in enumerate(value) for m in misfits(item, form[0], f"{where}[{n}]")]
    if isinstance(form, set | tuple):
        return [] if any(not misfits(value, one) for one in form) else [f"{where}: {value!r:.80}"]
    fits = type(value) is form if isinstance(form, type) else type(value) is type(form) and value == form
    return [] if fits else [f"{where}: {value!r:.80}"]


def test_assess(kimcore: Run) -> None:
    """`kimcore.assess.v1`: every KIM with status, groups and the four lists of clauses."""
    found = kimcore(*DATED, "assess").json
    assert misfits(found, HEAD | {"format": "kimcore.assess.v1", "kims": [KIM]}) == []
    assert {k["status"] for k in found["kims"]} == STATUS
    assert {k["partnership"] for k in found["kims"]} == KIM["partnership"]


def test_a_rule_stands_in_one_list_at_most(kimcore: Run) -> None:
    """What is in neither list is met; conditions and grounds do not mix."""
    for kim in kimcore(*DATED, "assess").json["kims"]:
        assert not set(kim["not_met"]) & set(kim["unknown"])
        assert not set(kim["grounds"]) & set(kim["grounds_unknown"])
        assert all(rule.startswith("II.B.6.") for rule in kim["grounds"] + kim["grounds_unknown"])
        assert (kim["status"] == "ineligible") == bool(kim["not_met"])
        assert (kim["status"] == "eligible") == (not kim["not_met"] and not kim["unknown"])


def test_assess_of_one_kim_has_that_kim_alone(kimcore: Run) -> None:
    """A KIM that is named leaves the others out."""
    (kim,) = kimcore(*DATED, "assess", "kim  ANYELIR").json["kims"]
    assert kim["name"] == "KIM Anyelir"


def test_explain(kimcore: Run) -> None:
    """`kimcore.judgement.v1`: the KIM object at the top level, a finding per rule, and open questions."""
    kims = kimcore(*DATED, "assess").json["kims"]
    for kim in [next(k for k in kims if k["status"] == status) for status in sorted(STATUS)]:
        found = kimcore(*DATED, "explain", kim["id"]).json
        questions = {"open_questions": [{"fact": str, "column": str, "rules": [str]}]}
        form = HEAD | KIM | {"format": "kimcore.judgement.v1", "findings": [FINDING], "next_step": str} | questions
        assert misfits(found, form) == []
        assert {key: found[key] for key in kim} == kim
        assert Counter(f["outcome"] for f in found["findings"])["not_met"] >= len(kim["not_met"])
        assert bool(found["open_questions"]) == (kim["status"] == "undetermined") or kim["status"] == "ineligible"


def test_map(kimcore: Run) -> None:
    """`kimcore.map.v1`: cut-offs with their method, and placements in order of priority."""
    found = kimcore(*DATED, "map").json
    cutoffs = {"interest": CUTOFF, "power": CUTOFF, "influence": CUTOFF}
    form = HEAD | {"format": "kimcore.map.v1", "policy": "strict", "cutoffs": cutoffs, "placements": [PLACEMENT]}
    assert misfits(found, form) == []
    assert {p["kind"] for p in found["placements"]} == PLACEMENT["kind"]


@pytest.mark.clause("III.D")
def test_a_placement_holds_together(kimcore: Run) -> None:
    """Quadrant and approach stand only where placed, two candidates only where mixed, priorities count from 1."""
    placements = kimcore(*DATED, "map").json["placements"]
    assert [p["priority"] for p in placements] == list(range(1, len(placements) + 1))
    for p in placements:
        assert (p["quadrant"] is None) == (p["kind"] != "placed") == (p["approach"] is None)
        assert len(p["candidates"]) == (2 if p["kind"] == "mixed" else 0)
        assert p["interest"] in (p["figures"]["interest"]["office"], p["figures"]["interest"]["plugin"])
        for axis in ("power", "influence"):
            figure = p["figures"][axis]
            assert (p[axis] is None) == (figure["source"] is None)
            if figure["source"] == "observed":
                assert sum(part["value"] for part in figure["parts"]) == p[axis]


def test_map_takes_policy_cutoffs_and_quantile(kimcore: Run) -> None:
    """What was asked for stands in the document."""
    found = kimcore(*DATED, "map", "--policy", "either", "--cutoff", "power=1000", "--quantile", "0.75").json
    assert found["policy"] == "either"
    assert found["cutoffs"]["power"]["value"] == 1000.0
    assert found["cutoffs"]["power"]["method"] == "explicit"
    assert found["cutoffs"]["interest"]["method"] == "quantile 0.75"
    assert not [p for p in found["placements"] if p["kind"] == "mixed"]


@pytest.mark.clause("III.B.matrix", "III.B.sources", "III.B.kinds")
def test_issues(kimcore: Run) -> None:
    """`kimcore.issues.v1`: Tabel 3.2, and suggestions apart from it."""
    found = kimcore(*DATED, "issues").json
    suggestion = {"issue": str, "kim": str, "name": str, "village": str, "suggestion": True, "reason": str}
    form = HEAD | {"format": "kimcore.issues.v1", "rows": [ISSUE], "suggestions": [suggestion]}
    assert misfits(found, form) == []
    assert {type(r["no"]) for r in found["rows"]} >= {int}
    assert {r["priority"] for r in found["rows"]} >= {True, False}


def test_import(kimcore: Run) -> None:
    """`kimcore.import.v1`: counts, and problems with place, message and remedy."""
    found = kimcore(*DATED, "import", DEMO).json
    counts = dict.fromkeys(("accepted", "changed", "unchanged", "rejected"), int)
    lists = {"absent": [str], "problems": [PROBLEM], "changes": [CHANGE]}
    form = HEAD | {"format": "kimcore.import.v1", "dry_run": False} | counts | lists
    assert misfits(found, form) == []


def test_monitor(kimcore: Run) -> None:
    """`kimcore.monitor.v1`: the period, measures with how much was known, and the rows of 5.2 and 5.3."""
    found = kimcore(*DATED, "monitor", "--since", "1 Januari 2026").json
    assert (found["since"], found["until"]) == ("2026-01-01", "2026-11-24")
    assert {m["kind"] for m in found["measures"]} == {"output", "outtake", "outcome"}
    assert all(m["known"] <= m["total"] and (m["value"] is None) == (m["known"] == 0) for m in found["measures"])
    assert {row["platform"] for row in found["social_media"]} >= {"instagram", "facebook"}
    assert found["villages"]["total"] is None


def test_partnership(kimcore: Run) -> None:
    """`kimcore.partnership.v1`: the KIM object, its events oldest first, the next step."""
    found = kimcore(*DATED, "partnership", "KIM Anyelir").json
    events = {"events": [{"on": str, "what": str, "source": str}], "next_step": str}
    assert misfits(found, HEAD | KIM | {"format": "kimcore.partnership.v1"} | events) == []
    assert [e["on"] for e in found["events"]] == sorted(e["on"] for e in found["events"])


def test_files_are_named_in_a_document(kimcore: Run) -> None:
    """Commands that write files print their names in one document."""
    made = kimcore(*DATED, "report", "--out", "out").json
    assert made == HEAD | {"format": "kimcore.report.v1", "files": made["files"]}
    assert len(made["files"]) == 2
    empty = kimcore("--format", "json", "template", "register.xlsx").json
    assert empty == {
        "format": "kimcore.template.v1",
        "office": None,
        "on": None,
        "rulebook": None,
        "files": ["register.xlsx"],
    }


def test_rules_and_clauses_and_plugins(kimcore: Run) -> None:
    """What kimcore itself holds, as documents."""
    (book,) = kimcore("--format", "json", "rules").json["rulebooks"]
    assert (book["name"], book["since"], book["conditions"], book["grounds"]) == ("juknis-2022", "2022-08-30", 19, 7)
    shown = kimcore("--format", "json", "rules", "show").json
    assert len(shown["rules"]) == 26
    assert misfits(shown["parameters"], [PARAMETER]) == []
    status = dict.fromkeys(("name", "distribution", "version", "state", "hooks", "error"), str)
    assert misfits(kimcore("--format", "json", "plugins").json["plugins"], [status | {"import_ms": float}]) == []


@pytest.mark.clause("II.B.4.legal.1")
def test_clauses_name_code_and_tests(kimcore: Run) -> None:
    """Each clause has its place, its term, a status, and lists of code and tests."""
    clauses = {c["id"]: c for c in kimcore("--format", "json", "clauses").json["clauses"]}
    assert {c["status"] for c in clauses.values()} <= {"done", "partly", "planned", "host"}
    assert all(isinstance(c["code"], list) and isinstance(c["tests"], list) for c in clauses.values())
    assert clauses["II.B.4.legal.1"]["status"] == "done"
    assert clauses["II.B.4.legal.1"]["code"]
