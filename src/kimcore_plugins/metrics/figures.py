"""Figures: what reading a reply has in common on every platform: its records by name, and counts as outcomes."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from kimcore.links import content_link
from kimcore.metrics import check_status, count, document
from kimcore.monitoring import Indicator
from kimcore.ports import (
    AuthExpired,
    HttpCall,
    HttpReply,
    MetricOutcome,
    MetricPage,
    PairState,
    Permanent,
    PlatformFault,
    Wanted,
)
from kimcore.terms import Text

__all__ = [
    "account_name",
    "asked_of",
    "batches",
    "body_of",
    "by_key",
    "by_name",
    "content_id",
    "of_contents",
    "outcome",
    "outcomes",
    "page_of",
    "refused",
    "wrong_form",
]

T = TypeVar("T")
observed = MetricOutcome.observed

NO_COUNT = Text("platform memberi sesuatu yang bukan hitungan", "the platform gave something that is no count")
NOT_GIVEN = Text("platform tidak menampilkan angka ini", "the platform does not show this figure")


def body_of(reply: HttpReply) -> dict[str, Any]:
    """Return the JSON object of a reply, empty where a status of failure comes without one; its status says enough.

    Raises what `document` raises where a success has none.
    """
    try:
        return document(reply)
    except PlatformFault:
        if 200 <= reply.status < 300:
            raise
        return {}


def batches(contents: Sequence[Wanted], ids: Mapping[str, str], size: int) -> Iterator[tuple[Wanted, ...]]:
    """Yield the contents whose id is known, at most `size` ids together; `ids` by the key of a content."""
    known = [wanted for wanted in contents if ids.get(wanted.key)]
    for start in range(0, len(known), size):
        yield tuple(known[start : start + size])


def content_id(wanted: Wanted, form: re.Pattern[str]) -> str:
    """Return the platform's id of a content, from its link where it has none; empty where it is of another form."""
    found = wanted.id or content_link(wanted.link).content_id or ""
    return found if form.fullmatch(found) else ""


def account_name(account: str, form: re.Pattern[str]) -> str:
    """Return the name of an account without the sign before it, also from its address; empty where it is no name."""
    text = account.strip()
    name = (content_link(text).account or "") if "/" in text else text.removeprefix("@")
    return name if form.fullmatch(name) else ""


def by_name(records: object, name: str) -> dict[str, dict[str, Any]]:
    """Return the records of a list by the text that they have under a name; one that stands twice is left out."""
    if not isinstance(records, list):
        raise wrong_form()
    found = [r for r in records if isinstance(r, dict) and isinstance(r.get(name), str)]
    named = {r[name]: r for r in found}
    if len(named) != len(found):
        raise wrong_form()
    return named


def by_key(about: Iterable[Wanted], records: Mapping[str, T], form: re.Pattern[str]) -> dict[str, T]:
    """Return the records of contents by their keys, from records by the id; each content was planned by such an id."""
    return {w.key: records[id] for w in about if (id := w.id or content_id(w, form)) in records}


def of_contents(
    about: Sequence[Wanted], figures: Mapping[str, Mapping[str, Any]], fields: Mapping[Indicator, str]
) -> Iterator[MetricOutcome]:
    """Yield the outcomes of contents of which there are figures, by their keys; the others are not told of."""
    asked = asked_of(about, fields)
    for wanted in about:
        if (values := figures.get(wanted.key)) is not None:
            yield from outcomes(wanted.key, values, asked[wanted.indicators])


def asked_of(
    about: Iterable[Wanted], fields: Mapping[Indicator, T]
) -> dict[frozenset[Indicator], list[tuple[Indicator, T]]]:
    """Return, by what is asked of a content, the fields that tell it, in the order of the indicators' codes."""
    ordered = sorted(fields.items(), key=lambda field: field[0].code)
    return {asked: [(i, field) for i, field in ordered if i in asked] for asked in {w.indicators for w in about}}


def outcomes(content: str, values: Mapping[str, Any], fields: Iterable[tuple[Indicator, str]]) -> list[MetricOutcome]:
    """Return the outcomes of one content, each as `outcome` tells it; the usual figure is told without that call."""
    told = []
    for indicator, name in fields:
        found = values.get(name)
        if type(found) is int and found >= 0:
            told.append(observed(content, indicator, found))
        else:
            told.append(outcome(content, indicator, values, name))
    return told


def outcome(content: str, indicator: Indicator, values: Mapping[str, Any], name: str) -> MetricOutcome:
    """Return the outcome of one pair: a count that is absent is hidden, never 0 (R11)."""
    try:
        value = count(values, name)
    except ValueError:
        return MetricOutcome.unknown(content, indicator, PairState.FAILED, NO_COUNT)
    if value is None:
        return MetricOutcome.unknown(content, indicator, PairState.HIDDEN, NOT_GIVEN)
    return MetricOutcome.observed(content, indicator, value)


def page_of(call: HttpCall, supports: Collection[Indicator], state: PairState, reason: Text) -> MetricPage:
    """Return a page in which every pair of a call is in one state, without a figure."""
    pairs = [(w.key, i) for w in call.about for i in sorted(w.indicators, key=lambda i: i.code) if i in supports]
    told = pairs or [("", Indicator.AUDIENCE)]
    return MetricPage(outcomes=tuple(MetricOutcome.unknown(key, i, state, reason) for key, i in told))


def refused(kind: type[PlatformFault], code: str, reply: HttpReply) -> PlatformFault:
    """Return a fault that names the platform's own word for it, which must be one that kimcore knows."""
    en, id = f"the platform reports {code}", f"platform melaporkan {code}"
    if kind is AuthExpired:
        en, id = f"{en}: the token must be renewed", f"{id}: token harus diperbarui"
    return kind(en, id, code_of=code, retry_at=reply.retry_at)


def wrong_form() -> Permanent:
    """Return the fault of a reply that is of another form than documented."""
    return Permanent("the reply is not of the documented form", "bentuk jawabannya tidak seperti yang didokumentasikan")


def reported(reply: HttpReply) -> None:
    """Raise what the status says; where it says success, that an error is reported all the same."""
    check_status(reply)
    raise Permanent("the platform reports an error", "platform melaporkan galat")
