"""Bugs of metric providers: what is asked, how replies are read, and which fault they are."""

import json
import logging
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from kimcore.monitoring import Indicator
from kimcore.ports import (
    Cursor,
    HttpCall,
    HttpReply,
    MetricOutcome,
    MetricPage,
    MetricRequest,
    PairState,
    Permanent,
    PlatformFault,
    RateLimited,
    TokenPlace,
)
from tests.testing.planted_providers.sound import Lists, Posts, records

__all__ = ["PLANTS", "planted"]

LOGGER = logging.getLogger(__name__)
PLANTS: dict[str, type[Posts]] = {}
"""The providers with a bug, by the name of the bug."""


def planted(kind: type[Posts]) -> type[Posts]:
    """Register a provider under its name."""
    PLANTS[kind.__name__] = kind
    return kind


@planted
class HiddenIsZero(Posts):
    """A count that is absent is 0."""

    def outcome(self, key: str, indicator: Indicator, values: Mapping[str, Any], name: str) -> MetricOutcome:
        """Read 0 for what is not there."""
        return super().outcome(key, indicator, {name: 0, **{k: v for k, v in values.items() if v is not None}}, name)


@planted
class MissingIsZero(Posts):
    """A post that the platform leaves out has 0 of everything."""

    def outcomes(self, call: HttpCall, found: dict[str, Any]) -> Iterator[MetricOutcome]:
        """Tell 0 for the posts that are left out."""
        yield from super().outcomes(call, found)
        known = {post["id"] for post in records(found)}
        for wanted in (w for w in call.about if w.id not in known):
            yield from (MetricOutcome.observed(wanted.key, i, 0) for i in wanted.indicators)


@planted
class ByPosition(Posts):
    """Figures belong to contents by their position in the reply."""

    def outcomes(self, call: HttpCall, found: dict[str, Any]) -> Iterator[MetricOutcome]:
        """Match the first post with the first content."""
        for wanted, post in zip(call.about, records(found), strict=False):
            yield from (self.outcome(wanted.key, i, post, self.fields[i]) for i in wanted.indicators)


@planted
class ErrorIsAnEmptyPage(Lists):
    """A success that reports an error is read as a page without posts."""

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Read no error."""
        if reply.status == 200 and b'"error"' in reply.body:
            return MetricPage()
        return super().parse(call, reply)


@planted
class FirstPageOnly(Lists):
    """The next pages are never asked for."""

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Forget where it goes on."""
        return evolve(super().parse(call, reply), next=())


@planted
class SamePageAgain(Lists):
    """The cursor is not sent: the first page comes again and again."""

    def page(self, request: MetricRequest, cursor: Cursor | None) -> HttpCall:
        """Ask from the beginning."""
        return evolve(super().page(request, None), cursor=cursor)


@planted
class AsksTwice(Posts):
    """The last of a batch is asked for in the next one again."""

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Add a call for the first content."""
        return (*super().plan(request, cursor), *super().plan(evolve(request, contents=request.contents[:1]), cursor))


@planted
class AsksAllAgain(Lists):
    """Each page is about every content, also those that came already."""

    seen: tuple[Any, ...] = ()

    def page(self, request: MetricRequest, cursor: Cursor | None) -> HttpCall:
        """Ask for what was asked for at first."""
        type(self).seen = self.seen if cursor else request.contents
        return evolve(super().page(request, cursor), about=self.seen)


@planted
class TokenInAddress(Posts):
    """The key has a place in the query."""

    def call(self, batch: tuple[Any, ...]) -> HttpCall:
        """Leave room for the key."""
        made = super().call(batch)
        return evolve(made, query=(*made.query, ("api_key", "")))


@planted
class KeepsTheLast(Posts):
    """What was read before is remembered, and stands where a reply says nothing."""

    def __init__(self) -> None:
        self.known: dict[Any, int | None] = {}

    def outcome(self, key: str, indicator: Indicator, values: Mapping[str, Any], name: str) -> MetricOutcome:
        """Tell the last figure that was read of an indicator."""
        told = super().outcome(key, indicator, values, name)
        if told.value is None and indicator in self.known:
            return MetricOutcome.observed(key, indicator, self.known[indicator] or 0)
        self.known[indicator] = told.value
        return told


@planted
class LimitIsPermanent(Posts):
    """Too many calls is a refusal for good."""

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Refuse."""
        try:
            return super().parse(call, reply)
        except RateLimited:
            raise Permanent("the platform refuses") from None


@planted
class ForgetsWhen(Posts):
    """The instant at which it may be asked again is lost."""

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Say nothing of when."""
        try:
            return super().parse(call, reply)
        except RateLimited:
            raise RateLimited("too many calls") from None


@planted
class WrongHost(Posts):
    """Posts are asked for at a host that was not named."""

    def call(self, batch: tuple[Any, ...]) -> HttpCall:
        """Ask at another host."""
        return evolve(super().call(batch), url="https://mirror.board.example/posts")


@planted
class PlainHttp(Posts):
    """Calls go without encryption."""

    def call(self, batch: tuple[Any, ...]) -> HttpCall:
        """Ask by http."""
        return evolve(super().call(batch), url="http://api.board.example/posts")


@planted
class AsksForMore(Posts):
    """Every call asks for all that there is, offered or not."""

    def call(self, batch: tuple[Any, ...]) -> HttpCall:
        """Ask for shares too."""
        made = super().call(batch)
        return evolve(made, about=tuple(evolve(w, indicators=w.indicators | {Indicator.SHARE}) for w in made.about))


@planted
class AnyDigits(Posts):
    """Counts are whatever `int` takes: true, negative, digits of other scripts, with blanks and underscores."""

    def outcome(self, key: str, indicator: Indicator, values: Mapping[str, Any], name: str) -> MetricOutcome:
        """Convert."""
        try:
            return MetricOutcome.observed(key, indicator, int(values[name]))
        except (KeyError, TypeError, ValueError, OverflowError):
            return MetricOutcome.unknown(key, indicator, PairState.HIDDEN)


@planted
class ChangesTheRequest(Posts):
    """What is planned is taken out of the request, by force."""

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Plan, and cross out."""
        planned = super().plan(request, cursor)
        object.__setattr__(request, "contents", ())
        return planned


@planted
class BatchTooLarge(Posts):
    """More ids are sent in a call than the platform takes."""

    most = 50


@planted
class LastWins(Posts):
    """Replies are read by `json.loads` alone: a name may stand twice, and what it raises passes."""

    def checked(self, reply: HttpReply) -> dict[str, Any]:
        """Read the document."""
        super().checked(evolve(reply, body=b"{}"))
        found: dict[str, Any] = json.loads(reply.body)
        return found


@planted
class SecondOfTwins(Posts):
    """A name that stands twice has its last value."""

    def checked(self, reply: HttpReply) -> dict[str, Any]:
        """Read the document again, for the last of two."""
        try:
            return super().checked(reply)
        except PlatformFault:
            found = json.loads(reply.body) if reply.status == 200 and b'"posts"' in reply.body else None
            if not isinstance(found, dict) or "error" in found:
                raise
            return found


@planted
class CutIsEmpty(Posts):
    """A reply that is cut short is read as one without posts."""

    def checked(self, reply: HttpReply) -> dict[str, Any]:
        """Read nothing where nothing can be read."""
        try:
            json.loads(reply.body)
        except ValueError:
            return {"posts": []} if reply.status == 200 else super().checked(reply)
        return super().checked(reply)


@planted
class StatusUnread(Posts):
    """The status is not looked at where the body is a page."""

    def checked(self, reply: HttpReply) -> dict[str, Any]:
        """Read the body first."""
        return super().checked(evolve(reply, status=200) if b'"posts"' in reply.body else reply)


@planted
class DeadTokenIsTransient(Posts):
    """A refused token is tried again and again."""

    def checked(self, reply: HttpReply) -> dict[str, Any]:
        """Take a refusal for an error of the server."""
        return super().checked(evolve(reply, status=503) if reply.status == 401 else reply)


@planted
class RepeatsTheMessage(Posts):
    """The platform's message, which may hold the token, stands in the fault."""

    def fault(self, error: Any) -> Exception:
        """Repeat what the platform says."""
        return Permanent(f"the platform says {error}")


@planted
class LosesOfUnknownKind(Posts):
    """A content whose kind is not known is left out."""

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Plan for those whose kind is known."""
        return super().plan(evolve(request, contents=tuple(w for w in request.contents if w.kind)), cursor)


@planted
class TokenAlreadyThere(Posts):
    """A form field of a token in a call that has no form."""

    token = TokenPlace(form_field="key")


@planted
class NeverFalls(Posts):
    """A figure is the highest that was ever read of a content."""

    def __init__(self) -> None:
        self.highest: dict[Any, int] = {}

    def outcome(self, key: str, indicator: Indicator, values: Mapping[str, Any], name: str) -> MetricOutcome:
        """Tell the highest."""
        told = super().outcome(key, indicator, values, name)
        if told.value is None:
            return told
        self.highest[key, indicator] = max(told.value, self.highest.get((key, indicator), 0))
        return MetricOutcome.observed(key, indicator, self.highest[key, indicator])


@planted
class BatchUnmarked(Posts):
    """A batch does not say that it is one: one bad link would fail them all."""

    def call(self, batch: tuple[Any, ...]) -> HttpCall:
        """Leave out the mark."""
        return evolve(super().call(batch), is_batch=False)


@planted
class LogsTheReply(Posts):
    """Refusals are logged as they came, with the token that the platform repeats in them."""

    def checked(self, reply: HttpReply) -> dict[str, Any]:
        """Log what is no page."""
        if reply.status != 200:
            LOGGER.debug("refused: %r", reply.body)
        return super().checked(reply)
