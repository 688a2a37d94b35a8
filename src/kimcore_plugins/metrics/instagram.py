"""Instagram: the media of professional accounts, with their own token or that of the office (V.B.social.instagram)."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from kimcore.clauses import cite
from kimcore.media import ContentKind, Platform
from kimcore.monitoring import Indicator
from kimcore.ports import (
    Access,
    Cursor,
    HttpCall,
    HttpReply,
    MetricPage,
    MetricRequest,
    Permanent,
    Wanted,
)
from kimcore.terms import Text
from kimcore_plugins.metrics import graph
from kimcore_plugins.metrics.figures import account_name, asked_of, outcomes
from kimcore_plugins.metrics.graph_errors import codes, of_error
from kimcore_plugins.metrics.insights import BOTH, CODE, INSIGHTS, Medium, insights_of, without_insights

__all__ = ["Instagram", "InstagramApp"]

CLAUSE: Final = cite("V.B.social.instagram")
LOGIN_HOST: Final = "graph.instagram.com"
NAME: Final = re.compile(r"[A-Za-z0-9_.]{1,30}")
COUNTS: Final = MappingProxyType({Indicator.LIKE: "like_count", Indicator.COMMENT: "comments_count"})
FIELDS: Final = "id,permalink,media_type,media_product_type,like_count,comments_count"
EVERYTHING: Final = frozenset(COUNTS) | frozenset(INSIGHTS)


class Instagram:
    """Asks with the account's own token: it lists the account's media, then asks each for its shares and views.

    There is no look-up by link: media are matched by the code of their link, which is case-sensitive. A token with the
    id of its account as `identity` is one of Facebook Login, and asks graph.facebook.com; one without is of Instagram
    Login. Likes that the owner hides and figures of an empty set of insights are unknown, never 0 (R11).
    """

    name = "instagram"
    platform = Platform.INSTAGRAM
    access = Access.OWN
    needs = Text(
        "akun profesional Instagram milik KIM; pengurus KIM memberi izin instagram_business_basic dan"
        " instagram_business_manage_insights (Instagram Login), atau instagram_basic, instagram_manage_insights dan"
        " pages_read_engagement (Facebook Login, dengan pengenal akun Instagram sebagai identity)",
        "a professional Instagram account of the KIM, whose administrator grants instagram_business_basic and"
        " instagram_business_manage_insights (Instagram Login), or instagram_basic, instagram_manage_insights and"
        " pages_read_engagement (Facebook Login, with the id of the Instagram account as identity)",
    )
    hosts = frozenset({graph.HOST, LOGIN_HOST})
    supports: Mapping[ContentKind | None, frozenset[Indicator]] = MappingProxyType(
        dict.fromkeys(ContentKind, EVERYTHING) | {None: frozenset({Indicator.AUDIENCE})}
    )

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return the call for the account and the first page of its media; then each page, and each one's insights."""
        if not request.pairs:
            return ()
        host, user = (graph.HOST, numbered(request)) if request.identity else (LOGIN_HOST, "me")
        if medium := Medium.of(cursor):
            return medium.calls(request, host)
        calls = []
        if request.audience and cursor is None:
            calls.append(graph.asking(user, "id,followers_count", host=host))
        if request.contents:
            more = [("limit", str(graph.MOST_ITEMS)), *((("after", place),) if (place := graph.after(cursor)) else ())]
            calls.append(graph.asking(f"{user}/media", FIELDS, *more, host=host, about=request.contents, cursor=cursor))
        return tuple(calls)

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return what a reply says of the account, of media of a page, or of the insights of one."""
        found, medium = graph.opened(reply), Medium.of(call.cursor)
        if "error" in found:
            if medium and codes(found["error"]) == (100, 0) and (apart := medium.apart(call)):
                return MetricPage(next=apart)
            return of_error(call, found["error"], reply, EVERYTHING)
        if medium:
            return MetricPage(outcomes=tuple(medium.outcomes(call.about, found)))
        if not call.about:
            return graph.of_account(found)
        more = graph.page_after(found["paging"]) if "next" in graph.inner(found, "paging") else ()
        return of_media(call.about, found.get("data"), more)


class InstagramApp:
    """Asks with the office's token for any professional account, by name: followers, likes and comments.

    Business discovery gives no shares. A count of views stands among its fields, but was never seen in a reply: it is
    not asked for. `identity` is the id of the office's own professional account.
    """

    name = "instagram_app"
    platform = Platform.INSTAGRAM
    access = Access.APP
    needs = Text(
        "token Facebook Login Dinas (instagram_basic, instagram_manage_insights, pages_read_engagement) dan, sebagai"
        " identity, pengenal akun profesional Instagram milik Dinas; KIM tidak perlu memberi izin, tetapi akunnya"
        " harus akun profesional",
        "a token of the office by Facebook Login (instagram_basic, instagram_manage_insights, pages_read_engagement)"
        " and, as identity, the id of the office's own professional Instagram account; the KIM need not grant anything,"
        " but its account must be a professional one",
    )
    hosts = frozenset({graph.HOST})
    supports: Mapping[ContentKind | None, frozenset[Indicator]] = MappingProxyType(
        dict.fromkeys(ContentKind, frozenset(COUNTS)) | {None: frozenset({Indicator.AUDIENCE})}
    )

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return the call for the account and the first page of its media; then each page."""
        if not request.pairs:
            return ()
        user, found = numbered(request), f"business_discovery.username({username(request)})"
        calls = []
        if request.audience and cursor is None:
            calls.append(graph.asking(user, found + "{id,followers_count}"))
        if request.contents:
            place = f".after({graph.after(cursor)})" if graph.after(cursor) else ""
            media = f"{{id,media.limit({graph.MOST_ITEMS}){place}{{permalink,like_count,comments_count}}}}"
            calls.append(graph.asking(user, found + media, about=request.contents, cursor=cursor))
        return tuple(calls)

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return what a reply says of the account, or of media of a page."""
        found = graph.opened(reply)
        if "error" in found:
            return of_error(call, found["error"], reply, frozenset(COUNTS))
        account = graph.inner(found, "business_discovery")
        if not call.about or "id" not in account:
            return graph.of_account(account)
        media = graph.inner(account, "media")
        return of_media(call.about, media.get("data") if media else [], graph.page_after(media.get("paging")))


def numbered(request: MetricRequest) -> str:
    """Return the id of the account that the token belongs to."""
    if graph.NUMBER.fullmatch(request.identity):
        return request.identity
    en = "identity beside the token must be the number of the token's Instagram account"
    raise Permanent(en, "identity pada token harus berupa nomor akun Instagram pemilik token")


def username(request: MetricRequest) -> str:
    """Return the name of the account that is asked about."""
    if name := account_name(request.account, NAME):
        return name
    raise Permanent("the account is no Instagram username", "akun bukan nama pengguna Instagram")


def of_media(about: Sequence[Wanted], records: object, more: tuple[Cursor, ...]) -> MetricPage:
    """Return what a page of media says: counts, a cursor for the insights of each, and `more` until all are found."""
    codes, media, asked = graph.codes_of(about, CODE), graph.by_code(records, shortcodes), asked_of(about, COUNTS)
    told = [*graph.unread(codes, EVERYTHING)]
    cursors: dict[Cursor, None] = {}
    is_measured = any(BOTH & indicators for indicators in asked)
    for wanted, code in codes:
        if medium := media.get(code):
            told += outcomes(wanted.key, medium, asked[wanted.indicators])
            if is_measured:
                told += without_insights(wanted, medium)
                cursors |= dict.fromkeys(insights_of(wanted, medium, code))
    is_left = any(code and code not in media for _, code in codes)
    return MetricPage(outcomes=tuple(told), next=(*cursors, *(more if is_left else ())))


def shortcodes(record: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the code of a medium's link, none where it is of another form."""
    permalink = record.get("permalink")
    code = graph.known_name(permalink) if isinstance(permalink, str) else None
    return (code,) if code else ()
