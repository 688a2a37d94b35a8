"""Contest parts: rows of the sheets of IV.E as categories, criteria, prizes, jurors, works, scores and the rest."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from kimcore.collaboration import (
    Accompaniment,
    Candidate,
    Category,
    Criterion,
    Disqualification,
    Entry,
    Juror,
    PrivateSupport,
    Prize,
    Protest,
    Recipient,
    Score,
    TieDecision,
)
from kimcore.collaboration.ranking import score_cards
from kimcore.errors import KimError
from kimcore.intake.cells import squeeze
from kimcore.intake.columns import NAME
from kimcore.intake.works.choices import category_kind
from kimcore.intake.works.dated import dated
from kimcore.intake.works.drafts import Draft, said_by
from kimcore.intake.works.items import report_lacking
from kimcore.intake.works.named import CATEGORIES, CRITERIA, ENTRIES, JURORS
from kimcore.intake.works.partsheets import PartSheet
from kimcore.intake.works.rows import Row

__all__ = ["CONTEST_PARTS"]

Values = dict[str, Any]
BOTH: Final = ("competition", "award")


def category_of(row: Row, draft: Draft, values: Values) -> bool:
    """Let a category without a kind be of the kind that its id says."""
    id = values.get("id", "")
    is_known = any(c.id == id for c in getattr(draft.known, "categories", ()))
    if not values.get("kind") and (row.has("kind") or not is_known):
        values["kind"] = category_kind(id)[0] or id
    return True


def placed(row: Row, draft: Draft, values: Values) -> bool:
    """Put the category that a row names into its values; an award has none, a competition one for every row."""
    said, categories = row.get("category") or "", draft.items("categories")
    if said:
        found = CATEGORIES.find(row, "category", categories, said)
        values["category"] = found
        return found is not None
    values["category"] = ""
    if draft.kind == "competition":
        report_lacking(row, ("category",))
    return draft.kind != "competition"


def prize_of(row: Row, draft: Draft, values: Values) -> bool:
    """Find the category and, where the row names one, the work that was given the prize."""
    is_placed = placed(row, draft, values)
    return entry_named(row, draft, values, "entry") and is_placed


def juror_of(row: Row, draft: Draft, values: Values) -> bool:  # noqa: ARG001 (one signature)
    """Refuse a juror whose id is a name: scores repeat the id, and no erasure may break them."""
    is_name = bool(values.get("id")) and squeeze(values["id"]) == squeeze(values.get("name", ""))
    if is_name:
        row.report("juror_named", "id")
    return not is_name


def entry_of(row: Row, draft: Draft, values: Values) -> bool:
    """Find the category of a work, blank only where the edition has none, and its disqualification."""
    known = next((e for e in getattr(draft.known, "entries", ()) if e.id == values.get("id")), None)
    values |= dated(row, "disqualified", Disqualification, getattr(known, "disqualified", None))
    if known is not None and not row.has("category"):
        return True
    if draft.items("categories") or row.get("category"):
        return placed(row, draft, values)
    values["category"] = ""
    return True


def entry_named(row: Row, draft: Draft, values: Values, name: str) -> bool:
    """Put the work of a competition that a row names into a field of its values."""
    said = row.get("entry")
    if not said:
        return True
    found = ENTRIES.find(row, "entry", draft.items("entries"), said)
    values[name] = found
    return found is not None


def score_of(row: Row, draft: Draft, values: Values) -> bool:
    """Find the juror, the work and the criterion of a score, and refuse one that is beyond its highest."""
    sound = True
    if said := row.get("juror"):
        values["juror"] = JURORS.find(row, "juror", draft.items("jurors"), said)
    if draft.kind == "award":
        values["work"] = row.kim_called(row.get("entry"), "entry") if row.get("entry") else ""
    else:
        sound = entry_named(row, draft, values, "work")
    if not (sound and values.get("juror") and values.get("work")):
        return False
    rubric = rubric_of(draft, values["work"])
    if said := row.get("criterion"):
        values["criterion"] = CRITERIA.find(row, "criterion", rubric, said)
    return bool(values.get("criterion")) and within(row, values, rubric)


def rubric_of(draft: Draft, work: str) -> tuple[Criterion, ...]:
    """Return the rubric by which a work is scored."""
    if draft.kind == "award":
        return draft.items("rubric")
    category = next((e.category for e in draft.items("entries") if e.id == work), "")
    return next((c.rubric for c in draft.items("categories") if c.id == category), ())


def within(row: Row, values: Values, rubric: Iterable[Criterion]) -> bool:
    """Tell whether a score lies within the bounds of its criterion; one beyond is reported."""
    if values.get("value") is None:
        return True
    try:
        score_cards([Score(**values)], tuple(rubric))
    except KimError as error:
        row.report("record_refused", "value", name=said_by(error))
        return False
    return True


def tie_of(row: Row, draft: Draft, values: Values) -> bool:
    """Find the works that a decision puts in order."""
    said: tuple[str, ...] = row.get("works") or ()
    if draft.kind == "award":
        found = [row.kim_called(name, "works") for name in said]
    else:
        found = [ENTRIES.find(row, "works", draft.items("entries"), name) or "" for name in said]
    values["works"] = tuple(found)
    return all(found)


def protest_of(row: Row, draft: Draft, values: Values) -> bool:
    """Find the work that a protest is about."""
    return entry_named(row, draft, values, "entry")


COMPETITION: Final = ("competition",)

CONTEST_PARTS: Final[Mapping[str, PartSheet]] = {
    "categories": PartSheet(
        kinds=COMPETITION,
        field="categories",
        item=Category,
        same=("id",),
        unique=("id",),
        needed=("id", "made"),
        keys={"work": "made"},
        settle=category_of,
    ),
    "rubric": PartSheet(
        kinds=BOTH,
        field="rubric",
        item=Criterion,
        same=("category", "id"),
        unique=("category", "id"),
        needed=("id",),
        settle=placed,
        nested=True,
    ),
    "jurors": PartSheet(
        kinds=BOTH,
        field="jurors",
        item=Juror,
        same=("id",),
        unique=("id",),
        needed=("id", "name"),
        settle=juror_of,
    ),
    "candidates": PartSheet(kinds=BOTH, field="candidates", item=Candidate, same=("kim",), needed=(NAME,)),
    "entries": PartSheet(
        kinds=COMPETITION,
        field="entries",
        item=Entry,
        same=("id",),
        unique=("id",),
        needed=("id", NAME, "registered"),
        settle=entry_of,
    ),
    "prizes": PartSheet(
        kinds=COMPETITION,
        field="prizes",
        item=Prize,
        same=("category", "place"),
        needed=("place",),
        settle=prize_of,
        nested=True,
    ),
    "scores": PartSheet(
        kinds=BOTH,
        field="scores",
        item=Score,
        same=("juror", "work", "criterion"),
        unique=("juror", "work", "criterion"),
        needed=("juror", "entry", "criterion", "value"),
        keys={"work": "entry"},
        settle=score_of,
    ),
    "ties": PartSheet(
        kinds=BOTH, field="tie_decisions", item=TieDecision, same=("works", "on"), needed=("works", "on"), settle=tie_of
    ),
    "protests": PartSheet(
        kinds=COMPETITION,
        field="protests",
        item=Protest,
        same=("entry", "kim", "on"),
        needed=("entry", NAME, "on", "text"),
        settle=protest_of,
    ),
    "accompaniments": PartSheet(
        kinds=COMPETITION, field="accompaniments", item=Accompaniment, same=("on", "what"), needed=("on",)
    ),
    "supports": PartSheet(kinds=BOTH, field="supports", item=PrivateSupport, same=("party", "what"), needed=("party",)),
    "recipients": PartSheet(
        kinds=("award",), field="recipients", item=Recipient, same=("kim", "form"), needed=(NAME, "form")
    ),
}
"""The sheets whose rows are items of a competition or award, by their key, in the order in which they are read."""
