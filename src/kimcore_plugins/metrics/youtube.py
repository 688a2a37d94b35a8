"""YouTube: the public counts of videos and channels, by a key of the office (Data API v3; V.B.social.youtube)."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, Final

from kimcore.clauses import cite
from kimcore.media import ContentKind, Platform
from kimcore.metrics import check_status
from kimcore.monitoring import Indicator
from kimcore.ports import (
    Access,
    AuthExpired,
    Cursor,
    HttpCall,
    HttpReply,
    MetricOutcome,
    MetricPage,
    MetricRequest,
    PairState,
    Permanent,
    PlatformFault,
    QuotaExhausted,
    RateLimited,
    TokenPlace,
    Transient,
    Wanted,
)
from kimcore.terms import Text
from kimcore_plugins.metrics.figures import (
    account_name,
    batches,
    body_of,
    by_key,
    by_name,
    content_id,
    of_contents,
    outcome,
    refused,
    reported,
    wrong_form,
)

__all__ = ["YouTube", "next_reset"]

HOST: Final = "youtube.googleapis.com"
KEY: Final = TokenPlace(header="X-Goog-Api-Key", prefix="")
MOST_IDS: Final = 50
VIDEO: Final = re.compile(r"[A-Za-z0-9_-]{11}")
NAME: Final = re.compile(r"[\w·-](?:[\w.·-]*[\w·-])?")
CHANNEL: Final = re.compile(r"UC[A-Za-z0-9_-]{22}")
BY_NAME: Final = Cursor("forUsername")
"""Goes on with a name that is no handle as the name of an old channel."""
CLAUSE: Final = cite("V.B.social.youtube")

FIELDS: Final = MappingProxyType(
    {Indicator.LIKE: "likeCount", Indicator.COMMENT: "commentCount", Indicator.VIEW: "viewCount"}
)
HIDDEN: Final = Text("kanal menyembunyikan jumlah pelanggannya", "the channel hides its number of subscribers")

QUOTA: Final = frozenset({"quotaExceeded", "dailyLimitExceeded"})
NOT_THERE: Final = frozenset({"videoNotFound", "channelNotFound"})
FAULTS: Final[Mapping[str, type[PlatformFault]]] = MappingProxyType(
    {
        "keyInvalid": AuthExpired,
        "keyExpired": AuthExpired,
        "API_KEY_INVALID": AuthExpired,
        "accessNotConfigured": AuthExpired,
        "ipRefererBlocked": AuthExpired,
        "authError": AuthExpired,
        "rateLimitExceeded": RateLimited,
        "userRateLimitExceeded": RateLimited,
        "backendError": Transient,
        "internalError": Transient,
        "invalidParameter": Permanent,
        "missingRequiredParameter": Permanent,
    }
)


class YouTube:
    """Asks for videos by their ids, fifty in a call, and for the subscribers of a channel; it keeps nothing.

    YouTube leaves out videos that are deleted or private, and counts that their owner hides; it has no count of shares.
    """

    name = "youtube"
    platform = Platform.YOUTUBE
    access = Access.APP
    needs = Text(
        "kunci API YouTube Data v3 dari proyek Google Cloud milik Dinas; KIM tidak perlu memberi izin",
        "an API key for YouTube Data v3 of a Google Cloud project of the office; the KIM need not grant anything",
    )
    hosts = frozenset({HOST})
    supports: Mapping[ContentKind | None, frozenset[Indicator]] = MappingProxyType(
        dict.fromkeys(ContentKind, frozenset(FIELDS)) | {None: frozenset({Indicator.AUDIENCE})}
    )

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return a call for the channel and one for each fifty videos; only a channel's name goes on from a cursor."""
        by = channel(request, cursor) if request.audience else ()
        account = [asking("channels", by, cursor=cursor)] if by else []
        if cursor is not None:
            return tuple(account)
        ids = {wanted.key: content_id(wanted, VIDEO) for wanted in request.contents}
        return (*account, *(asking_videos(batch, ids) for batch in batches(request.contents, ids, MOST_IDS)))

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return the figures of a reply; a video that it leaves out is not found or private."""
        found = body_of(reply)
        if "error" in found:
            return of_error(found["error"], reply)
        check_status(reply)
        if not call.about:
            return of_channel(call, found)
        items = by_name(found.get("items"), "id")
        told = {key: figures(item) for key, item in by_key(call.about, items, VIDEO).items()}
        return MetricPage(outcomes=tuple(of_contents(call.about, told, FIELDS)))


def channel(request: MetricRequest, cursor: Cursor | None) -> tuple[str, str] | tuple[()]:
    """Return the parameter that names the channel: its id, its handle, or its old name where no handle is it."""
    account = request.identity or account_name(request.account, NAME)
    if CHANNEL.fullmatch(account):
        return "id", account
    if not account or (cursor is not None and cursor != BY_NAME):
        return ()
    is_handle = "@" in request.account
    return ("forUsername", account) if cursor == BY_NAME else ("forHandle", f"@{account}" if is_handle else account)


def asking(what: str, by: tuple[str, str], **of: Any) -> HttpCall:
    """Return the call for the statistics of videos or of a channel."""
    return HttpCall(url=f"https://{HOST}/youtube/v3/{what}", query=(("part", "statistics"), by), token=KEY, **of)


def asking_videos(batch: tuple[Wanted, ...], ids: Mapping[str, str]) -> HttpCall:
    """Return the call for some videos."""
    asked = ",".join(dict.fromkeys(ids[wanted.key] for wanted in batch))
    return asking("videos", ("id", asked), about=batch, is_batch=len(batch) > 1)


def of_channel(call: HttpCall, found: Mapping[str, Any]) -> MetricPage:
    """Return the subscribers of the one channel; a name that is no handle is tried as an old name."""
    items = found.get("items", [])
    if not isinstance(items, list) or len(items) > 1 or ("items" not in found and "pageInfo" not in found):
        raise wrong_form()
    if not items:
        is_bare = not dict(call.query).get("forHandle", "@").startswith("@")
        return MetricPage(next=(BY_NAME,) if is_bare else ())
    if not isinstance(items[0], dict):
        raise wrong_form()
    counts = figures(items[0])
    if counts.get("hiddenSubscriberCount", False) is not False:
        told = MetricOutcome.unknown("", Indicator.AUDIENCE, PairState.HIDDEN, HIDDEN)
    else:
        told = outcome("", Indicator.AUDIENCE, counts, "subscriberCount")
    return MetricPage(outcomes=(told,))


def figures(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the statistics of an item, empty where it has none."""
    found = item.get("statistics", {})
    return found if isinstance(found, dict) else {}


def of_error(error: object, reply: HttpReply) -> MetricPage:
    """Raise the fault that an error object says; what is said not to be there gives a page that tells of nothing."""
    reasons = list(reasons_of(error))
    if any(reason in NOT_THERE for reason in reasons) and reply.status == 404:
        return MetricPage()
    for reason in reasons:
        if reason in QUOTA:
            en, id = f"the quota of the day is spent ({reason})", f"kuota hari ini habis ({reason})"
            raise QuotaExhausted(en, id, code_of=reason, retry_at=next_reset(reply.at))
        if reason in FAULTS:
            raise refused(FAULTS[reason], reason, reply)
    reported(reply)
    return MetricPage()


def reasons_of(error: object) -> Iterator[str]:
    """Yield the reasons that an error object names, in its old list and in its details."""
    held = error if isinstance(error, dict) else {}
    for name in ("details", "errors"):
        listed = held.get(name)
        for part in listed if isinstance(listed, list) else ():
            if isinstance(part, dict) and isinstance(part.get("reason"), str):
                yield part["reason"]


def next_reset(at: datetime) -> datetime:
    """Return the next midnight in California, when YouTube's quota of a day begins anew, in UTC.

    By the rule of summer time since 2007, so that no tz database is needed: the second Sunday of March to the first of
    November.
    """
    day = at.astimezone(UTC).date()
    midnights = (midnight(day), midnight(day + timedelta(days=1)))
    return next(instant for instant in midnights if instant > at)


def midnight(day: date) -> datetime:
    """Return the beginning of a day in California, in UTC."""
    is_summer = sunday(day.year, 3, 2) < day <= sunday(day.year, 11, 1)
    return datetime.combine(day, time(7 if is_summer else 8), UTC)


def sunday(year: int, month: int, nth: int) -> date:
    """Return the first, second, ... Sunday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=6 - first.weekday(), weeks=nth - 1)
