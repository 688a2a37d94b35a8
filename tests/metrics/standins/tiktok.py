"""A stand-in for TikTok's Display API v2: the authorising user's own videos and followers, as documented."""

import json
from typing import Any

from attrs import frozen

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import AuthExpired, HttpCall, HttpReply, PairState, Permanent, RateLimited, Transient
from tests.metrics.standins import MadeContent, StandIn, json_reply

__all__ = ["TikTokStandIn", "error", "made"]

NAMES = {
    Indicator.LIKE: "like_count",
    Indicator.COMMENT: "comment_count",
    Indicator.SHARE: "share_count",
    Indicator.VIEW: "view_count",
}
ROOT = "https://open.tiktokapis.com/v2/"


def error(code: str, status: int = 200) -> HttpReply:
    """Return a reply that reports an error as TikTok does, with status 200 too."""
    return json_reply({"data": {}, "error": {"code": code, "message": "made up", "log_id": "made"}}, status)


def success(data: Any) -> HttpReply:
    """Return a reply of success, which has an error object as well."""
    return json_reply({"data": data, "error": {"code": "ok", "message": "", "log_id": "made"}})


FAULTS = (
    (error("access_token_invalid", 401), AuthExpired),
    (error("access_token_invalid"), AuthExpired),
    (error("rate_limit_exceeded", 429), RateLimited),
    (error("internal_error", 500), Transient),
    (error("invalid_params", 400), Permanent),
)


@frozen(kw_only=True)
class TikTokStandIn(StandIn):
    """TikTok with one account that signed in."""

    scopes: frozenset[str] = frozenset({"video.list", "user.info.stats"})

    def answer(self, call: HttpCall) -> HttpReply:
        """Answer a call for videos or the account; the fields must be named."""
        fields = dict(call.query).get("fields", "").split(",")
        what = (call.method, call.url.removeprefix(ROOT))
        if what == ("POST", "video/query/"):
            return self.videos(call, fields)
        if what != ("GET", "user/info/") or fields != ["follower_count"]:
            return error("invalid_params", 400)
        if "user.info.stats" not in self.scopes:
            return error("scope_not_authorized", 401)
        count = {} if isinstance(self.audience, PairState) else {"follower_count": self.audience}
        return success({"user": count})

    def videos(self, call: HttpCall, fields: list[str]) -> HttpReply:
        """Answer with the videos that are this account's, at most twenty."""
        ids = json.loads(call.body).get("filters", {}).get("video_ids", [])
        is_json = dict(call.headers).get("Content-Type") == "application/json"
        if not is_json or not set(fields) <= {"id", *NAMES.values()} or not 0 < len(ids) <= 20:
            return error("invalid_params", 400)
        if "video.list" not in self.scopes:
            return error("scope_not_authorized", 401)
        return success({"videos": [self.video(self.there[id], fields) for id in ids if id in self.there]})

    def video(self, content: MadeContent, fields: list[str]) -> dict[str, Any]:
        """Return a video with the fields that are asked for."""
        counts = {NAMES[i]: v for i, v in content.figures.items() if i in NAMES and not isinstance(v, PairState)}
        whole: dict[str, Any] = {"id": content.id} | counts
        return {name: value for name, value in whole.items() if name in fields}


def made(account: str = "@kim_made", audience: int | PairState = 640) -> TikTokStandIn:
    """Return TikTok with a made-up account: a whole video, one without a count of shares, one of somebody else."""
    like, comment, share, view = Indicator.LIKE, Indicator.COMMENT, Indicator.SHARE, Indicator.VIEW
    gone, retweet = PairState.NOT_FOUND, Indicator.RETWEET
    contents = (
        MadeContent(
            key="https://www.tiktok.com/@/video/7106000000000000001",
            id="7106000000000000001",
            kind=ContentKind.VIDEO,
            figures={like: 88, comment: 9, share: 3, view: 1_204, retweet: PairState.UNSUPPORTED},
        ),
        MadeContent(
            key="second",
            link="https://www.tiktok.com/@kim_made/video/7106000000000000002",
            id="7106000000000000002",
            figures={like: 0, comment: 2, share: PairState.HIDDEN},
        ),
        MadeContent(key="third", id="7106000000000000003", figures={like: gone, comment: gone, share: gone}),
    )
    return TikTokStandIn(account=account, audience=audience, contents=contents, faults=FAULTS)
