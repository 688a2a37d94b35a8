"""Two sound providers for the made-up platform, from which those with a bug derive."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, ClassVar

from kimcore.media import ContentKind, Platform
from kimcore.metrics import check_status, count, document
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
    QuotaExhausted,
    TokenPlace,
    Wanted,
)
from kimcore.terms import Text

__all__ = ["Lists", "Posts"]

FAULTS = {"expired": AuthExpired, "quota": QuotaExhausted}


class Posts:
    """Asks for posts by their ids, three in a call, and for the account by itself."""

    name = "board"
    platform = Platform.WEBSITE
    access = Access.APP
    needs = Text("kunci Board milik Dinas", "the office's key of Board")
    hosts: ClassVar[frozenset[str]] = frozenset({"api.board.example"})
    supports: ClassVar[Mapping[ContentKind | None, frozenset[Indicator]]] = {
        ContentKind.TEXT: frozenset({Indicator.LIKE, Indicator.COMMENT}),
        None: frozenset({Indicator.AUDIENCE}),
    }
    most = 3
    fields: ClassVar[Mapping[Indicator, str]] = {Indicator.LIKE: "likes", Indicator.COMMENT: "comments"}
    token = TokenPlace(header="X-Board-Key", prefix="")

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:  # noqa: ARG002
        """Return the calls for the account and for each batch of posts."""
        account = [HttpCall(url="https://api.board.example/account", token=self.token)] if request.audience else []
        return (*account, *(self.call(batch) for batch in batches(request.contents, self.most)))

    def call(self, batch: tuple[Wanted, ...]) -> HttpCall:
        """Return the call for a batch."""
        query = (("ids", ",".join(w.id for w in batch)), ("fields", "likes,comments"))
        return HttpCall(
            url="https://api.board.example/posts", query=query, about=batch, is_batch=True, token=self.token
        )

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return the figures of a reply."""
        found = self.checked(reply)
        if not call.about:
            return MetricPage(outcomes=(self.outcome("", Indicator.AUDIENCE, found, "followers"),))
        return MetricPage(outcomes=tuple(self.outcomes(call, found)))

    def checked(self, reply: HttpReply) -> dict[str, Any]:
        """Return the document of a reply that is no error."""
        if reply.status not in {200, 400, 403}:
            check_status(reply)
        found = document(reply)
        error = found.get("error")
        if error is not None:
            raise self.fault(error)
        check_status(reply)
        return found

    def fault(self, error: Any) -> Exception:
        """Return the fault that the platform reports."""
        code = error.get("code") if isinstance(error, dict) else None
        return FAULTS.get(code if isinstance(code, str) else "", Permanent)("the platform reports an error")

    def outcomes(self, call: HttpCall, found: dict[str, Any]) -> Iterator[MetricOutcome]:
        """Yield what a page of posts tells of the contents of a call."""
        by_id = {post.get("id"): post for post in records(found)}
        for wanted in call.about:
            for indicator in wanted.indicators if wanted.id in by_id else ():
                yield self.outcome(wanted.key, indicator, by_id[wanted.id], self.fields[indicator])

    def outcome(self, key: str, indicator: Indicator, values: Mapping[str, Any], name: str) -> MetricOutcome:
        """Return the outcome of one pair."""
        try:
            value = count(values, name)
        except ValueError:
            return MetricOutcome.unknown(key, indicator, PairState.FAILED)
        if value is None:
            return MetricOutcome.unknown(key, indicator, PairState.HIDDEN)
        return MetricOutcome.observed(key, indicator, value)


class Lists(Posts):
    """Asks for the posts of the account page by page, and matches them by id."""

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return the call for the account, at the beginning, and for the next page."""
        account = super().plan(request.only({("", Indicator.AUDIENCE)}), None) if cursor is None else ()
        return (*account, self.page(request, cursor)) if request.contents else account

    def page(self, request: MetricRequest, cursor: Cursor | None) -> HttpCall:
        """Return the call for a page."""
        body = json.dumps({"after": cursor.token} if cursor else {}).encode()
        headers = (("Content-Type", "application/json"),)
        url, about = "https://api.board.example/list", request.contents
        more = {"about": about, "cursor": cursor, "token": self.token}
        return HttpCall(method="POST", url=url, headers=headers, body=body, **more)  # type: ignore[arg-type]

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return the figures of a page, and where the next begins."""
        if not call.about:
            return super().parse(call, reply)
        found = self.checked(reply)
        told = list(self.outcomes(call, found))
        after = found.get("after")
        if after is not None and not isinstance(after, str):
            raise Permanent("the place of the next page is no text")
        return MetricPage(outcomes=tuple(told), next=(Cursor(after),) if after else ())


def records(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the posts of a page; raise `Permanent` where there are none in it."""
    posts = found.get("posts")
    if not isinstance(posts, list) or not all(isinstance(p, dict) and isinstance(p.get("id"), str) for p in posts):
        raise Permanent("the reply is of another form than documented")
    return posts


def batches(contents: tuple[Wanted, ...], size: int) -> Iterator[tuple[Wanted, ...]]:
    """Yield contents in groups of a size."""
    rest = iter(contents)
    while batch := tuple(islice(rest, size)):
        yield batch
