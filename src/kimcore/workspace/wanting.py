"""Wanting: which contents and audiences of an office a platform can be asked about, by KIM and account (V.B.social)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.ledger import upgraded
from kimcore.links import ContentLink, content_link
from kimcore.media import ContentKind, Platform
from kimcore.monitoring import INDICATORS, Content, Indicator
from kimcore.ports import MetricRequest, ObservationRow, Pair, Wanted
from kimcore.serialization import from_json
from kimcore.values import Period
from kimcore.workspace.records import PLATFORMS, Records

__all__ = ["Account", "accounts_of", "kim_ids"]

CLAUSES = (cite("V.B.social"), cite("V.A.output"))
PAGE: Final = 500
ASKED: Final = {**INDICATORS, Platform.WEBSITE: (Indicator.VIEW,)}
KINDS: Final = {label: kind for kind in ContentKind for label in (kind.code, kind.text.id, kind.text.en)}


@frozen(kw_only=True)
class Account:
    """One account of a KIM on a platform: what can be asked about it, and the contents that cannot be.

    `linkless` are the pairs of contents whose link names no content; `settled` those whose figure is known of the day.
    """

    kim: str
    platform: Platform
    account: str = field(repr=False)
    contents: tuple[Wanted, ...] = field(default=(), repr=False)
    linkless: tuple[Pair, ...] = field(default=(), repr=False)
    settled: frozenset[Pair] = field(default=frozenset(), repr=False)

    def request(self, on: date) -> MetricRequest:
        """Return what is still to be asked about it on a day."""
        whole = MetricRequest(kim=self.kim, account=self.account, contents=self.contents, audience=True, on=on)
        return whole.only(frozenset(whole.pairs) - self.settled)


def kim_ids(records: Records) -> Iterator[str]:
    """Yield the ids of the KIMs of an office, in order."""
    return (document.id for document in records.unit.documents("kim", records.office.text))


def accounts_of(
    records: Records, kim: str, shown: Period | None, platforms: frozenset[Platform], on: date
) -> tuple[Account, ...]:
    """Return the accounts of one KIM: those of its contents, and those whose audience was once recorded.

    `shown` narrows the contents by the day on which they were shown; one without a day is then left out.
    """
    contents = [c for c in contents_of(records, kim) if shown is None or c.shown in shown]
    rows = tuple(records.unit.observations(office=records.office.text, kim=kim, until=on))
    found: dict[tuple[Platform, str], tuple[str, list[Content]]] = {}
    for platform, account, content in sorted(named(contents, rows), key=lambda n: (n[0].code, n[1].casefold(), n[1])):
        _, own = found.setdefault((platform, account.casefold()), (account, []))
        own += [content] if content else []
    return tuple(
        account_from(kim, platform, account, own, settled(rows, platform, account, on))
        for (platform, _), (account, own) in found.items()
        if platform in platforms
    )


def account_from(
    kim: str, platform: Platform, account: str, contents: Iterable[Content], known: frozenset[Pair]
) -> Account:
    """Return an account with its contents: those whose link names a content of its platform can be asked about."""
    wanted, linkless = [], []
    for content in contents:
        link = content_link(content.link)
        if link.is_content and link.platform is platform:
            wanted.append(wanted_of(content, link, frozenset(ASKED[platform])))
        else:
            linkless += [(content.key, indicator) for indicator in ASKED[platform]]
    return Account(
        kim=kim, platform=platform, account=account, contents=tuple(wanted), linkless=tuple(linkless), settled=known
    )


def contents_of(records: Records, kim: str) -> Iterator[Content]:
    """Yield the contents of one KIM, page by page."""
    prefix, after = f"{kim}/", f"{kim}/"
    while True:
        page = list(records.unit.documents("content", records.office.text, after=after, limit=PAGE))
        for document in page:
            if document.id.startswith(prefix):
                yield from_json(upgraded(document), Content)
        if len(page) < PAGE or not page[-1].id.startswith(prefix):
            return
        after = page[-1].id


def named(
    contents: Iterable[Content], rows: Iterable[ObservationRow]
) -> Iterator[tuple[Platform, str, Content | None]]:
    """Yield the accounts that contents and recorded audiences name, each with its content."""
    for content in contents:
        if isinstance(content.platform, Platform):
            yield content.platform, account_of(content), content
    for row in rows:
        if row.indicator == Indicator.AUDIENCE.code and row.platform in PLATFORMS:
            yield PLATFORMS[row.platform], row.account, None


def account_of(content: Content) -> str:
    """Return the account of a content: the one recorded, else the one that its link names, else an empty text."""
    return content.account or content_link(content.link).account or ""


def wanted_of(content: Content, link: ContentLink, indicators: frozenset[Indicator]) -> Wanted:
    """Return what is asked about a content."""
    kind = link.format or KINDS.get(content.format.strip().casefold())
    return Wanted(key=content.key, id=link.content_id or "", link=content.link, kind=kind, indicators=indicators)


def settled(rows: Iterable[ObservationRow], platform: Platform, account: str, on: date) -> frozenset[Pair]:
    """Return the pairs of an account whose figure was recorded on a day."""
    where = (platform.code, account.casefold())
    return frozenset(
        (row.content, Indicator.of(row.indicator))
        for row in rows
        if row.observed == on and row.value is not None and (row.platform, row.account.casefold()) == where
    )
