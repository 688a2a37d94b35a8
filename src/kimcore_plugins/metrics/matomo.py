"""Matomo: visitors of a website and views of its pages, by a token of the office (Reporting API; V.A.output)."""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urldefrag, urlencode

from attrs import evolve

from kimcore.clauses import cite
from kimcore.links import content_link
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
    TokenPlace,
)
from kimcore.terms import Text
from kimcore_plugins.metrics.figures import body_of, of_contents, outcome, page_of, reported, wrong_form

__all__ = ["VISITOR_DAYS", "Matomo"]

TOKEN: Final = TokenPlace(form_field="token_auth")
VISITOR_DAYS: Final = 30
"""Visitors are those of so many days, the day of the request the last."""
BEGINNING: Final = "2008-01-01"
"""Views are counted from a day before which no Matomo has counted."""
CLAUSE: Final = cite("V.A.output")

FIELDS: Final = MappingProxyType({Indicator.VIEW: "nb_hits"})
NOT_ENABLED: Final = Text(
    "Matomo ini tidak menghitung pengunjung unik untuk rentang hari; aktifkan enable_processing_unique_visitors_range",
    "this Matomo counts no unique visitors over a range of days; set enable_processing_unique_visitors_range",
)
NO_VIEW: Final = Text(
    "token tidak boleh melihat situs ini; beri hak lihat (view) kepada pengguna tokennya",
    "the token may not see this site; give its user the permission to view it",
)


class Matomo:
    """Asks the Matomo of the office, at the request's `base`, for a site's visitors, and for its pages one by one.

    The site is the number that comes with the token as its identity. It keeps nothing between calls.
    """

    name = "matomo"
    platform = Platform.WEBSITE
    access = Access.APP
    needs = Text(
        "token_auth dari pengguna Matomo milik Dinas dengan hak lihat (view), alamat Matomo, dan nomor situsnya",
        "the token_auth of a user of the office's Matomo with permission to view, its address, and the site's number",
    )
    hosts: frozenset[str] = frozenset()
    supports: Mapping[ContentKind | None, frozenset[Indicator]] = MappingProxyType(
        dict.fromkeys(ContentKind, frozenset(FIELDS)) | {None: frozenset({Indicator.AUDIENCE})}
    )

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return a call for the visitors and one for each page; none goes on from a cursor."""
        if cursor is not None or not request.base or not request.identity:
            return ()
        first = (request.on - timedelta(days=VISITOR_DAYS - 1)).isoformat()
        account = [asking(request, "VisitsSummary.getUniqueVisitors", first, {})] if request.audience else []
        pages = ((wanted, page_of_link(wanted.link)) for wanted in request.contents)
        return (
            *account,
            *(
                asking(request, "Actions.getPageUrl", BEGINNING, {"pageUrl": page}, about=(wanted,))
                for wanted, page in pages
                if page
            ),
        )

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return the figures of a reply; a page without a row was never seen, and its views are not known."""
        found = body_of(as_object(reply))
        if found.get("result") == "error":
            return of_error(call, reply, found.get("message"))
        check_status(reply)
        if not call.about:
            if "value" not in found:
                raise wrong_form()
            return MetricPage(outcomes=(outcome("", Indicator.AUDIENCE, found, "value"),))
        rows = found.get("rows")
        if not isinstance(rows, list) or len(rows) > 1 or not all(isinstance(row, dict) for row in rows):
            raise wrong_form()
        told = {call.about[0].key: rows[0]} if rows else {}
        return MetricPage(outcomes=tuple(of_contents(call.about, told, FIELDS)))


def asking(request: MetricRequest, method: str, first: str, more: Mapping[str, str], **of: Any) -> HttpCall:
    """Return the call for one method over the days from a first one to that of the request."""
    form = {
        "module": "API",
        "method": method,
        "format": "JSON",
        "idSite": request.identity,
        "period": "range",
        "date": f"{first},{request.on.isoformat()}",
        **more,
    }
    return HttpCall(
        method="POST",
        url=f"{request.base.rstrip('/')}/index.php",
        headers=(("Content-Type", "application/x-www-form-urlencoded"),),
        body=urlencode(form).encode(),
        token=TOKEN,
        **of,
    )


def page_of_link(link: str) -> str:
    """Return the address of a page as it was noted, for Matomo keeps the last slash; empty where it is no address."""
    canonical = content_link(link).canonical or ""
    noted = urldefrag(link.strip()).url
    return noted if canonical and noted.startswith(("https://", "http://")) else canonical


def as_object(reply: HttpReply) -> HttpReply:
    """Return a reply whose list of rows, which is no object, stands in one under `rows`."""
    body = reply.body.strip()
    return evolve(reply, body=b'{"rows":%b}' % body) if body.startswith(b"[") else reply


def of_error(call: HttpCall, reply: HttpReply, message: object) -> MetricPage:
    """Raise the fault that an error says, or return the state of what it keeps back: Matomo has words, no codes."""
    said = message.casefold() if isinstance(message, str) else ""
    if "not enabled for the requested period" in said:
        return page_of(call, FIELDS, PairState.HIDDEN, NOT_ENABLED)
    if "authenticat" in said or "token_auth" in said:
        en, id = "Matomo does not accept the token; make a new one", "Matomo menolak token; buat token baru"
        raise AuthExpired(en, id)
    if "can't access this resource" in said:
        return page_of(call, FIELDS, PairState.NOT_PERMITTED, NO_VIEW)
    reported(reply)
    return MetricPage()
