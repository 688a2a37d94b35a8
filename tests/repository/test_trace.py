"""The clause trace says what the marks in code and tests say."""

import ast
import importlib.util
import json
from types import ModuleType

import pytest

from kimcore.clauses import catalogue
from kimcore.errors import NotFound
from tests.repository.tree import ROOT


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Return scripts/trace.py as a module."""
    spec = importlib.util.spec_from_file_location("kimcore_trace_script", ROOT / "scripts" / "trace.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_trace_is_up_to_date(script: ModuleType) -> None:
    """The package data is what the script gathers now: else run `python scripts/trace.py`."""
    assert script.TARGET.read_text("utf-8") == script.trace()


def test_the_trace_has_every_clause(script: ModuleType) -> None:
    """Each clause of the catalogue stands in it, in order, with a status; host and partly give their reason."""
    clauses = json.loads(script.TARGET.read_text("utf-8"))["clauses"]
    assert list(clauses) == list(catalogue())
    for entry in clauses.values():
        assert entry["status"] in {"done", "partly", "planned", "host"}
        assert bool(entry["reason"]) == (entry["status"] in {"host", "partly"})
        assert entry["status"] != "done" or (entry["code"] and entry["tests"])


def test_every_chapter_is_carried_out(script: ModuleType) -> None:
    """No clause is planned; what is done or partly done has code and a test."""
    clauses = json.loads(script.trace())["clauses"]
    assert [id for id, entry in clauses.items() if entry["status"] == "planned"] == []
    assert [
        id for id, e in clauses.items() if e["status"] in {"done", "partly"} and not (e["code"] and e["tests"])
    ] == []


@pytest.mark.parametrize("listing", ["HOST", "PARTLY"])
def test_the_lists_name_clauses_and_say_why_in_both_languages(script: ModuleType, listing: str) -> None:
    """A clause set aside by hand exists and has a reason."""
    for clause, reason in getattr(script, listing).items():
        assert clause in catalogue()
        assert set(reason) == {"id", "en"}


@pytest.mark.parametrize(
    ("source", "places"),
    [
        ('X = condition("II.B.3.a", 1)', ["m:X"]),
        ('class C:\n    f: int = field(metadata=public("II.B.3.a"))', ["m:C.f"]),
        ('def f():\n    raise Bad(clause="II.B.3.a")', ["m:f"]),
        ('class C(Term):\n    CLAUSES = ("II.B.3.a",)', ["m:C"]),
        ('CLAUSES = ("II.B.3.a",)', ["m"]),
        ('"""II.B.3.a"""', []),
        ('X = {"II.B.3.a": 1}', []),
        ('if x == "II.B.3.a":\n    pass', []),
        ('f("II.B.3.z")', []),
    ],
)
def test_a_mark_in_code_is_an_argument_or_a_listing(script: ModuleType, source: str, places: list[str]) -> None:
    """A clause id counts as an argument of a call or in CLAUSES; in prose, keys and comparisons it does not."""
    assert [m.place for m in script.code_marks(ast.parse(source), "m")] == places


@pytest.mark.parametrize(
    ("source", "places"),
    [
        ('@pytest.mark.clause("II.B.3.a")\ndef test_x(): pass', ["t::test_x"]),
        ('@pytest.mark.clause("II.B.3.a")\nclass TestX:\n    def test_y(self): pass', ["t::TestX::test_y"]),
        ('pytestmark = pytest.mark.clause("II.B.3.a")\ndef test_x(): pass', ["t::test_x"]),
        (
            '@pytest.mark.parametrize("a", [pytest.param(1, marks=pytest.mark.clause("II.B.3.a"))])\n'
            "def test_x(a): pass",
            ["t::test_x"],
        ),
        ('@pytest.mark.clause("II.B.3.a")\ndef helper(): pass', []),
        ('def test_x():\n    f("II.B.3.a")', []),
    ],
)
def test_a_mark_in_tests_is_the_marker(script: ModuleType, source: str, places: list[str]) -> None:
    """Only the marker `clause` on something that is a test counts."""
    assert [m.place for m in script.marks_of_tests(ast.parse(source).body, "t")] == places


def test_a_mark_of_an_unknown_clause_is_refused(script: ModuleType) -> None:
    """A misspelt id in the marker or in CLAUSES does not pass unseen."""
    with pytest.raises(NotFound, match="II\\.B\\.3\\.z"):
        list(script.marks_of_tests(ast.parse('@pytest.mark.clause("II.B.3.z")\ndef test_x(): pass').body, "t"))
    with pytest.raises(NotFound, match="II\\.B\\.3\\.z"):
        list(script.code_marks(ast.parse('CLAUSES = ("II.B.3.z",)'), "m"))


def test_a_case_file_names_its_rules(script: ModuleType) -> None:
    """The keys `rule` and `clause` of a case file count at any depth."""
    data = {"case": [{"rule": "II.B.3.a", "expect": {"clause": "II.B.3.b"}}, {"name": "II.B.3.c"}]}
    assert [m.clause for m in script.case_marks(data, "c")] == ["II.B.3.a", "II.B.3.b"]
