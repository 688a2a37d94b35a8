"""A body is taken in piece by piece, and never more of it than the bound."""

import gzip
import zlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.metrics.bodies import Body
from kimcore.ports import Permanent, Transient


def whole(pieces: list[bytes], encoding: str = "", most: int = 10_000) -> bytes:
    """Return the body of some pieces."""
    body = Body(most, encoding)
    for piece in pieces:
        body.add(piece)
    return body.end()


def cut(text: bytes, at: list[int]) -> list[bytes]:
    """Return a text in pieces."""
    edges = [0, *sorted(n % (len(text) + 1) for n in at), len(text)]
    return [text[a:b] for a, b in pairwise(edges)]


@given(st.binary(max_size=3_000), st.integers(1, 50), st.lists(st.integers(0, 10**6), max_size=8), st.integers(0, 9))
def test_a_body_is_the_same_in_any_pieces(text: bytes, times: int, at: list[int], level: int) -> None:
    """Plain or packed, in one member or two, cut anywhere, up to its own size and not beyond."""
    text *= times
    packed = gzip.compress(text, level)
    for pieces, encoding in (
        (cut(text, at), ""),
        (cut(packed, at), "gzip"),
        (cut(packed + gzip.compress(b""), at), "GZip "),
    ):
        most = max(len(text), *(sum(map(len, pieces)),))
        assert whole(pieces, encoding, most) == text
        if text:
            with pytest.raises(Permanent):
                whole(pieces, encoding, len(text) - 1)


@given(st.binary(min_size=1, max_size=500), st.integers(0, 10**6))
def test_a_packed_body_that_ends_early_is_transient(text: bytes, at: int) -> None:
    """Wherever it ends."""
    packed = gzip.compress(text)
    with pytest.raises(Transient):
        whole([packed[: 1 + at % (len(packed) - 1)]], "gzip")


@given(st.binary(min_size=1, max_size=200))
def test_what_is_no_packing_is_a_fault(text: bytes) -> None:
    """Any bytes that say to be packed are unpacked or refused, never an error of another kind."""
    try:
        whole([text], "gzip", 1_000)
    except (Transient, Permanent):
        return


@pytest.mark.parametrize("encoding", ["br", "deflate", "zstd", "gzip, gzip", "gzip,br", "x"])
def test_another_packing_is_refused(encoding: str) -> None:
    """Only what was asked for is unpacked."""
    with pytest.raises(Permanent):
        Body(10, encoding)


@pytest.mark.parametrize("encoding", ["", "identity", "gzip"])
def test_an_empty_body_is_empty(encoding: str) -> None:
    """Also where it says to be packed, as replies without a body do."""
    assert whole([], encoding) == b""


def test_no_more_than_the_bound_is_unpacked() -> None:
    """A piece that would unpack to a thousand times its size is stopped at the bound."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = packer.compress(b" " * 50_000_000) + packer.flush()
    body = Body(1_000_000, "gzip")
    with pytest.raises(Permanent):
        body.add(bomb)
    assert len(body.whole) <= 1_000_000 + 64 * 1024
