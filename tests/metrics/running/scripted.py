"""A made-up platform, Made: contents by their ids in batches, or all contents of an account page by page, by script."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from attrs import define, evolve, field, frozen

from kimcore.media import ContentKind, Platform
from kimcore.metrics import Credential, Question, Secret, check_status, document
from kimcore.monitoring import Indicator
from kimcore.ports import (
    Access,
    AuthExpired,
    Cursor,
    HttpCall,
    HttpReply,
    MetricOutcome,
    MetricPage,
    MetricRequest,
    PairState,
    Permanent,
    PlatformFault,
    QuotaExhausted,
    RateLimited,
    Transient,
    Wanted,
)
from kimcore.terms import Text

__all__ = ["AT", "HOST", "Action", "Batches", "Lists", "Made", "Script", "fault", "made_request", "question", "reply"]

HOST: Final = "api.made.example"
AT: Final = datetime(2026, 11, 24, 5, tzinfo=UTC)
ASKED: Final = frozenset({Indicator.LIKE, Indicator.COMMENT})
NEEDS: Final = Text("kunci Made milik Dinas", "a key of Made that the office has been given")
KINDS: Final[Mapping[str, type[PlatformFault]]] = {
    kind.__name__: kind for kind in (AuthExpired, RateLimited, QuotaExhausted, Transient, Permanent)
}


@frozen(kw_only=True)
class Batches:
    """A provider that asks for contents by their ids, `size` in a call, and for the audience in a call of its own."""

    size: int = 3
    name: str = "made"
    cost: Decimal = Decimal(0)
    platform: Platform = Platform.WEBSITE
    access: Access = Access.APP
    needs: Text = NEEDS
    hosts: frozenset[str] = frozenset({HOST})
    supports: Mapping[ContentKind | None, frozenset[Indicator]] = {
        None: frozenset({Indicator.AUDIENCE}),
        ContentKind.TEXT: ASKED,
    }

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:  # noqa: ARG002
        """Return the calls of a request."""
        account = (self.call("account", request),) if request.audience else ()
        contents = request.contents
        batches = (contents[n : n + self.size] for n in range(0, len(contents), self.size))
        return (*account, *(self.call("contents", request, batch) for batch in batches))

    def call(self, path: str, request: MetricRequest, about: tuple[Wanted, ...] = ()) -> HttpCall:
        """Return a call for the account, or for some contents."""
        query = (("account", request.account), ("ids", ",".join(w.key for w in about)))
        return HttpCall(url=f"https://{HOST}/{path}", query=query, about=about, cost=self.cost)

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:  # noqa: ARG002
        """Return what a reply says, or raise what it wants raised."""
        check_status(reply)
        found = document(reply)
        if "fault" in found:
            raise KINDS[found["fault"]]("made up", "dibuat", retry_at=later(reply.at, found.get("wait")))
        figures = found["figures"]
        outcomes = (MetricOutcome.observed(key, Indicator.of(code), value) for key, code, value in figures)
        return MetricPage(outcomes=tuple(outcomes), next=tuple(map(Cursor, found.get("next", ()))))


@frozen(kw_only=True)
class Lists(Batches):
    """A provider that asks for all contents of an account, page by page."""

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return the call for the next page."""
        page = cursor.token if cursor else "0"
        query = (("account", request.account), ("page", page))
        return (HttpCall(url=f"https://{HOST}/list", query=query, about=request.contents, cursor=cursor),)


Action = Callable[[HttpCall], HttpReply]
"""Answers a call, or raises a fault."""


@define
class Made:
    """The platform where all is well: every content that is not `gone` has a figure for each indicator."""

    gone: frozenset[str] = frozenset()
    size: int = 2
    pages: int = 3

    def __call__(self, call: HttpCall) -> HttpReply:
        """Answer a call."""
        query = dict(call.query)
        if call.url.endswith("/account"):
            return reply(figures=[["", "audience", 42]])
        if call.url.endswith("/list"):
            return self.page(int(query["page"]))
        return reply(figures=self.figures(id for id in query["ids"].split(",")))

    def page(self, number: int) -> HttpReply:
        """Return a page of the list."""
        ids = (f"c{n}" for n in range(number * self.size, (number + 1) * self.size))
        return reply(figures=self.figures(ids), next=[str(number + 1)] if number + 1 < self.pages else [])

    def figures(self, ids: Iterable[str]) -> list[list[Any]]:
        """Return the figures of some contents."""
        return [[id, i.code, figure(id, i)] for id in ids if id not in self.gone for i in ASKED]


@define
class Script:
    """A transport that answers each call by an action; it keeps the calls, their tokens and where they might go."""

    action: Action = field(factory=Made)
    calls: list[HttpCall] = field(factory=list)
    tokens: list[str] = field(factory=list)
    hosts: list[frozenset[str]] = field(factory=list)

    def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
        """Answer a call."""
        self.calls.append(call)
        self.tokens.append(credential.token.reveal())
        self.hosts.append(hosts)
        return self.action(call)

    @property
    def asked(self) -> Counter[tuple[str, str]]:
        """How often each id was asked for, by account."""
        queries = [dict(call.query) for call in self.calls]
        return Counter((q["account"], id) for q in queries for id in q.get("ids", "").split(",") if id)


def later(at: datetime, wait: float | None) -> datetime | None:
    """Return an instant so many seconds later, None for no number."""
    return None if wait is None else at + timedelta(seconds=wait)


def figure(key: str, indicator: Indicator) -> int:
    """Return the figure that the platform has of a content."""
    return int(key[1:]) * 10 + sorted(i.code for i in ASKED).index(indicator.code)


def reply(status: int = 200, headers: Iterable[tuple[str, str]] = (), **document: Any) -> HttpReply:
    """Return a reply with a document."""
    kind = ("content-type", "application/json")
    return HttpReply(status=status, headers=(kind, *headers), body=json.dumps(document).encode(), at=AT)


def fault(kind: type[PlatformFault], wait: float | None = None) -> HttpReply:
    """Return a reply at which the provider raises a fault."""
    return reply(fault=kind.__name__, wait=wait)


def made_request(count: int = 4, account: str = "@made", *, audience: bool = False) -> MetricRequest:
    """Return a request for so many contents, all of a kind that has figures."""
    keys = (f"c{n}" for n in range(count))
    contents = tuple(Wanted(key=key, id=key, kind=ContentKind.TEXT, indicators=ASKED) for key in keys)
    return MetricRequest(kim="kim-1", account=account, contents=contents, audience=audience, on=date(2026, 11, 24))


def question(
    request: MetricRequest | None = None, provider: Batches | None = None, token: str | None = "made-up-token-1"
) -> Question:
    """Return a question; without a token its credential is None."""
    credential = None if token is None else Credential(token=Secret(token))
    return Question(provider=provider or Batches(), request=request or made_request(), credential=credential)


def states(outcomes: Iterable[MetricOutcome]) -> Counter[PairState]:
    """Return how many outcomes there are of each state."""
    return Counter(outcome.state for outcome in outcomes)


def of_kind(request: MetricRequest, kind: ContentKind | None) -> MetricRequest:
    """Return a request whose contents are of another kind."""
    return evolve(request, contents=tuple(evolve(w, kind=kind) for w in request.contents))
