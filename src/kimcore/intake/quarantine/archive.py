"""Archive: the parts of a workbook that is a zip, each expanded piece by piece and counted."""

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from .limits import CHUNK, DIRECTORY, EXPANDED, PART, RATIO, Refused

__all__ = ["Archive"]

END = struct.Struct("<4s4H2LH")
"""The last bytes of a zip; the two long numbers are size and place of its table of contents."""

DAMAGE = (BadZipFile, EOFError, ValueError, OSError, NotImplementedError, struct.error, zlib.error)
ENCRYPTED = 1


class Archive:
    """A zip with one table of contents, and no name twice; it says that it is `alive` as it expands."""

    def __init__(self, path: Path, alive: Callable[[], None]) -> None:
        """Open a zip, or refuse it."""
        check_end(path)
        self.alive = alive
        try:
            self.zip = ZipFile(path)
        except DAMAGE as error:
            raise Refused("file_unreadable") from error
        infos = self.zip.infolist()
        self.members = {key(info.filename): info for info in infos}
        self.sizes: dict[str, int] = {}
        self.expanded = 0
        if len(self.members) < len(infos):
            raise Refused("file_unsafe")
        if any(info.flag_bits & ENCRYPTED for info in infos):
            raise Refused("file_protected")
        if any(info.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for info in infos):
            raise Refused("file_unreadable")

    def close(self) -> None:
        """Close the file."""
        self.zip.close()

    def __contains__(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return key(name) in self.members

    def chunks(self, name: str) -> Iterator[bytes]:
        """Give the bytes of a part piece by piece; nothing where there is no such part."""
        info = self.members.get(key(name))
        size = 0
        try:
            if info is not None:
                with self.zip.open(info) as part:
                    while piece := part.read(CHUNK):
                        size += len(piece)
                        self.count(info, size)
                        self.alive()
                        yield piece
        except DAMAGE as error:
            raise Refused("file_unreadable") from error

    def count(self, info: ZipInfo, size: int) -> None:
        """Refuse a part that expands beyond measure; one that is read twice counts once."""
        before = self.sizes.get(info.filename, 0)
        self.sizes[info.filename] = max(before, size)
        self.expanded += max(0, size - before)
        if self.expanded > EXPANDED or (size > PART and size > RATIO * info.compress_size):
            raise Refused("file_expands")

    def whole(self, name: str) -> bytes:
        """Return a small part; refuse one that is large."""
        found = io.BytesIO()
        for piece in self.chunks(name):
            found.write(piece)
            if found.tell() > PART:
                raise Refused("file_expands")
        return found.getvalue()


def key(name: str) -> str:
    """Return the name of a part as readers compare it."""
    return name.replace("\\", "/").lstrip("/").casefold()


def check_end(path: Path) -> None:
    """Refuse a zip whose end leaves open where its table of contents is, or whose table is long."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - END.size))
        tail = file.read(END.size)
    if len(tail) < END.size:
        raise Refused("file_unreadable")
    mark, *_, length, place, comment = END.unpack(tail)
    if mark != b"PK\5\6" or comment or place + length != size - END.size:
        raise Refused("file_unreadable")
    if length > DIRECTORY:
        raise Refused("file_expands")
