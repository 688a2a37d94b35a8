"""Calls and replies: what is sent to a platform and what came back, as plain values; nothing here sends."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from email.utils import parsedate_to_datetime

from attrs import field, frozen

from kimcore.ports.asking import Cursor, Wanted

__all__ = ["HttpCall", "HttpReply", "Pairs", "TokenPlace"]

Pairs = tuple[tuple[str, str], ...]
"""Names with their values, in order."""

FREE = Decimal(0)
MOST_SECONDS = 366 * 86_400
"""A wait that a reply asks for is never believed beyond a year."""


@frozen(kw_only=True)
class TokenPlace:
    """Where a call wants its token: a header with a prefix, or a field of the form in its body; never the address."""

    header: str = "Authorization"
    prefix: str = "Bearer "
    form_field: str = ""


@frozen(kw_only=True)
class HttpCall:
    """One call that is to be made, without its token: whoever makes it puts that in its place.

    `about` are the contents that it asks for, or looks for in a list; none: the account itself. `cursor` is where a
    continued request stands. `is_batch` says that its contents could be asked one by one as well. `cost` is the price
    in US dollars, at most. The body is JSON or a form, as its header `Content-Type` says; a token that goes into the
    body needs a form.
    """

    method: str = "GET"
    url: str
    query: Pairs = field(default=(), repr=False)
    headers: Pairs = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)
    token: TokenPlace = TokenPlace()
    about: tuple[Wanted, ...] = field(default=(), repr=False)
    cursor: Cursor | None = None
    is_batch: bool = False
    cost: Decimal = FREE


@frozen(kw_only=True)
class HttpReply:
    """What a platform answered: status, headers (names in small letters), the whole body unpacked, and when."""

    status: int
    headers: Pairs = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)
    at: datetime

    def header(self, name: str) -> str:
        """Return the value of a header, the first where it stands twice, or an empty text."""
        return first(self.headers, name.lower())

    @property
    def retry_at(self) -> datetime | None:
        """When it may be asked again by its `Retry-After`, in seconds or as a date; None where that says nothing."""
        text = self.header("retry-after").strip()
        if text.isascii() and text.isdigit():
            return self.at + timedelta(seconds=min(int(text[:10]), MOST_SECONDS))
        try:
            named = parsedate_to_datetime(text)
        except (ValueError, IndexError, OverflowError):
            return None
        if named.tzinfo is None:
            return None
        return min(max(named, self.at), self.at + timedelta(seconds=MOST_SECONDS))


def first(pairs: Sequence[tuple[str, str]], name: str) -> str:
    """Return the first value of a name, or an empty text."""
    return next((value for key, value in pairs if key.lower() == name), "")
