"""Bodies: a reply taken in piece by piece and unpacked, within a bound on what comes and on what it becomes."""

import zlib
from typing import Final

from kimcore.ports import Permanent, Transient

__all__ = ["Body"]

GZIP: Final = 16 + zlib.MAX_WBITS
PIECE: Final = 64 * 1024


class Body:
    """Takes in a body that is plain or packed with gzip, at most `most` bytes of it either way.

    Raises `Permanent` for a larger one before it is held, and for another packing; `Transient` for one cut short.
    """

    def __init__(self, most: int, encoding: str) -> None:
        packing = encoding.strip().lower()
        if packing not in {"", "identity", "gzip", "x-gzip"}:
            raise Permanent("the reply is packed in a way that was not asked for", "jawaban dikemas dengan cara lain")
        self.most, self.received = most, 0
        self.whole = bytearray()
        self.unpacking = zlib.decompressobj(GZIP) if "gzip" in packing else None

    def add(self, piece: bytes) -> None:
        """Take in a piece as it came."""
        self.received += len(piece)
        if self.received > self.most:
            raise self.too_large()
        if self.unpacking is None:
            self.whole += piece
        elif piece:
            self.unpack(piece)

    def unpack(self, piece: bytes) -> None:
        """Unpack a piece, a little at a time; a second member may follow the first."""
        assert self.unpacking is not None
        while piece:
            if self.unpacking.eof:
                self.unpacking = zlib.decompressobj(GZIP)
            try:
                self.whole += self.unpacking.decompress(piece, PIECE)
            except zlib.error:
                raise Transient("the reply cannot be unpacked", "jawaban tidak dapat dibuka") from None
            if len(self.whole) > self.most:
                raise self.too_large()
            piece = self.unpacking.unused_data if self.unpacking.eof else self.unpacking.unconsumed_tail

    def end(self) -> bytes:
        """Return the whole body."""
        if self.unpacking is not None and self.received and not self.unpacking.eof:
            raise Transient("the reply was cut short", "jawaban terpotong")
        return bytes(self.whole)

    def too_large(self) -> Permanent:
        """Return the fault of a body beyond the bound."""
        return Permanent(f"the reply is larger than {self.most} bytes", f"jawaban melebihi {self.most} bita")
