"""TikTok: the counts of an account's own videos and its followers (Display API v2; V.B.social.tiktok)."""

import json
import re
from collections.abc import Mapping
from datetime import timedelta
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
    MetricPage,
    MetricRequest,
    PairState,
    Permanent,
    PlatformFault,
    RateLimited,
    Transient,
    Wanted,
)
from kimcore.terms import Text
from kimcore_plugins.metrics.figures import (
    batches,
    body_of,
    by_key,
    by_name,
    content_id,
    of_contents,
    outcome,
    page_of,
    refused,
    reported,
    wrong_form,
)

__all__ = ["TikTok"]

HOST: Final = "open.tiktokapis.com"
MOST_IDS: Final = 20
VIDEO: Final = re.compile(r"\d{5,20}", re.ASCII)
WINDOW: Final = timedelta(minutes=1)
"""The sliding window of TikTok's limit on calls."""
CLAUSE: Final = cite("V.B.social.tiktok")

FIELDS: Final = MappingProxyType(
    {
        Indicator.LIKE: "like_count",
        Indicator.COMMENT: "comment_count",
        Indicator.SHARE: "share_count",
        Indicator.VIEW: "view_count",
    }
)
NOT_GRANTED: Final = Text(
    "token tidak mencakup izin {scope}; minta KIM masuk kembali dan menyetujuinya",
    "the token does not cover the scope {scope}; ask the KIM to sign in again and grant it",
)
SCOPES: Final = frozenset({"scope_not_authorized", "scope_permission_missed"})
FAULTS: Final[Mapping[str, type[PlatformFault]]] = MappingProxyType(
    {
        "access_token_invalid": AuthExpired,
        "rate_limit_exceeded": RateLimited,
        "internal_error": Transient,
        "invalid_params": Permanent,
    }
)


class TikTok:
    """Asks with an account's own token for its videos by their ids, twenty in a call, and for its followers.

    TikTok leaves out the videos of others and those that are deleted. It keeps nothing between calls.
    """

    name = "tiktok"
    platform = Platform.TIKTOK
    access = Access.OWN
    needs = Text(
        "KIM masuk dengan akun TikTok-nya pada aplikasi Dinas dan menyetujui izin video.list dan user.info.stats",
        "the KIM signs in to the office's app with its TikTok account and grants the scopes video.list and"
        " user.info.stats",
    )
    hosts = frozenset({HOST})
    supports: Mapping[ContentKind | None, frozenset[Indicator]] = MappingProxyType(
        dict.fromkeys(ContentKind, frozenset(FIELDS)) | {None: frozenset({Indicator.AUDIENCE})}
    )

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return a call for the followers and one for each twenty videos; none goes on from a cursor."""
        if cursor is not None:
            return ()
        query = (("fields", "follower_count"),)
        account = [HttpCall(url=f"https://{HOST}/v2/user/info/", query=query)] if request.audience else []
        ids = {wanted.key: content_id(wanted, VIDEO) for wanted in request.contents}
        return (*account, *(asking(batch, ids) for batch in batches(request.contents, ids, MOST_IDS)))

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return the figures of a reply; a video that it leaves out is not this account's, or gone."""
        found = body_of(reply)
        error = found.get("error")
        code = error.get("code") if isinstance(error, dict) else None
        if code in SCOPES if isinstance(code, str) else False:
            return not_granted(call)
        if code != "ok":
            raise_fault(code, reply)
        check_status(reply)
        data = found.get("data")
        if not isinstance(data, dict):
            raise wrong_form()
        return of_videos(call, data) if call.about else of_account(data)


def asking(batch: tuple[Wanted, ...], ids: Mapping[str, str]) -> HttpCall:
    """Return the call for some videos."""
    body = json.dumps({"filters": {"video_ids": list(dict.fromkeys(ids[w.key] for w in batch))}})
    return HttpCall(
        method="POST",
        url=f"https://{HOST}/v2/video/query/",
        query=(("fields", ",".join(("id", *FIELDS.values()))),),
        headers=(("Content-Type", "application/json"),),
        body=body.encode(),
        about=batch,
        is_batch=len(batch) > 1,
    )


def of_videos(call: HttpCall, data: Mapping[str, Any]) -> MetricPage:
    """Return the counts of the videos."""
    videos = by_name(data.get("videos"), "id")
    return MetricPage(outcomes=tuple(of_contents(call.about, by_key(call.about, videos, VIDEO), FIELDS)))


def of_account(data: Mapping[str, Any]) -> MetricPage:
    """Return the followers of the account."""
    user = data.get("user")
    if not isinstance(user, dict):
        raise wrong_form()
    return MetricPage(outcomes=(outcome("", Indicator.AUDIENCE, user, "follower_count"),))


def not_granted(call: HttpCall) -> MetricPage:
    """Return that the account did not grant what a call needs: the other scope may still be granted."""
    scope = "video.list" if call.about else "user.info.stats"
    reason = Text(NOT_GRANTED.id.format(scope=scope), NOT_GRANTED.en.format(scope=scope))
    return page_of(call, FIELDS, PairState.NOT_PERMITTED, reason)


def raise_fault(code: object, reply: HttpReply) -> None:
    """Raise the fault of an error; one that TikTok does not document is told by the status."""
    if not isinstance(code, str) or code not in FAULTS:
        reported(reply)
        return
    fault = refused(FAULTS[code], code, reply)
    if isinstance(fault, RateLimited) and fault.retry_at is None:
        fault.retry_at = reply.at + WINDOW
    raise fault
