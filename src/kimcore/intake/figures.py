"""Figures: rows of Media Sosial and Audiens as contents and observations (Tabel 5.1, 5.3; R11, R21)."""

from typing import Any, Final

from attrs import evolve

from kimcore.intake.drafts import Draft
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
DESCRIBED = ("account", "title", "format", "shown")


class Figures:
    """Gathers contents and figures; what stands twice for one thing is taken once, or the later row is used."""

    def __init__(self, log: Log) -> None:
        """Start with nothing read."""
        self.log = log
        self.contents: dict[tuple[str, str], tuple[Content, int]] = {}
        self.observations: dict[tuple[str, ...], tuple[Observation, int]] = {}
        self.links: dict[str, str] = {}

    def take(self, draft: Draft, record: Record) -> None:
        """Take a row of either sheet for a KIM."""
        kim, values = draft.kim.id, record.values
        if not values.get("account"):
            record.report(self.log, "account_unknown", "account")
        content = self.content(kim, record) if record.located.spec.key == "contents" else ""
        figures = [(key, value) for key, value in values.items() if key in INDICATORS and value is not None]
        if values.get("observed") is not None:
            earlier = [self.observe(kim, content, record, key, value) for key, value in figures]
            if earlier and all(same for same, _ in earlier):
                row = max(row for _, row in earlier)
                record.report(self.log, "repeated_row", name=Text(f"baris {row}", f"row {row}"))
        elif figures and not record.is_flawed("observed"):
            record.report(self.log, "date_missing", "observed")

    def all_contents(self) -> tuple[Content, ...]:
        """Return the contents, each once, in the order of the rows."""
        return tuple(content for content, _ in self.contents.values())

    def all_observations(self) -> tuple[Observation, ...]:
        """Return the figures, one for each thing and day, in the order of the rows."""
        return tuple(observation for observation, _ in self.observations.values())

    def content(self, kim: str, record: Record) -> str:
        """Take the content of a row and return its key within the KIM."""
        values = record.values
        fields = {key: values[key] for key in (*DESCRIBED, "link") if key in values}
        content = Content(kim=kim, platform=values.get("platform", ""), **fields)
        self.shared(content, record)
        thing = kim, content.key
        earlier = self.contents.get(thing)
        merged = self.merge(earlier[0], content, record) if earlier else content
        self.contents[thing] = merged, record.row
        return thing[1]

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

    def observe(self, kim: str, content: str, record: Record, key: str, value: int) -> tuple[bool, int]:
        """Take a figure; tell whether an earlier row gives the same figure, and which row that is."""
        values = record.values
        found = Observation(
            kim=kim,
            platform=values.get("platform", ""),
            account=values.get("account", ""),
            content=content,
            indicator=INDICATORS[key],
            observed=values["observed"],
            value=value,
        )
        thing = found.key
        earlier, row = self.observations.get(thing, (None, 0))
        self.observations[thing] = found, record.row
        if earlier is not None and earlier.value != value:
            record.report(self.log, "figure_conflict", key, value=str(value), other=earlier.value)
        return earlier is not None and earlier.value == value, row


def shown(value: Any) -> str:
    """Return a field of a content as a problem shows it."""
    return str(value.say("id") if isinstance(value, Platform) else value)
