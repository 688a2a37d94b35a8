"""Merging: two records of one KIM become one; nothing is lost, and the second id names the first KIM from now on."""

from collections.abc import Iterator, Mapping
from heapq import merge

from attrs import evolve, frozen

from kimcore.collaboration import move_kim
from kimcore.community import Kim, named
from kimcore.errors import InvalidValue
from kimcore.intake import sheet_spec
from kimcore.partnership import Decision, decided
from kimcore.results import CellChange, ChangeKind
from kimcore.workspace.changes import (
    change,
    changes_of,
    conflicts_of,
    content_conflicts,
    figure_change,
    outcome_conflicts,
)
from kimcore.workspace.collected import CollectedAccount
from kimcore.workspace.joining import joined, together
from kimcore.workspace.journal import Figure, Journal, holdings
from kimcore.workspace.records import MergeRecord, Records, content_id, outcome_id

__all__ = ["Merged", "Pair", "merge_kims"]


@frozen
class Pair:
    """Two records of one KIM: the one that stays and the one that is merged into it."""

    kept: Kim
    other: Kim


@frozen(kw_only=True)
class Merged:
    """A merge that was made, and every cell that changed or conflicts."""

    pair: Pair
    changes: tuple[CellChange, ...]


def merge_kims(records: Records, kept: str, other: str, taken_at: str) -> Merged:
    """Merge the second KIM named into the first; the caller commits or lets it go.

    Rows, cases, terms, log, contents, figures, ties of issues, decisions and works go over. Where both say something
    else, the first stands and the other value is listed; the merge keeps the second record as it was.
    """
    settings = records.settings()
    records.put("office", records.office.text, settings.entity, settings.revision)
    journal = Journal(records, holdings(records))
    pair = find_pair(journal, kept, other)
    conflicts = [*conflicts_of(pair.kept, pair.other, kim=pair.kept.id, name=pair.kept.name)]
    for move in (
        move_records,
        move_contents,
        move_outcomes,
        move_figures,
        move_decisions,
        move_ties,
        move_works,
        forget,
    ):
        conflicts += move(journal, pair)
    record = MergeRecord(
        kept=pair.kept.id,
        merged=pair.other.id,
        taken_at=taken_at,
        imports=settings.entity.next_import - 1,
        kim=pair.other,
    )
    records.put("merge", pair.other.id, record, 0)
    return Merged(pair=pair, changes=(*changes_of(journal), *conflicts))


def find_pair(journal: Journal, kept: str, other: str) -> Pair:
    """Return the two records that are named; raise `NotFound`, or `InvalidValue` where both are one."""
    kims = [stored.entity for stored in journal.holdings.kims.values()]
    pair = Pair(named(kims, kept), named(kims, other))
    if pair.kept.id == pair.other.id:
        en, id = (f"{text} {pair.kept.name} ({pair.kept.id})" for text in ("both name", "keduanya menunjuk"))
        raise InvalidValue("merge_same", en, id, field="kim")
    return pair


def move_records(journal: Journal, pair: Pair) -> Iterator[CellChange]:
    """Store both records as one; their conflicts are told cell by cell elsewhere."""
    kims = journal.holdings.kims
    journal.store("kim", pair.kept.id, joined(pair.kept, pair.other), kims[pair.kept.id])
    journal.store("kim", pair.other.id, None, kims[pair.other.id])
    return iter(())


def move_contents(journal: Journal, pair: Pair) -> Iterator[CellChange]:
    """Move the contents of the second record; yield what differs about a content that both have."""
    contents = journal.holdings.contents
    for id, stored in contents.items():
        if stored.entity.kim == pair.other.id:
            moved = evolve(stored.entity, kim=pair.kept.id)
            there = contents.get(content_id(moved))
            if there:
                yield from content_conflicts(there.entity, moved, name=pair.kept.name)
                moved = together(there.entity, moved)
            journal.store("content", id, None, stored)
            journal.store("content", content_id(moved), moved, there)


def move_outcomes(journal: Journal, pair: Pair) -> Iterator[CellChange]:
    """Move the surveys and gatherings of the second record; yield what differs about one that both have."""
    before, office = journal.holdings, journal.records.office
    for kind, found in (("survey", before.surveys), ("gathering", before.gatherings)):
        for id, stored in found.items():
            if stored.entity.kim == pair.other.id:
                moved = evolve(stored.entity, kim=pair.kept.id)
                there = found.get(outcome_id(moved, office))
                if there:
                    yield from outcome_conflicts(there.entity, moved, name=pair.kept.name)
                    moved = together(there.entity, moved)
                journal.store(kind, id, None, stored)
                journal.store(kind, outcome_id(moved, office), moved, there)


def move_figures(journal: Journal, pair: Pair) -> Iterator[CellChange]:
    """Move the figures that stand for the second record; yield those for which the first has another."""
    figures = journal.holdings.figures
    for seen in [o for o in figures.values() if o.kim == pair.other.id]:
        moved = evolve(seen, kim=pair.kept.id)
        stands = figures.get(moved.key)
        journal.withdraw([seen])
        if stands is None:
            journal.observe([moved])
        elif stands.value != moved.value:
            told = figure_change(Figure(left=moved, before=stands), {pair.kept.id: pair.kept.name}, {})
            yield evolve(told, kind=ChangeKind.CONFLICT)


def move_decisions(journal: Journal, pair: Pair) -> Iterator[CellChange]:
    """Move the decisions in the order of their days; yield each case that they conclude only now that they are one."""
    stored = dict(journal.records.all("decision", Decision))
    own, moved = ([d for d in stored.values() if d.entity.kim == kim.id] for kim in (pair.kept, pair.other))
    made = [evolve(d.entity, kim=pair.kept.id) for d in merge(own, moved, key=lambda d: d.entity.on)]
    for id, found in stored.items():
        if found.entity.kim == pair.other.id:
            journal.store("decision", id, None, found)
    for number, decision in enumerate(made, start=1):
        id = f"{pair.kept.id}/{number:04d}"
        journal.store("decision", id, decision, stored.get(id))
    yield from concluded(pair, made, journal.holdings.decisions)


def concluded(pair: Pair, made: list[Decision], before: Mapping[str, list[Decision]]) -> Iterator[CellChange]:
    """Yield each case that was open in its own record and is concluded in the one that both become."""
    spec, where = sheet_spec("cases"), {"kim": pair.kept.id, "name": pair.kept.name}
    now = {(c.ground, c.dated): c for c in decided(joined(pair.kept, pair.other), made).cases if c.is_complete}
    for kim in (pair.kept, pair.other):
        for case in decided(kim, before.get(kim.id, ())).cases:
            then = now.get((case.ground, case.dated))
            if then and not case.is_complete:
                told = change(spec, spec.column("finding"), case.finding, then.finding, item=str(case.ground), **where)
                yield evolve(told, kind=ChangeKind.CONFLICT)


def move_ties(journal: Journal, pair: Pair) -> Iterator[CellChange]:
    """Tie the issues of the second record to the first; nothing conflicts."""
    for id, stored in journal.holdings.issues.items():
        issue = stored.entity
        kims = tuple(dict.fromkeys(pair.kept.id if kim == pair.other.id else kim for kim in issue.kims))
        journal.store("issue", id, evolve(issue, kims=kims), stored)
    return iter(())


def forget(journal: Journal, pair: Pair) -> Iterator[CellChange]:
    """Forget what platforms did not tell of the accounts of the second record; they can be asked again."""
    for id, stored in journal.records.all("collected", CollectedAccount):
        if stored.entity.kim == pair.other.id:
            journal.store("collected", id, None, stored)
    return iter(())


def move_works(journal: Journal, pair: Pair) -> Iterator[CellChange]:
    """Let the first KIM stand in every work for the second; nothing conflicts."""
    for kind, works in journal.holdings.works.items():
        for id, stored in works.items():
            journal.store(kind, id, move_kim(stored.entity, pair.other.id, pair.kept.id), stored)
    return iter(())


MOVES = (
    move_records,
    move_contents,
    move_outcomes,
    move_figures,
    move_decisions,
    move_ties,
    move_works,
    forget,
)
