"""Runs the code of README.md and of the documentation as tests: Python blocks, and console blocks line by line."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

pytest_plugins = ["pytester"]


def enter(namespace: dict[str, Any]) -> None:
    """Work in a folder of the document's own."""
    namespace["home"] = Path.cwd()
    namespace["folder"] = tempfile.TemporaryDirectory()
    os.chdir(namespace["folder"].name)


def leave(namespace: dict[str, Any]) -> None:
    """Go back, and remove the folder."""
    os.chdir(namespace["home"])
    namespace["folder"].cleanup()


def console(example: Example) -> None:
    """Run each `$ kimcore …` or `$ python -m kimcore.testing …` line.

    The lines below it must stand in what it prints, in order (… stands for any).
    """
    command = ""
    shown: list[str] = []
    for line in [*str(example.parsed).splitlines(), "$ "]:
        if line.startswith("$ "):
            check(command, shown)
            command, shown = line[2:], []
        else:
            shown.append(line.strip())


def check(command: str, shown: list[str]) -> None:
    """Run a command of kimcore or of its kits; exit 2 is never what a document shows."""
    words = shlex.split(command)
    if words[:3] == ["python", "-m", "kimcore.testing"]:
        arguments = words[1:]
    elif words[:1] == ["kimcore"]:
        arguments = ["-m", *words]
    else:
        return
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    printed = " ".join((done.stdout + done.stderr).split())
    assert done.returncode in (0, 1), f"$ {command}\n{done.stderr}"
    for line in shown:
        for piece in filter(None, (" ".join(p.split()) for p in line.split("…"))):
            found = printed.find(piece)
            assert found >= 0, f"$ {command}\nprints no {piece!r} in:\n{printed[:3000]}"
            printed = printed[found + len(piece) :]


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser("console", console), SkipParser()],
    patterns=["*.md"],
    excludes=["docs/_build/**", "CHANGELOG.md", "CONTRIBUTING.md"],
    setup=enter,
    teardown=leave,
).pytest()
