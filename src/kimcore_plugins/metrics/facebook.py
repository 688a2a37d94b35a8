"""Facebook: the posts of pages, with the page's own token or that of the office (V.B.social.facebook)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.links import LinkKind
from kimcore.media import ContentKind, Platform
from kimcore.monitoring import Indicator
from kimcore.ports import (
    Access,
    Cursor,
    HttpCall,
    HttpReply,
    MetricOutcome,
    MetricPage,
    MetricRequest,
    PairState,
    Permanent,
    Wanted,
)
from kimcore.terms import Text
from kimcore_plugins.metrics import graph
from kimcore_plugins.metrics.figures import account_name, asked_of, batches, wrong_form
from kimcore_plugins.metrics.graph_errors import of_error

__all__ = ["Facebook", "FacebookApp"]

CLAUSE: Final = cite("V.B.social.facebook")
MOST_IDS: Final = 50
CODE: Final = re.compile(r"[0-9]{3,25}|pfbid[A-Za-z0-9]{1,200}")
NAME: Final = re.compile(r"[A-Za-z0-9.]{1,100}")
FIELDS: Final = (
    "id,permalink_url,shares,comments.filter(stream).limit(0).summary(true),"
    "reactions.type(LIKE).limit(0).summary(true).as(like)"
)
"""Likes alone, not all reactions; comments with the answers to them."""
COUNTS: Final = MappingProxyType(
    {
        Indicator.LIKE: "like.summary.total_count",
        Indicator.SHARE: "shares.count",
        Indicator.COMMENT: "comments.summary.total_count",
    }
)
PATHS: Final = MappingProxyType({indicator: graph.path(words) for indicator, words in COUNTS.items()})
SUPPORTS: Final[Mapping[ContentKind | None, frozenset[Indicator]]] = MappingProxyType(
    dict.fromkeys(ContentKind, frozenset(COUNTS)) | {None: frozenset({Indicator.AUDIENCE})}
)
NO_SHARES = Text(
    "Facebook tidak menampilkan jumlah ini, juga pada kiriman yang belum pernah dibagikan",
    "Facebook leaves this count out, also of posts that were never shared",
)


class Facebook:
    """Asks with a page's own token: posts by their ids, fifty in a call, the others by looking through the page's list.

    A post is asked for by its id where its link has the post's number and the page; a link with `pfbid`, of a photo, a
    video or a reel is compared with the links of the page's posts. A count of shares that is absent is unknown:
    Facebook leaves it out of posts never shared, but not only there (R11). `identity` is the page's number.
    """

    name = "facebook"
    platform = Platform.FACEBOOK
    access = Access.OWN
    needs = Text(
        "token halaman Facebook milik KIM; pengelola halaman memberi izin pages_read_engagement dan pages_show_list",
        "a token of the KIM's Facebook page, whose administrator grants pages_read_engagement and pages_show_list",
    )
    hosts = frozenset({graph.HOST})
    supports = SUPPORTS

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return the calls for the page, for each fifty posts, and for the first page of the list; then each page."""
        if not request.pairs:
            return ()
        name = account_name(request.account, NAME)
        if request.identity and not graph.NUMBER.fullmatch(request.identity):
            en, id = "identity beside the token must be the page's number", "identity pada token harus nomor halaman"
            raise Permanent(en, id)
        number = request.identity or number_of(name)
        return planned(request, cursor, Page(path=request.identity or "me", number=number, name=name))

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return what a reply says of the page, of posts by their ids, or of posts of a list."""
        return read(call, reply)


class FacebookApp:
    """Asks with the office's token for any public page, in the same way, where the app was reviewed for that.

    A post can be asked for by its id only where the account is given as the page's number.
    """

    name = "facebook_app"
    platform = Platform.FACEBOOK
    access = Access.APP
    needs = Text(
        "token aplikasi Dinas yang telah disetujui Meta untuk fitur Page Public Content Access; KIM tidak perlu"
        " memberi izin",
        "a token of an app of the office that Meta approved for the feature Page Public Content Access; the KIM need"
        " not grant anything",
    )
    hosts = frozenset({graph.HOST})
    supports = SUPPORTS

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return the calls for the page, for each fifty posts, and for the first page of the list; then each page."""
        if not request.pairs:
            return ()
        if name := account_name(request.account, NAME):
            return planned(request, cursor, Page(path=name, number=number_of(name), name=name))
        raise Permanent("the account is no name of a Facebook page", "akun bukan nama halaman Facebook")

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return what a reply says of the page, of posts by their ids, or of posts of a list."""
        return read(call, reply)


@frozen(kw_only=True)
class Page:
    """A page as it is asked for: its place in an address, its number where it is known, its name."""

    path: str = field(repr=False)
    number: str = field(repr=False)
    name: str = field(repr=False)

    def post(self, wanted: Wanted) -> str:
        """Return the id of a post, empty where its link does not name both the post and this page."""
        link, code = graph.link_of(wanted.link), graph.code_of(wanted, CODE)
        names = {self.number, self.name.casefold()} - {""}
        is_own = link.kind is LinkKind.POST and (link.account or "").casefold() in names
        return f"{self.number}_{code}" if self.number and is_own and graph.NUMBER.fullmatch(code) else ""


def number_of(name: str) -> str:
    """Return the number of a page whose name is one, else an empty text."""
    return name if graph.NUMBER.fullmatch(name) else ""


def planned(request: MetricRequest, cursor: Cursor | None, page: Page) -> tuple[HttpCall, ...]:
    """Return the calls for a page: from a cursor on, only the list goes on."""
    posts = {wanted.key: page.post(wanted) for wanted in request.contents}
    calls = []
    if cursor is None:
        calls += [graph.asking(page.path, "id,followers_count")] if request.audience else []
        calls += [by_ids(batch, posts) for batch in batches(request.contents, posts, MOST_IDS)]
    if others := tuple(wanted for wanted in request.contents if not posts[wanted.key]):
        more = [("limit", str(graph.MOST_ITEMS)), *((("after", place),) if (place := graph.after(cursor)) else ())]
        calls.append(graph.asking(f"{page.path}/published_posts", FIELDS, *more, about=others, cursor=cursor))
    return tuple(calls)


def by_ids(batch: tuple[Wanted, ...], posts: Mapping[str, str]) -> HttpCall:
    """Return the call for posts by their ids."""
    ids = ",".join(dict.fromkeys(posts[wanted.key] for wanted in batch))
    return graph.asking("", FIELDS, ("ids", ids), about=batch, is_batch="," in ids)


def read(call: HttpCall, reply: HttpReply) -> MetricPage:
    """Return what a reply says."""
    found = graph.opened(reply)
    if "error" in found:
        return of_error(call, found["error"], reply, frozenset(COUNTS))
    if not call.about:
        return graph.of_account(found)
    if ids := dict(call.query).get("ids"):
        return MetricPage(outcomes=tuple(of_posts(call.about, records_of(ids.split(","), found))))
    more = graph.page_after(found["paging"]) if "next" in graph.inner(found, "paging") else ()
    posts = graph.by_code(found.get("data"), names_of)
    codes = graph.codes_of(call.about, CODE)
    is_left = any(code and code not in posts for _, code in codes)
    unread = graph.unread(codes, frozenset(COUNTS))
    return MetricPage(outcomes=(*unread, *of_posts(call.about, posts)), next=more if is_left else ())


def records_of(ids: Iterable[str], found: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the posts of a reply by the numbers in their ids; one that is left out is not told of."""
    records = {id: graph.inner(found, id) for id in ids if id in found}
    if any(record.get("id") != id for id, record in records.items()):
        raise wrong_form()
    return {id.partition("_")[2]: record for id, record in records.items()}


def of_posts(about: Sequence[Wanted], posts: Mapping[str, Mapping[str, Any]]) -> Iterator[MetricOutcome]:
    """Yield the outcomes of posts, by what names them."""
    asked = asked_of(about, PATHS)
    for wanted, code in graph.codes_of(about, CODE):
        for indicator, path in asked[wanted.indicators] if code in posts else ():
            told = graph.at_path(wanted.key, indicator, posts[code], path)
            is_absent = told.state is PairState.HIDDEN and indicator is Indicator.SHARE
            yield MetricOutcome.unknown(wanted.key, indicator, told.state, NO_SHARES) if is_absent else told


def names_of(record: Mapping[str, Any]) -> set[str]:
    """Return what may name a post in a link: the number in its id, and what its own link has."""
    id, permalink = record.get("id"), record.get("permalink_url")
    number = id.partition("_")[2] if isinstance(id, str) else ""
    code = graph.known_name(permalink) if isinstance(permalink, str) else None
    return {found for found in (number, code) if found}
