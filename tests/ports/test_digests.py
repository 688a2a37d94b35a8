"""Digests framed by hand are those of the values of a row."""

from random import Random

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.ports import Document, ObservationRow
from kimcore.ports.digests import (
    batch_digest,
    digest,
    document_digest,
    document_values,
    key_digest,
    observation_digest,
    observation_values,
)
from kimcore.testing import documents, observation_rows, texts


@given(documents(), texts())
def test_of_a_document(document: Document, key: str) -> None:
    """The digest of a document is that of its values."""
    keyed = evolve(document, key=key)
    assert document_digest(keyed) == digest(document_values(keyed))


@given(observation_rows(), st.integers(1), st.integers(0))
def test_of_an_observation(row: ObservationRow, sequence: int, entry: int) -> None:
    """The digest of an observation is that of its values with the sequence number and entry given."""
    stored = evolve(row, sequence=sequence, entry=entry)
    assert observation_digest(row, sequence, entry) == digest(observation_values(stored))


@given(observation_rows())
def test_of_a_key(row: ObservationRow) -> None:
    """The digest of a row's key is that of its parts."""
    assert key_digest(row) == digest(row.key)


@given(st.lists(st.one_of(texts(), st.integers(), st.none())), st.lists(st.one_of(texts(), st.integers(), st.none())))
def test_no_two_rows_write_alike(one: list[str | int | None], other: list[str | int | None]) -> None:
    """Rows have one digest only if their values are the same."""
    assert (digest(one) == digest(other)) == (one == other)


@given(st.lists(st.binary(min_size=32, max_size=32)), st.randoms())
def test_of_a_batch(digests: list[bytes], random: Random) -> None:
    """The digest of a batch does not depend on the order of its rows, and is empty for none."""
    moved = random.sample(digests, len(digests))
    assert batch_digest(moved) == batch_digest(digests)
    assert (batch_digest(digests) == "") == (not digests)
