"""A stand-in for Facebook pages: posts by their ids and as a list, as a token of the page or of an app sees them."""

from functools import cached_property
from typing import Any, Final

from attrs import field, frozen

from kimcore.links import content_link
from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import HttpReply, PairState
from tests.metrics.standins import MadeContent
from tests.metrics.standins.graph import Asked, GraphStandIn, answered, fields_of, no_object, wrong

__all__ = ["PAGE", "FacebookStandIn", "made", "made_for_app"]

PAGE: Final = "100200300400"
PLAIN: Final = frozenset("id message created_time permalink_url shares status_type".split())
EDGES: Final = {"comments": Indicator.COMMENT, "reactions": Indicator.LIKE}


@frozen(kw_only=True)
class FacebookStandIn(GraphStandIn):
    """Facebook with one page; a post whose link has no number has one all the same, which its link does not tell."""

    names: frozenset[str] = field(default=frozenset({PAGE, "me"}))

    def reply(self, host: str, path: str, query: dict[str, str]) -> HttpReply:
        """Answer for the page, its list of posts, or posts by their ids; one that is not there fails all."""
        asked = fields_of(query["fields"])
        if host != "graph.facebook.com":
            return no_object()
        if not path:
            return self.of_ids(query["ids"].split(","), asked)
        name, _, edge = path.partition("/")
        if name not in self.names:
            return no_object()
        if edge == "published_posts":
            posts = [chosen(post, asked) for post in self.posts.values()]
            return answered(self.page(posts, query.get("limit", "25"), query.get("after", "")))
        return wrong() if edge else self.of_page({a.name for a in asked})

    @cached_property
    def posts(self) -> dict[str, dict[str, Any]]:
        """Every post of the page by its id."""
        found = [post(n, content) for n, content in enumerate(self.there.values())]
        return {record["id"]: record for record in found}

    def of_ids(self, ids: list[str], asked: tuple[Asked, ...]) -> HttpReply:
        """Answer with posts by their ids, at most fifty."""
        if len(ids) > 50 or len(set(ids)) != len(ids):
            return wrong()
        posts = self.posts
        return answered({id: chosen(posts[id], asked) for id in ids}) if set(ids) <= posts.keys() else no_object()

    def of_page(self, names: set[str]) -> HttpReply:
        """Answer with the page, whose likes are another number than its followers."""
        if not names <= {"id", "name", "followers_count", "fan_count"}:
            return wrong()
        told = {"fan_count": 1} | ({} if isinstance(self.audience, PairState) else {"followers_count": self.audience})
        return answered({"id": PAGE} | {name: told[name] for name in names & told.keys()})


def post(number: int, content: MadeContent) -> dict[str, Any]:
    """Return a post as Graph has it, each edge with all that was counted; one whose count is hidden is left out."""
    own = content.id if content.id.isdigit() else f"7700{number:08}"
    link = content_link(content.link).canonical or f"https://www.facebook.com/{PAGE}/posts/{own}"
    counts = {i: v for i, v in content.figures.items() if not isinstance(v, PairState)}
    record: dict[str, Any] = {"id": f"{PAGE}_{own}", "permalink_url": link, "created_time": "2026-11-20T03:00:00+0000"}
    if counts.get(Indicator.SHARE):
        record["shares"] = {"count": counts[Indicator.SHARE]}
    return record | {
        edge: {"data": [], "summary": {"total_count": counts[i]}} for edge, i in EDGES.items() if i in counts
    }


def chosen(record: dict[str, Any], asked: tuple[Asked, ...]) -> dict[str, Any]:
    """Return of a post what is asked for; an edge needs its summary, and reactions of all types are more than likes."""
    found = {"id": record["id"]}
    for field_ in asked:
        name = field_.arguments.get("as", field_.name)
        if field_.name in EDGES:
            if field_.arguments.get("limit") != "0" or field_.arguments.get("summary") != "true":
                raise ValueError(field_)
            if field_.name in record:
                found[name] = more_unless(field_, record[field_.name])
        elif field_.name not in PLAIN or field_.arguments or field_.fields:
            raise ValueError(field_)
        elif field_.name in record:
            found[name] = record[field_.name]
    return found


def more_unless(asked: Asked, edge: dict[str, Any]) -> dict[str, Any]:
    """Return an edge: without a type, reactions are a thousand more; without a filter, comments lack the answers."""
    needed = {"reactions": ("type", "LIKE"), "comments": ("filter", "stream")}[asked.name]
    if asked.arguments.get(needed[0]) == needed[1]:
        return edge
    return {"data": [], "summary": {"total_count": edge["summary"]["total_count"] + 1_000}}


def contents() -> tuple[MadeContent, ...]:
    """Return made-up contents: by id, by link, never shared, hidden in part, gone, behind a short link."""
    like, comment, share, view = Indicator.LIKE, Indicator.COMMENT, Indicator.SHARE, Indicator.VIEW
    hidden, never, gone = PairState.HIDDEN, PairState.UNSUPPORTED, PairState.NOT_FOUND
    root = "https://www.facebook.com"
    rows: list[tuple[str, str, ContentKind | None, dict[Indicator, int | PairState]]] = [
        (f"{PAGE}/posts/5500000001", "5500000001", ContentKind.TEXT, {like: 41, share: 12, comment: 7, view: never}),
        ("kim.made/posts/5500000002", "5500000002", None, {like: 3, share: hidden, comment: 0}),
        (f"{PAGE}/posts/pfbid0made1", "pfbid0made1", ContentKind.PHOTO, {like: 19, share: 2, comment: hidden}),
        ("reel/5500000004", "5500000004", ContentKind.VIDEO, {like: hidden, share: 23, comment: 8}),
        ("photo/?fbid=5500000005", "5500000005", None, {like: 88, comment: 6}),
        (f"{PAGE}/posts/5500000006", "5500000006", None, {like: gone, share: gone, comment: gone}),
        (f"{PAGE}/posts/pfbid0gone", "pfbid0gone", None, {like: gone}),
        ("share/p/1AbCdMade/", "", None, {like: gone, comment: gone}),
    ]
    return tuple(
        MadeContent(key=f"{root}/{path}", id=id, link=f"{root}/{path}", kind=kind, figures=figures)
        for path, id, kind, figures in rows
    )


def made(identity: str = PAGE, most: int = 2) -> FacebookStandIn:
    """Return a made-up page with its own token."""
    return FacebookStandIn(account="kim.made", audience=2_310, contents=contents(), identity=identity, most=most)


def made_for_app(account: str = PAGE, most: int = 2) -> FacebookStandIn:
    """Return the same page as an app sees it, by its number or its name."""
    names = frozenset({PAGE, "kim.made"})
    return FacebookStandIn(account=account, audience=2_310, contents=contents(), names=names, most=most)
