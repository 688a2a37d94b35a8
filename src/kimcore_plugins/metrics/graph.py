"""Graph: what Instagram and Facebook share: one API with its version, errors, pages and lists of contents."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from kimcore.links import content_link
from kimcore.metrics import check_status, document
from kimcore.monitoring import Indicator
from kimcore.ports import (
    Cursor,
    HttpCall,
    HttpReply,
    MetricOutcome,
    MetricPage,
    PairState,
    Permanent,
    PlatformFault,
    Transient,
    Wanted,
)
from kimcore.terms import Text
from kimcore_plugins.metrics.figures import outcome, page_of, wrong_form

__all__ = [
    "HOST",
    "MOST_ITEMS",
    "NUMBER",
    "VERSION",
    "Path",
    "after",
    "asking",
    "at_path",
    "by_code",
    "code_of",
    "codes_of",
    "inner",
    "known_name",
    "link_of",
    "of_account",
    "opened",
    "page_after",
    "path",
    "unread",
]

VERSION: Final = "v26.0"
"""The one version that is asked for. Graph answers an expired version as a later one, so replies are checked too."""
HOST: Final = "graph.facebook.com"
MOST_ITEMS: Final = 100
NUMBER: Final = re.compile(r"[0-9]{1,25}")

AFTER: Final = "after:"
PLACE: Final = re.compile(r"[A-Za-z0-9_=+/.~-]{1,2000}")
EXPLAINED: Final = frozenset({400, 403, 404})
VERSIONS: Final = re.compile(r"v[0-9]{1,3}\.[0-9]")

PLAIN: Final = re.compile(
    r"https://www\.(?:instagram\.com/(?:p|reel|tv)/([A-Za-z0-9_-]{5,64})"
    r"|facebook\.com/[0-9]{1,25}/posts/([0-9]{3,25}|pfbid[A-Za-z0-9]{1,200}))/?"
)
"""Links of which `content_link` says the same content id."""

Path = tuple[tuple[str, ...], str]
"""Where a record has a count: the parts that hold one another, and its name in the last."""

SHORT = Text(
    "tautan tidak memuat pengenal konten; buka tautan itu dan catat alamat yang muncul",
    "the link names no content; open it, and record the address that it leads to",
)


# --- calls


def asking(path: str, fields: str, *more: tuple[str, str], host: str = HOST, **of: Any) -> HttpCall:
    """Return the call for fields of an object, or of the objects of an edge."""
    return HttpCall(url=f"https://{host}/{VERSION}/{path}", query=(("fields", fields), *more), **of)


def after(cursor: Cursor | None) -> str:
    """Return the place in a list from which a cursor goes on; empty where there is none."""
    return cursor.token.removeprefix(AFTER) if cursor and cursor.token.startswith(AFTER) else ""


def page_after(paging: object) -> tuple[Cursor, ...]:
    """Return the cursor of the page after this one, none where it is the last."""
    cursors = inner(inner({"paging": paging}, "paging"), "cursors")
    place = cursors.get("after")
    if place is None:
        return ()
    if not isinstance(place, str) or not PLACE.fullmatch(place):
        raise wrong_form()
    return (Cursor(AFTER + place),)


# --- replies


def opened(reply: HttpReply) -> dict[str, Any]:
    """Return the object of a reply, or one that holds the platform's `error`.

    Raises what the status says, and `Permanent` for a reply of another version than was asked for.
    """
    found = body_of(reply)
    if "error" in found:
        return found
    check_status(reply)
    told = reply.header("facebook-api-version").strip()
    if told in {"", VERSION}:
        return found
    en = f"the platform answers in another version than {VERSION}, which may have ended: update kimcore"
    id = f"platform menjawab dalam versi selain {VERSION}, yang mungkin sudah berakhir: mutakhirkan kimcore"
    raise Permanent(en, id, code_of=told if VERSIONS.fullmatch(told) else "")


def of_account(found: Mapping[str, Any]) -> MetricPage:
    """Return the page of an account: its followers, hidden where the platform leaves them out (V.A.output)."""
    if not isinstance(found.get("id"), str):
        raise wrong_form()
    return MetricPage(outcomes=(outcome("", Indicator.AUDIENCE, found, "followers_count"),))


def body_of(reply: HttpReply) -> dict[str, Any]:
    """Return the object of a reply, empty where a failure comes without one and its status says enough.

    Graph explains 400, 403 and 404 in an object, so one of these that is cut short may be whole at another try.
    """
    try:
        return document(reply)
    except PlatformFault as fault:
        is_cut = isinstance(fault, Transient) and reply.status in EXPLAINED and bool(reply.body.strip())
        if is_cut or 200 <= reply.status < 300:
            raise
        return {}


# --- contents


link_of = lru_cache(maxsize=8192)(content_link)
"""What a link says; a request is planned anew for every page of a list."""


def name_in(link: str) -> str | None:
    """Return what names a content in its link, None for a short link, which names nothing before it is opened.

    A link as Graph itself writes it is told by its form alone, which takes a hundredth of the time.
    """
    if plain := PLAIN.fullmatch(link):
        return plain[1] or plain[2]
    found = content_link(link)
    return None if found.needs_resolving else found.content_id or ""


known_name = lru_cache(maxsize=8192)(name_in)
"""The same for links that are met again: those of a request with every page of a list, and in their records."""


def code_of(wanted: Wanted, form: re.Pattern[str]) -> str:
    """Return what names a content on its platform; empty for a short link, and for a name of another form."""
    return code(wanted.link, wanted.id, form)


@lru_cache(maxsize=8192)
def code(link: str, id: str, form: re.Pattern[str]) -> str:
    """Return what names a content by its link, and by its id where it has one."""
    name = known_name(link)
    found = "" if name is None else id or name
    return found if form.fullmatch(found) else ""


def codes_of(about: Iterable[Wanted], form: re.Pattern[str]) -> list[tuple[Wanted, str]]:
    """Return contents, each with what names it."""
    return [(wanted, code_of(wanted, form)) for wanted in about]


def by_code(records: object, names: Callable[[dict[str, Any]], Iterable[str]]) -> dict[str, dict[str, Any]]:
    """Return the records of a list by what names them, each name once; a name of two records is left out."""
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise wrong_form()
    found: dict[str, dict[str, Any]] = {}
    again = set()
    for record in records:
        for name in names(record):
            if name in found:
                again.add(name)
            found[name] = record
    return {name: record for name, record in found.items() if name not in again} if again else found


def unread(codes: Iterable[tuple[Wanted, str]], offers: Collection[Indicator]) -> tuple[MetricOutcome, ...]:
    """Return the outcomes of contents whose link names none: no list can tell of them."""
    unnamed = tuple(wanted for wanted, code in codes if not code)
    page = page_of(HttpCall(url="", about=unnamed), offers, PairState.NOT_FOUND, SHORT)
    return page.outcomes if unnamed else ()


def path(words: str) -> Path:
    """Return the path whose parts stand between full stops."""
    *names, last = words.split(".")
    return tuple(names), last


def at_path(content: str, indicator: Indicator, record: Mapping[str, Any], at: Path) -> MetricOutcome:
    """Return one outcome: hidden where a part of the path is absent, failed where it is of another form."""
    names, last = at
    for name in names:
        found = record.get(name)
        if not isinstance(found, dict):
            return outcome(content, indicator, {} if found is None else {last: False}, last)
        record = found
    return outcome(content, indicator, record, last)


def inner(record: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return the object under a name, empty where it is absent or null; raises `Permanent` for anything else."""
    found = record.get(name)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise wrong_form()
    return found
