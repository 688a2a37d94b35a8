"""Ranking: works in order by the scores of several jurors under a weighted rubric, exactly and by stated rules (IV.E).

A juror counts who scored every ranked work on every criterion; the scores of another are left out whole, and the juror
is named. So no work gains by being seen by a milder jury, and one more juror who gives every work the same changes no
order. A work's total is the mean, over the jurors that count, of its weighted points per hundred. Arithmetic is exact.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from math import isfinite
from typing import Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.collaboration.progress import lacking
from kimcore.collaboration.wording import listed
from kimcore.errors import InvalidValue
from kimcore.privacy import general, public
from kimcore.terms import Term, Text

__all__ = ["Criterion", "RankedWork", "Ranking", "Score", "TieDecision", "TieRule", "rank", "score_cards"]

CLAUSE: Final = cite("IV.E.own.run")


@frozen(kw_only=True)
class Criterion:
    """A criterion of a rubric: its id and label, its weight (1 or more), and its highest score (1 or more)."""

    id: str = field(metadata=public("IV.E.own.plan"))
    label: str = field(default="", metadata=public("IV.E.own.plan"))
    weight: int = field(default=1, metadata=public("IV.E.own.plan", minimum=1))
    maximum: int = field(default=100, metadata=public("IV.E.own.plan", minimum=1))

    def __attrs_post_init__(self) -> None:
        """Refuse a weight or highest score below 1."""
        if self.weight < 1 or self.maximum < 1:
            en = f"weight and highest score of criterion {self.id!r} are 1 or more"
            id = f"bobot dan nilai tertinggi kriteria {self.id!r} minimal 1"
            raise InvalidValue("criterion_invalid", en, id, field="weight", clause=cite("IV.E.own.plan").id)


@frozen(kw_only=True)
class Score:
    """What a juror (id) gave a work (id) on a criterion (id); jurors are named elsewhere."""

    juror: str = field(metadata=public("IV.E.own.run"))
    work: str = field(metadata=public("IV.E.own.run"))
    criterion: str = field(metadata=public("IV.E.own.run"))
    value: int | float = field(metadata=public("IV.E.own.run", minimum=0))

    def __attrs_post_init__(self) -> None:
        """Refuse what is no number, such as infinity; how high a score may be, its criterion says."""
        if not isfinite(self.value):
            en, id = f"a score is a number, not {self.value}", f"nilai harus berupa angka, bukan {self.value}"
            raise InvalidValue("score_invalid", en, id, field="value", clause=CLAUSE.id)


class TieRule(Term):
    """What is done with works of equal totals; it is stated beforehand, and told in the ranking."""

    SHARED = "shared", "peringkat bersama", "shared place"
    CRITERIA = "criteria", "menurut urutan kriteria", "by the criteria in order"
    JURY = "jury", "keputusan juri", "decision of the jury"


@frozen(kw_only=True)
class TieDecision:
    """The jury's order of works (ids) with equal totals, best first: when, by whom, why."""

    works: tuple[str, ...] = field(metadata=public("IV.E.own.run"))
    on: date = field(metadata=public("IV.E.own.run"))
    by: str = field(repr=False, metadata=general("IV.E.own.run", names="other"))
    reason: str = field(repr=False, metadata=general("IV.E.own.run"))

    def __attrs_post_init__(self) -> None:
        """Refuse a decision without person or reason, about fewer than two works, or about one work twice."""
        blank = lacking(self, "by", "reason")
        blank += ["works"] * (len(set(self.works)) < 2 or len(set(self.works)) < len(self.works))
        if blank:
            wanted = ", ".join(blank)
            en = f"a decision on a tie needs: {wanted} (two different works or more)"
            id = f"keputusan atas nilai seri memerlukan: {wanted} (dua karya berbeda atau lebih)"
            raise InvalidValue("tie_decision_incomplete", en, id, field=blank[0], clause=CLAUSE.id)


@frozen(kw_only=True)
class RankedWork:
    """A work with its place (from 1) and total (0 to 100).

    `tied` are works (ids) that share the place; `settled` says how a tie of totals was broken, None where none was.
    """

    work: str = field(metadata=public("IV.E.own.run"))
    place: int = field(metadata=public("IV.E.own.run"))
    total: Fraction = field(metadata=public("IV.E.own.run"))
    tied: tuple[str, ...] = field(metadata=public("IV.E.own.run"))
    settled: Text | None = field(metadata=public("IV.E.own.run"))


@frozen(kw_only=True)
class Ranking:
    """Works in order, the jurors (ids) whose scores count, and those left out because they did not score every work.

    Where no juror counts, nothing is ranked: `works` is empty and `unranked` has them all.
    """

    works: tuple[RankedWork, ...] = field(metadata=public("IV.E.own.run"))
    unranked: tuple[str, ...] = field(metadata=public("IV.E.own.run"))
    counted: tuple[str, ...] = field(metadata=public("IV.E.own.run"))
    left_out: tuple[str, ...] = field(metadata=public("IV.E.own.run"))
    rule: TieRule = field(metadata=public("IV.E.own.run"))

    @property
    def open_ties(self) -> tuple[tuple[str, ...], ...]:
        """Ties that wait for the jury, each as its works (ids); under another rule a shared place is the result."""
        if self.rule is not TieRule.JURY:
            return ()
        return tuple(dict.fromkeys(tuple(sorted((w.work, *w.tied))) for w in self.works if w.tied))

    @property
    def is_final(self) -> bool:
        """True if every work has a place and no tie is open."""
        return not self.unranked and not self.open_ties


Points = dict[str, Fraction]


def rank(
    works: Iterable[str],
    rubric: Sequence[Criterion],
    scores: Iterable[Score],
    rule: TieRule = TieRule.SHARED,
    decisions: Iterable[TieDecision] = (),
) -> Ranking:
    """Rank works by scores given in any order; scores of other works count for nothing.

    Equal totals share a place (`SHARED`), are told apart by their points on one criterion after the other
    (`CRITERIA`), or by the jury's decision about exactly these works (`JURY`); what stays equal shares the place.
    Raise `InvalidValue` with every fault: a score twice, of no criterion, or beyond its highest.
    """
    ranked = sorted(set(works))
    cards = score_cards(scores, rubric)
    full = sorted(j for j, card in cards.items() if all((w, c.id) in card for w in ranked for c in rubric))
    counted = full if ranked and rubric else []
    points = {w: points_of(w, rubric, [cards[j] for j in counted]) for w in ranked} if counted else {}
    totals = {w: weighted(p, rubric) for w, p in points.items()}
    keys = {w: (totals[w], *apart(w, points, totals, rule, tuple(decisions))) for w in totals}
    return Ranking(
        works=tuple(sorted((placed(w, keys, rule) for w in keys), key=lambda r: (r.place, r.work))),
        unranked=() if counted else tuple(ranked),
        counted=tuple(counted),
        left_out=tuple(sorted(set(cards) - set(counted))),
        rule=rule,
    )


Card = dict[tuple[str, str], int | float]
"""The scores of one juror by work and criterion."""


def score_cards(scores: Iterable[Score], rubric: Sequence[Criterion]) -> dict[str, Card]:
    """Return the scores of each juror; raise `InvalidValue` with every fault."""
    highest = {c.id: c.maximum for c in rubric}
    cards: dict[str, Card] = {}
    faults: list[Text] = []
    for score in scores:
        card, key = cards.setdefault(score.juror, {}), (score.work, score.criterion)
        if score.criterion not in highest or not 0 <= score.value <= highest[score.criterion]:
            faults.append(BEYOND.format(juror=score.juror, work=score.work, criterion=score.criterion))
        elif key in card:
            faults.append(TWICE.format(juror=score.juror, work=score.work, criterion=score.criterion))
        card[key] = score.value
    if faults:
        what = listed(faults)
        raise InvalidValue("scores_invalid", what.en, what.id, field="scores", clause=CLAUSE.id)
    return cards


BEYOND = Text(
    "nilai juri {juror} untuk karya {work}: kriteria {criterion} tidak ada, atau nilainya di luar batas",
    "score of juror {juror} for work {work}: there is no criterion {criterion}, or the score is out of its range",
)
TWICE = Text(
    "juri {juror} menilai karya {work} dua kali pada kriteria {criterion}",
    "juror {juror} scored work {work} twice on criterion {criterion}",
)


def points_of(work: str, rubric: Sequence[Criterion], cards: Sequence[Card]) -> Points:
    """Return the mean points of a work on each criterion, per hundred of its highest score."""
    sums = {c: sum((Fraction(card[work, c.id]) for card in cards), Fraction(0)) for c in rubric}
    return {c.id: total * 100 / (c.maximum * len(cards)) for c, total in sums.items()}


def weighted(points: Points, rubric: Sequence[Criterion]) -> Fraction:
    """Return the weighted mean of points."""
    return sum((points[c.id] * c.weight for c in rubric), Fraction(0)) / sum(c.weight for c in rubric)


def apart(
    work: str, points: dict[str, Points], totals: Points, rule: TieRule, decisions: tuple[TieDecision, ...]
) -> tuple[Fraction, ...]:
    """Return what tells a work from those of its total, the greater the better; nothing where the rule has nothing."""
    if rule is TieRule.CRITERIA:
        return tuple(points[work].values())
    equal = {w for w, total in totals.items() if total == totals[work]}
    made = [d for d in decisions if set(d.works) == equal] if rule is TieRule.JURY else []
    last = max(made, key=lambda d: d.on, default=None)
    return () if last is None else (Fraction(-last.works.index(work)),)


def placed(work: str, keys: dict[str, tuple[Fraction, ...]], rule: TieRule) -> RankedWork:
    """Return a work with its place among all."""
    own = keys[work]
    tied = tuple(w for w, key in keys.items() if key == own and w != work)
    settled = any(key[0] == own[0] and key != own for key in keys.values())
    return RankedWork(
        work=work,
        place=1 + sum(key > own for key in keys.values()),
        total=own[0],
        tied=tied,
        settled=SETTLED.format(rule=rule) if settled else None,
    )


SETTLED = Text("nilai seri, dibedakan {rule}", "totals are equal; told apart {rule}")
