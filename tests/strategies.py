"""Strategies for hypothesis: domain values, always with texts that break careless code."""

from datetime import date
from typing import Any

from attrs import fields, resolve_types
from hypothesis import strategies as st

from kimcore.affairs import Affair
from kimcore.community import Case, Kim, PartnershipTerm
from kimcore.geography import RegionCode
from kimcore.issues import Issue, Source
from kimcore.media import Channel, ContentKind, Frequency, Platform
from kimcore.monitoring import Content, Observation
from kimcore.ports import Document, ObservationRow
from kimcore.values import OPEN_ENDED, Period

__all__ = ["contents", "documents", "issues", "kims", "observation_rows", "observations", "texts"]

HOSTILE = [
    "",
    " x ",
    "\x00",
    "a\nb",
    "e\u0301",
    "é",
    "%",
    "_",
    "a",
    "A",
    "denied",
    "null",
    "1.02",
    "=1+1",
    "</td>",
    "'",
]
CODES = [m.code for kind in (Affair, ContentKind, Platform, Source) for m in kind]

texts = st.sampled_from(HOSTILE) | st.sampled_from(CODES) | st.text(max_size=8)
"""Texts: hostile ones, such as read like a code, and any other."""

days = st.dates(min_value=date(1945, 8, 17)) | st.just(OPEN_ENDED)
counts = st.integers(min_value=0, max_value=2**62)
regions = st.sampled_from(["99", "99.01", "99.01.07", "99.01.07.2007", "12.71.01.1001"]).map(RegionCode)
periods = st.tuples(days, days).map(lambda pair: Period(min(pair), max(pair)))

st.register_type_strategy(str, texts)
st.register_type_strategy(date, days)
st.register_type_strategy(RegionCode, regions)
st.register_type_strategy(Period, periods)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Frequency, st.builds(Frequency, count=st.none() | counts))
st.register_type_strategy(Channel, st.builds(Channel) | texts.map(Channel.named))


def records(kind: Any, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return records of a class in which every field varies, those with a default too."""
    every = {a.name: st.from_type(a.type) for a in fields(resolve_types(kind)) if a.type is not None}
    return st.builds(kind, **every | given)


cases = records(Case, ground=st.integers(1, 7))
st.register_type_strategy(Case, cases)
st.register_type_strategy(PartnershipTerm, records(PartnershipTerm))


def nested(kind: Any) -> st.SearchStrategy[Any]:
    """Return records whose own records vary in every field too."""
    parts = {a.name: records(a.type) for a in fields(resolve_types(kind)) if a.name in PARTS}
    return records(kind, **parts)


PARTS = {"identity", "profile", "board", "documents", "answers"}

kims = nested(Kim)
issues = records(Issue)
contents = records(Content)
observations = records(Observation)

documents = st.builds(Document, kind=texts, id=texts, office=texts, schema=st.integers(1, 9), payload=texts)
observation_rows = st.builds(
    ObservationRow,
    office=st.just("99.01"),
    kim=st.sampled_from(["k1", "k2"]),
    provider=st.just("manual"),
    platform=st.sampled_from(["instagram", "Threads", "threads"]),
    account=st.sampled_from(["", "a", "A", "\x00"]),
    content=st.sampled_from(["", "e\u0301", "é"]),
    indicator=st.sampled_from(["like", "view"]),
    observed=st.sampled_from([date(2024, 1, 1), date(2024, 1, 2)]),
    value=st.none() | st.integers(0, 3),
    sequence=st.just(0),
)
