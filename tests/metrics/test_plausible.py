"""Plausible: the contract, which pages are asked for and how, visitors over thirty days, its errors."""

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.monitoring import Indicator
from kimcore.ports import (
    AuthExpired,
    HttpReply,
    MetricPage,
    MetricRequest,
    PairState,
    Permanent,
    PlatformFault,
    RateLimited,
    Transient,
    Wanted,
)
from kimcore.testing import MetricProviderContract
from kimcore.testing.contracts.metrics_walk import walk
from kimcore_plugins.metrics.plausible import Plausible
from tests.metrics.recorded import asked, fault_of, mutated, read_or_refused, told
from tests.metrics.standins import json_reply
from tests.metrics.standins.plausible import made

VIEW, AUDIENCE = Indicator.VIEW, Indicator.AUDIENCE
SITE = "kim-made.example"


class TestPlausible(MetricProviderContract):
    """Every law of the port."""

    provider = Plausible
    scene = made().scene()


class TestOwnService(MetricProviderContract):
    """Every law of the port, where the office runs Plausible itself."""

    provider = Plausible
    scene = evolve(made(), base="https://statistik.dinas.example").scene()


def pages(*links: str, **more: Any) -> MetricRequest:
    """Return the request for the views of pages by their links."""
    contents = tuple(Wanted(key=link, link=link, indicators=frozenset({VIEW})) for link in links)
    return evolve(asked(identity=SITE, **more), contents=contents)


def rows(*seen: tuple[str, Any]) -> HttpReply:
    """Return a reply with the views of pages."""
    return json_reply({"results": [{"dimensions": [path], "metrics": [views]} for path, views in seen]})


@pytest.mark.clause("V.A.output")
def test_visitors_are_those_of_thirty_days() -> None:
    """The day of the request is the last of them, also over the end of a leap February."""
    (call,) = Plausible().plan(evolve(asked(account=SITE), on=date(2028, 3, 15)), None)
    query = json.loads(call.body)
    assert query == {"site_id": SITE, "metrics": ["visitors"], "date_range": ["2028-02-15", "2028-03-15"]}
    page = Plausible().parse(call, json_reply({"results": [{"dimensions": [], "metrics": [310]}]}))
    assert told(page) == {("", AUDIENCE): 310}


def test_the_site_is_the_identity_else_the_host_of_the_account() -> None:
    """Where neither is there nothing is asked."""
    sites = []
    for account, identity in [("https://www.kim-made.example/beranda", ""), ("KIM Made", SITE), ("KIM Made", "")]:
        calls = Plausible().plan(asked(account=account, identity=identity), None)
        sites.append([json.loads(call.body)["site_id"] for call in calls])
    assert sites == [[SITE], [SITE], []]


def test_a_page_is_asked_for_with_and_without_a_last_slash() -> None:
    """Both are one page; where both were seen their views are added."""
    (call,) = Plausible().plan(pages("https://kim-made.example/a/", "https://kim-made.example"), None)
    assert json.loads(call.body)["filters"] == [["is", "event:page", ["/", "/a", "/a/"]]]
    found = told(Plausible().parse(call, rows(("/a", 4), ("/a/", 3), ("/", 9))))
    assert found == {("https://kim-made.example/a/", VIEW): 7, ("https://kim-made.example", VIEW): 9}


@pytest.mark.parametrize("odd", [-1, 1.5, True, "x"])
def test_what_is_no_count_is_not_added(odd: Any) -> None:
    """Where one of two spellings has no count, the pair has failed."""
    (call,) = Plausible().plan(pages("https://kim-made.example/a"), None)
    found = Plausible().parse(call, rows(("/a", 4), ("/a/", odd)))
    assert set(told(found).values()) == {PairState.FAILED}


@pytest.mark.parametrize(
    ("link", "is_asked"),
    [
        ("https://kim-made.example/a", True),
        ("https://www.kim-made.example/a", True),
        ("https://warta.kim-made.example/a", True),
        ("https://kim-made.example/a?utm_source=wa", True),
        ("https://kim-made.example/?p=12", False),
        ("https://other.example/a", False),
        ("https://notkim-made.example/a", False),
        ("catatan lisan", False),
        ("", False),
    ],
)
def test_only_pages_of_the_site_are_asked_for(link: str, is_asked: bool) -> None:
    """The views of another site's page of the same path, or of the page before a query, would be another's."""
    assert len(Plausible().plan(pages(link), None)) == is_asked


def test_a_page_that_was_never_seen_is_not_known() -> None:
    """No row is no figure, and not 0 (R11)."""
    assert walk(Plausible(), made().scene()).found[("third", VIEW)] is PairState.NOT_FOUND


@pytest.mark.parametrize(("n", "sizes"), [(99, [99]), (100, [100]), (101, [100, 1])])
def test_a_hundred_pages_in_a_call(n: int, sizes: list[int]) -> None:
    """One more than a hundred needs a second call."""
    calls = Plausible().plan(pages(*(f"https://{SITE}/{i}" for i in range(n))), None)
    assert [len(call.about) for call in calls] == sizes


@given(st.lists(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), unique=True, max_size=210))
def test_each_page_is_asked_for_once(paths: list[str]) -> None:
    """Every pair stands in one call, whatever the number of pages."""
    request = pages(*(f"https://{SITE}/{path}" for path in paths))
    pairs = Counter((w.key, i) for call in Plausible().plan(request, None) for w in call.about for i in w.indicators)
    assert pairs == Counter(request.pairs)


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, Permanent), (401, AuthExpired), (402, Permanent), (404, Permanent), (429, RateLimited), (500, Transient)],
)
def test_errors(status: int, kind: type[PlatformFault]) -> None:
    """Plausible writes a sentence; the status says what kind of error it is."""
    (call,) = Plausible().plan(pages(f"https://{SITE}/a"), None)
    fault = fault_of(Plausible(), call, json_reply({"error": "made up sentence"}, status))
    assert type(fault) is kind
    assert "sentence" not in str(fault)


@pytest.mark.parametrize(
    "results", [None, {}, [[]], [{"dimensions": ["/a"]}], [{"dimensions": [], "metrics": [1]}], [{"metrics": [1, 2]}]]
)
def test_results_of_another_form_are_refused(results: Any) -> None:
    """Rows without a page, or with more than one count, are no page of figures."""
    (call,) = Plausible().plan(pages(f"https://{SITE}/a"), None)
    assert isinstance(fault_of(Plausible(), call, json_reply({"results": results})), Permanent)


def test_a_page_that_stands_twice_is_refused() -> None:
    """Two rows of one page would be added, or one of them lost."""
    (call,) = Plausible().plan(pages(f"https://{SITE}/a"), None)
    assert isinstance(fault_of(Plausible(), call, rows(("/a", 1), ("/a", 2))), Permanent)


@given(mutated([rows(("/a", 4), ("/b", 2)), json_reply({"results": [{"dimensions": [], "metrics": [310]}]})]))
def test_a_changed_reply_is_a_page_or_a_fault(reply: HttpReply) -> None:
    """Whatever stands in the place of a part of a reply."""
    request = evolve(pages(f"https://{SITE}/a"), audience=True)
    for call in Plausible().plan(request, None):
        assert isinstance(read_or_refused(Plausible(), call, reply), MetricPage | PlatformFault)
