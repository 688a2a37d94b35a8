"""Made-up competitions and awards of every shape, as strategies."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from kimcore.collaboration import (
    Accompaniment,
    Award,
    AwardForm,
    Candidate,
    Category,
    CategoryKind,
    Competition,
    CompetitionKind,
    CompetitionLevel,
    Criterion,
    Disqualification,
    Entry,
    Juror,
    PrivateSupport,
    Prize,
    ProcurementCheck,
    Protest,
    ProtestOutcome,
    Recipient,
    Recurrence,
    Score,
    TieDecision,
    TieRule,
    WorkKind,
)
from kimcore.geography import RegionCode
from kimcore.values import Answer, Period
from tests.workspace.registers import OFFICE

__all__ = ["NAMES", "awards", "competitions"]

NAMES = {f"{OFFICE}-0001": "KIM Satu", f"{OFFICE}-0002": "KIM Dua"}
IDS = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,2}", fullmatch=True).filter(
    lambda id: id.casefold() not in ("v", "y", "t")
)
WORDS = st.from_regex(r"[A-Za-z][abkz AK'.,&()é]{0,5}[bkzAKé]", fullmatch=True)
TEXTS = st.just("") | WORDS
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
MAYBE = st.none() | DAYS
ANSWERS, RULES, KIMS_OF = st.sampled_from(Answer), st.sampled_from(TieRule), st.sampled_from(sorted(NAMES))
CHECKS = st.none() | st.builds(ProcurementCheck, on=DAYS, kept=ANSWERS, by=WORDS, reference=TEXTS)


def listed(items: st.SearchStrategy[Any], key: Any = None, **more: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return lists of few items, each once."""
    return st.lists(items, max_size=3, unique_by=key or (lambda item: item), **more).map(tuple)


CRITERIA = st.builds(
    Criterion, id=IDS, label=TEXTS, weight=st.integers(1, 5), maximum=st.sampled_from([1, 10, 100, 1000])
)
RUBRICS = listed(CRITERIA, lambda c: c.id)
JURORS = listed(st.builds(Juror, id=IDS, name=WORDS, expertise=TEXTS), lambda j: j.id).filter(
    lambda jurors: all(j.id.casefold() != j.name.casefold() for j in jurors)
)
CANDIDATES = listed(
    st.builds(Candidate, kim=KIMS_OF, seen=TEXTS, ready=ANSWERS, feedback=TEXTS, appointed=ANSWERS, reason=TEXTS)
)
SUPPORTS = listed(
    st.builds(PrivateSupport, party=WORDS, what=TEXTS, on=MAYBE, conflict=ANSWERS, checked=MAYBE, officer=TEXTS)
)
OUT = st.none() | st.builds(Disqualification, on=DAYS, by=WORDS, reason=WORDS)


@st.composite
def scores(draw: st.DrawFn, works: Mapping[str, Sequence[Criterion]], jurors: Sequence[Juror]) -> tuple[Score, ...]:
    """Return scores of some works (with their rubrics) by some jurors."""
    made = []
    for juror, work in ((j, w) for j in jurors for w in works):
        for criterion in works[work]:
            if draw(st.booleans()):
                most = criterion.maximum
                value = draw(st.integers(0, most) | st.floats(0, most, allow_subnormal=False))
                made.append(Score(juror=juror.id, work=work, criterion=criterion.id, value=value))
    return tuple(made)


@st.composite
def ties(draw: st.DrawFn, works: Sequence[str]) -> tuple[TieDecision, ...]:
    """Return a decision about some works, or none."""
    if len(works) < 2 or draw(st.booleans()):
        return ()
    order = tuple(draw(st.permutations(list(works))))
    return (TieDecision(works=order, on=draw(DAYS), by=draw(WORDS), reason=draw(WORDS)),)


@st.composite
def protests(draw: st.DrawFn, entries: Sequence[Entry]) -> tuple[Protest, ...]:
    """Return a protest about a work, decided or not, or none."""
    if not entries or draw(st.booleans()):
        return ()
    on, entry = draw(DAYS), draw(st.sampled_from(list(entries)))
    made = Protest(entry=entry.id, kim=draw(KIMS_OF), on=on, text=draw(WORDS))
    if draw(st.booleans()):
        return (made,)
    decided = draw(st.dates(on, date(2027, 12, 31)))
    outcome = draw(st.sampled_from(ProtestOutcome))
    return (evolve(made, outcome=outcome, decided=decided, officer=draw(WORDS), reason=draw(WORDS)),)


@st.composite
def categories(draw: st.DrawFn, id: str, entries: Sequence[Entry]) -> Category:
    """Return a category with its rubric and prizes, given to its works or not yet."""
    kind = draw(st.sampled_from(CategoryKind) | st.sampled_from(["baca puisi", "Lagu Daerah"]))
    winners = st.sampled_from(["", *(e.id for e in entries if e.category == id)])
    prize = st.builds(Prize, place=st.integers(1, 3), what=TEXTS, entry=winners, given=MAYBE)
    work, rule = draw(st.sampled_from(WorkKind)), draw(RULES)
    return Category(id=id, kind=kind, work=work, rubric=draw(RUBRICS), rule=rule, prizes=draw(listed(prize)))


@st.composite
def competitions(draw: st.DrawFn) -> Competition:
    """Return a competition of any shape."""
    own, names, jurors = draw(st.booleans()), draw(listed(IDS)), draw(JURORS)
    entry = st.builds(
        Entry,
        id=IDS,
        category=st.sampled_from(names or ("",)),
        kim=KIMS_OF,
        title=TEXTS,
        makers=TEXTS,
        link=TEXTS,
        registered=DAYS,
        ownership=ANSWERS,
        disqualified=OUT,
    )
    entries = draw(listed(entry, lambda e: e.id))
    made = tuple(draw(categories(id, entries)) for id in names)
    rubrics = {c.id: c.rubric for c in made}
    first, last = sorted((draw(DAYS), draw(DAYS)))
    opens, closes = draw(st.sampled_from((first, None))), draw(st.sampled_from((last, None)))
    return Competition(
        id="",
        office=RegionCode(OFFICE),
        title=draw(WORDS),
        kind=CompetitionKind.OWN if own else CompetitionKind.OUTSIDE,
        level=CompetitionLevel.DISTRICT if own else draw(st.sampled_from(list(CompetitionLevel)[1:])),
        recurrence=draw(st.none() | st.sampled_from(Recurrence)),
        type_b=draw(ANSWERS),
        works_owned=draw(ANSWERS),
        opens=opens,
        closes=closes,
        budget=draw(st.none() | st.integers(0, 10**9)),
        mechanism=draw(TEXTS),
        categories=made,
        jurors=jurors,
        candidates=draw(CANDIDATES),
        entries=entries,
        scores=draw(scores({e.id: rubrics.get(e.category, ()) for e in entries}, jurors)),
        tie_decisions=draw(ties([e.id for e in entries])),
        protests=draw(protests(entries)),
        accompaniments=draw(listed(st.builds(Accompaniment, on=DAYS, by=TEXTS, what=TEXTS))),
        procurement=draw(CHECKS),
        supports=draw(SUPPORTS),
        documentation=draw(TEXTS),
        evaluation=draw(TEXTS),
        branding=draw(ANSWERS),
    )


@st.composite
def awards(draw: st.DrawFn) -> Award:
    """Return an award of any shape."""
    rubric, jurors, start = draw(RUBRICS), draw(JURORS), draw(DAYS)
    recipient = st.builds(
        Recipient, kim=KIMS_OF, form=st.sampled_from(AwardForm) | st.just("beasiswa"), on=MAYBE, reason=TEXTS
    )
    return Award(
        id="",
        office=RegionCode(OFFICE),
        title=draw(WORDS),
        period=Period(start, draw(st.dates(start, date(2027, 12, 31)))),
        candidates=draw(CANDIDATES),
        rubric=rubric,
        rule=draw(RULES),
        jurors=jurors,
        scores=draw(scores(dict.fromkeys(sorted(NAMES), rubric), jurors)),
        tie_decisions=draw(ties(sorted(NAMES))),
        recipients=draw(listed(recipient)),
        procurement=draw(CHECKS),
        supports=draw(SUPPORTS),
        branding=draw(ANSWERS),
    )
