"""The commands of the year, as they were typed, in the order in which they were given."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from tests.cli.year import contests
from tests.cli.year.events import held_on, theme
from tests.cli.year.models import COLLABORATION, TRIED, title
from tests.cli.year.typed import DAY, OFFICER

__all__ = ["DOCUMENTS", "MIDYEAR", "ON", "commands"]

ON: Final = date(2026, 11, 24)
MIDYEAR: Final = date(2026, 6, 30)
DOCUMENTS: Final = ("events", "models", "materials", "competitions", "awards", "needs", "plan", "assess")
"""The commands whose documents are kept at the end of the year."""

EVENT: Final = (("speakers", -25), ("venue", -20), ("participants", -15), ("schedule", -7))


def commands() -> Iterator[str]:
    """Yield the commands of the year: a workbook is taken in, then come the stages that were done by then."""
    yield from ("import 01.xlsx --office 99.01", "import 02.xlsx")
    yield from (done("events", theme(n), name, held_on(n) + days * DAY) for n in range(2) for name, days in EVENT)
    yield "import 03.xlsx"
    yield from (done("models", TRIED, name, date(2026, 3, 20)) for name in ("watch", "feedback"))
    yield done("events", theme(1), "published", held_on(1) + 3 * DAY)
    yield left_out("models", COLLABORATION, "design", date(2026, 3, 12))
    yield "import 04.xlsx"
    yield done("events", theme(1), "evaluated", held_on(1) + 34 * DAY)
    yield from spread(range(0, 12, 2))
    yield done("models", TRIED, "production", date(2026, 5, 31))
    yield f"plan --on {MIDYEAR}"
    yield "import 05.xlsx"
    yield done("competitions", contests.OWN, "registered", date(2026, 7, 1))
    joined = ("watch", "feedback", "appoint", "registered", "prepared", "accompanied")
    yield from (done("competitions", contests.OUTSIDE, name, date(2026, 8, 16)) for name in joined)
    yield "import 06.xlsx"
    yield from autumn()
    yield "import 07.xlsx"
    awarded = ("assessed", "given")
    yield from (done("awards", award, name, date(2026, 11, 12)) for award in contests.AWARDS[:2] for name in awarded)
    yield from (f"{name} --on {ON}" for name in DOCUMENTS)
    yield f"report --on {ON} --as xlsx --out laporan"


def autumn() -> Iterator[str]:
    """Yield the stages that were recorded once the third quarter was taken in."""
    yield from (
        done("events", theme(3), name, held_on(3) + days * DAY) for name, days in (("schedule", -7), ("held", 0))
    )
    yield done("events", theme(3), "published", held_on(3) + 3 * DAY)
    yield from (done("events", theme(4), name, held_on(4) + days * DAY) for name, days in (("theme", -30), *EVENT[:3]))
    ends = ("judged", "announced", "prizes", "reported", "participants_recorded")
    yield from (done("competitions", contests.OWN, name, date(2026, 8, 2)) for name in ends)
    yield from spread(range(12, 18, 2))
    yield from (left_out("materials", title(n), "literacy", date(2026, 9, 30)) for n in range(12, 15))
    chosen = ("watch", "feedback", "appoint")
    for number, award in enumerate(contests.AWARDS):
        yield from (done("awards", award, name, date(2026, 9, 30)) for name in chosen[: 3 if number < 2 else 2])


def spread(numbers: range) -> Iterator[str]:
    """Yield that materials were passed on and, where they were, used to teach."""
    for n in numbers:
        day = date(2026, 1, 12) + (14 * n + 8) * DAY
        yield done("materials", title(n), "dissemination", day)
        if n < 12:
            yield done("materials", title(n), "literacy", day + 2 * DAY)


def done(group: str, work: str, stage: str, on: date) -> str:
    """Return the command that records a stage that was done."""
    return f'{group} stage "{work}" {stage} --done {on} --officer "{OFFICER}" --evidence "berita acara rekaan"'


def left_out(group: str, work: str, stage: str, on: date) -> str:
    """Return the command that records a stage that was left out."""
    return f'{group} stage "{work}" {stage} --skip "alasan rekaan" --on {on} --officer "{OFFICER}"'
