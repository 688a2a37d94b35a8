"""Gather the clause trace: which code and which tests carry out each clause of the guideline.

    python scripts/trace.py            write src/kimcore/data/trace.json
    python scripts/trace.py --check    exit 1 if the file is not what the marks say

What counts as a mark:

* in code (`src/kimcore`, `src/kimcore_plugins`): a string literal that is a clause id and is an argument of a call
  (`cite("III.A.p")`, `public("III.A.k")`, `condition("II.B.3.a", ...)`, `clause="II.B.6"`), or stands anywhere in
  the value of a name `CLAUSES` of a module or class. Its place is `module:name` of the classes, functions and
  assigned names around it, or the module alone;
* in tests: `@pytest.mark.clause("id", ...)` on a function or class, `marks=pytest.mark.clause(...)` of a case, or
  `pytestmark` of a module or class; and `rule = "id"` or `clause = "id"` in a case file (`tests/cases/*.toml`). Its
  place is `path::name`.

A clause is `host` or `partly` where the lists below say so, `done` with at least one place in code and one test,
else `planned`.
"""

import ast
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kimcore.clauses import catalogue, cite

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "kimcore" / "data" / "trace.json"
CODE = ("src/kimcore", "src/kimcore_plugins")
CASE_KEYS = ("rule", "clause")

Reason = dict[str, str]
Places = dict[str, set[str]]

HOST: dict[str, Reason] = {
    "I.A.coach": {
        "id": "Pembinaan teknis berjenjang adalah tugas kantor; aplikasi hanya dapat mencatatnya.",
        "en": "Guidance from ministry to province to district is the conduct of offices; an application can note it.",
    },
    "I.B": {
        "id": "Tujuan kemitraan; dicapai oleh kantor dengan seluruh fungsi pustaka ini.",
        "en": "The purpose of the partnership; an office reaches it with all that the library does.",
    },
    "II.A.p1": {
        "id": "Kesamaan visi disepakati antara kantor dan KIM.",
        "en": "A shared vision is agreed between office and KIM.",
    },
    "II.A.g21": {
        "id": "Kebutuhan dan manfaat kedua pihak dinilai oleh keduanya.",
        "en": "Need and benefit on both sides are for both sides to weigh.",
    },
    "II.B.2.role": {
        "id": "Peran dijalankan oleh KIM; fungsinya tercatat menurut II.B.2.1 sampai 4.",
        "en": "The role is the KIM's to play; its functions are recorded under II.B.2.1 to 4.",
    },
    "V.B.online": {
        "id": "Formulir daring adalah bagian dari aplikasi pemakai; pustaka ini menerima isinya.",
        "en": "Online forms belong to the embedding application; the library takes in what they hold.",
    },
}

PARTLY: dict[str, Reason] = {
    "I.A.1": {
        "id": "Persetujuan admin situs web KIM dicatat; pedoman, platform, dan narasi tunggal tugas Kementerian.",
        "en": "Approvals to administer a KIM website are recorded; guidance, platform and content are the ministry's.",
    },
    "I.A.2": {
        "id": "Provinsi melihat kabupaten/kotanya dalam satu penyimpanan; koordinasi dan pembinaannya tugas kantor.",
        "en": "A province looks at its districts in one store; to coordinate and supervise them is its own conduct.",
    },
    "II.A.p2": {
        "id": "Khalayak, tanggapan, dan pembagian ulang diukur; penyebaran di luar media KIM tidak tercatat.",
        "en": "Audiences, responses and sharing are measured; what spreads beyond a KIM's media is not recorded.",
    },
}


class Mark(NamedTuple):
    """A clause id and the place where it is marked."""

    clause: str
    place: str


def cited(node: ast.AST) -> Iterator[str]:
    """Yield the string literals under a node, each of which must be a clause id: raises NotFound else."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield cite(part.value).id


def direct(call: ast.Call) -> Iterator[str]:
    """Yield the clause ids that are arguments of a call itself."""
    for argument in (*call.args, *(k.value for k in call.keywords)):
        if isinstance(argument, ast.Constant) and argument.value in catalogue():
            yield str(argument.value)


def assigned(node: ast.AST) -> str:
    """Return the name that an assignment gives, or an empty text."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return targets[0].id if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(targets[0], ast.Name) else ""


def named(node: ast.AST) -> str:
    """Return the name that a definition or assignment gives to what stands in it."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return node.name
    return assigned(node)


def code_marks(node: ast.AST, module: str, path: tuple[str, ...] = ()) -> Iterator[Mark]:
    """Yield the marks under a node of a module; `path` holds the names around it."""
    listing = path[-1:] == ("CLAUSES",)
    names = path[:-1] if listing else path
    place = f"{module}:{'.'.join(names)}" if names else module
    if listing:
        yield from (Mark(clause, place) for clause in cited(node))
        return
    if isinstance(node, ast.Call):
        yield from (Mark(clause, place) for clause in direct(node))
    for child in ast.iter_child_nodes(node):
        name = named(child)
        yield from code_marks(child, module, (*path, name) if name else path)


def is_clause_mark(node: ast.AST) -> bool:
    """Tell whether a node is `pytest.mark.clause(...)`."""
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.clause"


def marked(nodes: list[ast.expr]) -> list[str]:
    """Return the clauses of the marks under some nodes."""
    return [c for n in nodes for part in ast.walk(n) if is_clause_mark(part) for c in cited(part)]


def module_marks(body: list[ast.stmt]) -> list[str]:
    """Return the clauses of the assignments to `pytestmark` in a body."""
    values = [s.value for s in body if isinstance(s, ast.Assign) and assigned(s) == "pytestmark"]
    return marked(values)


def marks_of_tests(body: list[ast.stmt], place: str, outer: tuple[str, ...] = ()) -> Iterator[Mark]:
    """Yield the marks of the test functions and classes in a body."""
    outer = (*outer, *module_marks(body))
    for node in body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        inner, at = (*outer, *marked(node.decorator_list)), f"{place}::{node.name}"
        if isinstance(node, ast.ClassDef):
            yield from marks_of_tests(node.body, at, inner)
        elif node.name.startswith("test"):
            yield from (Mark(clause, at) for clause in inner)


def case_marks(data: object, place: str) -> Iterator[Mark]:
    """Yield the clauses that a case file names, at any depth."""
    for item in data if isinstance(data, list) else []:
        yield from case_marks(item, place)
    for key, value in data.items() if isinstance(data, dict) else ():
        if key in CASE_KEYS and value in catalogue():
            yield Mark(value, place)
        yield from case_marks(value, place)


def module_name(file: Path) -> str:
    """Return the dotted name of a module under src."""
    parts = file.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def all_code() -> Iterator[Mark]:
    """Yield every mark of the code."""
    for folder in CODE:
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield from code_marks(ast.parse(file.read_text("utf-8")), module_name(file))


def all_tests() -> Iterator[Mark]:
    """Yield every mark of the tests."""
    for file in sorted((ROOT / "tests").rglob("*.py")):
        yield from marks_of_tests(ast.parse(file.read_text("utf-8")).body, file.relative_to(ROOT).as_posix())
    for file in sorted((ROOT / "tests" / "cases").rglob("*.toml")):
        yield from case_marks(tomllib.loads(file.read_text("utf-8")), file.relative_to(ROOT).as_posix())


def by_clause(marks: Iterator[Mark]) -> Places:
    """Return the places of each clause."""
    places: Places = defaultdict(set)
    for mark in marks:
        places[mark.clause].add(mark.place)
    return places


def entry(clause: str, code: set[str], tests: set[str]) -> dict[str, object]:
    """Return what the trace says of a clause."""
    listed = "host" if clause in HOST else "partly" if clause in PARTLY else ""
    status = listed or ("done" if code and tests else "planned")
    reason = HOST.get(clause) or PARTLY.get(clause) or {}
    return {"status": status, "reason": reason, "code": sorted(code), "tests": sorted(tests)}


def trace() -> str:
    """Return the trace as the text of its file."""
    code, tests = by_clause(all_code()), by_clause(all_tests())
    clauses = {id: entry(id, code.get(id, set()), tests.get(id, set())) for id in catalogue()}
    return json.dumps({"format": "kimcore.trace.v1", "clauses": clauses}, indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Write the trace, or with --check compare it."""
    text = trace()
    if arguments == ["--check"]:
        stale = not TARGET.exists() or TARGET.read_text("utf-8") != text
        print(f"{TARGET.name} is stale: run python scripts/trace.py" if stale else f"{TARGET.name} is up to date")
        return int(stale)
    TARGET.write_text(text, "utf-8", newline="\n")
    statuses = [e["status"] for e in json.loads(text)["clauses"].values()]
    print(", ".join(f"{status} {statuses.count(status)}" for status in ("done", "partly", "planned", "host")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
