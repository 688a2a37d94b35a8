"""X, formerly Twitter: the public counts of posts and accounts, by a token of the office (V.B.social.twitter).

A paid service: each call has its price. X counts no shares; quotes are not shares, and none is made of them.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
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
    Transient,
    Wanted,
)
from kimcore.terms import Text
from kimcore_plugins.metrics.figures import (
    account_name,
    asked_of,
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

__all__ = ["POST_PRICE", "USER_PRICE", "X"]

HOST: Final = "api.x.com"
MOST_IDS: Final = 100
POST: Final = re.compile(r"\d{1,19}", re.ASCII)
USER: Final = re.compile(r"[A-Za-z0-9_]{1,15}")
CLAUSE: Final = cite("V.B.social.twitter")

POST_PRICE: Final = Decimal("0.005")
"""US dollars for each post read, as X's price list said in November 2026."""
USER_PRICE: Final = Decimal("0.010")
"""US dollars for each account read, as X's price list said in November 2026."""

FIELDS: Final = MappingProxyType(
    {Indicator.LIKE: "like_count", Indicator.RETWEET: "repost_count", Indicator.COMMENT: "reply_count"}
)
OLD_NAMES: Final = MappingProxyType({"repost_count": "retweet_count"})
"""What X called a count before it renamed posts; either name is read."""

CREDITS: Final = "credits"
"""The word for status 402: nothing is left to pay with."""
LONGEST_WAIT: Final = timedelta(days=366)
PROBLEM: Final = re.compile(r"https://api\.(?:x|twitter)\.com/2/problems/([a-z0-9-]+)")
FAULTS: Final[Mapping[str, type[PlatformFault]]] = MappingProxyType(
    {
        "usage-capped": QuotaExhausted,
        CREDITS: QuotaExhausted,
        "rate-limit-exceeded": RateLimited,
        "88": RateLimited,
        "32": AuthExpired,
        "89": AuthExpired,
        "client-forbidden": AuthExpired,
        "unsupported-authentication": AuthExpired,
        "invalid-request": Permanent,
        "130": Transient,
        "131": Transient,
    }
)
STATES: Final = MappingProxyType(
    {
        "resource-not-found": PairState.NOT_FOUND,
        "resource-unavailable": PairState.NOT_FOUND,
        "not-authorized-for-resource": PairState.NOT_PERMITTED,
        "field-unauthorized": PairState.NOT_PERMITTED,
        "not-authorized-for-field": PairState.NOT_PERMITTED,
    }
)
"""What becomes of a post or account that X reports a problem of, beside those that it gives."""


class X:
    """Asks for posts by their ids, a hundred in a call, and for the followers of an account; it keeps nothing."""

    name = "x"
    platform = Platform.TWITTER
    access = Access.APP
    needs = Text(
        "token aplikasi (bearer) X milik Dinas dengan saldo berbayar; KIM tidak perlu memberi izin",
        "an app token (bearer) of X of the office, with paid credit; the KIM need not grant anything",
    )
    hosts = frozenset({HOST})
    supports: Mapping[ContentKind | None, frozenset[Indicator]] = MappingProxyType(
        dict.fromkeys(ContentKind, frozenset(FIELDS)) | {None: frozenset({Indicator.AUDIENCE})}
    )

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return a call for the account and one for each hundred posts; none goes on from a cursor."""
        if cursor is not None:
            return ()
        name = account_name(request.account, USER) if request.audience else ""
        account = [asking_account(name)] if name else []
        ids = {wanted.key: content_id(wanted, POST) for wanted in request.contents}
        return (*account, *(asking_posts(batch, ids) for batch in batches(request.contents, ids, MOST_IDS)))

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return the figures of a reply, and the state of each post that X reports a problem of."""
        found = body_of(reply)
        raise_fault(found, reply)
        if "data" not in found and "errors" not in found:
            raise wrong_form()
        return MetricPage(outcomes=tuple(of_posts(call, found) if call.about else of_account(call, found)))


def asking_account(name: str) -> HttpCall:
    """Return the call for one account by its name."""
    query = (("usernames", name), ("user.fields", "public_metrics"))
    return HttpCall(url=f"https://{HOST}/2/users/by", query=query, cost=USER_PRICE)


def asking_posts(batch: tuple[Wanted, ...], ids: Mapping[str, str]) -> HttpCall:
    """Return the call for some posts; its cost is that of all of them."""
    asked = list(dict.fromkeys(ids[wanted.key] for wanted in batch))
    query = (("ids", ",".join(asked)), ("tweet.fields", "public_metrics"))
    cost, is_batch = POST_PRICE * len(asked), len(batch) > 1
    return HttpCall(url=f"https://{HOST}/2/tweets", query=query, about=batch, is_batch=is_batch, cost=cost)


def of_posts(call: HttpCall, found: Mapping[str, Any]) -> Iterator[MetricOutcome]:
    """Yield what is told of each post: its counts, else the problem that X has with it."""
    posts, problems = by_name(found.get("data", []), "id"), problems_of(found)
    told = {key: metrics(post) for key, post in by_key(call.about, posts, POST).items()}
    yield from of_contents(call.about, told, FIELDS)
    states, asked = by_key(call.about, problems, POST), asked_of(call.about, FIELDS)
    for wanted in call.about if states else ():
        if wanted.key in states and wanted.key not in told:
            for indicator, _ in asked[wanted.indicators]:
                yield MetricOutcome.unknown(wanted.key, indicator, states[wanted.key])


def of_account(call: HttpCall, found: Mapping[str, Any]) -> Iterator[MetricOutcome]:
    """Yield what is told of the account: its followers, else the problem that X has with it."""
    name = dict(call.query).get("usernames", "").casefold()
    users = {key.casefold(): user for key, user in by_name(found.get("data", []), "username").items()}
    problems = {key.casefold(): state for key, state in problems_of(found).items()}
    if name in users:
        yield outcome("", Indicator.AUDIENCE, metrics(users[name]), "followers_count")
    elif name in problems:
        yield MetricOutcome.unknown("", Indicator.AUDIENCE, problems[name])


def metrics(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the public counts of a post or account under their new names."""
    counts = record.get("public_metrics", {})
    if not isinstance(counts, dict):
        return {}
    renamed = {new: counts[old] for new, old in OLD_NAMES.items() if old in counts and new not in counts}
    return counts | renamed if renamed else counts


def problems_of(found: Mapping[str, Any]) -> dict[str, PairState]:
    """Return the state of each post or account that X reports a problem of, by its id or name."""
    states: dict[str, PairState] = {}
    for problem in listed(found):
        state = STATES.get(kind_of(problem), PairState.FAILED)
        states |= {problem[n]: state for n in ("resource_id", "value") if isinstance(problem.get(n), str)}
    return states


def raise_fault(found: Mapping[str, Any], reply: HttpReply) -> None:
    """Raise the fault that a reply is as a whole; problems of single posts beside others are none."""
    is_success = 200 <= reply.status < 300
    if is_success and ("data" in found or any("resource_type" in p or "value" in p for p in listed(found))):
        return
    if reply.status == 401:
        check_status(reply)
    kind = next((k for k in (kind_of(found), *map(kind_of, listed(found))) if k in FAULTS), "")
    if kind or reply.status == 402:
        fault = refused(FAULTS[kind or CREDITS], kind or CREDITS, reply)
        fault.retry_at = limited_until(reply) if isinstance(fault, RateLimited) else fault.retry_at
        raise fault
    if reply.status == 429:
        en, id = "too many calls (HTTP 429)", "terlalu sering (HTTP 429)"
        raise RateLimited(en, id, code_of="HTTP 429", retry_at=limited_until(reply))
    check_status(reply)
    if found.get("errors"):
        reported(reply)


def listed(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the problems of a reply that are objects."""
    errors = found.get("errors")
    return [problem for problem in errors if isinstance(problem, dict)] if isinstance(errors, list) else []


def kind_of(problem: Mapping[str, Any]) -> str:
    """Return the last word of a problem's type, else the number of its old code, else an empty text."""
    named = problem.get("type")
    known = PROBLEM.fullmatch(named) if isinstance(named, str) else None
    code = problem.get("code")
    return known[1] if known else str(code) if type(code) is int else ""


def limited_until(reply: HttpReply) -> datetime | None:
    """Return when a limit ends: X's own header in seconds since 1970, else `Retry-After`, else None."""
    text = reply.header("x-rate-limit-reset").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 10):
        return reply.retry_at
    return min(max(datetime.fromtimestamp(int(text), UTC), reply.at), reply.at + LONGEST_WAIT)
