"""Replies: what is no JSON object with each name once is refused; counts are whole numbers and nothing else."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import example, given
from hypothesis import strategies as st

from kimcore.links import content_link
from kimcore.metrics import count, document
from kimcore.metrics.replies import once
from kimcore.monitoring import Indicator
from kimcore.ports import HttpReply, MetricOutcome, PairState, Permanent, PlatformFault, Transient
from kimcore_plugins.metrics.facebook import CODE as FACEBOOK_CODE
from kimcore_plugins.metrics.graph import PLAIN, name_in
from kimcore_plugins.metrics.insights import CODE as INSTAGRAM_CODE
from tests.metrics.standins import REPLIED_AT

NAMES = st.sampled_from(["a", "b", '":', " :", 'x":', "://", "\\", '\\"', "\t:", "é", "\u3a22"])
BLANKS = st.sampled_from(["", "", " ", "\t", "\n", "\r", " \n"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])


@st.composite
def members(draw: Callable[..., Any], inner: st.SearchStrategy[str]) -> str:
    """Return the text of an object, in which a name may stand twice and blanks anywhere."""
    found = draw(st.lists(st.tuples(NAMES, st.booleans(), BLANKS, BLANKS, inner), max_size=4))
    return "{" + ",".join(f"{json.dumps(n, ensure_ascii=a)}{b}:{c}{value}" for n, a, b, c, value in found) + "}"


def lists(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return the texts of lists."""
    return st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")


PLAIN_VALUES = st.one_of(NAMES.map(json.dumps), st.sampled_from(["0", "-1", "null", "true", "{}", "[]"]))
TEXTS = members(st.recursive(PLAIN_VALUES, lambda inner: st.one_of(members(inner), lists(inner)), max_leaves=12))


def replied(body: bytes) -> HttpReply:
    """Return a reply with a body."""
    return HttpReply(status=200, body=body, at=REPLIED_AT)


def by_each_name(body: bytes) -> dict[str, Any] | None:
    """Return the object of a text, looking at the names of each object; None where one stands twice."""
    try:
        found: dict[str, Any] = json.loads(body, object_pairs_hook=once)
    except Permanent:
        return None
    return found


@given(TEXTS, ENCODINGS)
@example('{"a" :1,"a":2}', "utf-8")
@example('{"a":{"b":1,"c":2},"a":"::"}', "utf-8")
@example('{"a":1,"a":"x\\":"}', "utf-8")
@example('{"a":"http://a","b":"c:d"}', "utf-8")
def test_a_reply_is_read_where_each_name_stands_once(text: str, encoding: str) -> None:
    """Whatever colons, quotes and blanks its strings hold, in whatever encoding."""
    body = text.encode(encoding)
    expected = by_each_name(body)
    if expected is None:
        with pytest.raises(Permanent, match="twice"):
            document(replied(body))
    else:
        assert document(replied(body)) == expected


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", Transient),
        (b'{"a": 1', Transient),
        (b"<html>", Transient),
        (b'{"a": "\xff"}', Transient),
        (b"[]", Permanent),
        (b"1", Permanent),
        (b'{"a": NaN}', Permanent),
        (b'{"a": -Infinity}', Permanent),
        (b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", Permanent),
        (b'{"a": ' + b"1" * 5_000 + b"}", Permanent),
    ],
)
def test_what_is_no_object_is_a_fault(body: bytes, kind: type[PlatformFault]) -> None:
    """What may be whole at another try passes; what no platform sends does not."""
    with pytest.raises(kind):
        document(replied(body))


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, 0), (1, 1), (10**30, 10**30), ("0", 0), ("1", 1), ("9" * 19, 10**19 - 1), (None, None)],
)
def test_a_count_is_a_whole_number_or_its_digits(value: object, expected: int | None) -> None:
    """Null is no count, and absent is none either."""
    assert count({"n": value}, "n") == expected
    assert count({}, "n") is None


@pytest.mark.parametrize(
    "value", [-1, 1.0, True, False, "", "-1", "+1", "00", "01", " 1", "1 ", "1_0", "1" * 20, "１", "²", "1.0", [], {}]
)
def test_anything_else_is_no_count(value: object) -> None:
    """It is never read as 0."""
    with pytest.raises(ValueError, match="n"):
        count({"n": value}, "n")


@given(st.from_regex(PLAIN, fullmatch=True))
def test_a_link_as_graph_writes_it_names_what_content_link_says(link: str) -> None:
    """Its form alone tells it, and is one of the forms that its platform's provider takes."""
    found = content_link(link)
    assert name_in(link) == found.content_id
    assert not found.needs_resolving
    assert any(form.fullmatch(name_in(link) or "") for form in (FACEBOOK_CODE, INSTAGRAM_CODE))


def test_an_observed_outcome_is_as_if_constructed() -> None:
    """Equal, of the same class, with the same hash, and frozen."""
    made = MetricOutcome.observed("k", Indicator.LIKE, 7)
    built = MetricOutcome(content="k", indicator=Indicator.LIKE, state=PairState.OBSERVED, value=7)
    assert made == built
    assert type(made) is MetricOutcome
    assert (hash(made), repr(made)) == (hash(built), repr(built))
    with pytest.raises(FrozenInstanceError):
        made.value = 8  # type: ignore[misc]
