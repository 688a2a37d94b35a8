"""Plausible: visitors of a website and views of its pages, by a key of the office (Stats API v2; V.A.output)."""

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlsplit

from kimcore.clauses import cite
from kimcore.links import content_link
from kimcore.media import ContentKind, Platform
from kimcore.metrics import check_status
from kimcore.monitoring import Indicator
from kimcore.ports import Access, Cursor, HttpCall, HttpReply, MetricPage, MetricRequest
from kimcore.terms import Text
from kimcore_plugins.metrics.figures import batches, body_of, of_contents, outcome, reported, wrong_form

__all__ = ["VISITOR_DAYS", "Plausible"]

HOST: Final = "plausible.io"
MOST_PAGES: Final = 100
"""Pages in one call: far below the ten thousand rows that a reply has at most, so that it needs no further page."""
VISITOR_DAYS: Final = 30
"""Visitors are those of so many days, the day of the request the last."""
CLAUSE: Final = cite("V.A.output")

FIELDS: Final = MappingProxyType({Indicator.VIEW: "pageviews"})


class Plausible:
    """Asks for the visitors of a site, and for the views of its pages by their paths, a hundred in a call.

    A page is known by its path alone; a link to another host, or one whose query tells the page, is not asked for.
    The site is the identity that comes with the token, else the host of the account.
    """

    name = "plausible"
    platform = Platform.WEBSITE
    access = Access.APP
    needs = Text(
        "kunci Stats API dari Plausible yang dikelola Dinas; situs KIM memasang skrip Plausible itu",
        "a Stats API key of the Plausible that the office runs; the KIM's site carries its script",
    )
    hosts = frozenset({HOST})
    supports: Mapping[ContentKind | None, frozenset[Indicator]] = MappingProxyType(
        dict.fromkeys(ContentKind, frozenset(FIELDS)) | {None: frozenset({Indicator.AUDIENCE})}
    )

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return a call for the visitors and one for each hundred pages; none goes on from a cursor."""
        site = site_of(request)
        if cursor is not None or not site:
            return ()
        days = [(request.on - timedelta(days=VISITOR_DAYS - 1)).isoformat(), request.on.isoformat()]
        account = [asking(request, {"metrics": ["visitors"], "date_range": days})] if request.audience else []
        paths = {wanted.key: path_of(wanted.link, site) for wanted in request.contents}
        pages = (
            asking(request, pages_query({paths[w.key] for w in batch}), about=batch, is_batch=len(batch) > 1)
            for batch in batches(request.contents, paths, MOST_PAGES)
        )
        return (*account, *pages)

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return the figures of a reply; a page that it leaves out was never seen, and its views are not known."""
        found = body_of(reply)
        check_status(reply)
        if "error" in found:
            reported(reply)
        rows = dict(rows_of(found.get("results")))
        if not call.about:
            if rows.keys() != {()}:
                raise wrong_form()
            return MetricPage(outcomes=(outcome("", Indicator.AUDIENCE, {"visitors": rows[()]}, "visitors"),))
        views = by_path(rows)
        paths = {wanted.key: path_of(wanted.link) for wanted in call.about}
        told = {key: {"pageviews": views[path]} for key, path in paths.items() if path in views}
        return MetricPage(outcomes=tuple(of_contents(call.about, told, FIELDS)))


def asking(request: MetricRequest, query: Mapping[str, Any], **of: Any) -> HttpCall:
    """Return the call for one query."""
    base = request.base.rstrip("/") or f"https://{HOST}"
    body = json.dumps({"site_id": site_of(request), **query}).encode()
    headers = (("Content-Type", "application/json"),)
    return HttpCall(method="POST", url=f"{base}/api/v2/query", headers=headers, body=body, **of)


def pages_query(paths: set[str]) -> dict[str, Any]:
    """Return the query for the views of pages since counting began; each path with and without a last slash."""
    spellings = sorted(paths | {f"{path}/" for path in paths if path != "/"})
    return {
        "metrics": ["pageviews"],
        "date_range": "all",
        "dimensions": ["event:page"],
        "filters": [["is", "event:page", spellings]],
    }


def site_of(request: MetricRequest) -> str:
    """Return the site as Plausible names it."""
    account = request.account.strip()
    address = account if "://" in account else f"https://{account}"
    return request.identity or host_of(content_link(address).canonical or "")


def host_of(address: str) -> str:
    """Return the host of an address, without `www.`."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def path_of(link: str, site: str = "") -> str:
    """Return the path of a page without its last slash; empty where a link is none of the site's, or has a query."""
    address = content_link(link).canonical or ""
    host, pieces = host_of(address), urlsplit(address)
    own = site.partition("/")[0].removeprefix("www.").lower()
    if not host or pieces.query or (own and host != own and not host.endswith(f".{own}")):
        return ""
    return pieces.path.rstrip("/") or "/"


def rows_of(results: object) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the one count of each row with what it is of; a reply in which two rows are of one page is refused."""
    if not isinstance(results, list):
        raise wrong_form()
    seen = set()
    for row in results:
        of, counts = (row.get("dimensions"), row.get("metrics")) if isinstance(row, dict) else (None, None)
        if not isinstance(of, list) or not isinstance(counts, list) or len(counts) != 1:
            raise wrong_form()
        name = tuple(map(str, of))
        if name in seen:
            raise wrong_form()
        seen.add(name)
        yield name, counts[0]


def by_path(rows: Mapping[tuple[str, ...], Any]) -> dict[str, Any]:
    """Return the views by path; those of a path with and without a last slash are one page's, and are added."""
    found: dict[str, list[Any]] = {}
    for name, views in rows.items():
        if len(name) != 1:
            raise wrong_form()
        found.setdefault(name[0].rstrip("/") or "/", []).append(views)
    return {path: views[0] if len(views) == 1 else total(views) for path, views in found.items()}


def total(views: list[Any]) -> Any:
    """Return the sum of counts, or what is none where one of them is none."""
    odd = [view for view in views if type(view) is not int or view < 0]
    return odd[0] if odd else sum(views)
