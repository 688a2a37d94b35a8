"""Register: from the sheets of a file to KIMs, issues, contents and figures, with every problem told at once."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from attrs import define, evolve, field

from kimcore.community import Identity, Kim, KimType
from kimcore.geography import RegionCode
from kimcore.intake.claims import claim, entries
from kimcore.intake.collector import paused
from kimcore.intake.columns import NAME, NUMBER, VILLAGE
from kimcore.intake.drafts import Draft, RowSheet, add_record
from kimcore.intake.figures import Figures
from kimcore.intake.headings import Located, recognise
from kimcore.intake.identity import Names, Roster, former_names, names_of, names_of_kim, suspects, words
from kimcore.intake.issuerows import issues_of
from kimcore.intake.known import KnownFigures
from kimcore.intake.layout import PROFILE
from kimcore.intake.log import Log
from kimcore.intake.memo import Memory
from kimcore.intake.notes import report_notes
from kimcore.intake.outcomes import take_outcomes
from kimcore.intake.presence import report_missing, usable
from kimcore.intake.profiles import Institutions, Unlisted, profile, unlisted_region
from kimcore.intake.records import Record, records
from kimcore.intake.rowsheets import ROW_SHEETS
from kimcore.intake.sheets import Sheet
from kimcore.intake.stated import NOTHING, KnownWorks, Register, StatedKim
from kimcore.intake.works.drafts import Drafts
from kimcore.intake.works.layout import WORK_SHEETS
from kimcore.intake.works.reading import take_works
from kimcore.intake.works.rows import Lookup
from kimcore.issues import Issue
from kimcore.monitoring import Kept

__all__ = ["KnownWorks", "Register", "StatedKim", "read_register"]

WORK_KEYS = frozenset(spec.key for spec in WORK_SHEETS)


@define
class Intake:
    """The state of one intake: rows by sheet, drafts by id, and who can be named."""

    log: Log
    rows: dict[str, list[Record]]
    known: dict[str, Kim]
    suspects: frozenset[str] = frozenset()
    drafts: dict[str, Draft] = field(factory=dict)
    roster: Roster[str] = field(factory=Roster[str])
    named: dict[str, set[str]] = field(factory=dict)
    stated: dict[str, dict[str, frozenset[str]]] = field(factory=dict)
    unlisted: Unlisted | None = None

    def draft(self, id: str) -> Draft:
        """Return the draft of a KIM, made from what was known where the file had not named it yet."""
        if id not in self.drafts:
            self.drafts[id] = Draft(self.known[id], False)
        return self.drafts[id]

    def resolved(self, key: str) -> Iterable[tuple[Draft, Record]]:
        """Give the rows of a sheet whose KIM is found, with its draft; the others are reported."""
        self.named.setdefault(key, set())
        located, found = None, dict[tuple[Any, ...], Draft | str]()
        for record in self.rows[key]:
            if record.located is not located:
                located, found = record.located, {}
            get = record.values.get
            named = get(NAME), get(VILLAGE), get(NUMBER)
            draft = found.get(named)
            if draft is None:
                draft = found[named] = self.spoken_of(key, record)
            if isinstance(draft, Draft):
                if record.flaws:
                    record.tell(self.log)
                yield draft, record
                continue
            if draft != "name_missing":  # a row of nobody is told once, not cell by cell
                record.tell(self.log)
            record.report(self.log, draft, NAME, value=named[0])

    def spoken_of(self, key: str, record: Record) -> Draft | str:
        """Return the draft of the KIM that a row speaks of, or the code of what is wrong with its name."""
        names = names_of(record)
        found = self.roster.find(names) if names.name or names.number else []
        if len(found) == 1:
            self.named[key].add(found[0])
            self.state(key, found[0], record.located)
            return self.draft(found[0])
        if not names.name:
            return "name_missing"
        return "kim_ambiguous" if found else "kim_unknown"

    def state(self, sheet: str, kim: str, located: Located) -> None:
        """Note the columns in which a sheet speaks for a KIM; of two sheets, those that both have."""
        stated = self.stated.setdefault(sheet, {})
        known = stated.setdefault(kim, located.keys)
        if known is not located.keys:
            stated[kim] = known & located.keys


@paused()
def read_register(
    sheets: Sequence[Sheet],
    *,
    file: str,
    office: RegionCode,
    known: Sequence[Kim] = (),
    known_issues: Sequence[Issue] = (),
    known_figures: KnownFigures | None = None,
    known_outcomes: Kept = NOTHING,
    known_works: KnownWorks | None = None,
    new_id: Callable[[], str],
    unlisted: Unlisted | None = None,
) -> Register:
    """Read the sheets of a register against what was known before (interface, Identity and Re-import).

    Nothing is dropped, changed or guessed without a problem. Without the sheet Profil KIM nothing is taken in.
    `unlisted` looks region codes up in a directory; without `known_works` the sheets of chapter IV are left alone.
    """
    log = Log(file)
    located = usable(recognise(sheets), log)
    report_missing(located, log)
    report_notes(sheets, located, log)
    names = [sheet.name for sheet in sheets]
    if not any(one.spec is PROFILE for one in located):
        return Register(problems=log.sorted(names))
    rows: dict[str, list[Record]] = {}
    memory = Memory()
    works: dict[str, list[Record]] = {}
    for one in located:
        sheets_of = works if one.spec.key in WORK_KEYS else rows
        sheets_of.setdefault(one.spec.key, []).extend(records(one, log, memory))
    intake = Intake(log, rows, {kim.id: kim for kim in known}, unlisted=unlisted)
    rejected = take_profiles(intake, office, new_id)
    register = take_others(intake, office, known_issues, known_figures)
    register = evolve(register, **take_outcomes(intake, known_outcomes))
    if known_works is not None:
        lookup = Lookup.of(intake.roster, (*known_issues, *register.issues), types_of(intake), log)
        drafts = Drafts(office, known_works.records, known_works.new_id)
        register = evolve(register, works=take_works(works, drafts, lookup))
    return finish(intake, register, rejected, names)


def types_of(intake: Intake) -> dict[str, KimType | None]:
    """Return the type of each KIM by its id, as far as it is recorded."""
    known = {id: kim.identity.type for id, kim in intake.known.items()}
    return known | {id: draft.get("identity.type") for id, draft in intake.drafts.items()}


def take_profiles(intake: Intake, office: RegionCode, new_id: Callable[[], str]) -> int:
    """Take the rows of Profil KIM, make the roster of all who can be named, and return how many rows were not taken."""
    rows, known, log = intake.rows[PROFILE.key], list(intake.known.values()), intake.log
    numbered = [r for key, sheet in intake.rows.items() if key != "issues" for r in sheet]
    intake.suspects = suspects(numbered)
    for record in numbered:
        if intake.suspects and names_of(record).number in intake.suspects:
            record.report(log, "community_number_suspect", NUMBER, value=record.values[NUMBER])
    taken = claim(entries(rows, known, intake.suspects, log), known, intake.suspects, log)
    intake.roster = Roster(intake.suspects)
    for entry in taken:
        entry.record.tell(log)
        kim = entry.known or new_kim(new_id(), office, entry.record)
        draft = intake.drafts[kim.id] = Draft(kim, entry.known is None, entry.record.row)
        profile(draft, entry.record, log)
        unlisted_region(entry.record, log, intake.unlisted)
        intake.roster.add(kim.id, Names(*(words(draft.get(key)) for key in (NAME, VILLAGE, NUMBER))))
    for kim in known:
        unseen = [] if kim.id in intake.drafts else [names_of_kim(kim)]
        for names in (*unseen, *former_names(kim)):
            intake.roster.add(kim.id, names)
    intake.named[PROFILE.key] = set(intake.drafts)
    return len(rows) - len(taken)


def new_kim(id: str, office: RegionCode, record: Record) -> Kim:
    """Return a KIM that has nothing but its name."""
    return Kim(id=id, office=office, identity=Identity(name=record.values[NAME]))


def take_others(
    intake: Intake, office: RegionCode, known_issues: Sequence[Issue], known_figures: KnownFigures | None
) -> Register:
    """Take the rows of all other sheets; KIMs are changed in their drafts."""
    figures, institutions = Figures(intake.log, known_figures), Institutions(intake.log)
    takers: dict[str, Callable[[Draft, Record], None]] = {
        key: partial(take_row, sheet, intake.log) for key, sheet in ROW_SHEETS.items()
    }
    takers |= {"institution": institutions.take, "contents": figures.take, "audience": figures.take}
    for key in (key for key in takers if key in intake.rows):
        for draft, record in intake.resolved(key):
            takers[key](draft, record)
    issues = issues_of(intake.rows.get("issues", ()), office, intake.roster, known_issues, intake.log)
    intake.named["issues"] = {kim for issue in issues for kim in issue.kims}
    return Register(issues=issues, contents=figures.all_contents(), observations=figures.all_observations())


def take_row(sheet: RowSheet, log: Log, draft: Draft, record: Record) -> None:
    """Take a row of a sheet that replaces a list of the KIM."""
    add_record(draft, record, sheet, log)


def finish(intake: Intake, register: Register, rejected: int, sheets: Sequence[str]) -> Register:
    """Return the register with its KIMs, its problems by sheet and row, and the known KIMs that it does not name."""
    kims = (StatedKim(kim=d.finish(), is_new=d.is_new, row=d.row) for d in intake.drafts.values())
    named = set(intake.drafts).union(*intake.named.values())
    return evolve(
        register,
        kims=tuple(kims),
        problems=intake.log.sorted(sheets),
        rejected=rejected,
        absent=tuple(id for id in intake.known if id not in named),
        named={key: frozenset(ids) for key, ids in intake.named.items() if key in intake.rows},
        stated=intake.stated,
    )
