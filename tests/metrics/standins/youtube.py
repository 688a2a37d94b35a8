"""A stand-in for YouTube Data API v3: statistics of videos and channels by key, as its documentation says."""

from typing import Any

from attrs import frozen

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import AuthExpired, HttpCall, HttpReply, PairState, Permanent, QuotaExhausted, RateLimited, Transient
from tests.metrics.standins import MadeContent, StandIn, json_reply

__all__ = ["YouTubeStandIn", "error", "made"]

NAMES = {Indicator.LIKE: "likeCount", Indicator.COMMENT: "commentCount", Indicator.VIEW: "viewCount"}
ROOT = "https://youtube.googleapis.com/youtube/v3/"


def error(reason: str, status: int, domain: str = "youtube.quota") -> HttpReply:
    """Return a reply that reports an error as YouTube does."""
    listed = [{"message": "made up", "domain": domain, "reason": reason}]
    return json_reply({"error": {"code": status, "message": "made up", "errors": listed}}, status)


FAULTS = (
    (error("quotaExceeded", 403), QuotaExhausted),
    (error("keyInvalid", 400, "usageLimits"), AuthExpired),
    (error("rateLimitExceeded", 403, "usageLimits"), RateLimited),
    (error("backendError", 503, "global"), Transient),
    (error("invalidParameter", 400, "youtube.parameter"), Permanent),
)


@frozen(kw_only=True)
class YouTubeStandIn(StandIn):
    """YouTube with one channel, found by a handle, an id, or an old name."""

    handle: str = ""
    channel_id: str = ""
    username: str = ""

    def answer(self, call: HttpCall) -> HttpReply:
        """Answer a call for videos or a channel; anything else is refused."""
        query = dict(call.query)
        what = call.url.removeprefix(ROOT)
        by = query.keys() - {"part"}
        if call.method != "GET" or query.get("part") != "statistics" or len(by) != 1 or len(query) != len(call.query):
            return error("missingRequiredParameter", 400, "youtube.parameter")
        if what == "videos" and by == {"id"}:
            return self.videos(query["id"].split(","))
        return self.channel(query) if what == "channels" else error("notFound", 404, "global")

    def videos(self, ids: list[str]) -> HttpReply:
        """Answer with the videos that are there, at most fifty."""
        if len(ids) > 50 or len(set(ids)) != len(ids):
            return error("invalidParameter", 400, "youtube.parameter")
        items = [self.video(self.there[id]) for id in ids if id in self.there]
        page = {"totalResults": len(items), "resultsPerPage": len(items)}
        return json_reply({"kind": "youtube#videoListResponse", "etag": "made", "items": items, "pageInfo": page})

    def video(self, content: MadeContent) -> dict[str, Any]:
        """Return a video; counts are texts, and a hidden one is absent."""
        counts = {NAMES[i]: str(v) for i, v in content.figures.items() if i in NAMES and not isinstance(v, PairState)}
        return {
            "kind": "youtube#video",
            "etag": "made",
            "id": content.id,
            "statistics": counts | {"favoriteCount": "0"},
        }

    def channel(self, query: dict[str, str]) -> HttpReply:
        """Answer with the channel, where what is asked for is its id, handle or old name."""
        known = {"id": self.channel_id, "forHandle": self.handle, "forUsername": self.username}
        asked = {name: value.removeprefix("@") for name, value in query.items() if name in known}
        if not any(value and known[name] == value for name, value in asked.items()):
            return json_reply({"kind": "youtube#channelListResponse", "pageInfo": {"totalResults": 0}})
        is_hidden = isinstance(self.audience, PairState)
        counts: dict[str, Any] = {"viewCount": "99001", "hiddenSubscriberCount": is_hidden, "videoCount": "61"}
        counts |= {} if is_hidden else {"subscriberCount": str(self.audience)}
        items = [{"kind": "youtube#channel", "etag": "made", "id": self.channel_id, "statistics": counts}]
        return json_reply({"kind": "youtube#channelListResponse", "pageInfo": {"totalResults": 1}, "items": items})


def made(account: str = "@kim_made", audience: int | PairState = 2_310) -> YouTubeStandIn:
    """Return YouTube with a made-up channel: a whole video, one with hidden likes, one that is gone."""
    like, comment, view, share = Indicator.LIKE, Indicator.COMMENT, Indicator.VIEW, Indicator.SHARE
    hidden, gone, never = PairState.HIDDEN, PairState.NOT_FOUND, PairState.UNSUPPORTED
    contents = (
        MadeContent(
            key="https://www.youtube.com/watch?v=made0000001",
            id="made0000001",
            kind=ContentKind.VIDEO,
            figures={like: 41, comment: 7, view: 905, share: never},
        ),
        MadeContent(
            key="second",
            link="https://youtu.be/made0000002?t=3",
            id="made0000002",
            figures={like: hidden, comment: 0},
        ),
        MadeContent(key="third", id="made0000003", figures={like: gone, comment: gone}),
    )
    return YouTubeStandIn(
        account=account,
        audience=audience,
        contents=contents,
        faults=FAULTS,
        handle="kim_made",
        channel_id="UCmade0000000000000000AA",
        username="kimlama",
    )
