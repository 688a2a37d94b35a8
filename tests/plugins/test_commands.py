"""Plug-ins on the command line: `--scorer`, `--regions`, `--rulebook`, and `rules list`."""

import json
from pathlib import Path
from typing import Any

import pytest

from kimcore.cli import run
from tests.plugins.conftest import Install
from tests.workspace.registers import profile, write_register

PLUGIN = """
from kimcore.plugins import RulebookDescriptor, ScorerDescriptor, hookimpl
from kimcore.rulebooks import JUKNIS_2022

class Fifty:
    def score(self, kim, on):
        return 50

def book():
    return JUKNIS_2022.derive("kim-local")

@hookimpl
def kimcore_scorers():
    return [ScorerDescriptor(name="fifty", factory="kim_local:Fifty")]

@hookimpl
def kimcore_rulebooks():
    return [RulebookDescriptor(name="kim-local", factory="kim_local:book"),
            RulebookDescriptor(name="kim-broken", factory="kim_local:nothing")]
"""


@pytest.fixture(autouse=True)
def installed(install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the plug-in, and work in an empty folder without settings from outside."""
    install("kim_local", PLUGIN)
    monkeypatch.chdir(tmp_path)
    for name in ("STORE", "PLUGINS_ALLOW", "PLUGINS_BLOCK", "PLUGINS_STRICT"):
        monkeypatch.delenv(f"KIMCORE_{name}", raising=False)
    rows = [("KIM Satu", "Desa A", "11.01.01.2001"), ("KIM Dua", "Desa B", "11.01.01.2002")]
    write_register(tmp_path / "r.xlsx", profile(*rows, headings=("Nama Kelompok", "Kelurahan/Desa", "Kode Wilayah")))
    (tmp_path / "v.csv").write_text("11.01.01.2001,A\n", encoding="utf-8")
    assert run(["import", "r.xlsx", "--office", "11.01"]) == 0


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """Return the one document that a command prints."""
    capsys.readouterr()
    assert run([*arguments, "--format", "json"]) in (0, 1)
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_rulebook_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    """`--rulebook` finds the rulebook of a plug-in, and every result carries its name."""
    assert document(capsys, "assess", "--rulebook", "kim-local")["rulebook"] == "kim-local"
    assert document(capsys, "rules", "show", "--rulebook", "kim-local")["name"] == "kim-local"
    assert run(["assess", "--rulebook", "kim-none"]) == 2
    assert "kim-broken, kim-local" in capsys.readouterr().err


def test_the_list_of_rulebooks(capsys: pytest.CaptureFixture[str]) -> None:
    """`rules list` shows those of plug-ins; one that does not open is told on stderr."""
    books = document(capsys, "rules")["rulebooks"]
    assert [book["name"] for book in books] == ["juknis-2022", "kim-local"]
    run(["rules", "--lang", "en"])
    assert "kim_local failed when it was called" in capsys.readouterr().err


def test_a_scorer_by_its_name(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """`--scorer`, or the key in kimcore.toml, scores in every command that maps."""
    (one, _) = document(capsys, "map", "--scorer", "fifty")["placements"]
    assert one["figures"]["interest"] == {"source": "plugin", "office": None, "plugin": 50}
    assert document(capsys, "map")["placements"][0]["interest"] is None
    (tmp_path / "kimcore.toml").write_text('scorer = "fifty"\n', encoding="utf-8")
    assert document(capsys, "map")["placements"][0]["interest"] == 50
    assert run(["map", "--scorer", "sixty"]) == 2
    assert "fifty" in capsys.readouterr().err


def test_a_directory_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    """`--regions` reports unknown codes on import, and gives `monitor` its villages."""
    found = document(capsys, "import", "r.xlsx", "--regions", "csv:v.csv")
    assert [(p["code"], p["row"]) for p in found["problems"] if p["severity"] != "info"] == [("region_unknown", 3)]
    assert document(capsys, "monitor", "--regions", "csv:v.csv")["villages"]["total"] == 1
    assert document(capsys, "monitor")["villages"]["total"] is None
