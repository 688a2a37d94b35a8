"""Workspace: the composition root: store, rulebook and office put together for an app or the command line."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Self

from attrs import evolve

from kimcore.assessment import assess, subject_of
from kimcore.clauses import cite
from kimcore.community import Kim, named
from kimcore.geography import RegionCode
from kimcore.issues import matrix, suggest_all
from kimcore.ledger import Action, Ledger
from kimcore.mapping import MEDIAN, Axis, Policy, find_cutoffs, find_policy, place_all, scores_of
from kimcore.monitoring import Forward, each_standing
from kimcore.partnership import Decision, decided, history, outlook
from kimcore.plugins import PluginHost
from kimcore.ports import RegionDirectory, Scorer, StorageBackend
from kimcore.reports import Audience, find_audience
from kimcore.results import (
    Assessments,
    Explanation,
    IssueMatrix,
    Overview,
    PartnershipHistory,
    Placements,
)
from kimcore.rulebooks import JUKNIS_2022
from kimcore.rules import BoundRulebook, Judgement, Rulebook
from kimcore.tables import Report
from kimcore.terms import Language
from kimcore.workspace.answering import Answering
from kimcore.workspace.collecting import Collecting
from kimcore.workspace.measuring import Measuring
from kimcore.workspace.observing import announce, record_decision
from kimcore.workspace.opening import Clock, now, office_of
from kimcore.workspace.overviewing import overview, overview_report
from kimcore.workspace.protecting import Protecting
from kimcore.workspace.records import ImportRecord, Records, decided_kims, kims_of
from kimcore.workspace.reporting import Findings, office_report, write_report, writers_of
from kimcore.workspace.scoring import scored
from kimcore.workspace.standing import Standing
from kimcore.workspace.watching import limits_of

__all__ = ["Workspace"]

CLAUSES = (cite("II.B.3.map.a"), cite("II.B.3.map.d"))


class Workspace(Measuring, Protecting, Answering, Collecting, Standing):
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
        regions: RegionDirectory | None = None,
        scorer: Scorer | None = None,
        host: PluginHost | None = None,
        by: str = "",
        clock: Clock = now,
    ) -> None:
        self.storage, self.office, self.rulebook = storage, office, rules
        self.regions, self.scorer = regions, scorer
        self.host, self.clock = host or PluginHost(), clock
        self.ledger = Ledger(storage, by, clock)

    @classmethod
    def open(
        cls,
        url: str = "sqlite:///kimcore.db",
        office: str | RegionCode | None = None,
        *,
        rules: str | Rulebook = JUKNIS_2022.name,
        regions: str | None = None,
        scorer: str | None = None,
        host: PluginHost | None = None,
        by: str = "",
        clock: Clock = now,
    ) -> Self:
        """Open the store of a URL, and make or upgrade it where needed.

        `office` is needed where the store holds none or several; `rules`, `regions` and `scorer` are names that the
        host knows; `by` says in the audit log who uses it. Raises `StorageError`, `NotFound`, `PluginError`.
        """
        found = host or PluginHost()
        book = found.rulebook(rules) if isinstance(rules, str) else rules
        directory = found.region_directory(regions) if regions else None
        scoring = found.scorer(scorer) if scorer else None
        storage = found.open_storage(url)
        try:
            code = office_of(storage, office)
            storage.migrate()
        except BaseException:
            storage.close()
            raise
        return cls(storage, code, rules=book, regions=directory, scorer=scoring, host=found, by=by, clock=clock)

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

    def decide(self, decision: Decision, *, key: str = "") -> PartnershipHistory:
        """Record a decision if the lifecycle allows it; raise `NotAllowed` with the condition that forbids it.

        A call with the `key` of one that was stored, made again because its answer was lost, records nothing.
        """
        with self.ledger.unit(f"decision {decision.kind.code}") as unit:
            records = Records(unit, self.office)
            if key and not records.claim(key):
                return self.partnership(decision.kim, decision.on)
            made = record_decision(records, self.rulebook, decision)
            unit.commit()
        announce(self.host, made)
        return self.partnership(made.kim, decision.on)

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
        stale, kims = limits_of(rules).stale_after_days, self.kims()
        with self.storage.unit_of_work() as unit:
            records_of = Forward(each_standing(Records(unit, self.office).observations(until=rules.on)))
            assessed = [
                subject_of(assess(kim, rules), scores_of(kim, records_of(kim.id), rules.on, stale_after=stale))
                for kim in kims
            ]
        subjects = scored(assessed, kims, rules.on, scorer=self.scorer, host=self.host)
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

    def overview(
        self, audience: str | Audience, on: date | None = None, *, villages: str | Path | None = None
    ) -> Overview:
        """Return what a province, ministries or the public may see: counts, no person; ministries KIMs (I.A.2, I.A.5).

        The office of a province looks at every district of it that is in the store; nothing of theirs can be changed.
        """
        return overview(self, find_audience(audience), on, villages)

    def compose(
        self, on: date | None = None, *, villages: str | Path | None = None, audience: str | Audience = Audience.OFFICE
    ) -> Report:
        """Return the whole report as a neutral report; that for another audience than the office names no person."""
        if find_audience(audience) is not Audience.OFFICE:
            return overview_report(self.overview(audience, on, villages=villages), self.rules_on(on))
        placements = self.map(on)
        monitoring = self.monitor(until=placements.on, villages=villages)
        return office_report(
            Findings(
                office=self.office,
                rules=self.rules_on(placements.on),
                assessments=self.assessments(placements),
                placements=placements,
                issues=self.issues(placements.on),
                monitoring=monitoring,
                together=self.together(placements, monitoring.measures.period),
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
        audience: str | Audience = Audience.OFFICE,
    ) -> tuple[Path, ...]:
        """Write the report for an audience in each format into a folder, and return the files.

        Formats are those of the report writers among the plug-ins. Raises `NotFound` for another and `InvalidValue`
        for none, before anything is written.
        """
        writers = writers_of(self.host, formats)
        day = on or self.today()
        code = find_audience(audience).code
        of_audience = "" if code == Audience.OFFICE.code else f"-{code}"
        stem = Path(out) / f"laporan-kim-{self.office}{of_audience}-{day}"
        composed = self.compose(day, villages=villages, audience=code)
        self.ledger.note("report", Action.REPORT, kind="report", id=self.office.text, fields=(code, *formats))
        return write_report(composed, writers, stem, language)

    def stamp(self, dated: BoundRulebook | Judgement) -> dict[str, Any]:
        """Return what every result carries."""
        return {"office": self.office.text, "on": dated.on, "rulebook": self.rulebook.name}
