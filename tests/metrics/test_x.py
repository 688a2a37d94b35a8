"""X: the contract, recorded replies under old names and made ones under new, its problems, limits and prices."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.monitoring import Indicator
from kimcore.ports import (
    AuthExpired,
    HttpReply,
    MetricPage,
    PairState,
    Permanent,
    PlatformFault,
    QuotaExhausted,
    RateLimited,
    Transient,
)
from kimcore.testing import MetricProviderContract
from kimcore.testing.contracts.metrics_walk import walk
from kimcore_plugins.metrics.x import X
from tests.metrics.recorded import asked, fault_of, mutated, read_or_refused, recorded, told
from tests.metrics.standins import REPLIED_AT, json_reply
from tests.metrics.standins.x import made, problem, refusal

pytestmark = pytest.mark.clause("V.B.social.twitter")

LIKE, RETWEET, COMMENT, SHARE = Indicator.LIKE, Indicator.RETWEET, Indicator.COMMENT, Indicator.SHARE
EVERY = (LIKE, RETWEET, COMMENT)
POSTS = ("1364275610764201984", "1362876655061073928", "1362439338978467841", "1362439338169016324")
(CALL,) = X().plan(asked(*POSTS, indicators=EVERY), None)
(ACCOUNT,) = X().plan(asked(account="@TwitterDev"), None)


class TestX(MetricProviderContract):
    """Every law of the port."""

    provider = X
    scene = made().scene()


def test_recorded_posts_have_their_counts() -> None:
    """Under the old name of reposts; quotes are none of the figures."""
    found = told(X().parse(CALL, recorded("x/timeline_timeline_tweets.json")))
    likes, retweets, comments = (37, 58, 9, 8), (10, 21, 0, 1), (2, 7, 2, 2)
    columns = ((LIKE, likes), (RETWEET, retweets), (COMMENT, comments))
    assert found == {(id, i): n for i, counts in columns for id, n in zip(POSTS, counts, strict=True)}


def test_made_posts_have_their_counts_under_new_names() -> None:
    """A page with figures and problems: what is gone is not found, what is kept back not permitted."""
    found = told(X().parse(CALL, recorded("x/made_posts_new_names_partial_errors.json")))
    shown, gone, closed, _ = POSTS
    assert found == {
        (shown, LIKE): 37,
        (shown, RETWEET): 11,
        (shown, COMMENT): 2,
        **dict.fromkeys([(gone, i) for i in EVERY], PairState.NOT_FOUND),
        **dict.fromkeys([(closed, i) for i in EVERY], PairState.NOT_PERMITTED),
    }


@pytest.mark.parametrize("file", ["recorded_test_client_get_tweets", "tweet_tweets_resp"])
def test_recorded_posts_without_counts_are_hidden(file: str) -> None:
    """A reply that was not asked for counts has none, and not 0 (R11)."""
    document = json.loads(recorded(f"x/{file}.json").body)
    document = document.get("body", document)
    ids = [post["id"] for post in document["data"]]
    (call,) = X().plan(asked(*ids, indicators=EVERY), None)
    found = told(X().parse(call, json_reply(document)))
    assert found == dict.fromkeys([(id, i) for id in ids for i in EVERY], PairState.HIDDEN)


@pytest.mark.clause("V.A.output")
def test_a_recorded_account_has_its_followers() -> None:
    """The account is found by its name, whatever its case."""
    user = json.loads(recorded("x/user_user_resp.json").body)["data"]
    (call,) = X().plan(asked(account="https://twitter.com/twitterdev"), None)
    for asking in (ACCOUNT, call):
        page = X().parse(asking, json_reply({"data": [user]}))
        assert told(page) == {("", Indicator.AUDIENCE): 514_020}


def test_an_account_that_is_gone_is_not_found() -> None:
    """X reports a problem of the name."""
    scene = evolve(made(), account="@other").scene()
    wrong = evolve(scene, request=evolve(scene.request, account="@kim_made"))
    assert walk(X(), wrong).found[("", Indicator.AUDIENCE)] is PairState.NOT_FOUND


def test_quotes_are_no_shares() -> None:
    """X has no count of shares, so that none is offered."""
    assert all(SHARE not in indicators for indicators in X().supports.values())


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (recorded("x/made_error_429_code88.json", 429), RateLimited),
        (recorded("x/made_error_429_code88.json", 200), RateLimited),
        (recorded("x/made_error_429_usage_capped.json", 429), QuotaExhausted),
        (recorded("x/made_error_429_usage_capped.json", 403), QuotaExhausted),
        (recorded("x/made_error_invalid_request.json", 400), Permanent),
        (refusal("rate-limit-exceeded", 429), RateLimited),
        (refusal("client-forbidden", 403), AuthExpired),
        (refusal("unsupported-authentication", 403), AuthExpired),
        (refusal("something-new", 403), Permanent),
        (refusal("something-new", 503), Transient),
        (refusal("something-new", 401), AuthExpired),
        (json_reply({"errors": [{"code": 89, "message": "made up"}]}, 401), AuthExpired),
        (json_reply({"errors": [{"code": 130, "message": "made up"}]}, 503), Transient),
        (json_reply({"title": "Payment Required"}, 402), QuotaExhausted),
    ],
)
def test_refusals(reply: HttpReply, kind: type[PlatformFault]) -> None:
    """The type of a problem goes before its status: both a limit and a spent month are 429."""
    fault = fault_of(X(), CALL, reply)
    assert type(fault) is kind
    assert "something-new" not in f"{fault} {fault.code_of}"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ((), None),
        ((("x-rate-limit-reset", "soon"),), None),
        ((("x-rate-limit-reset", str(int(REPLIED_AT.timestamp()) + 90)),), 90),
        ((("x-rate-limit-reset", str(int(REPLIED_AT.timestamp()) - 90)),), 0),
        ((("x-rate-limit-reset", "9999999999"),), 366 * 86_400),
        ((("retry-after", "30"),), 30),
    ],
)
@pytest.mark.parametrize("body", [refusal("rate-limit-exceeded", 429), json_reply({}, 429)])
def test_a_limit_ends_when_its_header_says(
    body: HttpReply, headers: tuple[tuple[str, str], ...], seconds: int | None
) -> None:
    """X says it in seconds since 1970, and mostly without `Retry-After`; where it does not say, nothing is made up."""
    fault = fault_of(X(), CALL, evolve(body, headers=(*body.headers, *headers)))
    assert fault.retry_at == (None if seconds is None else REPLIED_AT + timedelta(seconds=seconds))


def test_the_recorded_header_of_a_limit_is_read() -> None:
    """The header as X sent it in 2022."""
    seen = json.loads(recorded("x/recorded_test_client_get_tweets.json").body)["headers"]
    headers = tuple((name, values[0]) for name, values in seen.items() if name.startswith("x-"))
    at = datetime(2022, 10, 7, 22, 43, 17, tzinfo=UTC)
    fault = fault_of(X(), CALL, HttpReply(status=429, headers=headers, at=at))
    assert fault.retry_at == datetime(2022, 10, 7, 22, 53, 48, tzinfo=UTC)


@pytest.mark.parametrize(("n", "sizes"), [(99, [99]), (100, [100]), (101, [100, 1])])
def test_a_hundred_posts_in_a_call(n: int, sizes: list[int]) -> None:
    """One more than a hundred needs a second call; each call says what its posts cost."""
    calls = X().plan(asked(*map(str, range(1, n + 1)), indicators=EVERY), None)
    assert [len(dict(call.query)["ids"].split(",")) for call in calls] == sizes
    assert [call.cost for call in calls] == [Decimal("0.005") * size for size in sizes]


def test_an_account_costs_more_than_a_post() -> None:
    """An account is one cent."""
    assert ACCOUNT.cost == Decimal("0.010")


@given(st.lists(st.from_regex(r"[1-9][0-9]{0,18}", fullmatch=True), unique=True, max_size=250))
def test_each_post_is_asked_for_once(ids: list[str]) -> None:
    """Every pair stands in one call, whatever the number of posts."""
    request = asked(*ids, indicators=EVERY)
    pairs = Counter((w.key, i) for call in X().plan(request, None) for w in call.about for i in w.indicators)
    assert pairs == Counter(request.pairs)


@pytest.mark.parametrize("account", ["", "a,b", "kim made", "https://x.com/i/web/status/12", "a" * 16])
def test_what_names_no_account_is_not_asked_for(account: str) -> None:
    """A text that is no name is not sent."""
    assert X().plan(evolve(asked(account=account), audience=True), None) == ()


def test_a_problem_that_is_not_known_has_failed() -> None:
    """Of a post with a problem of a kind that X did not document, nothing is known."""
    reply = json_reply({"errors": [problem("something-new", resource_type="tweet", resource_id=POSTS[0])]})
    assert told(X().parse(CALL, reply)) == dict.fromkeys([(POSTS[0], i) for i in EVERY], PairState.FAILED)


@given(mutated([recorded("x/timeline_timeline_tweets.json"), recorded("x/made_posts_new_names_partial_errors.json")]))
def test_a_changed_reply_is_a_page_or_a_fault(reply: HttpReply) -> None:
    """Whatever stands in the place of a part of a reply."""
    assert isinstance(read_or_refused(X(), CALL, reply), MetricPage | PlatformFault)
    assert isinstance(read_or_refused(X(), ACCOUNT, reply), MetricPage | PlatformFault)
