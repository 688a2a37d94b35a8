"""Records: making, reading and writing a KIM, and the memory of many, against a twin of pydantic.

    python -m benchmarks.bench_records

The KIMs are those of the made-up demo district, so that the mix of short and long records is a register's. What is
timed is the same for both: keyword arguments into constructors; JSON text to a validated KIM, without and with the
extra `fast`; a KIM to plain types. Memory is that of 100,000 KIMs read from JSON, the input not counted.
"""

import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from benchmarks.measuring import Line, medians, show, steps
from benchmarks.scaled import DEMO, OFFICE
from benchmarks.twin import KimTwin, arguments
from kimcore import serialization
from kimcore.community import Kim
from kimcore.serialization import from_json, to_json, to_plain
from kimcore.workspace import Workspace

__all__ = ["lines"]

TIMES, REPEATS, MANY = 20, 15, 100_000


def demo_kims() -> list[Kim]:
    """Return the KIMs of the made-up district."""
    with Workspace.open("memory:", OFFICE) as workspace:
        workspace.take_in(DEMO)
        return list(workspace.kims())


def recipe(value: Any) -> Any:
    """Return how a record is made again: its class, and the arguments that are not at their default."""
    if attrs.has(type(value)):
        fields = {a: getattr(value, a.name) for a in attrs.fields(type(value))}
        return type(value), {a.name: recipe(v) for a, v in fields.items() if a.default != v}
    if isinstance(value, tuple):
        return [recipe(item) for item in value]
    return value


def made(plan: Any) -> Any:
    """Carry out a recipe: keyword arguments into constructors, from the innermost outwards."""
    if isinstance(plan, tuple):
        kind, given = plan
        return kind(**{name: made(v) for name, v in given.items()})
    return tuple([made(item) for item in plan]) if isinstance(plan, list) else plan


def carefully(text: str) -> Kim:
    """Read a KIM without the extra `fast`, as `from_json` does where msgspec is not installed."""
    return serialization.from_careful_json(text, Kim)


def each(work: Callable[[Any], object], items: list[Any]) -> Callable[[], object]:
    """Return a function that does a piece of work with every item, many times."""

    def run() -> None:
        for _ in range(TIMES):
            for item in items:
                work(item)

    return run


def timed(kims: list[Kim], texts: list[str], twins: list[KimTwin]) -> dict[str, float]:
    """Return the CPU seconds of each piece of work."""
    recipes, plans = [recipe(kim) for kim in kims], [arguments(twin) for twin in twins]
    work = steps(
        create=each(made, recipes),
        twin_create=each(made, plans),
        read=each(carefully, texts),
        fast=each(lambda text: from_json(text, Kim), texts),
        twin_read=each(KimTwin.model_validate_json, texts),
        plain=each(to_plain, kims),
        twin_plain=each(lambda twin: twin.model_dump(mode="json"), twins),
        twin_short=each(lambda twin: twin.model_dump(mode="json", exclude_defaults=True), twins),
    )
    return {name: seconds / TIMES / len(kims) * 1e6 for name, seconds in medians(work, REPEATS).items()}


def is_the_same(kims: Iterable[Kim], twins: Iterable[KimTwin]) -> bool:
    """Tell whether the twins hold what the KIMs hold, field by field."""
    return [t.model_dump(mode="json", exclude_defaults=True) for t in twins] == [to_plain(kim) for kim in kims]


def lines() -> list[Line]:
    """Return the lines of the table."""
    kims = demo_kims()
    texts = [to_json(kim) for kim in kims]
    twins = [KimTwin.model_validate_json(text) for text in texts]
    if not is_the_same(kims, twins):
        raise SystemExit("the twin of pydantic has not the fields of the KIM: mend benchmarks/twin.py")
    found = timed(kims, texts, twins)

    def line(name: str, ours: str, theirs: str, target: float | None) -> Line:
        return Line(name, found[ours] / found[theirs], target, f"{found[ours]:.1f} to {found[theirs]:.1f} µs a KIM")

    return [
        line("create a KIM / pydantic", "create", "twin_create", 1.0),
        line("JSON to KIM / pydantic", "read", "twin_read", 2.0),
        line("JSON to KIM with `fast` / pydantic", "fast", "twin_read", 0.8),
        line("KIM to plain types / model_dump", "plain", "twin_plain", 1.0),
        line("the same / model_dump without defaults", "plain", "twin_short", None),
        memory_line(),
    ]


def memory_line() -> Line:
    """Return the line of the memory of many KIMs."""
    ours, theirs = (measured(name) for name in ("ours", "twin"))
    return Line(f"memory of {MANY:,} KIMs / pydantic", ours / theirs, 0.35, f"{ours:.0f} to {theirs:.0f} MB")


def measured(name: str) -> float:
    """Return the megabytes that many records take, in a process of their own."""
    command = [sys.executable, "-m", "benchmarks.bench_records", name]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def held(name: str) -> float:
    """Return the megabytes that tracemalloc sees in many records read from JSON; texts are written one by one."""
    import tracemalloc

    kims = demo_kims()
    read: Callable[[str], object] = KimTwin.model_validate_json if name == "twin" else lambda text: from_json(text, Kim)
    texts = [to_json(kim) for kim in kims]
    read(texts[0])
    tracemalloc.start()
    kept = [read(texts[i % len(texts)].replace('"id":"', f'"id":"{i}-', 1)) for i in range(MANY)]
    return len(kept) and tracemalloc.get_traced_memory()[0] / 2**20


if __name__ == "__main__":
    if sys.argv[1:]:
        print(held(sys.argv[1]))
    else:
        sys.exit(show(lines()))
