"""A made-up platform, Board: posts by their ids, or all posts of an account page by page."""

import json
from datetime import UTC, date, datetime
from typing import Any

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import AuthExpired, HttpCall, HttpReply, MetricRequest, PairState, QuotaExhausted, Wanted
from kimcore.ports.http import first
from kimcore.testing.scenes import Scene

__all__ = ["HOST", "answer", "board", "request"]

HOST = "api.board.example"
AT = datetime(2026, 11, 24, 5, tzinfo=UTC)
MOST_IDS, SIZE = 3, 2
ASKED = frozenset({Indicator.LIKE, Indicator.COMMENT, Indicator.SHARE})
POSTS: dict[str, dict[str, Any]] = {
    "11": {"likes": 101, "comments": "7"},
    "12": {"comments": "0"},
    "13": {"likes": 55, "comments": None},
    "15": {"likes": 9, "comments": "23"},
    "16": {"likes": 1_000, "comments": "31"},
    "77": {"likes": 8_888, "comments": "8887"},
}
"""What the platform has: of one post the likes are hidden, of one the comments, 14 is gone, 77 is nobody's."""
FOLLOWERS = 4_321


def reply(document: Any, status: int = 200) -> HttpReply:
    """Return a reply with a document."""
    headers = (("content-type", "application/json"),)
    return HttpReply(status=status, headers=headers, body=json.dumps(document).encode(), at=AT)


def refused(code: str, status: int = 400) -> HttpReply:
    """Return a reply that reports an error."""
    return reply({"error": {"code": code, "message": "made up"}}, status)


def post(id: str) -> dict[str, Any]:
    """Return a post as the platform gives it."""
    return {"id": id, **POSTS[id]}


def answer(call: HttpCall) -> HttpReply:
    """Answer a call as the platform would."""
    query = dict(call.query)
    if call.url == f"https://{HOST}/account" and not query:
        return reply({"followers": FOLLOWERS})
    if call.url == f"https://{HOST}/posts" and query.get("fields") == "likes,comments":
        return by_id(query)
    if call.url == f"https://{HOST}/list" and first(call.headers, "content-type") == "application/json":
        return by_page(json.loads(call.body))
    return refused("unknown_field")


def by_id(query: dict[str, str]) -> HttpReply:
    """Answer for the posts of some ids; those that are gone are left out."""
    ids = query.get("ids", "").split(",")
    if len(ids) > MOST_IDS:
        return refused("too_many_ids")
    return reply({"posts": [post(id) for id in ids if id in POSTS]})


def by_page(body: dict[str, Any]) -> HttpReply:
    """Answer with a page of all posts, newest first."""
    ids, start = sorted(POSTS, reverse=True), int(body.get("after") or 0)
    more = start + SIZE < len(ids)
    return reply(
        {
            "followers": FOLLOWERS,
            "posts": [post(id) for id in ids[start : start + SIZE]],
            "after": str(start + SIZE) if more else None,
        }
    )


def request() -> MetricRequest:
    """Return a request for five posts, one of which is gone, and the audience."""
    wanted = (
        Wanted(key=f"key-{id}", id=id, kind=ContentKind.TEXT, indicators=ASKED) for id in ("11", "12", "13", "14", "15")
    )
    unknown = Wanted(key="key-16", id="16", indicators=frozenset({Indicator.LIKE, Indicator.VIEW}))
    return MetricRequest(
        kim="kim-1", account="@made_up", contents=(*wanted, unknown), audience=True, on=date(2026, 11, 24)
    )


def board() -> Scene:
    """Return the scene."""
    expected: dict[tuple[str, Indicator], int | PairState] = {
        (f"key-{id}", indicator): PairState.NOT_FOUND for id in ("11", "12", "13", "14", "15") for indicator in ASKED
    }
    for id in ("11", "12", "13", "15"):
        likes, comments = POSTS[id].get("likes"), POSTS[id]["comments"]
        expected[f"key-{id}", Indicator.LIKE] = PairState.HIDDEN if likes is None else likes
        expected[f"key-{id}", Indicator.COMMENT] = PairState.HIDDEN if comments is None else int(comments)
    for key, indicator in expected:
        if indicator is Indicator.SHARE:
            expected[key, indicator] = PairState.UNSUPPORTED
    expected |= {("key-16", Indicator.LIKE): 1_000, ("key-16", Indicator.VIEW): PairState.UNSUPPORTED}
    expected["", Indicator.AUDIENCE] = FOLLOWERS
    faults = ((refused("expired", 200), AuthExpired), (refused("quota", 403), QuotaExhausted))
    return Scene(request=request(), answer=answer, expected=expected, faults=faults)
