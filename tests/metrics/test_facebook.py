"""Facebook: the contract for both kinds of access, recorded and made replies, posts by id and in lists."""

import json
from collections import Counter
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.links import content_link
from kimcore.monitoring import Indicator
from kimcore.ports import Cursor, HttpCall, MetricPage, MetricRequest, PairState, Permanent, PlatformFault, Wanted
from kimcore.testing import MetricProviderContract
from kimcore.testing.contracts.metrics_walk import walk
from kimcore_plugins.metrics.facebook import Facebook, FacebookApp
from tests.metrics.recorded import asked, fault_of, mutated, read_or_refused, recorded, told
from tests.metrics.standins import ASKED_ON
from tests.metrics.standins.facebook import PAGE, made, made_for_app
from tests.metrics.standins.graph import answered

pytestmark = pytest.mark.clause("V.B.social.facebook")

LIKE, COMMENT, SHARE, VIEW = Indicator.LIKE, Indicator.COMMENT, Indicator.SHARE, Indicator.VIEW
EVERY = (LIKE, COMMENT, SHARE)
ROOT = "https://www.facebook.com"
RECORDED = {
    "10158349356748553": (119, 10, 13),
    "10158347294088553": (124, 6, 17),
    "10158345715593553": (130, 15, 15),
    "10158343840773553": (161, 16, 23),
    "10158333323653553": (168, 15, 49),
}
"""The likes, shares and comments of recorded posts."""


class TestFacebook(MetricProviderContract):
    """Every law of the port, with the token of a page."""

    provider = Facebook
    scene = made().scene()


class TestFacebookApp(MetricProviderContract):
    """Every law of the port, with the token of an app."""

    provider = FacebookApp
    scene = made_for_app().scene()


@pytest.mark.parametrize("most", [1, 2, 3, 5, 100])
@pytest.mark.parametrize("identity", ["", PAGE])
def test_a_page_is_read_whatever_the_size_of_its_lists(identity: str, most: int) -> None:
    """With its number, posts are asked for by their ids; without, all are looked for in the list."""
    scene = made(identity, most).scene()
    done = walk(Facebook(), scene)
    assert done.found == scene.expected
    assert any("ids" in dict(step.call.query) for step in done.steps) == bool(identity)


@pytest.mark.parametrize("account", [PAGE, "kim.made", "https://www.facebook.com/kim.made"])
def test_a_page_is_read_by_an_app_under_its_number_or_name(account: str) -> None:
    """Also from its address."""
    scene = made_for_app(account).scene()
    assert walk(FacebookApp(), scene).found == scene.expected


def wanted(*paths: str, identity: str = PAGE, indicators: tuple[Indicator, ...] = EVERY) -> MetricRequest:
    """Return the request for contents by the paths of their links, which are their keys."""
    contents = tuple(
        Wanted(
            key=path,
            id=content_link(f"{ROOT}/{path}").content_id or "",
            link=f"{ROOT}/{path}",
            indicators=frozenset(indicators),
        )
        for path in paths
    )
    return MetricRequest(kim="3515102", account="kim.made", contents=contents, identity=identity, on=ASKED_ON)


@pytest.mark.parametrize(
    ("path", "is_direct"),
    [
        (f"{PAGE}/posts/5500000001", True),
        (f"{PAGE}/posts/some-slug/5500000001", True),
        ("Kim.Made/posts/5500000001", True),
        (f"permalink.php?story_fbid=5500000001&id={PAGE}", True),
        ("permalink.php?story_fbid=5500000001", False),
        ("other.page/posts/5500000001", False),
        ("200300400500/posts/5500000001", False),
        (f"{PAGE}/posts/pfbid0made1", False),
        (f"{PAGE}/photos/a.1/5500000001", False),
        ("reel/5500000001", False),
        ("groups/kim.made/posts/5500000001/", False),
        ("share/p/1AbCdMade/", False),
    ],
)
def test_a_post_is_asked_for_by_its_id_where_its_link_says_all(path: str, is_direct: bool) -> None:
    """Its number and this page; the id of another page's post is never made up."""
    (call,) = Facebook().plan(wanted(path), None)
    assert dict(call.query).get("ids") == (f"{PAGE}_5500000001" if is_direct else None)
    assert call.url.endswith("v26.0/" if is_direct else f"v26.0/{PAGE}/published_posts")


def test_recorded_posts_have_their_counts() -> None:
    """Likes alone and not all reactions; the list goes on while something is missing."""
    paths = {f"19292868552/posts/{number}": counts for number, counts in RECORDED.items()}
    (call,) = Facebook().plan(wanted(*paths, "reel/123456"), None)
    page = Facebook().parse(call, recorded("facebook/posts_feeds_default_fields_p1.json"))
    columns = zip((LIKE, SHARE, COMMENT), range(3), strict=True)
    assert told(page) == {(path, i): counts[n] for i, n in columns for path, counts in paths.items()}
    assert page.next == (Cursor("after:after"),)
    (call,) = Facebook().plan(wanted(*paths), None)
    assert Facebook().parse(call, recorded("facebook/posts_feeds_default_fields_p1.json")).next == ()


def test_a_recorded_post_that_was_never_shared_has_no_count_of_shares() -> None:
    """It has no like, one other reaction, and no count of shares: the first is 0, the last unknown (R11)."""
    record = json.loads(recorded("facebook/posts_single_post_data.json").body)
    page_id, number = record["id"].split("_")
    request = wanted(f"{page_id}/posts/{number}", identity=page_id)
    (call,) = Facebook().plan(request, None)
    page = Facebook().parse(call, answered({record["id"]: record}))
    (key,) = (w.key for w in request.contents)
    assert told(page) == {(key, LIKE): 0, (key, COMMENT): 0, (key, SHARE): PairState.HIDDEN}
    (reason,) = (o.reason for o in page.outcomes if o.indicator is SHARE)
    assert reason is not None
    assert "never shared" in reason.en


@pytest.mark.clause("V.A.output")
def test_likes_of_a_recorded_page_are_not_its_followers() -> None:
    """The recording has `fan_count` only, of 214,507,731: who likes a page need not follow it."""
    (call,) = Facebook().plan(asked(account="kim.made"), None)
    assert dict(call.query) == {"fields": "id,followers_count"}
    reply = recorded("facebook/pages_single_default_page.json")
    assert told(Facebook().parse(call, reply)) == {("", Indicator.AUDIENCE): PairState.HIDDEN}
    page = json.loads(reply.body) | {"followers_count": 214_000_001}
    assert told(Facebook().parse(call, answered(page))) == {("", Indicator.AUDIENCE): 214_000_001}


def test_made_posts_by_ids_have_their_counts() -> None:
    """Each under its own id."""
    first, second = f"{PAGE}/posts/5500000001", f"{PAGE}/posts/5500000002"
    (call,) = Facebook().plan(wanted(first, second), None)
    assert dict(call.query)["ids"] == f"{PAGE}_5500000001,{PAGE}_5500000002"
    assert told(Facebook().parse(call, recorded("facebook/made_posts_by_ids.json"))) == {
        (first, LIKE): 41,
        (first, SHARE): 12,
        (first, COMMENT): 7,
        (second, LIKE): 3,
        (second, SHARE): PairState.HIDDEN,
        (second, COMMENT): 0,
    }


def call_by_id() -> HttpCall:
    """Return the call for one made-up post by its id."""
    (call,) = Facebook().plan(wanted(f"{PAGE}/posts/5500000001"), None)
    return call


@pytest.mark.parametrize("record", [{"id": f"{PAGE}_5500000002"}, {}, None, [], 7])
def test_a_post_under_the_id_of_another_is_refused(record: Any) -> None:
    """A figure is taken from a record that says of itself what it is."""
    assert type(fault_of(Facebook(), call_by_id(), answered({f"{PAGE}_5500000001": record}))) is Permanent


@pytest.mark.parametrize("value", [-1, True, "x", 1.5, [], {}])
def test_a_malformed_figure_fails_alone(value: Any) -> None:
    """The others of the post are read."""
    record = {"id": f"{PAGE}_5500000001", "shares": {"count": value}, "like": {"summary": {"total_count": 4}}}
    key = call_by_id().about[0].key
    wrong: tuple[Any, ...] = (3, [], "x")
    for comments in wrong:
        reply = answered({record["id"]: record | {"comments": comments}})
        found = told(Facebook().parse(call_by_id(), reply))
        assert found == {(key, LIKE): 4, (key, SHARE): PairState.FAILED, (key, COMMENT): PairState.FAILED}


@pytest.mark.parametrize("lacking", [{}, {"like": None}, {"like": {}}, {"like": {"summary": {}}}])
def test_a_count_without_its_summary_is_unknown(lacking: dict[str, Any]) -> None:
    """Never 0 (R11)."""
    reply = answered({f"{PAGE}_5500000001": {"id": f"{PAGE}_5500000001"} | lacking})
    assert set(told(Facebook().parse(call_by_id(), reply)).values()) == {PairState.HIDDEN}


def test_two_posts_that_one_link_may_mean_are_told_of_neither() -> None:
    """A link that two posts of a list have gives no content the figures of the wrong one."""
    posts = [{"id": f"{PAGE}_{n}", "permalink_url": f"{ROOT}/reel/5500000009/", "shares": {"count": n}} for n in (1, 2)]
    (call,) = Facebook().plan(wanted("reel/5500000009"), None)
    assert Facebook().parse(call, answered({"data": posts})).outcomes == ()


def test_a_short_link_says_that_it_must_be_opened() -> None:
    """It names no post, so that no list can tell of it."""
    (call,) = Facebook().plan(wanted("share/p/1AbCdMade/", indicators=(LIKE,)), None)
    page = Facebook().parse(call, answered({"data": []}))
    assert told(page) == {("share/p/1AbCdMade/", LIKE): PairState.NOT_FOUND}
    assert page.outcomes[0].reason is not None
    assert "open it" in page.outcomes[0].reason.en
    assert page.next == ()


@pytest.mark.parametrize(("n", "sizes"), [(49, [49]), (50, [50]), (51, [50, 1])])
def test_fifty_posts_in_a_call(n: int, sizes: list[int]) -> None:
    """One more than fifty needs a second call."""
    calls = Facebook().plan(wanted(*(f"{PAGE}/posts/{5500000000 + i}" for i in range(n))), None)
    assert [len(dict(call.query)["ids"].split(",")) for call in calls] == sizes


def test_two_links_of_one_post_are_one_id_and_both_told() -> None:
    """The platform refuses an id that stands twice."""
    paths = (f"{PAGE}/posts/5500000001", "kim.made/posts/5500000001")
    (call,) = Facebook().plan(wanted(*paths), None)
    assert dict(call.query)["ids"] == f"{PAGE}_5500000001"
    found = walk(Facebook(), made().scene(), wanted(*paths)).found
    assert {found[(path, LIKE)] for path in paths} == {41}


@given(st.lists(st.integers(100, 10**15), unique=True, max_size=130), st.integers(0, 130))
def test_each_post_is_asked_for_once(numbers: list[int], cut: int) -> None:
    """Every pair stands in one call, by its id or in the list; a page of the list goes on with the list alone."""
    links = [f"{PAGE}/posts/{n}" for n in numbers[:cut]] + [f"reel/{n}" for n in numbers[cut:]]
    request = wanted(*links)
    calls = Facebook().plan(request, None)
    pairs = Counter((w.key, i) for call in calls for w in call.about for i in w.indicators)
    assert pairs == Counter(request.pairs)
    onward = Facebook().plan(request, Cursor("after:QVFI"))
    assert [w.key for call in onward for w in call.about] == links[cut:]


@pytest.mark.parametrize("account", ["", "kim made", "kim/made", "../me", "a" * 101])
def test_what_is_no_name_of_a_page_is_not_asked_for(account: str) -> None:
    """It would be part of an address."""
    with pytest.raises(Permanent, match="page"):
        FacebookApp().plan(evolve(asked(account="x"), account=account), None)


def test_views_are_not_offered() -> None:
    """Tabel 5.3 has none for Facebook, whose metrics of views change with each version."""
    assert all(VIEW not in indicators for indicators in Facebook.supports.values())
    assert Facebook.supports == FacebookApp.supports


REPLIES = [
    evolve(recorded(f"facebook/{name}.json"))
    for name in ("posts_single_post_data", "pages_single_default_page", "made_posts_by_ids", "made_error_190_460")
]
LIST = json.loads(recorded("facebook/posts_feeds_default_fields_p1.json").body)
REPLIES.append(answered({"data": LIST["data"][:1], "paging": LIST["paging"]}))


@given(mutated(REPLIES))
def test_a_changed_reply_is_a_page_or_a_fault(reply: Any) -> None:
    """Whatever stands in the place of a part of a reply, for every call."""
    paths = (f"{PAGE}/posts/5500000001", f"{PAGE}/posts/5500000002", "19292868552/posts/10158349356748553")
    for provider in (Facebook(), FacebookApp()):
        for call in provider.plan(evolve(wanted(*paths), audience=True), None):
            assert isinstance(read_or_refused(provider, call, reply), MetricPage | PlatformFault)
