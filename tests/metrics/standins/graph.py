"""What the stand-ins for Graph share: version, errors, pages, and the language of `fields`, as Meta documents them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from attrs import field, frozen

from kimcore.ports import AuthExpired, HttpCall, HttpReply, Permanent, RateLimited, Transient
from tests.metrics.standins import Fault, StandIn, json_reply

__all__ = ["FAULTS", "Asked", "GraphStandIn", "answered", "error", "fields_of", "no_object", "wrong"]

VERSION: Final = "v26.0"
WORD: Final = re.compile(r"[A-Za-z0-9_=+/~-]+|[.,(){}]")


def answered(value: Any, status: int = 200) -> HttpReply:
    """Return a reply of Graph, which names its version."""
    return json_reply(value, status, {"facebook-api-version": VERSION})


def error(code: int, subcode: int | None = None, *, status: int = 400, **more: Any) -> HttpReply:
    """Return a reply that reports an error as Graph does."""
    said = {"message": "made up", "type": "OAuthException", "code": code, "fbtrace_id": "Amade"} | more
    return answered({"error": said | ({} if subcode is None else {"error_subcode": subcode})}, status)


def wrong() -> HttpReply:
    """Return the error of a call with a field or metric that is not there."""
    return error(100)


def no_object() -> HttpReply:
    """Return the error of an object that is not there, or not for this token."""
    return error(100, 33, type="GraphMethodException")


FAULTS: Final[tuple[Fault, ...]] = (
    (error(1, status=500), Transient),
    (error(2, status=500, is_transient=True), Transient),
    (error(4), RateLimited),
    (error(17, is_transient=True), RateLimited),
    (error(32, status=403), RateLimited),
    (error(102), AuthExpired),
    (error(190, 460, status=401), AuthExpired),
    (error(368, status=403), Permanent),
)


@frozen(kw_only=True)
class Asked:
    """A field that is asked for, with what stands behind it: arguments and fields of its own."""

    name: str
    arguments: Mapping[str, str] = field(factory=dict)
    fields: "tuple[Asked, ...]" = ()

    def inner(self, name: str) -> "Asked | None":
        """Return the field inside it of a name."""
        return next((asked for asked in self.fields if asked.name == name), None)


def fields_of(text: str) -> tuple[Asked, ...]:
    """Return what a text of `fields` asks for; raises ValueError for one that is malformed."""
    words = WORD.findall(text)
    if "".join(words) != text:
        raise ValueError(text)
    found, rest = listed(words)
    if rest:
        raise ValueError(text)
    return found


def listed(words: Sequence[str]) -> tuple[tuple[Asked, ...], Sequence[str]]:
    """Read fields up to the end of their list, and return what stands behind."""
    found: list[Asked] = []
    while True:
        asked, words = one(words)
        found.append(asked)
        if not words or words[0] == "}":
            return tuple(found), words
        if words[0] != ",":
            raise ValueError(words[0])
        words = words[1:]


def one(words: Sequence[str]) -> tuple[Asked, Sequence[str]]:
    """Read one field."""
    if not words or words[0] in ".,(){}":
        raise ValueError("a field has no name")
    name, words, arguments = words[0], words[1:], {}
    while words[:1] == ["."]:
        end = words.index(")")
        if words[2] != "(" or end < 4:
            raise ValueError(name)
        arguments[words[1]], words = "".join(words[3:end]), words[end + 1 :]
    inside: tuple[Asked, ...] = ()
    if words[:1] == ["{"]:
        inside, words = listed(words[1:])
        if words[:1] != ["}"]:
            raise ValueError(name)
        words = words[1:]
    return Asked(name=name, arguments=arguments, fields=inside), words


@frozen(kw_only=True)
class GraphStandIn(StandIn):
    """Graph with one account; `most` is how many objects it gives in a page, which may be fewer than asked for."""

    most: int = 100
    faults: tuple[Fault, ...] = field(default=FAULTS, repr=False)

    def answer(self, call: HttpCall) -> HttpReply:
        """Answer a call at a host and path of the version; anything else is refused."""
        found = re.fullmatch(rf"https://(graph\.(?:facebook|instagram)\.com)/{re.escape(VERSION)}/(.*)", call.url)
        query = dict(call.query)
        if call.method != "GET" or not found or len(query) != len(call.query) or "access_token" in query:
            return error(3)
        try:
            return self.reply(found[1], found[2], query)
        except ValueError:
            return wrong()

    def reply(self, host: str, path: str, query: dict[str, str]) -> HttpReply:
        """Answer a path with its query; raises ValueError for what is malformed."""
        raise NotImplementedError

    def page(self, records: Sequence[dict[str, Any]], limit: str, after: str) -> dict[str, Any]:
        """Return a page of a list, with the cursors of its ends, and its next address where more follows."""
        if not 1 <= int(limit) <= 100:
            raise ValueError(limit)
        start = place_of(after)
        part = records[start : start + min(int(limit), self.most)]
        if not part:
            return {"data": []}
        end = start + len(part)
        paging: dict[str, Any] = {"cursors": {"before": f"QVFI{start}ZD", "after": f"QVFI{end}ZD"}}
        return {
            "data": list(part),
            "paging": paging | ({"next": "https://made.example/"} if end < len(records) else {}),
        }


def place_of(after: str) -> int:
    """Return the place that a cursor of the stand-in names; raises ValueError for any other."""
    if not after:
        return 0
    found = re.fullmatch(r"QVFI([0-9]+)ZD", after)
    if not found:
        raise ValueError(after)
    return int(found[1])
