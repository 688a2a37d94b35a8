"""Matomo: the contract, its posted forms, visitors over thirty days, pages one by one, and its errors in words."""

from datetime import date
from typing import Any
from urllib.parse import parse_qsl

import pytest
from attrs import evolve
from hypothesis import given

from kimcore.monitoring import Indicator
from kimcore.ports import (
    AuthExpired,
    HttpCall,
    HttpReply,
    MetricPage,
    MetricRequest,
    PairState,
    Permanent,
    PlatformFault,
    TokenPlace,
    Transient,
    Wanted,
)
from kimcore.testing import MetricProviderContract
from kimcore.testing.contracts.metrics_walk import walk
from kimcore_plugins.metrics.matomo import Matomo
from tests.metrics.recorded import asked, fault_of, mutated, read_or_refused, told
from tests.metrics.standins import json_reply
from tests.metrics.standins.matomo import error, made

VIEW, AUDIENCE = Indicator.VIEW, Indicator.AUDIENCE
BASE = "https://matomo.dinas.example/statistik/"


class TestMatomo(MetricProviderContract):
    """Every law of the port."""

    provider = Matomo
    scene = made().scene()


def pages(*links: str) -> MetricRequest:
    """Return the request for the views of pages by their links."""
    contents = tuple(Wanted(key=link, link=link, indicators=frozenset({VIEW})) for link in links)
    return evolve(asked(identity="9", base=BASE), contents=contents)


def form_of(call: HttpCall) -> dict[str, str]:
    """Return the fields of a call's form."""
    return dict(parse_qsl(call.body.decode(), strict_parsing=True))


@pytest.fixture
def page() -> HttpCall:
    """Return the call for one page."""
    (call,) = Matomo().plan(pages("https://kim-made.example/a/"), None)
    return call


@pytest.fixture
def site() -> HttpCall:
    """Return the call for the visitors of a site."""
    (call,) = Matomo().plan(asked(account="kim-made.example", identity="9", base=BASE), None)
    return call


@pytest.mark.clause("V.A.output")
def test_visitors_are_the_different_ones_of_thirty_days(site: HttpCall) -> None:
    """The day of the request is the last of them."""
    assert form_of(site) == {
        "module": "API",
        "method": "VisitsSummary.getUniqueVisitors",
        "format": "JSON",
        "idSite": "9",
        "period": "range",
        "date": "2026-10-26,2026-11-24",
    }
    assert told(Matomo().parse(site, json_reply({"value": 275}))) == {("", AUDIENCE): 275}


def test_the_token_goes_into_the_form(page: HttpCall, site: HttpCall) -> None:
    """Both calls are posted to the service of the office, and leave the field of the token free."""
    for call in (page, site):
        assert (call.method, call.url) == ("POST", "https://matomo.dinas.example/statistik/index.php")
        assert call.token == TokenPlace(form_field="token_auth")
        assert "token_auth" not in form_of(call)


@pytest.mark.parametrize(
    ("link", "sent"),
    [
        ("https://kim-made.example/a/", "https://kim-made.example/a/"),
        (" https://kim-made.example/?p=12#isi ", "https://kim-made.example/?p=12"),
        ("kim-made.example/a", "https://kim-made.example/a"),
        ("catatan lisan", None),
        ("", None),
    ],
)
def test_a_page_is_asked_for_by_its_address(link: str, sent: str | None) -> None:
    """As it was noted, for a last slash and a query are part of it; what is no address is not asked for."""
    assert [form_of(call).get("pageUrl") for call in Matomo().plan(pages(link), None)] == ([sent] if sent else [])


def test_a_page_has_its_views(page: HttpCall) -> None:
    """Views since counting began, not the visits in which it was seen."""
    rows = [{"label": "/a", "nb_visits": 3, "nb_hits": 61}]
    assert form_of(page)["date"] == "2008-01-01,2026-11-24"
    assert told(Matomo().parse(page, json_reply(rows))) == {("https://kim-made.example/a/", VIEW): 61}


def test_a_page_without_a_row_is_not_known(page: HttpCall) -> None:
    """No row is no figure, and not 0 (R11)."""
    assert Matomo().parse(page, json_reply([])) == MetricPage()


def test_the_day_of_the_request_is_the_last() -> None:
    """A request for another day asks for another range."""
    request = evolve(asked(account="x", identity="9", base=BASE), on=date(2028, 3, 1))
    (call,) = Matomo().plan(request, None)
    assert form_of(call)["date"] == "2028-02-01,2028-03-01"


@pytest.mark.parametrize(("identity", "base"), [("", BASE), ("9", ""), ("", "")])
def test_without_the_address_or_the_number_nothing_is_asked(identity: str, base: str) -> None:
    """Both come with the token."""
    assert Matomo().plan(asked(account="x", identity=identity, base=base), None) == ()


def test_a_matomo_that_counts_no_visitors_over_days_hides_them() -> None:
    """The reason names the setting; the views of pages are given all the same."""
    found = walk(Matomo(), evolve(made(), counts_unique=False).scene()).found
    assert found[("", AUDIENCE)] is PairState.HIDDEN
    assert found[("first", VIEW)] == 61


def test_a_site_that_the_token_may_not_see_is_not_permitted() -> None:
    """Nothing of it is known; the token itself is sound."""
    asking = evolve(made(), identity="8")
    found = walk(Matomo(), evolve(made().scene(), request=asking.request())).found
    assert {found[("", AUDIENCE)], found[("first", VIEW)], found[("third", VIEW)]} == {PairState.NOT_PERMITTED}


@pytest.mark.parametrize(
    ("message", "status", "kind"),
    [
        ("Unable to authenticate with the provided token. It is either invalid or expired.", 200, AuthExpired),
        ("made up sentence", 200, Permanent),
        ("made up sentence", 400, Permanent),
        ("made up sentence", 500, Transient),
        (None, 200, Permanent),
    ],
)
def test_errors(page: HttpCall, message: Any, status: int, kind: type[PlatformFault]) -> None:
    """Matomo writes a sentence, with status 200 too; one that is not known is told by its status."""
    fault = fault_of(Matomo(), page, error(message, status))
    assert type(fault) is kind
    assert "sentence" not in str(fault)


@pytest.mark.parametrize("body", [{}, {"rows": 1}, [1], [{"nb_hits": 1}, {"nb_hits": 2}], [[{"nb_hits": 1}]]])
def test_replies_of_another_form_are_refused(page: HttpCall, body: Any) -> None:
    """A page has one row or none."""
    assert isinstance(fault_of(Matomo(), page, json_reply(body)), Permanent)


@given(mutated([json_reply([{"label": "/a", "nb_hits": 61}]), json_reply({"value": 275}), error("made up")]))
def test_a_changed_reply_is_a_page_or_a_fault(reply: HttpReply) -> None:
    """Whatever stands in the place of a part of a reply."""
    for call in Matomo().plan(evolve(pages("https://kim-made.example/a"), audience=True), None):
        assert isinstance(read_or_refused(Matomo(), call, reply), MetricPage | PlatformFault)
