"""Packages that `kimcore new-plugin` made: installed in a folder of their own, and Python run with them."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

__all__ = ["path_of", "python"]

BUILD = "import sys, hatchling.build as backend; print(backend.build_editable(sys.argv[1]))"


def python(
    folder: Path, *arguments: str, path: str = "", by: str | Path = sys.executable
) -> "subprocess.CompletedProcess[str]":
    """Run Python in a folder, with a path on which more packages are found."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("COVERAGE_", "KIMCORE_"))}
    found = os.pathsep.join(filter(None, (path, env.get("PYTHONPATH", ""))))
    command = [str(by), *arguments]
    return subprocess.run(
        command, cwd=folder, env=env | {"PYTHONPATH": found}, capture_output=True, encoding="utf-8", check=False
    )


def path_of(made: Path, site: Path) -> str:
    """Return the path on which a package is found, installed as `pip install -e` does: by its build backend."""
    built = python(made, "-c", BUILD, str(site))
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(site / built.stdout.strip()) as wheel:
        wheel.extractall(site)
    (link,) = site.glob("*.pth")
    return os.pathsep.join((str(site), link.read_text("utf-8").strip()))
