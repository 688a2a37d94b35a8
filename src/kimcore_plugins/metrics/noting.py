"""Noting: the rows of the register in which an office notes the figures that no platform gave (V.B.online)."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.intake import sheet_spec
from kimcore.intake.columns import NAME, NUMBER, VILLAGE
from kimcore.media import Platform
from kimcore.monitoring import INDICATORS, Content, Indicator
from kimcore.ports import MetricOutcome, PairState

__all__ = ["FormRow", "NotedByHand", "form_rows"]

CLAUSE: Final = cite("V.B.online")


@frozen(kw_only=True)
class NotedByHand:
    """What was asked of one account of a KIM and what came of it, to see what is left to note by hand.

    `kim`, `village` and `number` are what the register calls the KIM, its village and its community number; `contents`
    are the account's, `outcomes` those of its pairs.
    """

    kim: str
    village: str = ""
    number: str = ""
    platform: Platform | str
    account: str = field(default="", repr=False)
    on: date
    contents: tuple[Content, ...] = field(default=(), repr=False)
    outcomes: tuple[MetricOutcome, ...] = field(default=(), repr=False)


@frozen(kw_only=True)
class FormRow:
    """A row of a sheet that still needs figures: its cells by heading, and the headings to fill in."""

    sheet: str
    cells: Mapping[str, str | date] = field(repr=False)
    needed: tuple[str, ...]


def form_rows(asked: Iterable[NotedByHand]) -> tuple[FormRow, ...]:
    """Return the rows of the sheets Media Sosial and Audiens that still need a figure, in the order of what was asked.

    A row has what finds the KIM and the content or account again, under the register's headings; figures that a
    platform gave are left out, for the register says what the office counted itself. The rows are to be put under
    those of the office's register: an import withdraws what a sheet leaves out of a KIM that it names.
    """
    return tuple(row for one in asked for row in (*content_rows(one), *audience_rows(one)))


def content_rows(asked: NotedByHand) -> Iterable[FormRow]:
    """Yield a row for each content that lacks a figure of Tabel 5.3."""
    lacking = lacking_of(asked.outcomes)
    for content in asked.contents:
        needed = [i.code for i in table_of(content.platform) if i in lacking.get(content.key, ())]
        if needed:
            yield row("contents", values_of(asked, content), needed)


def audience_rows(asked: NotedByHand) -> Iterable[FormRow]:
    """Yield the row of the account where its audience is not known."""
    if Indicator.AUDIENCE in lacking_of(asked.outcomes).get("", ()):
        where = {"platform": label(asked.platform), "account": asked.account}
        yield row("audience", {**finders(asked), **where, "observed": asked.on}, [Indicator.AUDIENCE.code])


def table_of(platform: Platform | str) -> tuple[Indicator, ...]:
    """Return the indicators that Tabel 5.3 asks of a platform; of one without a row there, any of a content."""
    if isinstance(platform, Platform) and platform in INDICATORS:
        return INDICATORS[platform]
    return tuple(i for i in Indicator if i is not Indicator.AUDIENCE)


def lacking_of(outcomes: Iterable[MetricOutcome]) -> dict[str, set[Indicator]]:
    """Return the indicators without a figure, by content."""
    found: dict[str, set[Indicator]] = {}
    for told in outcomes:
        if told.state is not PairState.OBSERVED:
            found.setdefault(told.content, set()).add(told.indicator)
    return found


def values_of(asked: NotedByHand, content: Content) -> dict[str, str | date | None]:
    """Return what a row says of a content, by the keys of the columns."""
    return {
        **finders(asked),
        "title": content.title,
        "format": content.format,
        "platform": label(content.platform),
        "account": content.account,
        "shown": content.shown,
        "link": content.link,
        "observed": asked.on,
    }


def finders(asked: NotedByHand) -> dict[str, str]:
    """Return what finds the KIM in the register."""
    return {NAME: asked.kim, VILLAGE: asked.village, NUMBER: asked.number}


def row(sheet: str, values: Mapping[str, str | date | None], needed: Iterable[str]) -> FormRow:
    """Return a row under the headings of its sheet."""
    spec = sheet_spec(sheet)
    headings = {column.key: column.heading for column in (*spec.columns, *spec.hidden)}
    cells = {headings[key]: value for key, value in values.items() if value}
    return FormRow(sheet=spec.name, cells=MappingProxyType(cells), needed=tuple(headings[key] for key in needed))


def label(platform: Platform | str) -> str:
    """Return a platform as the sheets name it."""
    return platform.say("id") if isinstance(platform, Platform) else platform
