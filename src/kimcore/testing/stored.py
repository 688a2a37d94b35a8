"""Stored: strategies for the records of the storage port, for the author of a storage backend."""

from datetime import date

from hypothesis import strategies as st

from kimcore.ports import Document, ObservationRow
from kimcore.testing.drawing import texts

__all__ = ["documents", "observation_rows"]


def documents() -> st.SearchStrategy[Document]:
    """Return documents with any texts, of which a store may refuse some (`InvalidValue`) and change none."""
    named = texts()
    more = {"schema": st.integers(1, 9), "payload": named, "key": named}
    return st.builds(Document, kind=named, id=named, office=named, revision=st.just(0), **more)


def observation_rows() -> st.SearchStrategy[ObservationRow]:
    """Return figures of one office whose keys often meet, also by names that differ in case or form alone."""
    return st.builds(
        ObservationRow,
        office=st.just("99.01"),
        kim=st.sampled_from(["k1", "k2"]),
        provider=st.just("manual"),
        platform=st.sampled_from(["instagram", "Threads", "threads"]),
        account=st.sampled_from(["", "a", "A", " x ", "\x00"]),
        content=st.sampled_from(["", "e\u0301", "é", "%", "a\nb"]),
        indicator=st.sampled_from(["like", "view"]),
        observed=st.sampled_from([date(2024, 1, 1), date(2024, 1, 2)]),
        value=st.none() | st.integers(0, 3),
        sequence=st.just(0),
        entry=st.just(1),
    )
