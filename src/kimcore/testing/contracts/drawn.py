"""What the state machine draws: few names, so that they meet, and each of them hostile."""

from datetime import date
from typing import Final

from hypothesis import strategies as st

from kimcore.ports import Document, ObservationRow
from kimcore.testing.contracts.records import LOOKALIKES
from kimcore.testing.drawing import texts

__all__ = ["DAYS", "DOCUMENTS", "FIGURES", "KEYS", "KINDS", "LIMITS", "NAMES", "OFFICES", "OVER", "SLOTS"]

OFFICES: Final = {"k1": "99.01", "k2": "99.01", "K1": "99.02"}
KINDS: Final = ("kim", "Kim")
DAYS: Final = (date(2024, 1, 1), date(2024, 1, 2))
SLOTS = st.integers(0, 1)
NAMES = st.sampled_from(
    ("", "a", "A", "B", "a ", " x ", "a\x00", "a\nb", "e\u0301", "\u00e9", "%", "\uffff", "\U00010000")
)
KEYS = st.sampled_from(LOOKALIKES)
OVER = st.sampled_from((0, 0, 0, 0, 1, -1))
LIMITS = st.integers(1, 4)

DOCUMENTS = st.builds(
    Document,
    kind=st.sampled_from(KINDS),
    id=NAMES,
    office=st.sampled_from(sorted(set(OFFICES.values()))),
    schema=st.integers(1, 3),
    revision=st.just(0),
    payload=texts(),
    key=texts(),
)
FIGURES = st.builds(
    lambda kim, **more: ObservationRow(office=OFFICES[kim], kim=kim, provider="manual", **more),
    kim=st.sampled_from(sorted(OFFICES)),
    platform=st.sampled_from(("x", "X", "Z")),
    account=st.sampled_from(("", "a", "A", " x ", "\x00")),
    content=st.sampled_from(("", "e\u0301", "\u00e9", "%", "a\nb")),
    indicator=st.just("like"),
    observed=st.sampled_from(DAYS),
    value=st.none() | st.integers(0, 2),
)
