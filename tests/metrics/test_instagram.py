"""Instagram: the contract for both kinds of access, recorded and made replies, insights, pages of media."""

import json
from collections import Counter
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import (
    Cursor,
    HttpCall,
    MetricPage,
    MetricProvider,
    MetricRequest,
    PairState,
    Permanent,
    PlatformFault,
    Wanted,
)
from kimcore.testing import MetricProviderContract
from kimcore.testing.contracts.metrics_walk import as_sent, walk
from kimcore_plugins.metrics.instagram import Instagram, InstagramApp
from tests.metrics.recorded import asked, fault_of, mutated, read_or_refused, recorded, told
from tests.metrics.standins import MadeContent, StandIn
from tests.metrics.standins.graph import answered, error
from tests.metrics.standins.instagram import OWN_ID, InstagramStandIn, made, made_for_app

pytestmark = pytest.mark.clause("V.B.social.instagram")

LIKE, COMMENT, SHARE, VIEW = Indicator.LIKE, Indicator.COMMENT, Indicator.SHARE, Indicator.VIEW
EVERY = (LIKE, COMMENT, SHARE, VIEW)
OFFICE = "17841400000000777"
INSIGHTS = Cursor("insights:17900000000000001:MadeAAAAAA1:shares:views")


def there(stand_in: InstagramStandIn) -> InstagramStandIn:
    """Return a stand-in that is asked only for what can be told of from a reply."""
    return evolve(stand_in, contents=tuple(c for c in stand_in.contents if c.key != "gone"))


class TestInstagram(MetricProviderContract):
    """Every law of the port, with a token of Instagram Login."""

    provider = Instagram
    scene = there(made()).scene()


class TestInstagramApp(MetricProviderContract):
    """Every law of the port, by business discovery."""

    provider = InstagramApp
    scene = made_for_app().scene()


@pytest.mark.parametrize("most", [1, 2, 3, 4, 5, 100])
@pytest.mark.parametrize("identity", ["", OWN_ID])
def test_an_account_is_read_whatever_the_size_of_its_pages(identity: str, most: int) -> None:
    """At either host; what is gone is not found when the last page was read."""
    scene = made(identity, most).scene()
    done = walk(Instagram(), scene)
    assert done.found == scene.expected
    host = "graph.facebook.com" if identity else "graph.instagram.com"
    assert {step.call.url.split("/")[2] for step in done.steps} == {host}


@pytest.mark.parametrize("most", [1, 3, 4, 100])
def test_another_account_is_read_whatever_the_size_of_its_pages(most: int) -> None:
    """By business discovery, where pages have no next address."""
    scene = made_for_app(most).scene()
    assert walk(InstagramApp(), scene).found == scene.expected


def test_reading_ends_where_everything_was_found() -> None:
    """An account with many media is not read to its end for the sake of the newest."""
    stand_in = made(most=1)
    newest = evolve(stand_in.request(audience=False), contents=stand_in.request().contents[:1])
    paths = [step.call.url.rsplit("/", 1)[1] for step in walk(Instagram(), stand_in.scene(), newest).steps]
    assert paths == ["media", "insights"]


def first_call(provider: MetricProvider, request: MetricRequest) -> HttpCall:
    """Return the call for the first page of media."""
    return provider.plan(request, None)[-1]


def test_recorded_media_have_their_counts() -> None:
    """By the code of their own link; shares and views follow from a cursor for each."""
    codes = ("CtZs0Y3v2lx", "CscAR5EsRgA", "CsUe2iqpQif")
    call = first_call(Instagram(), asked(*codes, indicators=EVERY))
    page = Instagram().parse(call, recorded("instagram/airbyte_media_records.json"))
    likes, comments = dict(zip(codes, (9, 7, 13), strict=True)), dict(zip(codes, (2, 0, 0), strict=True))
    assert told(page) == {(code, LIKE): n for code, n in likes.items()} | {(c, COMMENT): n for c, n in comments.items()}
    ids = ("17884386203808767", "17864256500936159", "17964324206288599")
    pairs = zip(ids, codes, strict=True)
    assert page.next == tuple(Cursor(f"insights:{id}:{code}:shares:views") for id, code in pairs)


def test_a_recorded_page_goes_on() -> None:
    """Likes of 0 are 0; the page has a next one, which is read as long as something is missing."""
    codes = ("CSgf9BChwVq", "CSgdWACBeKr")
    page = Instagram().parse(
        first_call(Instagram(), asked(*codes, "CSgdWACBeKR", indicators=(LIKE, COMMENT))),
        recorded("instagram/users_medias_p1.json"),
    )
    figures = {(codes[0], LIKE): 0, (codes[0], COMMENT): 0, (codes[1], LIKE): 2, (codes[1], COMMENT): 6}
    assert told(page) == figures
    assert page.next == (Cursor("after:after"),)
    all_told = first_call(Instagram(), asked(*codes, indicators=(LIKE, COMMENT)))
    assert Instagram().parse(all_told, recorded("instagram/users_medias_p1.json")).next == ()


def test_recorded_media_of_another_account_have_their_counts() -> None:
    """By business discovery."""
    codes = ("CSr71Gzlqo4", "CSpNPqgFxE0")
    request = asked(*codes, "Missing1", indicators=(LIKE, COMMENT), identity=OFFICE, account="facebookfordevelopers")
    page = InstagramApp().parse(first_call(InstagramApp(), request), recorded("instagram/discovery_medias_p1.json"))
    figures = {(codes[0], LIKE): 87, (codes[0], COMMENT): 11, (codes[1], LIKE): 186, (codes[1], COMMENT): 16}
    assert told(page) == figures
    assert page.next == (Cursor("after:after"),)


@pytest.mark.clause("V.A.output")
def test_a_recorded_account_has_its_followers() -> None:
    """With its own token, and by business discovery."""
    own, *_ = Instagram().plan(asked(account="kim_made"), None)
    page = Instagram().parse(own, recorded("instagram/users_user_fields.json"))
    assert told(page) == {("", Indicator.AUDIENCE): 64_363}
    app, *_ = InstagramApp().plan(asked(account="kim_made", identity=OFFICE), None)
    account = json.loads(recorded("instagram/users_user_fields.json").body)
    page = InstagramApp().parse(app, answered({"business_discovery": account, "id": OFFICE}))
    assert told(page) == {("", Indicator.AUDIENCE): 64_363}


def insights_call(*indicators: Indicator) -> HttpCall:
    """Return the call for the insights of the first made-up medium."""
    (call,) = Instagram().plan(asked("MadeAAAAAA1", indicators=indicators), INSIGHTS)
    return call


def test_made_insights_have_their_figures() -> None:
    """Shares and views, each by its name."""
    page = Instagram().parse(insights_call(*EVERY), recorded("instagram/made_insights_shares_views.json"))
    assert told(page) == {("MadeAAAAAA1", SHARE): 12, ("MadeAAAAAA1", VIEW): 905}
    assert page.next == ()


def test_an_empty_set_of_insights_is_unknown_and_not_zero() -> None:
    """Instagram says so of media that are too new, too old, or seen too little (R11)."""
    page = Instagram().parse(insights_call(*EVERY), recorded("instagram/made_insights_empty.json"))
    assert told(page) == {("MadeAAAAAA1", SHARE): PairState.HIDDEN, ("MadeAAAAAA1", VIEW): PairState.HIDDEN}


def test_recorded_insights_are_read_in_their_form() -> None:
    """The recording is of another metric; under the name of one that is asked for, its figure is read."""
    reply = recorded("instagram/medias_insights_new.json")
    cursor = Cursor("insights:18035507131611621:MadeAAAAAA1:shares:views")
    (call,) = Instagram().plan(asked("MadeAAAAAA1", indicators=(SHARE,)), cursor)
    assert told(Instagram().parse(call, reply)) == {("MadeAAAAAA1", SHARE): PairState.HIDDEN}
    record = json.loads(reply.body)["data"][0] | {"name": "shares"}
    without_values = {name: part for name, part in record.items() if name != "values"}
    for form in (record, without_values):
        assert told(Instagram().parse(call, answered({"data": [form]}))) == {("MadeAAAAAA1", SHARE): 11}


@pytest.mark.parametrize(
    "data",
    [
        [{"name": "shares", "values": [{"value": 1}], "id": "17900000000000002/insights/shares/lifetime"}],
        [{"name": "shares", "values": [{"value": 1}]}, {"name": "shares", "values": [{"value": 2}]}],
        [{"values": [{"value": 1}]}],
        {"shares": 1},
        None,
    ],
)
def test_insights_of_another_medium_or_form_are_refused(data: Any) -> None:
    """A figure is never taken from a reply that is not of the medium asked for."""
    assert type(fault_of(Instagram(), insights_call(SHARE), answered({"data": data}))) is Permanent


@pytest.mark.parametrize("values", [[{"value": -1}], [{"value": True}], [{"value": "x"}], [1], [{}, {}], {"value": 3}])
def test_a_malformed_figure_fails_alone(values: Any) -> None:
    """The other metric of the reply is read."""
    data = [{"name": "shares", "values": values}, {"name": "views", "values": [{"value": 5}]}]
    page = Instagram().parse(insights_call(SHARE, VIEW), answered({"data": data}))
    assert told(page) == {("MadeAAAAAA1", SHARE): PairState.FAILED, ("MadeAAAAAA1", VIEW): 5}


@pytest.mark.parametrize(
    ("product", "form", "state", "metrics"),
    [
        ("REELS", "VIDEO", None, "shares:views"),
        ("FEED", "IMAGE", None, "shares:views"),
        ("FEED", "CAROUSEL_ALBUM", None, "shares:views"),
        ("FEED", "VIDEO", PairState.UNSUPPORTED, ""),
        ("AD", "IMAGE", PairState.FAILED, ""),
        (None, "IMAGE", PairState.FAILED, ""),
        ([], {}, PairState.FAILED, ""),
    ],
)
def test_the_kind_of_a_medium_decides_what_is_asked(
    product: Any, form: Any, state: PairState | None, metrics: str
) -> None:
    """One metric that is not valid would fail the whole call, so none is asked that is not known to be."""
    medium = {"id": "17900000000000001", "permalink": "https://www.instagram.com/p/MadeAAAAAA1/", "like_count": 4}
    record = medium | {"media_product_type": product, "media_type": form}
    page = Instagram().parse(
        first_call(Instagram(), asked("MadeAAAAAA1", indicators=(LIKE, SHARE, VIEW))), answered({"data": [record]})
    )
    left = {("MadeAAAAAA1", SHARE): state, ("MadeAAAAAA1", VIEW): state} if state else {}
    assert told(page) == {("MadeAAAAAA1", LIKE): 4} | left
    assert page.next == ((Cursor(f"insights:17900000000000001:MadeAAAAAA1:{metrics}"),) if metrics else ())


def test_metrics_that_are_refused_together_are_asked_apart() -> None:
    """One that the platform does not take leaves the other its figure."""
    page = Instagram().parse(insights_call(*EVERY), error(100))
    shares, views = page.next
    (call,) = Instagram().plan(asked("MadeAAAAAA1", indicators=EVERY), views)
    assert dict(call.query) == {"metric": "views"}
    assert type(fault_of(Instagram(), call, error(100))) is Permanent
    (call,) = Instagram().plan(asked("MadeAAAAAA1", indicators=EVERY), shares)
    assert dict(call.query) == {"metric": "shares"}
    assert type(fault_of(Instagram(), insights_call(SHARE), error(100))) is Permanent


def test_a_medium_of_before_the_account_was_professional_is_not_permitted() -> None:
    """Only its insights are refused."""
    page = Instagram().parse(insights_call(*EVERY), recorded("instagram/error_100_2108006_before_business.json", 400))
    assert told(page) == {(("MadeAAAAAA1"), i): PairState.NOT_PERMITTED for i in (SHARE, VIEW)}


def test_insights_are_asked_only_where_they_are_wanted() -> None:
    """Neither for other indicators, nor for other media."""
    assert Instagram().plan(asked("MadeAAAAAA1", indicators=(LIKE, COMMENT)), INSIGHTS) == ()
    assert Instagram().plan(asked("madeaaaaaa1", indicators=EVERY), INSIGHTS) == ()


def test_codes_are_told_apart_by_their_case() -> None:
    """Two codes that differ by case alone are two media."""
    scene = made(most=100).scene()
    done = walk(Instagram(), scene)
    assert done.found[("https://www.instagram.com/reel/MadeAAAAAA1/", VIEW)] == 905
    assert done.found[("second", VIEW)] == 77


def test_two_links_of_one_medium_are_both_told() -> None:
    """A reel and a post of one code are one medium with two keys; its insights are asked once."""
    links = ("https://www.instagram.com/p/MadeAAAAAA1/", "https://www.instagram.com/reel/MadeAAAAAA1/")
    wanted = {links[0]: (LIKE, SHARE), links[1]: (COMMENT, VIEW)}
    contents = tuple(Wanted(key=link, link=link, indicators=frozenset(i)) for link, i in wanted.items())
    request = evolve(asked(), contents=contents)
    done = walk(Instagram(), made().scene(), request)
    assert done.found == {(links[0], LIKE): 41, (links[0], SHARE): 12, (links[1], COMMENT): 7, (links[1], VIEW): 905}
    insights = [step.call for step in done.steps if step.call.url.endswith("insights")]
    assert [dict(call.query)["metric"] for call in insights] == ["shares,views"]
    assert insights[0].is_batch


def test_a_short_link_says_that_it_must_be_opened() -> None:
    """It names no medium, so that no list can tell of it."""
    short = Wanted(key="short", link="https://www.instagram.com/share/MadeFFFFF6", indicators=frozenset({LIKE}))
    call = first_call(Instagram(), evolve(asked(), contents=(short,)))
    page = Instagram().parse(call, answered({"data": [], "paging": {}}))
    assert told(page) == {("short", LIKE): PairState.NOT_FOUND}
    assert page.outcomes[0].reason is not None
    assert "open it" in page.outcomes[0].reason.en
    assert page.next == ()


@pytest.mark.parametrize(
    "account", ["", "kim made", "a){id}", "kim,x", "a" * 31, "https://www.instagram.com/p/MadeAAAAAA1/"]
)
def test_what_is_no_username_is_not_asked_for(account: str) -> None:
    """A name stands in an expression, which it must not be able to end."""
    with pytest.raises(Permanent, match="username"):
        InstagramApp().plan(evolve(asked(account="x", identity=OFFICE), account=account), None)


def test_the_office_must_say_who_it_is() -> None:
    """Business discovery is asked of the office's own account."""
    with pytest.raises(Permanent, match="identity"):
        InstagramApp().plan(asked(account="kim_made"), None)


@pytest.mark.parametrize("place", ["", "a)", "a b", "a{b}", "x" * 2001, 7, []])
def test_a_cursor_of_another_form_is_refused(place: Any) -> None:
    """It would stand in an expression too."""
    reply = {"data": [], "paging": {"cursors": {"after": place}, "next": "https://made.example/"}}
    call = first_call(Instagram(), asked("MadeAAAAAA1", indicators=(LIKE,)))
    assert type(fault_of(Instagram(), call, answered(reply))) is Permanent


def test_an_account_without_media_has_none_of_them() -> None:
    """Business discovery leaves an empty list out."""
    stand_in = evolve(made_for_app(), contents=made_for_app().contents[-2:])
    assert walk(InstagramApp(), stand_in.scene()).found == stand_in.expected()


def test_an_account_that_is_not_professional_is_not_found() -> None:
    """Instagram does not tell it from one that is not there."""
    scene = made_for_app().scene()
    found = walk(InstagramApp(), scene, evolve(scene.request, account="@other")).found
    assert set(found.values()) == {PairState.NOT_FOUND, PairState.UNSUPPORTED}


def test_shares_and_views_are_not_offered_to_the_office() -> None:
    """No share is in business discovery, and its count of views was never seen."""
    given = {i for kind, indicators in InstagramApp.supports.items() if kind for i in indicators}
    assert given == {LIKE, COMMENT}


@pytest.mark.parametrize(("n", "pages"), [(99, 1), (100, 1), (101, 2)])
def test_a_hundred_media_in_a_page(n: int, pages: int) -> None:
    """One more than a hundred needs a second page."""
    contents = tuple(
        MadeContent(key=f"k{i}", id=f"Made{i:07}", kind=ContentKind.PHOTO, figures={LIKE: i}) for i in range(n)
    )
    stand_in: StandIn = evolve(made(most=100), contents=contents)
    done = walk(Instagram(), stand_in.scene(), stand_in.request(audience=False))
    assert len(done.steps) == pages
    assert done.found == stand_in.expected(audience=False)


@given(st.lists(st.from_regex(r"[A-Za-z0-9_-]{11}", fullmatch=True), unique=True, max_size=120))
def test_each_medium_is_looked_for_once(codes: list[str]) -> None:
    """Every pair stands in one call, whatever the number of media."""
    request = asked(*codes, indicators=EVERY, identity=OFFICE, account="kim_made")
    for provider in (Instagram(), InstagramApp()):
        part = request if provider.access is Instagram.access else request.only({(c, LIKE) for c in codes})
        pairs = Counter((w.key, i) for call in provider.plan(part, None) for w in call.about for i in w.indicators)
        assert pairs == Counter(pair for pair in part.pairs if pair[0])


REPLIES = [
    recorded(f"instagram/{name}.json")
    for name in ("airbyte_media_records", "users_medias_p1", "users_user_fields", "discovery_medias_p1")
] + [recorded(f"instagram/made_{name}.json") for name in ("insights_shares_views", "error_100_33", "error_2_transient")]


@given(mutated(REPLIES))
def test_a_changed_reply_is_a_page_or_a_fault(reply: Any) -> None:
    """Whatever stands in the place of a part of a reply, for every call."""
    request = asked("CtZs0Y3v2lx", "CSgf9BChwVq", "CSr71Gzlqo4", indicators=EVERY, account="kim_made", identity=OFFICE)
    insights = Instagram().plan(asked("MadeAAAAAA1", indicators=EVERY), INSIGHTS)
    for provider in (Instagram(), InstagramApp()):
        for call in (*provider.plan(request, None), *(insights if provider.name == "instagram" else ())):
            assert isinstance(read_or_refused(provider, call, reply), MetricPage | PlatformFault)


def test_no_call_has_a_token_or_a_secret() -> None:
    """The token goes into the header, whoever makes the call puts it there."""
    calls = [step.call for step in walk(Instagram(), made().scene()).steps]
    assert all(call.token.header == "Authorization" and call.token.prefix == "Bearer " for call in calls)
    assert not any("access_token" in f"{as_sent(call).url}{as_sent(call).query}" for call in calls)
