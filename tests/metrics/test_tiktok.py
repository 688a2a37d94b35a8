"""TikTok: the contract, made replies of version 2, its errors with status 200 too, twenty videos in a call."""

import json
from collections import Counter
from datetime import timedelta

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
    RateLimited,
    Transient,
)
from kimcore.testing import MetricProviderContract
from kimcore.testing.contracts.metrics_walk import walk
from kimcore_plugins.metrics.tiktok import TikTok
from tests.metrics.recorded import asked, fault_of, mutated, read_or_refused, recorded, told
from tests.metrics.standins import REPLIED_AT
from tests.metrics.standins.tiktok import error, made

pytestmark = pytest.mark.clause("V.B.social.tiktok")

LIKE, COMMENT, SHARE, VIEW = Indicator.LIKE, Indicator.COMMENT, Indicator.SHARE, Indicator.VIEW
EVERY = (LIKE, COMMENT, SHARE, VIEW)
VIDEO = "7106753891953347842"
(CALL,) = TikTok().plan(asked(VIDEO, indicators=EVERY), None)
(ACCOUNT,) = TikTok().plan(asked(account="@kim_made"), None)


class TestTikTok(MetricProviderContract):
    """Every law of the port."""

    provider = TikTok
    scene = made().scene()


def test_a_made_video_has_its_counts() -> None:
    """A count may be larger than 32 bits hold."""
    page = TikTok().parse(CALL, recorded("tiktok/made_v2_video_query.json"))
    assert told(page) == {
        (VIDEO, LIKE): 88,
        (VIDEO, COMMENT): 9,
        (VIDEO, SHARE): 3,
        (VIDEO, VIEW): 5_000_000_000,
    }


@pytest.mark.clause("V.A.output")
def test_a_made_account_has_its_followers() -> None:
    """The audience is the number of followers."""
    page = TikTok().parse(ACCOUNT, recorded("tiktok/made_v2_user_info.json"))
    assert told(page) == {("", Indicator.AUDIENCE): 640}


def test_a_recorded_reply_of_version_1_is_not_read() -> None:
    """Version 1 says success with 0 and has no counts: another form than documented, and not unknown figures."""
    assert isinstance(fault_of(TikTok(), CALL, recorded("tiktok/v1_user_videos_list.json")), Permanent)


@pytest.mark.parametrize("status", [200, 401])
def test_an_error_is_told_by_its_code(status: int) -> None:
    """A token that expired is reported with status 200 too."""
    fault = fault_of(TikTok(), CALL, recorded("tiktok/made_error_200_access_token_invalid.json", status))
    assert (type(fault), fault.code_of) == (AuthExpired, "access_token_invalid")


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("rate_limit_exceeded", 429, RateLimited),
        ("internal_error", 500, Transient),
        ("invalid_params", 400, Permanent),
        ("something_new", 400, Permanent),
        ("something_new", 500, Transient),
        ("something_new", 401, AuthExpired),
        ("something_new", 200, Permanent),
    ],
)
def test_other_errors(code: str, status: int, kind: type[PlatformFault]) -> None:
    """Each code is its fault; one that is not known is told by its status, and not repeated."""
    fault = fault_of(TikTok(), CALL, error(code, status))
    assert type(fault) is kind
    assert "something_new" not in f"{fault} {fault.code_of}"


@pytest.mark.parametrize(("headers", "seconds"), [((), 60), ((("retry-after", "5"),), 5)])
def test_a_limit_ends_with_its_sliding_minute(headers: tuple[tuple[str, str], ...], seconds: int) -> None:
    """Where the reply does not say when, a minute later."""
    limited = error("rate_limit_exceeded", 429)
    fault = fault_of(TikTok(), CALL, evolve(limited, headers=(*limited.headers, *headers)))
    assert fault.retry_at == REPLIED_AT + timedelta(seconds=seconds)


def test_a_scope_that_was_not_granted_is_not_permitted() -> None:
    """What the scope covers is not permitted, with the scope to ask for; the other scope still gives figures."""
    page = TikTok().parse(CALL, recorded("tiktok/made_error_401_scope_not_authorized.json", 401))
    assert told(page) == dict.fromkeys([(VIDEO, i) for i in EVERY], PairState.NOT_PERMITTED)
    assert all(o.reason is not None and "video.list" in o.reason.en for o in page.outcomes)
    scene = evolve(made(), scopes=frozenset({"video.list"})).scene()
    found = walk(TikTok(), scene).found
    assert found[("", Indicator.AUDIENCE)] is PairState.NOT_PERMITTED
    assert found[("second", LIKE)] == 0


@pytest.mark.parametrize(("n", "sizes"), [(19, [19]), (20, [20]), (21, [20, 1])])
def test_twenty_videos_in_a_call(n: int, sizes: list[int]) -> None:
    """One more than twenty needs a second call."""
    calls = TikTok().plan(asked(*(f"710000{i}" for i in range(10, n + 10)), indicators=EVERY), None)
    assert [len(json.loads(call.body)["filters"]["video_ids"]) for call in calls] == sizes


@given(st.lists(st.from_regex(r"[0-9]{5,20}", fullmatch=True), unique=True, max_size=60))
def test_each_video_is_asked_for_once(ids: list[str]) -> None:
    """Every pair stands in one call, whatever the number of videos."""
    request = asked(*ids, indicators=EVERY)
    pairs = Counter((w.key, i) for call in TikTok().plan(request, None) for w in call.about for i in w.indicators)
    assert pairs == Counter(request.pairs)


@given(mutated([recorded("tiktok/made_v2_video_query.json"), recorded("tiktok/made_v2_user_info.json"), error("x")]))
def test_a_changed_reply_is_a_page_or_a_fault(reply: HttpReply) -> None:
    """Whatever stands in the place of a part of a reply."""
    assert isinstance(read_or_refused(TikTok(), CALL, reply), MetricPage | PlatformFault)
    assert isinstance(read_or_refused(TikTok(), ACCOUNT, reply), MetricPage | PlatformFault)
