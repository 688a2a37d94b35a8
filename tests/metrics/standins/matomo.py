"""A stand-in for Matomo's Reporting API: visitors of a site and views of a page, as far as it is documented."""

from urllib.parse import parse_qsl

from attrs import frozen

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import AuthExpired, HttpCall, HttpReply, PairState, Permanent
from tests.metrics.standins import MadeContent, StandIn, json_reply

__all__ = ["MatomoStandIn", "error", "made"]


def error(message: str, status: int = 200) -> HttpReply:
    """Return a reply that reports an error as Matomo does, with status 200 too."""
    return json_reply({"result": "error", "message": message}, status)


INVALID = "Unable to authenticate with the provided token. It is either invalid or expired."
FAULTS = (
    (error(INVALID), AuthExpired),
    (error(INVALID, 401), AuthExpired),
    (error("made up"), Permanent),
)


@frozen(kw_only=True)
class MatomoStandIn(StandIn):
    """The Matomo of an office with one site."""

    counts_unique: bool = True

    def answer(self, call: HttpCall) -> HttpReply:
        """Answer a posted form for visitors or a page; any other is refused."""
        form = dict(parse_qsl(call.body.decode(), strict_parsing=True))
        method, first = form.get("method"), form.get("date", "").partition(",")[0]
        is_form = dict(call.headers).get("Content-Type") == "application/x-www-form-urlencoded"
        is_call = (form.get("module"), form.get("format"), form.get("period")) == ("API", "JSON", "range")
        if call.url != f"{self.base}/index.php" or call.method != "POST" or call.query or not (is_form and is_call):
            return error("made up")
        if form.get("idSite") != self.identity:
            return error("You can't access this resource as it requires 'view' access for the website id = 9.")
        if method == "VisitsSummary.getUniqueVisitors" and first == "2026-10-26":
            return self.visitors()
        return self.page(form["pageUrl"]) if method == "Actions.getPageUrl" else error("made up")

    def visitors(self) -> HttpReply:
        """Answer with the visitors, where this Matomo counts them over a range."""
        if not self.counts_unique:
            return error("The metric nb_uniq_visitors is not enabled for the requested period.")
        return json_reply({"value": self.audience})

    def page(self, link: str) -> HttpReply:
        """Answer with the row of a page, or none."""
        seen = [c for c in self.contents if c.link == link and not c.gone]
        rows = [{"label": "/made", "nb_visits": 3, "nb_hits": c.figures[Indicator.VIEW]} for c in seen]
        return json_reply([row for row in rows if not isinstance(row["nb_hits"], PairState)])


def made(account: str = "kim-made.example", audience: int | PairState = 275) -> MatomoStandIn:
    """Return a Matomo with a made-up site: two pages that were seen, and one that never was."""
    view, share, gone = Indicator.VIEW, Indicator.SHARE, PairState.NOT_FOUND
    contents = (
        MadeContent(
            key="first",
            link="https://kim-made.example/berita/panen",
            kind=ContentKind.TEXT,
            figures={view: 61, share: PairState.UNSUPPORTED},
        ),
        MadeContent(key="second", link="https://kim-made.example/?p=12", figures={view: 20}),
        MadeContent(key="third", link="https://kim-made.example/belum", figures={view: gone}),
    )
    base = "https://matomo.dinas.example/statistik"
    return MatomoStandIn(account=account, audience=audience, contents=contents, identity="9", base=base, faults=FAULTS)
