"""Collecting: figures from the platforms into the store, page by page, so that a stop anywhere loses nothing."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from kimcore.clauses import cite
from kimcore.media import Platform
from kimcore.metrics import Budget, Retries, Runner, TokenSource, Transport
from kimcore.results import Collection
from kimcore.values import Period
from kimcore.workspace.correcting import Correcting
from kimcore.workspace.questioning import Progress, Questioning, providers_of
from kimcore.workspace.records import Records
from kimcore.workspace.wanting import kim_ids

__all__ = ["Collecting"]

CLAUSES: Final = (cite("V.B.online"), cite("V.A.focus"), cite("VI.6"))


class Collecting(Correcting):
    """The part of a workspace that asks platforms for figures (Tabel 5.1, 5.3)."""

    def collect(
        self,
        tokens: TokenSource,
        *,
        platforms: Iterable[str | Platform] = (),
        since: date | None = None,
        until: date | None = None,
        again: bool = False,
        transport: Transport | None = None,
        budget: Budget | None = None,
        retries: Retries | None = None,
        progress: Progress | None = None,
    ) -> Collection:
        """Ask platforms (by default all) for the figures of contents and audiences, and store what they give.

        `since` and `until` narrow the contents by the day on which they were shown. A figure of the same day is not
        asked again, nor one that the platform did not give, unless `again`. Each page that is read is stored before
        the next is asked for, so that a stop loses nothing and a second call goes on. Without a `budget` any number of
        calls is made, but none that costs money; `retries` says how often and how long a call is tried, `progress` is
        told how many KIMs are done, of how many.
        """
        wanted = frozenset(Platform.of(p) if isinstance(p, str) else p for p in platforms) or frozenset(Platform)
        shown = Period(since or date.min, until or date.max) if since or until else None
        with self.storage.unit_of_work() as unit:
            kims = tuple(kim_ids(Records(unit, self.office)))
        asking = Questioning(
            ledger=self.ledger,
            office=self.office,
            shown=shown,
            providers=providers_of(self.host, wanted),
            tokens=tokens,
            on=self.today(),
            again=again,
        )
        runner = Runner(transport=transport, budget=budget, retries=retries, clock=self.clock, on_page=asking.store)
        for done in runner.run(asking.questions(kims, progress or quiet)):
            asking.settle(done)
        return asking.tally.collection(**self.stamped(None))


def quiet(done: int, total: int) -> None:
    """Tell nothing."""
