"""YouTube: the contract, recorded replies, its errors, fifty videos in a call, and when its quota begins anew."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta

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
from kimcore_plugins.metrics.youtube import YouTube, next_reset
from tests.metrics.recorded import asked, fault_of, mutated, read_or_refused, recorded, told
from tests.metrics.standins import REPLIED_AT
from tests.metrics.standins.youtube import error, made

pytestmark = pytest.mark.clause("V.B.social.youtube")

LIKE, COMMENT, VIEW, AUDIENCE = Indicator.LIKE, Indicator.COMMENT, Indicator.VIEW, Indicator.AUDIENCE
EVERY = (LIKE, COMMENT, VIEW)
VIDEO = "D-lhorsDlUQ"
(CALL,) = YouTube().plan(asked(VIDEO, indicators=EVERY), None)
(ACCOUNT,) = YouTube().plan(asked(account="@google"), None)


class TestYouTube(MetricProviderContract):
    """Every law of the port."""

    provider = YouTube
    scene = made().scene()


def listing(video: HttpReply) -> HttpReply:
    """Return the page of a list that holds one video."""
    return evolve(video, body=b'{"kind": "youtube#videoListResponse", "items": [%b]}' % video.body)


def test_a_recorded_video_has_its_counts() -> None:
    """Counts are texts of digits, read as numbers."""
    page = YouTube().parse(CALL, listing(recorded("youtube/model_video_info.json")))
    assert told(page) == {(VIDEO, LIKE): 190, (VIDEO, COMMENT): 32, (VIDEO, VIEW): 8_087}


def test_counts_that_are_not_there_are_hidden() -> None:
    """A recorded video without statistics, and a made one whose owner hides likes and comments, are never 0 (R11)."""
    page = YouTube().parse(CALL, recorded("youtube/videos_videos_info_single.json"))
    assert told(page) == dict.fromkeys([(VIDEO, i) for i in EVERY], PairState.HIDDEN)
    (call,) = YouTube().plan(asked("made0000001", indicators=EVERY), None)
    found = told(YouTube().parse(call, recorded("youtube/made_videos_hidden_counts.json")))
    assert found == {
        ("made0000001", LIKE): PairState.HIDDEN,
        ("made0000001", COMMENT): PairState.HIDDEN,
        ("made0000001", VIEW): 905,
    }


@pytest.mark.clause("V.A.output")
@pytest.mark.parametrize(("keep", "subscribers"), [(0, 10_700_000), (1, 2_260_000)])
def test_a_recorded_channel_has_its_subscribers(keep: int, subscribers: int) -> None:
    """The audience is the number of subscribers of the one channel that was asked for."""
    document = json.loads(recorded("youtube/channels_info_multiple.json").body)
    alone = document | {"items": [document["items"][keep]]}
    page = YouTube().parse(ACCOUNT, evolve(recorded("youtube/channels_info_multiple.json"), body=dumped(alone)))
    assert told(page) == {("", AUDIENCE): subscribers}
    assert isinstance(fault_of(YouTube(), ACCOUNT, recorded("youtube/channels_info_multiple.json")), Permanent)


def dumped(document: object) -> bytes:
    """Return a document as JSON."""
    return json.dumps(document).encode()


def test_hidden_subscribers_are_hidden() -> None:
    """A channel that hides its number has none, and not 0."""
    scene = made(audience=PairState.HIDDEN).scene()
    assert walk(YouTube(), scene).found[("", AUDIENCE)] is PairState.HIDDEN


@pytest.mark.parametrize(
    ("file", "status", "kind"),
    [
        ("made_error_403_quotaExceeded", 403, QuotaExhausted),
        ("error_400_keyInvalid", 400, AuthExpired),
        ("made_error_400_API_KEY_INVALID", 400, AuthExpired),
    ],
)
def test_recorded_errors(file: str, status: int, kind: type[PlatformFault]) -> None:
    """The reason of an error goes before its status."""
    assert type(fault_of(YouTube(), CALL, recorded(f"youtube/{file}.json", status))) is kind


@pytest.mark.parametrize(
    ("reason", "status", "kind"),
    [
        ("dailyLimitExceeded", 403, QuotaExhausted),
        ("userRateLimitExceeded", 403, RateLimited),
        ("accessNotConfigured", 403, AuthExpired),
        ("keyExpired", 400, AuthExpired),
        ("internalError", 500, Transient),
        ("somethingNew", 403, Permanent),
        ("somethingNew", 500, Transient),
        ("somethingNew", 200, Permanent),
    ],
)
def test_other_errors(reason: str, status: int, kind: type[PlatformFault]) -> None:
    """Each reason is its fault; one that is not known is told by its status, and not repeated."""
    fault = fault_of(YouTube(), CALL, error(reason, status))
    assert type(fault) is kind
    assert "somethingNew" not in f"{fault} {fault.code_of}"


def test_what_is_said_not_to_be_there_is_not_found() -> None:
    """404 with the reason that there is no such channel tells of nothing."""
    assert YouTube().parse(ACCOUNT, error("channelNotFound", 404)) == MetricPage()


@pytest.mark.parametrize(
    ("at", "reset"),
    [
        ("2026-11-24T03:00", "2026-11-24T08:00"),
        ("2026-11-24T07:59", "2026-11-24T08:00"),
        ("2026-11-24T08:00", "2026-11-25T08:00"),
        ("2026-07-01T06:59", "2026-07-01T07:00"),
        ("2026-03-08T07:59", "2026-03-08T08:00"),
        ("2026-03-08T08:00", "2026-03-09T07:00"),
        ("2026-11-01T06:59", "2026-11-01T07:00"),
        ("2026-11-01T07:00", "2026-11-02T08:00"),
    ],
)
def test_the_quota_begins_anew_at_midnight_in_california(at: str, reset: str) -> None:
    """Also on the days on which summer time begins and ends."""
    instant = datetime.fromisoformat(f"{at}+00:00")
    assert next_reset(instant) == datetime.fromisoformat(f"{reset}+00:00")
    fault = fault_of(YouTube(), CALL, evolve(error("quotaExceeded", 403), at=instant))
    assert fault.retry_at == next_reset(instant)


@given(st.integers(0, 82 * 366 * 86_400))
def test_the_next_reset_is_within_a_day(seconds: int) -> None:
    """It is later than the instant, by at most the longest day of a year."""
    at = datetime(2008, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    assert timedelta() < next_reset(at) - at <= timedelta(hours=25)


@pytest.mark.parametrize(("n", "sizes"), [(49, [49]), (50, [50]), (51, [50, 1])])
def test_fifty_videos_in_a_call(n: int, sizes: list[int]) -> None:
    """One more than fifty needs a second call."""
    calls = YouTube().plan(asked(*(f"video{i:06}" for i in range(n)), indicators=EVERY), None)
    assert [len(dict(call.query)["id"].split(",")) for call in calls] == sizes


@pytest.mark.parametrize(
    ("account", "identity", "by"),
    [
        ("@Kim_Made", "", ("forHandle", "@Kim_Made")),
        ("https://www.youtube.com/@kim_made", "", ("forHandle", "@kim_made")),
        ("UC_x5XG1OV2P6uZZ5FSM9Ttw", "", ("id", "UC_x5XG1OV2P6uZZ5FSM9Ttw")),
        ("@kim_made", "UC_x5XG1OV2P6uZZ5FSM9Ttw", ("id", "UC_x5XG1OV2P6uZZ5FSM9Ttw")),
        ("kimlama", "", ("forHandle", "kimlama")),
    ],
)
def test_a_channel_is_asked_for_by_what_names_it(account: str, identity: str, by: tuple[str, str]) -> None:
    """A handle, an id, the id that comes with the token."""
    (call,) = YouTube().plan(asked(account=account, identity=identity), None)
    assert by in call.query


def test_a_name_that_is_no_handle_is_tried_as_an_old_name() -> None:
    """Where no channel has the handle, a second call asks for the old name, and only then it is not found."""
    assert walk(YouTube(), made(account="kimlama").scene()).found[("", AUDIENCE)] == 2_310
    assert walk(YouTube(), made(account="nobody").scene()).found[("", AUDIENCE)] is PairState.NOT_FOUND
    assert walk(YouTube(), made(account="@nobody").scene()).found[("", AUDIENCE)] is PairState.NOT_FOUND


@pytest.mark.parametrize("account", ["", "  ", "Kim Made, Desa", "a,b", "https://www.youtube.com/watch?v=made0000001"])
def test_what_names_no_channel_is_not_asked_for(account: str) -> None:
    """A text that is neither a handle, an id nor a name is not sent."""
    assert YouTube().plan(evolve(asked(account=account), audience=True), None) == ()


@given(st.lists(st.from_regex(r"[A-Za-z0-9_-]{11}", fullmatch=True), unique=True, max_size=120))
def test_each_video_is_asked_for_once(ids: list[str]) -> None:
    """Every pair stands in one call, whatever the number of videos."""
    request = asked(*ids, indicators=EVERY)
    pairs = Counter((w.key, i) for call in YouTube().plan(request, None) for w in call.about for i in w.indicators)
    assert pairs == Counter(request.pairs)


@pytest.mark.parametrize("id", ["", "short", "made0000001,made0000002", "made000000/"])
def test_an_id_of_another_form_is_not_asked_for(id: str) -> None:
    """It would spoil the call for the other videos; whoever runs the provider notes it as not found."""
    calls = YouTube().plan(asked(id, VIDEO, indicators=EVERY), None)
    assert [w.id for call in calls for w in call.about] == [VIDEO]


@given(mutated([listing(recorded("youtube/model_video_info.json")), error("quotaExceeded", 403)]))
def test_a_changed_reply_is_a_page_or_a_fault(reply: HttpReply) -> None:
    """Whatever stands in the place of a part of a recorded reply."""
    assert isinstance(read_or_refused(YouTube(), CALL, reply), MetricPage | PlatformFault)
    assert isinstance(read_or_refused(YouTube(), ACCOUNT, reply), MetricPage | PlatformFault)


def test_retry_after_is_kept() -> None:
    """A limit on calls says when it ends, where the reply does."""
    limited = error("rateLimitExceeded", 403)
    fault = fault_of(YouTube(), CALL, evolve(limited, headers=(*limited.headers, ("retry-after", "7"))))
    assert fault.retry_at == REPLIED_AT + timedelta(seconds=7)
