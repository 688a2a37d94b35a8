"""A stand-in for Plausible's Stats API v2: visitors of a site and views by page, as its documentation says."""

import json
from typing import Any
from urllib.parse import urlsplit

from attrs import frozen

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import AuthExpired, HttpCall, HttpReply, PairState, Permanent, RateLimited
from tests.metrics.standins import MadeContent, StandIn, json_reply

__all__ = ["PlausibleStandIn", "made"]

FAULTS = (
    (json_reply({"error": "made up"}, 401), AuthExpired),
    (json_reply({"error": "made up"}, 429), RateLimited),
    (json_reply({"error": "made up"}, 400), Permanent),
    (json_reply({"error": "made up"}), Permanent),
)


@frozen(kw_only=True)
class PlausibleStandIn(StandIn):
    """Plausible with one site."""

    def answer(self, call: HttpCall) -> HttpReply:
        """Answer a query for visitors or for views by page; any other is refused."""
        base = self.base or "https://plausible.io"
        is_json = dict(call.headers).get("Content-Type") == "application/json"
        query = json.loads(call.body) if call.body else {}
        if call.url != f"{base}/api/v2/query" or call.method != "POST" or not is_json or call.query:
            return json_reply({"error": "made up"}, 404)
        if query.get("site_id") != self.identity:
            return json_reply({"error": "made up"}, 401)
        asked = (query.get("metrics"), query.get("dimensions", []))
        if asked == (["visitors"], []) and query.keys() == {"site_id", "metrics", "date_range"}:
            return self.visitors(query)
        if asked == (["pageviews"], ["event:page"]) and query.get("date_range") == "all":
            return self.pages(query)
        return json_reply({"error": "made up"}, 400)

    def visitors(self, query: dict[str, Any]) -> HttpReply:
        """Answer with the visitors, for thirty days only."""
        if query["date_range"] != ["2026-10-26", "2026-11-24"]:
            return json_reply({"error": "made up"}, 400)
        return json_reply({"results": [{"metrics": [self.audience], "dimensions": []}], "meta": {}, "query": query})

    def pages(self, query: dict[str, Any]) -> HttpReply:
        """Answer with a row for each page asked for that was ever seen."""
        ((operator, dimension, paths),) = query["filters"]
        if (operator, dimension) != ("is", "event:page"):
            return json_reply({"error": "made up"}, 400)
        views = {urlsplit(c.link).path: c.figures[Indicator.VIEW] for c in self.contents if not c.gone}
        rows = [{"metrics": [views[path]], "dimensions": [path]} for path in paths if path in views]
        return json_reply({"results": rows, "meta": {}, "query": query})


def made(account: str = "kim-made.example", audience: int | PairState = 310) -> PlausibleStandIn:
    """Return Plausible with a made-up site: two pages that were seen, one with a last slash, one never seen."""
    view, like, gone = Indicator.VIEW, Indicator.LIKE, PairState.NOT_FOUND
    never = PairState.UNSUPPORTED
    contents = (
        MadeContent(
            key="https://kim-made.example/berita/panen",
            link="https://kim-made.example/berita/panen",
            kind=ContentKind.TEXT,
            figures={view: 84, like: never},
        ),
        MadeContent(key="second", link="https://www.kim-made.example/berita/rapat/", figures={view: 19}),
        MadeContent(key="third", link="https://kim-made.example/belum", figures={view: gone}),
    )
    identity = "kim-made.example"
    return PlausibleStandIn(account=account, audience=audience, contents=contents, identity=identity, faults=FAULTS)
