"""Recorded replies, and the made ones beside them: as replies, with parts of them changed, and as what they tell."""

import json
from collections.abc import Collection
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import (
    HttpCall,
    HttpReply,
    MetricPage,
    MetricProvider,
    MetricRequest,
    Pair,
    PairState,
    PlatformFault,
    Wanted,
)
from tests.metrics.standins import ASKED_ON, REPLIED_AT, json_reply
from tests.repository.tree import ROOT

__all__ = ["asked", "fault_of", "mutated", "read_or_refused", "recorded", "told"]

FOLDER = ROOT / "tests" / "data" / "payloads"


def recorded(name: str, status: int = 200) -> HttpReply:
    """Return a reply whose body is that of a file under the folder of payloads."""
    headers = (("content-type", "application/json; charset=UTF-8"),)
    return HttpReply(status=status, headers=headers, body=(FOLDER / name).read_bytes(), at=REPLIED_AT)


def asked(*ids: str, indicators: Collection[Indicator] = (), account: str = "", **more: Any) -> MetricRequest:
    """Return the request for contents by their ids, which are their keys too; with an account, for its audience."""
    contents = tuple(Wanted(key=id, id=id, kind=ContentKind.VIDEO, indicators=frozenset(indicators)) for id in ids)
    is_asked = bool(account)
    return MetricRequest(kim="3515102", account=account, contents=contents, audience=is_asked, on=ASKED_ON, **more)


def told(page: MetricPage) -> dict[Pair, int | PairState]:
    """Return what a page tells of each pair: a value, or the state without one."""
    return {o.pair: o.state if o.value is None else o.value for o in page.outcomes}


def read_or_refused(provider: MetricProvider, call: HttpCall, reply: HttpReply) -> MetricPage | PlatformFault:
    """Return the page of a reply or the fault that it is; anything else that is raised fails the test."""
    try:
        return provider.parse(call, reply)
    except PlatformFault as fault:
        return fault


def fault_of(provider: MetricProvider, call: HttpCall, reply: HttpReply) -> PlatformFault:
    """Return the fault that a reply is."""
    found = read_or_refused(provider, call, reply)
    assert isinstance(found, PlatformFault), found
    return found


def mutated(replies: Collection[HttpReply]) -> st.SearchStrategy[HttpReply]:
    """Return replies in which any one part stands changed to anything that JSON can hold."""
    junk = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4)
    values = st.recursive(junk, lambda s: st.lists(s, max_size=3) | st.dictionaries(st.text(max_size=4), s, max_size=3))
    places = [(reply, path) for reply in replies for path in paths(json.loads(reply.body))]
    statuses = st.sampled_from([200, 206, 302, 400, 401, 403, 404, 429, 500])
    return st.builds(
        lambda place, value, status: evolve(
            json_reply(changed(json.loads(place[0].body), place[1], value), status), at=REPLIED_AT
        ),
        st.sampled_from(places),
        values,
        statuses,
    )


def paths(node: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every part of a document."""
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [at, *(path for name, part in inner for path in paths(part, (*at, name)))]


def changed(node: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return a document with another part at a path."""
    if not path:
        return value
    node[path[0]] = changed(node[path[0]], path[1:], value)
    return node
