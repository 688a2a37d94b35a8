"""Competitions: an edition that an office holds, or one elsewhere that its KIMs join (IV.E, R15, R31)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.collaboration.candidates import Candidate, PrivateSupport, ProcurementCheck
from kimcore.collaboration.competitionplans import COMPETITION_PLANS, CompetitionKind
from kimcore.collaboration.entries import Category, Entry, Juror, Protest
from kimcore.collaboration.events import Publication
from kimcore.collaboration.progress import Progress, check_order
from kimcore.collaboration.ranking import Ranking, Score, TieDecision, rank, score_cards
from kimcore.collaboration.stages import Plan
from kimcore.collaboration.wording import listed
from kimcore.community import KimType
from kimcore.errors import InvalidValue, NotFound
from kimcore.geography import RegionCode
from kimcore.privacy import general, public
from kimcore.terms import Term, Text
from kimcore.values import Answer

__all__ = ["Accompaniment", "Competition", "CompetitionLevel", "Recurrence"]


class CompetitionLevel(Term):
    """How wide a competition is (IV.E.join.level)."""

    DISTRICT = "district", "tingkat kabupaten/kota", "district"
    PROVINCE = "province", "tingkat provinsi", "province"
    NATIONAL = "national", "tingkat nasional", "nation"


class Recurrence(Term):
    """When an own competition is held again (IV.E.own.calendar)."""

    YEARLY = "yearly", "tahunan", "yearly"
    SET_TIMES = "set_times", "waktu tertentu", "at set times"


@frozen(kw_only=True)
class Accompaniment:
    """A day on which the office accompanied KIMs in an outside competition: by whom, and what was done."""

    on: date = field(metadata=public("IV.E.join.run"))
    by: str = field(default="", repr=False, metadata=general("IV.E.join.run", names="other"))
    what: str = field(default="", repr=False, metadata=general("IV.E.join.run"))


@frozen(kw_only=True)
class Competition:
    """An edition of a competition: what it is open to, its categories, jury and works, and how far it is.

    `type_b` answers whether it is open to type B as well (R31), `works_owned` whether works become the local
    government's, as in a sayembara. `budget` is in rupiah; `closes` is the last day of registration.
    """

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    title: str = field(metadata=public("IV.E.competition"))
    kind: CompetitionKind = field(metadata=public("IV.E.competition"))
    level: CompetitionLevel = field(default=CompetitionLevel.DISTRICT, metadata=public("IV.E.join.level"))
    recurrence: Recurrence | None = field(default=None, metadata=public("IV.E.own.calendar"))
    type_b: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.E.scope"))
    works_owned: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.E.ownership"))
    opens: date | None = field(default=None, metadata=public("IV.E.own.calendar"))
    closes: date | None = field(default=None, metadata=public("IV.E.own.plan"))
    budget: int | None = field(default=None, metadata=public("IV.E.own.plan", minimum=0))
    mechanism: str = field(default="", repr=False, metadata=public("IV.E.own.plan"))
    categories: tuple[Category, ...] = field(default=(), metadata=public("IV.E.competition"))
    jurors: tuple[Juror, ...] = field(default=(), repr=False, metadata=public("IV.E.own.plan"))
    publications: tuple[Publication, ...] = field(default=(), repr=False, metadata=public("IV.E.own.run"))
    candidates: tuple[Candidate, ...] = field(default=(), repr=False, metadata=public("IV.E.sim.1"))
    entries: tuple[Entry, ...] = field(default=(), repr=False, metadata=public("IV.E.own.run"))
    scores: tuple[Score, ...] = field(default=(), repr=False, metadata=public("IV.E.own.run"))
    tie_decisions: tuple[TieDecision, ...] = field(default=(), repr=False, metadata=public("IV.E.own.run"))
    protests: tuple[Protest, ...] = field(default=(), repr=False, metadata=public("IV.E.own.run"))
    accompaniments: tuple[Accompaniment, ...] = field(default=(), repr=False, metadata=public("IV.E.join.run"))
    procurement: ProcurementCheck | None = field(default=None, repr=False, metadata=public("IV.E.procurement"))
    supports: tuple[PrivateSupport, ...] = field(default=(), repr=False, metadata=public("IV.E.sponsor"))
    documentation: str = field(default="", repr=False, metadata=general("IV.E.own.report"))
    evaluation: str = field(default="", repr=False, metadata=general("IV.E.join.report"))
    branding: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.F"))
    progress: Progress = field(default=Progress(), metadata=public("IV.E.competition"))

    def __attrs_post_init__(self) -> None:
        """Refuse a level or days that do not fit, ids that name nothing or two things, stages out of order."""
        if found := tuple(faults(self)):
            what = listed(found)
            raise InvalidValue("competition_invalid", what.en, what.id, clause=cite("IV.E.competition").id)
        for category in self.categories:
            score_cards(self.scores_of(category.id), category.rubric)
        check_order(self.plan, self.progress)

    @property
    def plan(self) -> Plan:
        """The stages of its kind."""
        return COMPETITION_PLANS[self.kind]

    @property
    def kims(self) -> tuple[str, ...]:
        """The KIMs of its candidates and works, each once."""
        return tuple(dict.fromkeys((*(c.kim for c in self.candidates), *(e.kim for e in self.entries))))

    @property
    def open_to(self) -> tuple[KimType, ...]:
        """The types of KIM that may take part: type A, and B where the edition says so (R31)."""
        return (KimType.A, KimType.B) if self.type_b is Answer.YES else (KimType.A,)

    def category(self, id: str) -> Category:
        """Return a category by id; raise `NotFound` for none."""
        for category in self.categories:
            if category.id == id:
                return category
        known = ", ".join(c.id for c in self.categories)
        en, ind = f"no category {id!r}; there are {known}", f"tidak ada kategori {id!r}; yang ada {known}"
        raise NotFound("category_unknown", en, ind, field="category")

    def scores_of(self, category: str) -> list[Score]:
        """Return the scores of all works of a category (id)."""
        works = {e.id for e in self.entries if e.category == category}
        return [s for s in self.scores if s.work in works]

    def ranking(self, category: str, on: date) -> Ranking:
        """Rank the works that take part in a category (id) on a day, by its rubric and tie rule."""
        found = self.category(category)
        works = [e.id for e in self.entries if e.category == category and e.takes_part(on)]
        made = [d for d in self.tie_decisions if d.on <= on]
        return rank(works, found.rubric, self.scores_of(category), found.rule, made)


def faults(competition: Competition) -> Iterator[Text]:
    """Yield what is wrong with a competition and its parts; a blank category stands where the edition has none."""
    own = competition.kind is CompetitionKind.OWN
    if own != (competition.level is CompetitionLevel.DISTRICT):
        yield LEVEL.format(kind=competition.kind, level=competition.level)
    if competition.opens and competition.closes and competition.closes < competition.opens:
        yield CLOSED.format(opens=competition.opens, closes=competition.closes)
    categories, jurors, entries = (
        [item.id for item in items] for items in (competition.categories, competition.jurors, competition.entries)
    )
    yield from (TWICE.format(name=name) for names in (categories, jurors, entries) for name in repeated(names))
    named = (
        *((e.category, categories or [""]) for e in competition.entries),
        *((s.juror, jurors) for s in competition.scores),
        *((s.work, entries) for s in competition.scores),
        *((w, entries) for d in competition.tie_decisions for w in d.works),
        *((p.entry, entries) for p in competition.protests),
    )
    for name in sorted({name for name, known in named if name not in known}):
        yield NOTHING.format(name=name)


def repeated(names: list[str]) -> list[str]:
    """Return the names that stand more than once, sorted."""
    return sorted(name for name, number in Counter(names).items() if number > 1)


LEVEL = Text("{kind} tidak diadakan pada {level}", "{kind}: this kind is not held at the level of the {level}")
CLOSED = Text("ditutup {closes}, sebelum dibuka {opens}", "it closes on {closes}, before it opens on {opens}")
TWICE = Text("{name} tercatat dua kali", "{name} is recorded twice")
NOTHING = Text("“{name}” tidak ada dalam kompetisi ini", "“{name}” is not in this competition")
