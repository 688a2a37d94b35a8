"""Workspace: the composition root: store, rulebook and office put together for an app or the command line."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Self

from attrs import evolve
from dateutil.relativedelta import relativedelta

from kimcore.assessment import assess, subject_of
from kimcore.clauses import cite
from kimcore.community import Kim, named
from kimcore.geography import RegionCode
from kimcore.issues import matrix, suggest_all
from kimcore.mapping import MEDIAN, Axis, Policy, find_cutoffs, find_policy, place_all, scores_of
from kimcore.monitoring import standing
from kimcore.partnership import Decision, allow, decided, history, outlook
from kimcore.plugins import PluginHost
from kimcore.ports import StorageBackend
from kimcore.results import (
    Assessments,
    Explanation,
    IssueMatrix,
    Monitoring,
    PartnershipHistory,
    Placements,
)
from kimcore.rulebooks import JUKNIS_2022, rulebook
from kimcore.rules import BoundRulebook, Judgement, Rulebook
from kimcore.tables import Report
from kimcore.terms import Language
from kimcore.values import Period
from kimcore.workspace.correcting import Correcting
from kimcore.workspace.logs import log_decision
from kimcore.workspace.opening import Clock, now, office_of, read_villages
from kimcore.workspace.records import ImportRecord, Records, decided_kims, kims_of
from kimcore.workspace.reporting import Findings, office_report, write_report, writers_of
from kimcore.workspace.watching import monitored

__all__ = ["Workspace"]

CLAUSES = (cite("II.B.3.map.a"), cite("II.B.3.map.d"))


class Workspace(Correcting):
    """One office's data in one store, judged by one rulebook.

    `on` is the date of the rule everywhere (default: today at the office); facts are those recorded now. Every
    method that reads returns a result that carries office, date and rulebook.
    """

    def __init__(
        self,
        storage: StorageBackend,
        office: RegionCode,
        *,
        rules: Rulebook = JUKNIS_2022,
        host: PluginHost | None = None,
        clock: Clock = now,
    ) -> None:
        self.storage, self.office, self.rulebook = storage, office, rules
        self.host, self.clock = host, clock

    @classmethod
    def open(
        cls,
        url: str = "sqlite:///kimcore.db",
        office: str | RegionCode | None = None,
        *,
        rules: str | Rulebook = JUKNIS_2022.name,
        host: PluginHost | None = None,
        clock: Clock = now,
    ) -> Self:
        """Open the store of a URL, and make or upgrade it where needed.

        `office` is needed where the store holds none or several. Raises `StorageError`, `NotFound`.
        """
        found = host or PluginHost()
        book = rulebook(rules) if isinstance(rules, str) else rules
        storage = found.open_storage(url)
        try:
            code = office_of(storage, office)
            storage.migrate()
        except BaseException:
            storage.close()
            raise
        return cls(storage, code, rules=book, host=found, clock=clock)

    def __enter__(self) -> Self:
        """Use the workspace in a `with` block; it closes the store at the end."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.storage.close()

    def rules_on(self, on: date | None) -> BoundRulebook:
        """Return the rulebook bound to a date, today where none is given."""
        return self.rulebook.as_of(on or self.today())

    # --- writing

    def decide(self, decision: Decision) -> PartnershipHistory:
        """Record a decision if the lifecycle allows it; raise `NotAllowed` with the condition that forbids it."""
        with self.storage.unit_of_work() as unit:
            records = Records(unit, self.office)
            kim, made = named(kims_of(records), decision.kim), records.decisions()
            before = made.get(kim.id, [])
            made_now = evolve(decision, kim=kim.id)
            allow(decided(kim, before), self.rulebook, made_now)
            records.put("decision", f"{kim.id}/{len(before) + 1:04d}", made_now, 0)
            unit.commit()
        log_decision(made_now)
        return self.partnership(kim.id, decision.on)

    # --- reading

    def kims(self) -> tuple[Kim, ...]:
        """Return the KIMs of the office with its decisions, ordered by id."""
        with self.storage.unit_of_work() as unit:
            return decided_kims(Records(unit, self.office))

    def assess(self, on: date | None = None) -> Assessments:
        """Judge every KIM on a date; each assessment also holds its placement on the map."""
        return self.assessments(self.map(on))

    def assessments(self, placements: Placements) -> Assessments:
        """Return the assessments behind placements, ordered by the id of the KIM."""
        rules, by_id = self.rules_on(placements.on), {p.subject.id: p for p in placements}
        rows = tuple(assess(kim, rules, by_id.get(kim.id)) for kim in self.kims())
        return Assessments(**self.stamp(rules), rows=rows)

    def look_ahead(self, found: Assessments, days: int) -> Assessments:
        """Return assessments with what stops holding for each KIM within so many days after their date."""
        ahead = {a.kim.id: outlook(a.kim, self.rulebook, found.on, days) for a in found}
        return evolve(found, days_ahead=days, ahead=ahead)

    def explain(self, kim: str, on: date | None = None) -> Explanation:
        """Return every rule of one KIM (id, number, name, or "name, village") with reason, values, what is missing."""
        found = self.assess(on)[kim]
        return Explanation(**self.stamp(found.judgement), rows=found.judgement.explain(), assessment=found)

    def map(
        self,
        on: date | None = None,
        *,
        policy: str | Policy = Policy.STRICT,
        cutoffs: Mapping[Axis, float] | None = None,
        quantile: float = MEDIAN,
    ) -> Placements:
        """Place every KIM by interest, power and influence, in order of priority (III.C to III.E).

        `cutoffs` sets an axis to a number; the others are quantiles over the office's mapped KIMs (R2).
        """
        rules = self.rules_on(on)
        with self.storage.unit_of_work() as unit:
            records = standing(Records(unit, self.office).observations(until=rules.on))
        stale = rules.numbers.get("stale_after_days", 45)
        subjects = [
            subject_of(assess(kim, rules), scores_of(kim, records.get(kim.id, ()), rules.on, stale_after=stale))
            for kim in self.kims()
        ]
        found = find_cutoffs(subjects, cutoffs or {}, quantile)
        chosen = find_policy(policy)
        return Placements(**self.stamp(rules), rows=place_all(subjects, found, chosen), policy=chosen, cutoffs=found)

    def issues(self, on: date | None = None) -> IssueMatrix:
        """Return Tabel 3.2, and suggestions of KIMs apart from it."""
        with self.storage.unit_of_work() as unit:
            records = Records(unit, self.office)
            issues = [s.entity for s in records.issues().values()]
            kims = kims_of(records)
        rows = matrix(issues, {kim.id: kim.name for kim in kims})
        return IssueMatrix(
            **self.stamp(self.rules_on(on)), rows=rows, suggestions=suggest_all((r.issue for r in rows), kims)
        )

    def monitor(
        self,
        since: date | None = None,
        until: date | None = None,
        *,
        villages: str | Path | Iterable[tuple[str, str]] | None = None,
    ) -> Monitoring:
        """Return Tabel 5.1 to 5.3 of a period (default: the twelve months up to today).

        `villages` is a directory of (code, name), or a CSV file of it, for the coverage.
        """
        last = until or self.today()
        period = Period(since or last - relativedelta(months=12) + relativedelta(days=1), last)
        directory = read_villages(Path(villages)) if isinstance(villages, str | Path) else villages
        stamp = self.stamp(self.rules_on(last))
        with self.storage.unit_of_work() as unit:
            return monitored(Records(unit, self.office), period, directory, **stamp)

    def partnership(self, kim: str, on: date | None = None) -> PartnershipHistory:
        """Return the state of a KIM's partnership on a date and what led to it."""
        with self.storage.unit_of_work() as unit:
            records = Records(unit, self.office)
            found = named(kims_of(records), kim)
            decisions = records.decisions().get(found.id, [])
        rules = self.rules_on(on)
        assessment = assess(decided(found, decisions), rules)
        return PartnershipHistory(**self.stamp(rules), rows=history(found, decisions), assessment=assessment)

    def last_import(self) -> ImportRecord | None:
        """Return the office's last import with its problems, or None."""
        with self.storage.unit_of_work() as unit:
            return Records(unit, self.office).last_import()

    # --- reports

    def compose(self, on: date | None = None, *, villages: str | Path | None = None) -> Report:
        """Return the whole report as a neutral report."""
        placements = self.map(on)
        return office_report(
            Findings(
                office=self.office,
                rules=self.rules_on(placements.on),
                assessments=self.assessments(placements),
                placements=placements,
                issues=self.issues(placements.on),
                monitoring=self.monitor(until=placements.on, villages=villages),
                last_import=self.last_import(),
            )
        )

    def report(
        self,
        out: str | Path,
        formats: Sequence[str] = ("xlsx", "html"),
        *,
        on: date | None = None,
        language: Language = "id",
        villages: str | Path | None = None,
    ) -> tuple[Path, ...]:
        """Write the office's report in each format into a folder, and return the files.

        Formats are those of the report writers among the plug-ins. Raises `NotFound` for another and `InvalidValue`
        for none, before anything is written.
        """
        writers = writers_of(self.host or PluginHost(), formats)
        day = on or self.today()
        stem = Path(out) / f"laporan-kim-{self.office}-{day}"
        return write_report(self.compose(day, villages=villages), writers, stem, language)

    def stamp(self, dated: BoundRulebook | Judgement) -> dict[str, Any]:
        """Return what every result carries."""
        return {"office": self.office.text, "on": dated.on, "rulebook": self.rulebook.name}
