"""Calendars: what is due as an iCalendar file (RFC 5545), through icalendar (extra `calendar`).

Each thing due is an event of a whole day that takes no time: calendars on phones and on the web leave out to-do items
when they open such a file. An event keeps its UID when its day moves, so that a calendar replaces it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from typing import Any

from kimcore.collaboration import DueRow
from kimcore.errors import MissingExtra
from kimcore.terms import Language, Text

__all__ = ["calendar_of"]

NAME = Text("Jadwal kemitraan KIM", "KIM partnership plan")
LATE = Text("Lewat: {what}", "Overdue: {what}")
BY = Text("Pelaksana: {by}", "Who acts: {by}")
CLAUSE = Text("Ketentuan: {clause}", "Clause: {clause}")
WORK = Text("Kegiatan: {title} ({id})", "Work: {title} ({id})")
PRODUCT = "-//kimcore//plan//ID"


def calendar_of(
    rows: Iterable[DueRow], on: date, names: Mapping[str, str], titles: Mapping[str, str], language: Language = "id"
) -> bytes:
    """Return the calendar as of a day; the same rows, day and language give the same bytes. Raises `MissingExtra`."""
    try:
        from icalendar import Calendar
    except ModuleNotFoundError:
        en, id = "a calendar needs an extra: pip install", "kalender memerlukan paket tambahan: pip install"
        wanted = "'kimcore[calendar]'"
        raise MissingExtra("missing_extra", f"{en} {wanted}", f"{id} {wanted}", extra="calendar") from None
    calendar: Any = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", NAME.say(language))
    for row, uid in identified(rows):
        calendar.add_component(event_of(row, uid, on, told(row, names, titles, language)))
    found: bytes = calendar.to_ical()
    return found


def identified(rows: Iterable[DueRow]) -> Iterator[tuple[DueRow, str]]:
    """Yield rows with their UIDs; of those that nothing but the day tells apart, the later ones are numbered."""
    seen: Counter[str] = Counter()
    for row in rows:
        whose = row.work or "/".join(row.kims)
        about = "\0".join((row.office.text, row.kind.code, whose, row.key or row.what.id))
        digest = blake2b(about.encode(), digest_size=12).hexdigest()
        seen[digest] += 1
        number = f"-{seen[digest]}" if seen[digest] > 1 else ""
        yield row, f"{digest}{number}@kimcore"


def told(row: DueRow, names: Mapping[str, str], titles: Mapping[str, str], language: Language) -> dict[str, Any]:
    """Return what an event says: its summary, its description, and its categories."""
    kims = ", ".join(names.get(kim, kim) for kim in row.kims)
    what = LATE.format(what=row.what) if row.overdue else row.what
    lines = [BY.format(by=row.by), CLAUSE.format(clause=row.clause)]
    if row.work:
        lines.append(WORK.format(title=titles.get(row.work, row.work), id=row.work))
    return {
        "summary": what.say(language),
        "description": "\n".join([*([f"KIM: {kims}"] if kims else []), *(line.say(language) for line in lines)]),
        "categories": [row.kind.say(language)],
    }


def event_of(row: DueRow, uid: str, on: date, said: Mapping[str, Any]) -> Any:
    """Return the event of one thing due."""
    from icalendar import Event

    event: Any = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(on, time(), UTC))
    event.add("dtstart", row.on)
    event.add("dtend", row.on + timedelta(days=1))
    for name, value in said.items():
        event.add(name, value)
    event.add("transp", "TRANSPARENT")
    return event
