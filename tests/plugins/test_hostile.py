"""Hostile plug-ins, installed for real: what the core finds is the same to the byte, the status says what they did."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.plugins.conftest import write_distribution

HERE = Path(__file__).parent / "hostile"
DRIVER = """
import contextlib, io, json, sys
from kimcore.cli import run
found = {}
for verb, *form in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = run([verb, "--on", "2026-11-24", "--office", "99.01", *form])
    found["-".join([verb, *form[1:2]])] = [code, out.getvalue()]
print(json.dumps(found))
"""
RESULTS = [["assess", "--format", "json"], ["map", "--format", "json"]]
STATUS = [["plugins", "--format", form] for form in ("json", "text", "csv")]
STEERING = {"name": "red\x1b[2J\u202e", "distribution": "escapes\x1b]0;owned\x07\x9b31m"}

Run = Callable[..., dict[str, Any]]


def run_with(folder: Path, store: Path, commands: list[list[str]], **environment: str) -> dict[str, Any]:
    """Run commands in a process of its own, with what is installed in a folder and without other settings."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("KIMCORE_", "COVERAGE_"))}
    path = {"PYTHONPATH": str(folder), "KIMCORE_STORE": f"sqlite:///{store}"}
    arguments = [sys.executable, "-c", DRIVER, json.dumps(commands)]
    done = subprocess.run(
        arguments, capture_output=True, text=True, encoding="utf-8", check=False, env=clean | path | environment
    )
    return {"code": done.returncode, "err": done.stderr, **(json.loads(done.stdout) if done.stdout else {})}


@pytest.fixture
def run(tmp_path: Path, store: Path) -> Run:
    """Give a function that runs commands with what is installed in the folder of the test."""
    return partial(run_with, tmp_path, store)


@pytest.fixture(scope="module")
def plain(store: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the core finds where no plug-in but its own is installed."""
    found = run_with(tmp_path_factory.mktemp("nothing"), store, RESULTS)
    assert (found.pop("code"), found.pop("err")) == (0, "")
    return found


def put(folder: Path, module: str, **metadata: str) -> None:
    """Install a hostile plug-in into a folder."""
    shutil.copy(HERE / f"{module}.py", folder)
    write_distribution(folder, module, **metadata)


def row_of(found: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the status row of a plug-in."""
    (row,) = (r for r in json.loads(found["plugins-json"][1])["plugins"] if r["name"] == name)
    return row  # type: ignore[no-any-return]


def same(found: dict[str, Any], plain: dict[str, Any]) -> bool:
    """Tell whether both results are those of the core alone, and were made without an error."""
    return all(found[key] == result == [0, result[1]] for key, result in plain.items())


@pytest.mark.parametrize(
    ("module", "state", "error", "metadata"),
    [
        ("raises_at_import", "failed", "RuntimeError: no \\x1b[31mway \\x07", {}),
        ("raises_at_register", "failed", "RuntimeError: do not look", {"target": "raises_at_register:plugin"}),
        ("raises_in_hook", "failed", "Mute", {}),
        ("misspelt_hook", "failed", "unknown hook 'kimcore_storage_backend'", {}),
        ("newer_api", "incompatible", "needs hook API (2, 0)", {}),
        ("duplicate_name", "conflicting", "xlsx (kimcore) offers the same: xlsx", {}),
        ("duplicate_rulebook", "conflicting", "kimcore itself has juknis-2022", {}),
        ("prints", "failed", "Panic: all is lost", {}),
        ("slow", "active", "", {}),
    ],
)
def test_a_hostile_plug_in_changes_nothing(
    run: Run, plain: dict[str, Any], tmp_path: Path, module: str, state: str, error: str, metadata: dict[str, str]
) -> None:
    """Whatever it does when it is loaded, judgements and map are the same to the byte; its row tells what it did."""
    put(tmp_path, module, **metadata)
    found = run(RESULTS + STATUS)
    assert same(found, plain), found["err"]
    row = row_of(found, module)
    assert (row["state"], row["distribution"]) == (state, module)
    assert error in row["error"]
    assert {found[key][0] for key in found if key.startswith("plugins")} == {int(state != "active")}
    assert not any("\x1b" in found[key][1] or "\x07" in found[key][1] for key in found if key.startswith("plugins"))


def test_a_slow_plug_in_is_seen(run: Run, tmp_path: Path) -> None:
    """The time that its import took stands in its row."""
    put(tmp_path, "slow")
    assert row_of(run(STATUS[:1]), "slow")["import_ms"] >= 100


def test_metadata_steer_no_terminal(run: Run, plain: dict[str, Any], tmp_path: Path) -> None:
    """Escape sequences and marks of direction in a name or version are printed as escapes, in every format."""
    put(tmp_path, "escapes", **STEERING)
    found = run(RESULTS + STATUS)
    assert same(found, plain)
    row = row_of(found, "red\\x1b[2J\\u202e")
    assert (row["state"], row["version"]) == ("active", "1.2\\x1b]0;owned\\x07\\x9b31m")
    printed = "".join(found[key][1] for key in found if key.startswith("plugins"))
    assert {c for c in printed if not c.isprintable()} <= {"\n"}


def test_an_exit_passes_and_a_block_holds_before_it(run: Run, plain: dict[str, Any], tmp_path: Path) -> None:
    """A plug-in that exits ends the command with its code; blocked by its distribution it is never imported."""
    put(tmp_path, "exits", name="leaver")
    assert run(RESULTS)["code"] == 3
    found = run(RESULTS + STATUS[:1], KIMCORE_PLUGINS_BLOCK="other, exits")
    assert same(found, plain)
    assert row_of(found, "leaver")["state"] == "blocked"
    assert found["plugins-json"][0] == 0


@pytest.mark.parametrize("module", ["mutates", "raises_in_call"])
def test_a_scorer_in_use_changes_nothing(run: Run, plain: dict[str, Any], tmp_path: Path, module: str) -> None:
    """One that changes its arguments or raises in a call leaves the result as without it; a fault is told, unquoted."""
    put(tmp_path, module)
    found = run([[*command, "--scorer", module] for command in RESULTS])
    assert same(found, plain)
    told = "raises_in_call gagal saat dipanggil (ValueError in raises_in_call.py:18)"
    assert (told in found["err"]) == (module == "raises_in_call")
    assert "cannot score" not in found["err"]


def test_strict_names_the_plug_in(run: Run, tmp_path: Path) -> None:
    """A strict command refuses to work beside a fault, of loading or of a call, and `plugins` still tells all."""
    put(tmp_path, "raises_in_call")
    asked = [[*RESULTS[1], "--scorer", "raises_in_call"]]
    found = run(asked, KIMCORE_PLUGINS_STRICT="1")
    assert found["map-json"] == [2, ""]
    assert "[plugin_failed]" in found["err"]
    put(tmp_path, "misspelt_hook")
    found = run(RESULTS + STATUS[:1], KIMCORE_PLUGINS_STRICT="1")
    assert (found["assess-json"], found["plugins-json"][0]) == ([2, ""], 1)
    assert "misspelt_hook" in found["err"]


def test_a_name_taken_twice_is_refused_with_the_way_out(run: Run, plain: dict[str, Any], tmp_path: Path) -> None:
    """A plug-in called as the one that a command needs stops it; blocked by its distribution, the other works again."""
    put(tmp_path, "slow", name="sqlite", distribution="usurper")
    found = run(RESULTS[:1])
    assert found["assess-json"] == [2, ""]
    assert "sqlite (kimcore): conflicting, sqlite (usurper): conflicting" in found["err"]
    assert same(run(RESULTS, KIMCORE_PLUGINS_BLOCK="usurper"), plain)


def test_a_distribution_without_metadata(run: Run, plain: dict[str, Any], tmp_path: Path) -> None:
    """A distribution whose metadata are gone is a row like any other."""
    put(tmp_path, "slow")
    (tmp_path / "slow-1.2.dist-info" / "METADATA").unlink()
    found = run(RESULTS + STATUS[:1])
    assert same(found, plain)
    assert row_of(found, "slow")["state"] == "active"
