"""Platform replies: made-up replies of each platform, read by its provider, against `json.loads` of the same bytes."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, Final

from benchmarks.measuring import Line, medians, steps
from kimcore.ports import HttpCall, HttpReply, MetricProvider, MetricRequest, PairState, Wanted
from kimcore_plugins.metrics.facebook import Facebook
from kimcore_plugins.metrics.instagram import InstagramApp
from kimcore_plugins.metrics.tiktok import TikTok
from kimcore_plugins.metrics.x import X
from kimcore_plugins.metrics.youtube import YouTube

__all__ = ["reply_lines"]

AT: Final = datetime(2026, 11, 24, tzinfo=UTC)
TIMES, REPEATS = 200, 7
TARGET: Final = 5.0

Body = dict[str, Any]


def youtube(ids: list[str]) -> Body:
    """Return the reply to a call for videos, with the parts that YouTube sends along."""
    items = [
        {
            "kind": "youtube#video",
            "etag": f"made-up-{id}",
            "id": id,
            "statistics": {"viewCount": f"{n}01", "likeCount": f"{n}1", "favoriteCount": "0", "commentCount": f"{n}"},
        }
        for n, id in enumerate(ids, 1)
    ]
    page = {"totalResults": len(ids), "resultsPerPage": len(ids)}
    return {"kind": "youtube#videoListResponse", "etag": "made-up", "items": items, "pageInfo": page}


def x(ids: list[str]) -> Body:
    """Return the reply to a call for posts."""
    names = ("repost_count", "reply_count", "like_count", "quote_count", "bookmark_count", "impression_count")
    metrics = dict.fromkeys(names, 7)
    posts = [{"id": id, "text": "Made up", "edit_history_tweet_ids": [id], "public_metrics": metrics} for id in ids]
    return {"data": posts}


def tiktok(ids: list[str]) -> Body:
    """Return the reply to a call for videos."""
    counts = {"like_count": 7, "comment_count": 7, "share_count": 7, "view_count": 7}
    error = {"code": "ok", "message": "", "log_id": "made-up"}
    return {"data": {"videos": [{"id": id} | counts for id in ids]}, "error": error}


def instagram(codes: list[str]) -> Body:
    """Return the reply to a call for the media of an account by its name."""
    media = [
        {"id": f"1{n}", "permalink": f"https://www.instagram.com/p/{code}/", "like_count": 7, "comments_count": 7}
        for n, code in enumerate(codes)
    ]
    return {"business_discovery": {"id": "17", "media": {"data": media}}, "id": "18"}


def facebook(ids: list[str]) -> Body:
    """Return the reply to a call for posts by their ids."""
    count = {"data": [], "summary": {"total_count": 7, "can_comment": False}}
    parts = {"shares": {"count": 7}, "like": count, "comments": count}
    return {
        f"17_{id}": {"id": f"17_{id}", "permalink_url": f"https://www.facebook.com/17/posts/{id}"} | parts for id in ids
    }


PLATFORMS: Final[dict[str, tuple[MetricProvider, str, str, str, int, Callable[[list[str]], Body]]]] = {
    "YouTube": (YouTube(), "UCmade-up-channel-1234567", "", "https://youtu.be/{}", 50, youtube),
    "X": (X(), "made_up", "", "https://x.com/made_up/status/{}", 100, x),
    "TikTok": (TikTok(), "made.up", "", "https://www.tiktok.com/@made.up/video/{}", 20, tiktok),
    "Instagram": (InstagramApp(), "made.up", "17", "https://www.instagram.com/p/{}/", 100, instagram),
    "Facebook": (Facebook(), "17", "17", "https://www.facebook.com/17/posts/{}", 50, facebook),
}
"""By name: the provider, the account, the token's identity, the form of a link, how many in a reply, and the reply."""


def reply_lines() -> Iterator[Line]:
    """Yield a line for each platform: a full reply to figures, against its bytes to plain values."""
    for name, (provider, account, identity, link, many, body) in PLATFORMS.items():
        ids = [f"{10**10 + 7919 * n}" for n in range(many)]
        contents = tuple(wanted(link.format(id), id, provider) for id in ids)
        request = MetricRequest(kim="k1", account=account, identity=identity, contents=contents, on=AT.date())
        call, reply = (
            provider.plan(request, None)[-1],
            HttpReply(status=200, body=json.dumps(body(ids)).encode(), at=AT),
        )
        yield reply_line(name, provider, call, reply)


def wanted(link: str, id: str, provider: MetricProvider) -> Wanted:
    """Return a content that is asked for with every indicator that the provider gives of any kind."""
    offers = frozenset(i for kind, given in provider.supports.items() if kind for i in given)
    return Wanted(key=link, id=id, link=link, indicators=offers)


def reply_line(name: str, provider: MetricProvider, call: HttpCall, reply: HttpReply) -> Line:
    """Return the line of a reply that tells of each content that was asked for."""
    read = [o for o in provider.parse(call, reply).outcomes if o.state is PairState.OBSERVED]
    if {o.content for o in read} != {w.key for w in call.about}:
        raise SystemExit(f"the made-up reply of {name} is not read: mend benchmarks/platform_replies.py")

    def parsed() -> None:
        for _ in range(TIMES):
            provider.parse(call, reply)

    def loaded() -> None:
        for _ in range(TIMES):
            json.loads(reply.body)

    found = medians(steps(parsed=parsed, loaded=loaded), REPEATS)
    ours, theirs = (found[key] / TIMES / len(call.about) * 1e6 for key in ("parsed", "loaded"))
    note = f"{ours:.1f} to {theirs:.1f} µs a content, {len(reply.body) / 1024:.0f} kB"
    return Line(f"reply of {name}, {len(call.about)} contents / json.loads", ours / theirs, TARGET, note)
