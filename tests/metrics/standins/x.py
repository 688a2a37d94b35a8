"""A stand-in for X's API v2: posts and accounts with their public counts, as its documentation says."""

from typing import Any

from attrs import evolve, frozen

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import AuthExpired, HttpCall, HttpReply, PairState, Permanent, QuotaExhausted, RateLimited
from tests.metrics.standins import MadeContent, StandIn, json_reply

__all__ = ["XStandIn", "made", "problem", "refusal"]

NAMES = {Indicator.LIKE: "like_count", Indicator.RETWEET: "repost_count", Indicator.COMMENT: "reply_count"}
ROOT = "https://api.x.com/2/"
PROBLEMS = "https://api.x.com/2/problems/"
KINDS = {PairState.NOT_FOUND: "resource-not-found", PairState.NOT_PERMITTED: "not-authorized-for-resource"}


def problem(kind: str, **more: Any) -> dict[str, Any]:
    """Return a problem as X writes it."""
    return {"title": "Made up", "detail": "made up", "type": f"{PROBLEMS}{kind}", **more}


def refusal(kind: str, status: int) -> HttpReply:
    """Return a reply that is a problem as a whole."""
    headers = (("content-type", "application/problem+json"),)
    return evolve(json_reply(problem(kind, status=status), status), headers=headers)


FAULTS = (
    (refusal("usage-capped", 429), QuotaExhausted),
    (refusal("rate-limit-exceeded", 429), RateLimited),
    (json_reply({"errors": [{"code": 88, "message": "made up"}]}, 429), RateLimited),
    (refusal("client-forbidden", 403), AuthExpired),
    (refusal("invalid-request", 400), Permanent),
    (json_reply({"title": "CreditsDepleted", "detail": "made up"}, 402), QuotaExhausted),
)


@frozen(kw_only=True)
class XStandIn(StandIn):
    """X with one account."""

    def answer(self, call: HttpCall) -> HttpReply:
        """Answer a call for posts or accounts; a call that names no fields gets no counts."""
        query = dict(call.query)
        if call.method != "GET" or call.body:
            return refusal("invalid-request", 400)
        if call.url == f"{ROOT}tweets" and query.keys() == {"ids", "tweet.fields"}:
            return self.posts(query["ids"].split(","), query["tweet.fields"].split(","))
        if call.url == f"{ROOT}users/by" and query.keys() == {"usernames", "user.fields"}:
            return self.users(query["usernames"].split(","), query["user.fields"].split(","))
        return refusal("invalid-request", 400)

    def posts(self, ids: list[str], fields: list[str]) -> HttpReply:
        """Answer with the posts that are there, and a problem for each that is not; at most a hundred."""
        if len(ids) > 100 or not all(id.isdigit() for id in ids):
            return refusal("invalid-request", 400)
        states = {c.id: state for c in self.contents if (state := self.state_of(c)) is not None}
        data = [self.post(self.there[id], fields) for id in ids if id in self.there and id not in states]
        gone = [id for id in ids if id not in self.there or id in states]
        errors = [
            problem(
                KINDS[states.get(id, PairState.NOT_FOUND)],
                resource_type="tweet",
                resource_id=id,
                value=id,
                parameter="ids",
            )
            for id in gone
        ]
        return json_reply(({"data": data} if data else {}) | ({"errors": errors} if errors else {}))

    def state_of(self, content: MadeContent) -> PairState | None:
        """Return the state of a post that is kept back as a whole, None where it is shown."""
        own = {v for i, v in content.figures.items() if i in NAMES}
        return next((state for state in KINDS if own == {state}), None)

    def post(self, content: MadeContent, fields: list[str]) -> dict[str, Any]:
        """Return a post, under the new names of counts, with those only where they are asked for."""
        counts = {NAMES[i]: v for i, v in content.figures.items() if i in NAMES and not isinstance(v, PairState)}
        more = {"public_metrics": counts | {"quote_count": 123_456}, "lang": "in"}
        return {"id": content.id, "text": "made up"} | {name: more[name] for name in fields if name in more}

    def users(self, names: list[str], fields: list[str]) -> HttpReply:
        """Answer with the account, or with a problem."""
        errors = [
            problem("resource-not-found", resource_type="user", value=name, resource_id=name, parameter="usernames")
            for name in names
            if name.casefold() != self.account.removeprefix("@").casefold()
        ]
        if errors or fields != ["public_metrics"]:
            return json_reply({"errors": errors}) if errors else refusal("invalid-request", 400)
        counts = {} if isinstance(self.audience, PairState) else {"followers_count": self.audience}
        user = {"id": "900", "name": "made up", "username": names[0], "public_metrics": counts | {"post_count": 77}}
        return json_reply({"data": [user]})


def made(account: str = "@kim_made", audience: int | PairState = 1_570) -> XStandIn:
    """Return X with a made-up account: a whole post, one that lacks a count, one that is gone, one kept back."""
    like, retweet, comment, share = Indicator.LIKE, Indicator.RETWEET, Indicator.COMMENT, Indicator.SHARE
    gone, closed, never = PairState.NOT_FOUND, PairState.NOT_PERMITTED, PairState.UNSUPPORTED
    contents = (
        MadeContent(
            key="https://x.com/i/web/status/1862000000000000001",
            id="1862000000000000001",
            kind=ContentKind.TEXT,
            figures={like: 55, retweet: 12, comment: 4, share: never},
        ),
        MadeContent(
            key="second",
            link="https://x.com/kim_made/status/1862000000000000002",
            id="1862000000000000002",
            figures={like: 0, retweet: PairState.HIDDEN, comment: 6},
        ),
        MadeContent(key="third", id="1862000000000000003", figures={like: gone, retweet: gone, comment: gone}),
        MadeContent(key="fourth", id="1862000000000000004", figures={like: closed, retweet: closed, share: never}),
    )
    return XStandIn(account=account, audience=audience, contents=contents, faults=FAULTS)
