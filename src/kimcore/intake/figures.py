"""Figures: rows of Media Sosial and Audiens as contents and observations (Tabel 5.1, 5.3; R11, R21)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from attrs import evolve

from kimcore.intake.drafts import Draft
from kimcore.intake.known import CONTENT_FIELDS, KnownFigures
from kimcore.intake.log import Log
from kimcore.intake.records import Record
from kimcore.media import Platform
from kimcore.monitoring.observations import Content, Indicator, Observation
from kimcore.terms import Text

__all__ = ["Figures"]

INDICATORS: Final = {i.code: i for i in Indicator}
LINK_OF_ANOTHER = Text(
    "tautannya juga tercatat pada KIM lain; dihitung untuk keduanya",
    "its link also stands beside another KIM; it counts for both",
)
Place = tuple[Platform | str, str, str]
"""What figures are of: the platform, the account, and the key of a content, empty for an audience."""

DESCRIBED = ("account", "title", "format", "shown")


class Figures:
    """Gathers contents and figures; what stands twice for one thing is taken once, or the later row is used."""

    def __init__(self, log: Log, known: KnownFigures | None = None) -> None:
        """Start with nothing read; `known` fills what a file has no column for."""
        self.log, self.known = log, known or KnownFigures()
        self.contents: dict[tuple[str, str], tuple[Content, int]] = {}
        self.observations: dict[tuple[Any, ...], tuple[Observation, int]] = {}
        self.links: dict[str, str] = {}

    def take(self, draft: Draft, record: Record) -> None:
        """Take a row of either sheet for a KIM."""
        kim, values = draft.kim.id, record.values
        if not values.get("account"):
            record.report(self.log, "account_unknown", "account")
        place = self.place(kim, record)
        figures = [(key, value) for key in told(record.located.keys) if (value := values[key]) is not None]
        if values.get("observed") is not None:
            self.observe(kim, place, record, figures)
        elif figures and not record.is_flawed("observed"):
            record.report(self.log, "date_missing", "observed")

    def all_contents(self) -> tuple[Content, ...]:
        """Return the contents, each once, in the order of the rows."""
        return tuple(content for content, _ in self.contents.values())

    def all_observations(self) -> tuple[Observation, ...]:
        """Return the figures, one for each thing and day, in the order of the rows."""
        return tuple(observation for observation, _ in self.observations.values())

    def place(self, kim: str, record: Record) -> Place:
        """Return what a row's figures are of."""
        if record.located.spec.key == "contents":
            content = self.content(kim, record)
            return content.platform, content.account, content.key
        values = record.values
        if not ("platform" in values and "account" in values):
            values = {"platform": "", "account": ""} | self.known.audience(kim, values) | values
        return values["platform"], values["account"], ""

    def content(self, kim: str, record: Record) -> Content:
        """Take the content of a row and return it as the row says it."""
        fields = {key: record.values[key] for key in CONTENT_FIELDS if key in record.values}
        content = Content(**{"kim": kim, "platform": "", **self.known.content(kim, fields), **fields})
        self.shared(content, record)
        thing = kim, content.key
        earlier = self.contents.get(thing)
        merged = self.merge(earlier[0], content, record) if earlier else content
        self.contents[thing] = merged, record.row
        return content

    def shared(self, content: Content, record: Record) -> None:
        """Report a link that stands beside two KIMs; it counts for both."""
        first = self.links.setdefault(content.link, content.kim) if content.link else content.kim
        if first != content.kim:
            record.report(self.log, "repeated_row", "link", name=LINK_OF_ANOTHER)

    def merge(self, earlier: Content, later: Content, record: Record) -> Content:
        """Return a content with the later row's description where it has one; what differs is reported."""
        changed: dict[str, Any] = {}
        for key in ("platform", *DESCRIBED):
            old, new = getattr(earlier, key), getattr(later, key)
            if new and old != new:
                changed[key] = new
                if old:
                    record.report(self.log, "content_conflict", key, value=shown(new), other=shown(old))
        return evolve(earlier, **changed)

    def observe(self, kim: str, place: Place, record: Record, figures: Sequence[tuple[str, int]]) -> None:
        """Take the figures of a row, each by what it is of (as `Observation.key`); report what an earlier row gives."""
        platform, account, content = place
        day = record.values["observed"]
        medium = platform.code if isinstance(platform, Platform) else platform.casefold()
        where = kim, medium, account.casefold(), content, day
        same: list[int] = []
        for key, value in figures:
            figure = *where, key
            earlier, row = self.observations.get(figure, (None, 0))
            observation = Observation(
                kim=kim,
                platform=platform,
                account=account,
                content=content,
                indicator=INDICATORS[key],
                observed=day,
                value=value,
            )
            self.observations[figure] = observation, record.row
            if earlier is not None and earlier.value == value:
                same.append(row)
            elif earlier is not None:
                record.report(self.log, "figure_conflict", key, value=str(value), other=earlier.value)
        if same and len(same) == len(figures):
            record.report(self.log, "repeated_row", name=Text(f"baris {max(same)}", f"row {max(same)}"))


@lru_cache
def told(columns: frozenset[str]) -> tuple[str, ...]:
    """Return the indicators among the columns of a sheet."""
    return tuple(key for key in INDICATORS if key in columns)


def shown(value: Any) -> str:
    """Return a field of a content as a problem shows it."""
    return str(value.say("id") if isinstance(value, Platform) else value)
