"""Graph, of Instagram and Facebook alike: every error by its code, one version, limits that end, the stand-in."""

import json
from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve

from kimcore.monitoring import Indicator
from kimcore.ports import (
    AuthExpired,
    HttpCall,
    HttpReply,
    MetricPage,
    MetricProvider,
    MetricRequest,
    PairState,
    Permanent,
    PlatformFault,
    RateLimited,
    Transient,
    Wanted,
)
from kimcore_plugins.metrics.facebook import Facebook, FacebookApp
from kimcore_plugins.metrics.graph import VERSION
from kimcore_plugins.metrics.instagram import Instagram, InstagramApp
from tests.metrics.recorded import fault_of, recorded, told
from tests.metrics.standins import ASKED_ON, REPLIED_AT, json_reply
from tests.metrics.standins.graph import answered, error, fields_of

PROVIDERS: tuple[MetricProvider, ...] = (Instagram(), InstagramApp(), Facebook(), FacebookApp())
CONTENTS = tuple(Wanted(key=key, id=f"9{key}00001", indicators=frozenset({Indicator.LIKE})) for key in ("1", "2"))
REQUEST = MetricRequest(kim="3515102", account="kim.made", contents=CONTENTS, identity="17841400000000001", on=ASKED_ON)
PAGE = "https://www.facebook.com/100200300400"
SEVERAL = MetricRequest(
    kim="3515102",
    account="kim.made",
    contents=tuple(
        Wanted(
            key=key, link=f"https://www.facebook.com/100200300400/posts/{key}", indicators=frozenset({Indicator.LIKE})
        )
        for key in ("5500000001", "5500000002")
    ),
    identity="100200300400",
    on=ASKED_ON,
)


def call_of(provider: MetricProvider) -> HttpCall:
    """Return the call of a provider for the first page of a list."""
    return provider.plan(REQUEST, None)[-1]


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda p: p.name)
@pytest.mark.parametrize(
    ("codes", "kind"),
    [
        ((1, None), Transient),
        ((2, None), Transient),
        ((3, None), Permanent),
        ((4, None), RateLimited),
        ((17, None), RateLimited),
        ((32, None), RateLimited),
        ((341, None), RateLimited),
        ((613, None), RateLimited),
        ((80001, None), RateLimited),
        ((80002, None), RateLimited),
        ((100, None), Permanent),
        ((102, None), AuthExpired),
        ((190, None), AuthExpired),
        ((190, 458), AuthExpired),
        ((190, 460), AuthExpired),
        ((190, 463), AuthExpired),
        ((199, None), Permanent),
        ((300, None), Permanent),
        ((368, None), Permanent),
    ],
)
def test_an_error_is_a_fault_by_its_code(
    provider: MetricProvider, codes: tuple[int, int | None], kind: type[PlatformFault]
) -> None:
    """Whatever its status: limits do not come as 429, and a dead token not always as 401."""
    for status in (200, 400, 403):
        fault = fault_of(provider, call_of(provider), error(*codes, status=status))
        assert type(fault) is kind
        assert fault.code_of.partition("/")[0] == str(codes[0])
        assert "made up" not in f"{fault!r}{fault}"


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda p: p.name)
@pytest.mark.parametrize(
    ("codes", "state"),
    [
        ((10, None), PairState.NOT_PERMITTED),
        ((200, None), PairState.NOT_PERMITTED),
        ((299, None), PairState.NOT_PERMITTED),
        ((100, 2108006), PairState.NOT_PERMITTED),
        ((100, 33), PairState.NOT_FOUND),
        ((110, 2207013), PairState.NOT_FOUND),
        ((803, None), PairState.NOT_FOUND),
    ],
)
def test_an_error_that_is_a_state_is_one_of_every_pair(
    provider: MetricProvider, codes: tuple[int, int | None], state: PairState
) -> None:
    """Of the contents of a list, or of the account; each with its reason."""
    page = provider.parse(call_of(provider), error(*codes))
    assert told(page) == {(key, Indicator.LIKE): state for key in ("1", "2")}
    assert all(outcome.reason for outcome in page.outcomes)
    page = provider.parse(HttpCall(url="https://graph.facebook.com/"), error(*codes))
    assert told(page) == {("", Indicator.AUDIENCE): state}


def test_an_error_of_one_post_of_several_is_a_fault() -> None:
    """One bad id fails all, so that each is asked for alone."""
    (call,) = Facebook().plan(SEVERAL, None)
    assert call.is_batch
    for codes in ((100, 33), (10, None), (100, 2108006), (803, None)):
        assert type(fault_of(Facebook(), call, error(*codes))) is Permanent
    (alone,) = Facebook().plan(SEVERAL.only({("5500000001", Indicator.LIKE)}), None)
    assert not alone.is_batch
    assert told(Facebook().parse(alone, error(100, 33))) == {("5500000001", Indicator.LIKE): PairState.NOT_FOUND}


@pytest.mark.parametrize(("code", "kind"), [(100, Transient), (999, Transient), (4, RateLimited), (190, AuthExpired)])
def test_what_passes_is_said_to_pass(code: int, kind: type[PlatformFault]) -> None:
    """`is_transient` counts only where the code says nothing stronger; only true counts."""
    call = call_of(Facebook())
    assert type(fault_of(Facebook(), call, error(code, is_transient=True))) is kind
    assert type(fault_of(Facebook(), call, error(100, is_transient="true"))) is Permanent


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("facebook/made_error_190_460", AuthExpired),
        ("facebook/error_100_missing_permission", Permanent),
        ("instagram/made_error_2_transient", Transient),
        ("instagram/error_100_2108006_before_business", PairState.NOT_PERMITTED),
        ("instagram/made_error_100_33", PairState.NOT_FOUND),
        ("instagram/made_error_110_2207013", PairState.NOT_FOUND),
    ],
)
def test_recorded_errors(name: str, kind: type[PlatformFault] | PairState) -> None:
    """Each is read as the same by all four providers."""
    for provider in PROVIDERS:
        call, reply = call_of(provider), recorded(f"{name}.json", 400)
        if isinstance(kind, PairState):
            assert set(told(provider.parse(call, reply)).values()) == {kind}
        else:
            assert type(fault_of(provider, call, reply)) is kind


@pytest.mark.parametrize(
    ("status", "kind"), [(401, AuthExpired), (429, RateLimited), (500, Transient), (503, Transient), (400, Permanent)]
)
@pytest.mark.parametrize("held", [{"code": 999}, {"code": "190"}, {"code": True}, {"code": -1}, {}, "made up", None, 7])
def test_an_error_without_a_known_code_is_read_by_its_status(status: int, kind: type[PlatformFault], held: Any) -> None:
    """A code must be a number; what the platform wrote is not repeated."""
    fault = fault_of(Instagram(), call_of(Instagram()), answered({"error": held}, status))
    assert type(fault) is kind
    assert "made up" not in f"{fault!r}{fault}{fault.code_of}"


@pytest.mark.parametrize("status", [400, 403, 404])
def test_an_error_cut_short_may_be_whole_at_another_try(status: int) -> None:
    """Graph explains these in an object; without any body the status is all there is."""
    whole = error(100, 33, status=status)
    for cut in (1, len(whole.body) // 2, len(whole.body) - 1):
        assert type(fault_of(Facebook(), call_of(Facebook()), evolve(whole, body=whole.body[:cut]))) is Transient
    assert type(fault_of(Facebook(), call_of(Facebook()), evolve(whole, body=b""))) is Permanent


def used(*minutes: object) -> str:
    """Return the header in which Graph says how far its limits for businesses are used."""
    uses = [{"type": "pages", "call_count": 100, "estimated_time_to_regain_access": n} for n in minutes]
    return json.dumps({"100200300400": uses, "made": [], "up": None})


@pytest.mark.parametrize(
    ("headers", "minutes"),
    [
        ((("x-business-use-case-usage", used(0)),), None),
        ((("x-business-use-case-usage", used(1)),), 1),
        ((("x-business-use-case-usage", used(0, 19, 5)),), 19),
        ((("x-business-use-case-usage", used(10**12)),), 366 * 24 * 60),
        ((("x-business-use-case-usage", used("19", -1, True, None, 1.5)),), None),
        ((("x-business-use-case-usage", "[]"),), None),
        ((("x-business-use-case-usage", "{"),), None),
        ((("x-business-use-case-usage", "[" * 100_000),), None),
        ((("retry-after", "120"),), 2),
        ((("retry-after", "120"), ("x-business-use-case-usage", used(3))), 3),
        ((), None),
    ],
)
def test_a_limit_ends_when_its_header_says(headers: tuple[tuple[str, str], ...], minutes: int | None) -> None:
    """The longest wait of all uses, a year at most; where nothing is said, nothing is made up."""
    reply = error(32)
    fault = fault_of(Facebook(), call_of(Facebook()), evolve(reply, headers=(*reply.headers, *headers)))
    assert fault.retry_at == (None if minutes is None else REPLIED_AT + timedelta(minutes=minutes))


def versioned(version: str) -> HttpReply:
    """Return an empty page of another version."""
    return json_reply({"data": []}, headers={"Facebook-API-Version": version})


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda p: p.name)
def test_the_version_is_in_every_address(provider: MetricProvider) -> None:
    """One version, which is asked for by name."""
    request = evolve(REQUEST, audience=True)
    assert {call.url.split("/")[3] for call in provider.plan(request, None)} == {VERSION}


@pytest.mark.parametrize("version", ["v25.0", "v27.0", "v26.1", "made up canary"])
def test_a_reply_of_another_version_is_a_fault(version: str) -> None:
    """An expired version is answered as a later one without a word: the figures may mean something else."""
    for provider in (Instagram(), Facebook()):
        fault = fault_of(provider, call_of(provider), versioned(version))
        assert type(fault) is Permanent
        assert VERSION in str(fault)
        assert "canary" not in f"{fault!r}{fault}{fault.code_of}"


def test_a_reply_of_the_version_or_of_none_is_read() -> None:
    """Something on the way may have taken the header off."""
    for version in (VERSION, f" {VERSION} ", ""):
        assert Facebook().parse(call_of(Facebook()), versioned(version)) == MetricPage()


def test_an_error_goes_before_the_version() -> None:
    """A dead token is one in any version."""
    reply = evolve(error(190), headers=(("facebook-api-version", "v25.0"),))
    assert type(fault_of(Facebook(), call_of(Facebook()), reply)) is AuthExpired


@pytest.mark.parametrize(
    "text", ["", "a,", "a{", "a}", "a.limit", "a.limit(", "a.limit()", "a b", "a{}", "a.(1)", ",a"]
)
def test_the_stand_in_refuses_malformed_fields(text: str) -> None:
    """A stand-in that takes anything would prove nothing."""
    with pytest.raises((ValueError, IndexError)):
        fields_of(text)


def test_the_stand_in_reads_fields() -> None:
    """Names, arguments, and fields within."""
    found = fields_of("id,a.username(x.y){b,c.limit(100).after(QVFIZD){d}}")
    assert [asked.name for asked in found] == ["id", "a"]
    assert found[1].arguments == {"username": "x.y"}
    inner = found[1].inner("c")
    assert inner is not None
    assert inner.arguments == {"limit": "100", "after": "QVFIZD"}
    assert [asked.name for asked in inner.fields] == ["d"]


@pytest.mark.parametrize("identity", ["17a", "1/2", "a"])
@pytest.mark.parametrize("name", ["instagram", "instagram_app", "facebook"])
def test_an_identity_that_is_no_number_is_never_part_of_an_address(name: str, identity: str) -> None:
    """The fault says what must stand there."""
    provider = next(p for p in PROVIDERS if p.name == name)
    with pytest.raises(Permanent, match="identity"):
        provider.plan(evolve(REQUEST, identity=identity), None)
