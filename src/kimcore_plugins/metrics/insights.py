"""Insights: the shares and views of an Instagram medium, which only its own account may ask for, one by one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve, field, frozen

from kimcore.monitoring import Indicator
from kimcore.ports import Cursor, HttpCall, MetricOutcome, MetricRequest, PairState, Wanted
from kimcore.terms import Text
from kimcore_plugins.metrics import graph
from kimcore_plugins.metrics.figures import by_name, outcome, wrong_form

__all__ = ["BOTH", "CODE", "INSIGHTS", "Medium", "insights_of", "without_insights"]

CODE: Final = re.compile(r"[A-Za-z0-9_-]{5,64}")
INSIGHTS: Final = MappingProxyType({Indicator.SHARE: "shares", Indicator.VIEW: "views"})
BOTH: Final = frozenset(INSIGHTS)
MEASURED: Final[Mapping[tuple[Any, Any], frozenset[Indicator]]] = MappingProxyType(
    {
        ("REELS", "VIDEO"): BOTH,
        ("FEED", "IMAGE"): BOTH,
        ("FEED", "CAROUSEL_ALBUM"): BOTH,
        ("FEED", "VIDEO"): frozenset(),
    }
)
"""What insights may be asked for, by product and type of a medium: one that is not valid fails the whole call."""

GOES_ON: Final = "insights"
NOT_MEASURED = Text(
    "Instagram tidak menghitung ini untuk jenis media tersebut", "Instagram does not count this for media of that kind"
)
NEW_KIND = Text("jenis media belum dikenal kimcore", "media of a kind that kimcore does not know")
NO_DATA = Text(
    "Instagram belum atau tidak lagi memberi angka ini", "Instagram does not give this figure yet, or no longer"
)


@frozen(kw_only=True)
class Medium:
    """A medium whose insights are asked for: its id in Graph, the code of its links, and the metrics."""

    id: str = field(repr=False)
    code: str = field(repr=False)
    metrics: tuple[str, ...]

    @classmethod
    def of(cls, cursor: Cursor | None) -> "Medium | None":
        """Return the medium that a cursor names, or None where it goes on in a list."""
        words = cursor.token.split(":") if cursor else []
        return cls(id=words[1], code=words[2], metrics=tuple(words[3:])) if words[:1] == [GOES_ON] else None

    @property
    def cursor(self) -> Cursor:
        """The cursor that names it."""
        return Cursor(":".join((GOES_ON, self.id, self.code, *self.metrics)))

    def apart(self, call: HttpCall) -> tuple[Cursor, ...]:
        """Return cursors that ask for each metric of a call alone, none where it has one."""
        asked = dict(call.query).get("metric", "").split(",")
        return tuple(evolve(self, metrics=(metric,)).cursor for metric in asked) if len(asked) > 1 else ()

    def calls(self, request: MetricRequest, host: str) -> tuple[HttpCall, ...]:
        """Return the call for what is still wanted of it, none where nothing is."""
        wants = frozenset(indicator for indicator, metric in INSIGHTS.items() if metric in self.metrics)
        narrowed = ((w, w.indicators & wants) for w in request.contents if graph.code_of(w, CODE) == self.code)
        about = tuple(evolve(w, indicators=left) for w, left in narrowed if left)
        if not about:
            return ()
        left = frozenset[Indicator]().union(*(wanted.indicators for wanted in about))
        metrics = ",".join(metric for indicator, metric in INSIGHTS.items() if indicator in left)
        url = f"https://{host}/{graph.VERSION}/{self.id}/insights"
        is_batch = all(wanted.indicators != left for wanted in about)
        return (HttpCall(url=url, query=(("metric", metrics),), about=about, cursor=self.cursor, is_batch=is_batch),)

    def outcomes(self, about: Iterable[Wanted], found: Mapping[str, Any]) -> Iterator[MetricOutcome]:
        """Yield the outcomes of its insights; a metric that is left out is unknown, never 0 (R11)."""
        records = by_name(found.get("data"), "name")
        if len(records) != len(found["data"]) or not all(self.owns(record) for record in records.values()):
            raise wrong_form()
        for wanted in about:
            for indicator in sorted(wanted.indicators & INSIGHTS.keys(), key=lambda i: i.code):
                told = outcome(wanted.key, indicator, total(records.get(INSIGHTS[indicator], {})), "value")
                yield evolve(told, reason=NO_DATA) if told.state is PairState.HIDDEN else told

    def owns(self, record: Mapping[str, Any]) -> bool:
        """Tell whether insights are of this medium, as their id says."""
        id = record.get("id", self.id)
        return isinstance(id, str) and id.partition("/")[0] == self.id


def total(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what holds the total of a metric: the one of its values, or its total value."""
    values = record.get("values") or [record.get("total_value") or {}]
    is_one = isinstance(values, list) and len(values) == 1 and isinstance(values[0], dict)
    return values[0] if is_one else {"value": False}


def measured(record: Mapping[str, Any]) -> frozenset[Indicator] | None:
    """Return what insights a medium of a list has, or None where that is not known."""
    kind = record.get("media_product_type"), record.get("media_type")
    id = record.get("id")
    is_known = isinstance(id, str) and graph.NUMBER.fullmatch(id) and all(isinstance(part, str) for part in kind)
    return MEASURED.get(kind) if is_known else None


def insights_of(wanted: Wanted, record: Mapping[str, Any], code: str) -> tuple[Cursor, ...]:
    """Return the cursor for the insights of a medium, none where nothing is wanted that it has."""
    given = measured(record) or frozenset()
    if not wanted.indicators & given:
        return ()
    metrics = tuple(metric for indicator, metric in INSIGHTS.items() if indicator in given)
    return (Medium(id=record["id"], code=code, metrics=metrics).cursor,)


def without_insights(wanted: Wanted, record: Mapping[str, Any]) -> Iterator[MetricOutcome]:
    """Yield the outcomes of what is wanted of a medium and is not asked for."""
    given = measured(record)
    state, reason = (PairState.FAILED, NEW_KIND) if given is None else (PairState.UNSUPPORTED, NOT_MEASURED)
    for indicator in sorted((wanted.indicators & BOTH) - (given or frozenset()), key=lambda i: i.code):
        yield MetricOutcome.unknown(wanted.key, indicator, state, reason)
