"""Questioning: one question per account, to the provider for which there is a token, and what became of it stored."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from attrs import define, evolve, field

from kimcore.geography import RegionCode, local_date
from kimcore.ledger import Ledger
from kimcore.media import Platform
from kimcore.metrics import Collected, Credential, Question, TokenSource
from kimcore.monitoring import Indicator, Observation
from kimcore.plugins import MetricProviderDescriptor, PluginHost
from kimcore.plugins.adapters import told
from kimcore.ports import Access, MetricOutcome, MetricProvider, MetricRequest, Pair, PairState
from kimcore.terms import Text
from kimcore.values import Period
from kimcore.workspace.collected import SETTLED, CollectedAccount, keep, of_account
from kimcore.workspace.records import Records
from kimcore.workspace.tallying import Tally
from kimcore.workspace.wanting import Account, accounts_of

__all__ = ["Progress", "Questioning", "providers_of"]

Progress = Callable[[int, int], None]
Providers = Mapping[Platform, Sequence[MetricProvider]]

LINKLESS = Text(
    "tautannya kosong atau tidak menunjuk satu konten; lengkapi kolom Link",
    "its link is blank or names no single content; complete the column Link",
)
NO_PROVIDER = Text("tidak ada pengaya untuk platform ini", "no plug-in knows this platform")


def providers_of(host: PluginHost, platforms: frozenset[Platform]) -> Providers:
    """Return the providers of each platform: those with the KIM's own token first, for they give more."""
    found: dict[Platform, list[MetricProvider]] = {platform: [] for platform in platforms}
    codes = {platform.code: platform for platform in platforms}
    for descriptor in host.descriptors(MetricProviderDescriptor):
        if descriptor.platform in codes:
            with host.isolated(descriptor, told):
                provider = host.metric_provider(descriptor.name)
                found[codes[descriptor.platform]] += [provider] if provider.supports else []
    return {
        platform: sorted(own, key=lambda p: (p.access is not Access.OWN, p.name)) for platform, own in found.items()
    }


@define(kw_only=True)
class Questioning:
    """Makes the questions of a collection and stores what comes of them; a question is made when it is its turn."""

    ledger: Ledger = field(repr=False)
    office: RegionCode
    shown: Period | None
    providers: Providers = field(repr=False)
    tokens: TokenSource = field(repr=False)
    on: date
    again: bool
    tally: Tally = field(factory=Tally, repr=False)
    asked: deque[Account] = field(factory=deque, repr=False)

    def questions(self, kims: Sequence[str], progress: Progress) -> Iterator[Question]:
        """Yield a question for each account of which something is still to be known."""
        for number, kim in enumerate(kims, start=1):
            for account in self.accounts(kim):
                question = self.question(account)
                if question:
                    self.asked.append(account)
                    yield question
            progress(number, len(kims))

    def accounts(self, kim: str) -> Iterable[Account]:
        """Return the accounts of a KIM, each with the pairs that are settled for the day."""
        with self.ledger.storage.unit_of_work() as unit:
            records = Records(unit, self.office)
            found = accounts_of(records, kim, self.shown, frozenset(self.providers), self.on)
            if self.again:
                return [evolve(account, settled=frozenset()) for account in found]
            return [evolve(a, settled=a.settled | kept(records, a, self.on)) for a in found]

    def question(self, account: Account) -> Question | None:
        """Return what is to be asked about an account, and to whom; None where everything is settled."""
        request = account.request(self.on)
        self.tally.begin(account, len(account.settled))
        self.tally.add(account, (skipped(content, i, LINKLESS) for content, i in account.linkless))
        if not request.pairs:
            return None
        found = self.chosen(account)
        if found is None:
            self.tally.add(account, (skipped(content, i, NO_PROVIDER) for content, i in request.pairs))
            return None
        provider, credential = found
        return Question(provider=provider, request=request_for(request, credential), credential=credential)

    def chosen(self, account: Account) -> tuple[MetricProvider, Credential | None] | None:
        """Return the first provider that has a token, else the first without one, None where there is none."""
        providers = self.providers.get(account.platform, ())
        for provider in providers:
            credential = self.tokens(provider.name, account.account)
            if credential:
                return provider, credential
        return (providers[0], None) if providers else None

    def store(self, question: Question, outcomes: Sequence[MetricOutcome], at: datetime) -> None:
        """Store what a page says: figures as observations of the day at the office, and what is settled without one."""
        account, provider, day = self.asked[0], question.provider.name, local_date(at, self.office)
        seen = [o for o in outcomes if o.state is PairState.OBSERVED]
        with self.ledger.unit("collect") as unit:
            records = Records(unit, self.office)
            records.observe(observation(o, account, provider, day) for o in seen)
            keep(records, of_day(account, provider, day), outcomes)
            unit.commit()

    def settle(self, done: Collected) -> None:
        """Count what became of the question that was asked first, and keep what is settled now that it is over."""
        account = self.asked.popleft()
        self.tally.add(account, done.outcomes)
        self.tally.spend(account.platform, done.calls, done.cost)
        if done.fault:
            self.tally.stop(account, done.fault)
        day = local_date(done.at, self.office) if done.at else self.on
        if any(o.state in SETTLED for o in done.outcomes):
            with self.ledger.unit("collect") as unit:
                keep(Records(unit, self.office), of_day(account, done.provider, day), done.outcomes)
                unit.commit()


def kept(records: Records, account: Account, on: date) -> frozenset[Pair]:
    """Return the pairs of an account that were settled without a figure on a day."""
    found = of_account(records, account.kim, account.platform, account.account)
    return found.entity.settled(on) if found else frozenset()


def request_for(request: MetricRequest, credential: Credential | None) -> MetricRequest:
    """Return a request with what belongs to the token."""
    return evolve(request, identity=credential.identity, base=credential.base) if credential else request


def of_day(account: Account, provider: str, on: date) -> CollectedAccount:
    """Return the record of an account for a day, without its figures."""
    return CollectedAccount(
        kim=account.kim, platform=account.platform, account=account.account, provider=provider, on=on
    )


def skipped(content: str, indicator: Indicator, reason: Text) -> MetricOutcome:
    """Return the outcome of a pair that was not asked."""
    return MetricOutcome.unknown(content, indicator, PairState.SKIPPED, reason)


def observation(found: MetricOutcome, account: Account, provider: str, on: date) -> Observation:
    """Return an observed figure as it is stored."""
    return Observation(
        kim=account.kim,
        provider=provider,
        platform=account.platform,
        account=account.account,
        content=found.content,
        indicator=found.indicator,
        observed=on,
        value=found.value,
    )
