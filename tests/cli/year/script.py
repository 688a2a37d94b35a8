"""The script of the year: it gives the commands one after another, and goes on where it was killed.

It knows of what it did only by its own list of commands that ended. The first command that is not on it may have been
done or not: it is given again; a stage that is refused then is looked up. Commands that are to be killed run in a
process of their own, each between two lines on stdin: `python -m tests.cli.year.script STORE FOLDER 12 40`.
"""

import os
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from json import loads
from pathlib import Path

from kimcore.cli import run
from tests.cli.year.books import COMMANDS

__all__ = ["ENDED"]

ENDED = "selesai.txt"
"""The file of the numbers of the commands that ended, one a line."""

OFFICE = ("--office", "99.01")


def main(store: str, folder: Path, alone: set[int]) -> None:
    """Give the commands that are left; those of the numbers in `alone` in a process of their own, when told to."""
    os.chdir(folder)
    ended = Path(ENDED)
    first = ended.read_text("utf-8").count("\n") if ended.exists() else 0
    lines = Path(COMMANDS).read_text("utf-8").splitlines()
    for number, line in enumerate(lines[first:], first):
        words = [*shlex.split(line), *OFFICE, "--store", store, "--format", "json"]
        say(f"begin {number}", wait=number in alone)
        code = apart(number, words) if number in alone else within(number, words)
        if code == 2 and not (number == first and stands(words)):
            raise SystemExit(f"failed: {line}")
        with ended.open("a", encoding="utf-8") as file:
            file.write(f"{number}\n")
        say(f"ended {number}", wait=number in alone)


def say(what: str, *, wait: bool) -> None:
    """Tell on stderr how far the script is, and wait to be told to go on."""
    sys.stderr.write(f"{what}\n")
    sys.stderr.flush()
    if wait:
        sys.stdin.readline()


def within(number: int, words: list[str]) -> int:
    """Run a command in this process, what it prints into its file."""
    with Path(f"{number}.json").open("w", encoding="utf-8") as file, redirect_stdout(file):
        return run(words)


def apart(number: int, words: list[str]) -> int:
    """Run a command as the program of its own that it is."""
    with Path(f"{number}.json").open("w", encoding="utf-8") as file:
        return subprocess.run([sys.executable, "-m", "kimcore", *words], stdout=file, check=False).returncode


def stands(words: list[str]) -> bool:
    """Tell whether the stage that a command was to record is recorded."""
    group, action, work, stage, *rest = words
    if action != "stage":
        return False
    out = StringIO()
    with redirect_stdout(out):
        run([group, "show", work, "--on", "2026-11-24", *rest[rest.index("--office") :]])
    return any(s["stage"] == stage and s["on"] is not None for s in loads(out.getvalue())["stages"])


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), set(map(int, sys.argv[3:])))
