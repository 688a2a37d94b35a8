"""Reader: a workbook as sheets, opened in a process of its own that can be ended at any moment."""

import json
import subprocess
import sys
from array import array
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from typing import Any, Final

from attrs import evolve

from kimcore.intake.quarantine import __file__ as folder
from kimcore.intake.refusals import refusal
from kimcore.intake.sheets import Note, Row, Sheet

__all__ = ["SECONDS", "read_workbook"]

SECONDS: Final = 7
"""How long the child process may be silent."""

GRACE: Final = 1
"""How many seconds a child may take to end."""

LINE: Final = 32 << 20
TOTAL: Final = 256 << 20
"""How many bytes the child may write in one line, and in all."""

STEPS: Final = 14
FAILED: Final = 1
"""The exit code of a child that failed; one without memory is ended by the system."""

PROGRAM: Final = Path(folder).with_name("__main__.py")
KINDS: Final[dict[str, Any]] = {"datetime": datetime, "date": date, "time": time}


class Ended(Exception):
    """The child ended without a last word, for want of memory or by a fault of its library; it left an exit code."""

    def __init__(self, code: int) -> None:
        """Keep the exit code."""
        super().__init__(code)
        self.code = code


class Watchdog(Thread):
    """Ends a process that is silent for too long; it needs no limits of the system."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        """Watch a process."""
        super().__init__(daemon=True)
        self.process, self.step = process, seconds / STEPS
        self.over, self.silent, self.has_ended = Event(), 0, False

    def run(self) -> None:
        """Count steps of silence."""
        while not self.over.wait(self.step):
            self.silent += 1
            if self.silent > STEPS:
                self.has_ended = True
                self.process.kill()
                return


def read_workbook(copy: Path, name: str) -> tuple[Sheet, ...]:
    """Return the sheets of a private copy; `name` is the file's name in sheets and errors.

    Where the child ends without a word, a second one takes an exact look, which finds the reason.
    """
    code = 0
    for look in ("quick", "exact"):
        try:
            return sheets_of(messages(copy, name, look), name)
        except Ended as ended:
            code = ended.code
    raise refusal("file_unreadable" if code == FAILED else "file_memory", name)


def messages(copy: Path, name: str, look: str) -> Generator[list[Any], None, None]:
    """Give what the child says, up to its last word."""
    command = [sys.executable, "-P", str(PROGRAM), str(copy), look]
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError as error:
        raise refusal("file_denied", name, reason=error.strerror or error) from None
    watchdog = Watchdog(process, SECONDS)
    watchdog.start()
    try:
        yield from heard(process, watchdog, name)
        code = process.wait()
    finally:
        watchdog.over.set()
        end(process)
    if watchdog.has_ended:
        raise refusal("file_too_slow", name)
    raise Ended(code)


def end(process: subprocess.Popen[bytes]) -> None:
    """Let a process that has said its last word end by itself, else end it."""
    assert process.stdout
    process.stdout.close()
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def heard(process: subprocess.Popen[bytes], watchdog: Watchdog, name: str) -> Iterator[list[Any]]:
    """Give the messages of a child; refuse more than a register holds."""
    assert process.stdout
    left = TOTAL
    while line := process.stdout.readline(LINE):
        watchdog.silent = 0
        left -= len(line)
        if left < 0 or len(line) == LINE:
            raise refusal("file_much_text", name, limit=TOTAL >> 20)
        if line.endswith(b"\n"):
            yield json.loads(line, object_hook=unpacked)


def unpacked(tagged: dict[str, Any]) -> Any:
    """Return the cell that a JSON object stands for."""
    if "seconds" in tagged:
        return timedelta(seconds=tagged["seconds"])
    found = [kind.fromisoformat(tagged[key]) for key, kind in KINDS.items() if key in tagged]
    return found[0] if found else tagged


class Gathered:
    """The sheets that a child has written so far."""

    def __init__(self, name: str) -> None:
        """Start with no sheet of a file."""
        self.name, self.sheets, self.whole = name, list[Sheet](), list[Note]()
        self.rows, self.notes = list[Row](), list[Note]()
        self.words: dict[Any, Any] = {}

    def take(self, kind: str, content: list[Any]) -> None:
        """Take one message; raise the refusal that it brings."""
        if kind == "rows":
            self.add(*content)
        elif kind == "sheet":
            self.rows, self.notes = [], []
            self.sheets.append(Sheet(name=content[0], rows=(), file=self.name))
        elif kind == "end":
            self.sheets[-1] = evolve(self.sheets[-1], rows=tuple(self.rows), notes=tuple(self.notes))
        elif kind in {"notes", "file"}:
            kept = self.notes if kind == "notes" else self.whole
            kept.extend(Note(row=row, index=index, code=code, value=value) for row, index, code, value in content[0])
        elif kind == "refused":
            raise refusal(content[0], self.name, **content[1])

    def add(self, first: int, lengths: list[int], values: list[Any], numbers: str) -> None:
        """Add rows below each other, whose cells are numbers of values; a text that stands often is kept once."""
        keep = self.words.setdefault
        values = [keep(v, v) if v.__class__ is str else v for v in values]
        cells = map(values.__getitem__, array("H", bytes.fromhex(numbers)))
        self.rows.extend((row, tuple(islice(cells, length))) for row, length in enumerate(lengths, first))

    def all(self) -> tuple[Sheet, ...]:
        """Return the sheets; what concerns the whole file stands with the first."""
        for sheet in self.sheets[:1]:
            self.sheets[0] = evolve(sheet, notes=(*self.whole, *sheet.notes))
        return tuple(self.sheets)


def sheets_of(said: Generator[list[Any], None, None], name: str) -> tuple[Sheet, ...]:
    """Return the sheets that the messages hold."""
    gathered = Gathered(name)
    with closing(said):
        for kind, *content in said:
            if kind == "done":
                break
            gathered.take(kind, content)
    return gathered.all()
