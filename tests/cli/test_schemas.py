"""Every JSON document that a command prints fits its published schema, and holds no key that is not published."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kimcore.cli.main import VERBS
from kimcore.results import DOCUMENTS
from tests.cli.conftest import Run
from tests.repository.tree import modules
from tests.workspace.registers import DEMO, profile, write_register

DECISION = ("--officer", "made-up officer", "--reason", "made-up reason", "--evidence", "made-up minutes")
COMMANDS = [
    ("assess",),
    ("assess", "KIM Anyelir"),
    ("assess", "--ahead", "500"),
    ("explain", "KIM Anyelir"),
    ("explain", "KIM Juru Pantai"),
    ("explain", "KIM Wana Bercahaya"),
    ("explain", "KIM Anyelir", "--as", "html", "--out", "n.html"),
    ("map",),
    ("map", "--policy", "either", "--cutoff", "power=100", "--quantile", "0.25"),
    ("issues",),
    ("monitor",),
    ("monitor", "--since", "2026-01-01", "--villages", str(DEMO.with_name("villages.csv"))),
    ("collect",),
    ("partnership", "KIM Anyelir"),
    ("partnership", "KIM Anyelir", "indicate", "--ground", "6", *DECISION),
    ("needs",),
    ("needs", "show", "KIM Anyelir"),
    *((group,) for group in ("events", "models", "materials", "competitions", "awards")),
    ("plan",),
    ("plan", "--ahead", "400", "--kim", "KIM Anyelir"),
    ("plan", "--as", "ics", "--out", "plan.ics"),
    ("report", "--out", "reports"),
    ("import", str(DEMO)),
    ("import", str(DEMO), "--dry-run"),
    ("merge", "KIM Arus Baru", "KIM Pena Randu", "--dry-run"),
    ("backup", "copy.db"),
    ("export",),
    ("export", "--full"),
    ("archive", "--out", "figures"),
    ("person", "Laras Kencanaloka"),
    ("erase", "Laras Kencanaloka"),
    ("retention", "--dry-run"),
    ("overview",),
    ("overview", "--audience", "kl"),
    ("overview", "--audience", "public"),
    ("websites",),
    ("websites", "ask", "kim.example.invalid", "--officer", "made-up officer"),
    ("requests",),
    ("requests", "add", "--kind", "access", "--person", "Made-Up Person"),
    ("verify",),
    ("audit",),
    ("template", "t.xlsx"),
    ("demo", "--out", "demo"),
    ("rules",),
    ("rules", "show"),
    ("clauses",),
    ("plugins",),
    ("link", "https://youtu.be/CsmdDsKjzN8", "https://s.id/anyelir", "https://t.me", "belum ada"),
    ("new-plugin", "storage", "kimcore-lines"),
]


def closed(schema: Any) -> Any:
    """Return a schema that allows no key beside those that stand in it."""
    if isinstance(schema, dict):
        inner = {key: closed(value) for key, value in schema.items()}
        return {"additionalProperties": False} | inner if "properties" in schema else inner
    return [closed(part) for part in schema] if isinstance(schema, list) else schema


def published(name: str) -> Any:
    """Return the schema of a document as it comes with the package."""
    return json.loads((files("kimcore") / "data" / "schemas" / f"{name}.json").read_text("utf-8"))


def faults(document: dict[str, Any]) -> Iterator[str]:
    """Yield what does not fit the schema that the format of a document names."""
    kind, name, version = document["format"].split(".")
    assert (kind, version) == ("kimcore", "v1")
    for error in Draft202012Validator(closed(published(name))).iter_errors(document):
        yield f"{error.json_path}: {error.message[:300]}"


@pytest.mark.usefixtures("district")
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_document_fits_its_schema(kimcore: Run, command: tuple[str, ...], language: str) -> None:
    """Whatever the command and the language."""
    ran = kimcore("--on", "2026-11-24", "--lang", language, "--format", "json", *command)
    assert ran.code in (0, 1), ran.err
    assert list(faults(ran.json)) == []


def test_every_command_and_every_document_is_checked() -> None:
    """A new command or document needs a line here."""
    assert {command[0] for command in COMMANDS} >= set(VERBS)


def test_every_format_in_the_sources_has_a_schema() -> None:
    """Written out, or made by `document`."""
    wanted = re.compile(r"kimcore\.([a-z]+)\.v1|document\(\s*\"([a-z]+)\"")
    sources = [m for m in modules() if m.name.startswith("kimcore.") and m.door != "testing"]
    places = (found for m in sources for found in wanted.finditer(m.text))
    assert {a or b for a, b in (found.groups() for found in places)} == set(DOCUMENTS)


def test_an_undone_import_fits_its_schema(kimcore: Run, folder: Path) -> None:
    """What `import --undo` prints."""
    register = write_register(folder / "r.xlsx", profile(("KIM Satu", "Desa A"), ("KIM Dua", "Desa B")))
    kimcore("import", register, "--office", "99.01")
    for more in (("--dry-run",), ()):
        ran = kimcore("import", "--undo", *more, "--format", "json")
        assert ran.code == 0, ran.err
        assert ran.json["format"] == "kimcore.undo.v1"
        assert list(faults(ran.json)) == []


def test_what_does_not_fit_is_found(kimcore: Run, district: Path) -> None:
    """The check itself: another kind of value, a missing key, a key that is not published."""
    document = kimcore("--on", "2026-11-24", "assess", "--format", "json").json
    kim = document["kims"][0]
    for changed in (kim | {"status": "fine"}, {k: v for k, v in kim.items() if k != "id"}, kim | {"more": 1}):
        assert list(faults(document | {"kims": [changed]}))
    assert list(faults(document | {"on": "24/11/2026"}))


def test_a_published_schema_allows_a_key_that_is_added_later(kimcore: Run, district: Path) -> None:
    """A reader of version 1 goes on reading."""
    document = kimcore("--on", "2026-11-24", "assess", "--format", "json").json | {"added": 1}
    Draft202012Validator(published("assess")).validate(document)
