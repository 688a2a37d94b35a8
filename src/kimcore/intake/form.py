"""Form: the empty register that an office fills in, made from the sheets and columns that intake reads."""

from typing import Any, Final

from attrs import Attribute, fields_dict

from kimcore.clauses import Clause, cite
from kimcore.community import (
    Activity,
    Answers,
    Board,
    Case,
    Decree,
    Documents,
    Identity,
    Kim,
    PartnershipTerm,
    Person,
    Profile,
)
from kimcore.intake.columns import NAME, Column, Kind, SheetSpec
from kimcore.intake.hints import GUIDE, HINTS, PURPOSES
from kimcore.intake.layout import SHEETS
from kimcore.intake.works import fields as works
from kimcore.intake.works.layout import WORK_SHEETS
from kimcore.issues import Issue
from kimcore.monitoring import Content, Gathering, Observation, Survey
from kimcore.tables import Form, FormColumn, FormKind, FormSheet
from kimcore.terms import Text

__all__ = ["clause_of", "register_form"]

PARTS: Final[dict[str, type]] = {
    "identity": Identity,
    "profile": Profile,
    "board": Board,
    "answers": Answers,
    "decree": Decree,
    "documents": Documents,
    **works.PARTS,
}
"""The record that a key such as `answers.active` fills in."""

ROWS: Final[dict[str, type]] = {
    "profile": Kim,
    "board": Person,
    "terms": PartnershipTerm,
    "issues": Issue,
    "log": Activity,
    "contents": Content,
    "audience": Observation,
    "cases": Case,
    "surveys": Survey,
    "gatherings": Gathering,
    **works.ROWS,
}
"""The record that a row of a sheet is."""

OTHER_FIELDS: Final = {
    "terms.start": (PartnershipTerm, "period"),
    "terms.end": (PartnershipTerm, "period"),
    "contents.observed": (Observation, "observed"),
    **{f"contents.{name}": (Observation, "value") for name in ("like", "share", "comment", "view", "retweet")},
    "audience.audience": (Observation, "value"),
    **works.OTHER_FIELDS,
}
"""Columns whose field bears another name than their key."""

OTHER_CLAUSES: Final = {
    **{f"contents.{name}": cite("V.B.social") for name in ("like", "share", "comment", "view", "retweet")},
    "audience.audience": cite("V.A.output"),
}
"""Columns that a narrower clause asks for than their field names."""

KINDS: Final[dict[Kind, FormKind]] = {
    Kind.ANSWER: "answer",
    Kind.CIVIL_SERVANT: "answer",
    Kind.DATE: "date",
    Kind.LAST_DAY: "date",
    Kind.END_OF_TERM: "date",
    Kind.COUNT: "number",
    Kind.COUNT_OR_NONE: "number",
    Kind.SCORE: "number",
    Kind.POINTS: "number",
}

WIDTHS: Final[dict[Kind, int]] = {
    Kind.ORDINAL: 6,
    Kind.ISSUE_NUMBER: 6,
    Kind.NAME: 30,
    Kind.TYPE: 12,
    Kind.ANSWER: 14,
    Kind.CIVIL_SERVANT: 12,
    Kind.GROUND: 12,
    Kind.COUNT: 12,
    Kind.AFFAIR: 34,
    Kind.AFFAIRS: 36,
    Kind.TEXTS: 32,
    Kind.CHANNELS: 30,
    Kind.FUNCTIONS: 30,
    Kind.SOURCES: 28,
    Kind.CATEGORY: 30,
    Kind.PERIOD: 34,
    Kind.LINK: 36,
    Kind.FINDING: 20,
    Kind.TEXT: 26,
    Kind.STATED: 26,
    Kind.MEDIA: 30,
    Kind.SKILLS: 30,
    Kind.EVENT_FORM: 22,
    Kind.VENUE: 26,
    Kind.ACTION: 34,
    Kind.COORDINATION: 34,
    Kind.ORIGIN: 28,
    Kind.MEDIUM: 28,
    Kind.COMPETITION: 24,
    Kind.LEVEL: 28,
    Kind.CATEGORY_KIND: 28,
    Kind.TIE_RULE: 26,
    Kind.PROTEST: 22,
    Kind.AWARD_FORM: 32,
}

OPEN: Final = {Kind.AFFAIRS, Kind.FUNCTIONS, Kind.SOURCES, Kind.CATEGORY, Kind.PLATFORM, Kind.AFFAIR} | {
    Kind.MEDIA,
    Kind.SKILLS,
    Kind.CONTENT_KIND,
    Kind.CATEGORY_KIND,
    Kind.AWARD_FORM,
    Kind.MEDIUM,
    Kind.STAGE,
}
"""Kinds whose choices are suggestions: other words, or several of them, do as well."""

REQUIRED: Final = frozenset(
    [f"{spec.key}.{NAME}" for spec in SHEETS if spec.key not in ("issues", "surveys")]
    + ["board.name", "terms.start", "issues.title", "contents.title", "audience.observed", "cases.ground"]
    + ["surveys.topic", "gatherings.title", *works.REQUIRED]
)
"""Columns without which a row says nothing; an issue may yet be tied to no KIM, a survey be of the whole office."""


def register_form() -> Form:
    """Return the empty register; headings are Indonesian in every language, for intake finds columns by them."""
    return Form(
        name=Text("Petunjuk", "Guide"),
        title=Text("Register KIM: cara mengisi", "Register of KIMs: how to fill it in"),
        guide=GUIDE,
        sheets=tuple(map(form_sheet, (*SHEETS, *WORK_SHEETS))),
    )


def form_sheet(spec: SheetSpec) -> FormSheet:
    """Return the empty form of a sheet."""
    title = f"{spec.name} ({spec.clause})"
    return FormSheet(
        name=spec.name,
        title=Text(title, title),
        clause=spec.clause,
        purpose=PURPOSES[spec.key],
        columns=tuple(form_column(spec, column) for column in spec.columns),
    )


def form_column(spec: SheetSpec, column: Column) -> FormColumn:
    """Return a column of the form, with its note, its drop-down and the bounds of its field."""
    field = field_of(spec, column)
    bounds = field.metadata if field else {}
    return FormColumn(
        heading=column.heading,
        note=note(spec, column),
        kind=KINDS.get(column.kind, "text"),
        choices=column.choices or column.suggestions,
        is_open=column.kind in OPEN,
        minimum=bounds.get("minimum"),
        maximum=bounds.get("maximum"),
        width=max(WIDTHS.get(column.kind, 16), len(column.heading) // 2 + 6),
        is_required=f"{spec.key}.{column.key}" in REQUIRED,
    )


def note(spec: SheetSpec, column: Column) -> Text:
    """Return what to type, and which clause asks for it."""
    said = HINTS.get(f"{spec.key}.{column.key}") or column.note or Text("", "")
    clause = clause_of(spec, column)
    if clause is None:
        return said
    asked = Text(f"Ketentuan {clause.id}: {clause.term}.", f"Clause {clause.id} ({clause.where}).")
    return Text(f"{said.id}\n{asked.id}".strip(), f"{said.en}\n{asked.en}".strip())


def clause_of(spec: SheetSpec, column: Column) -> Clause | None:
    """Return the clause that asks for a column, as its field names it; None for a row number."""
    if found := OTHER_CLAUSES.get(f"{spec.key}.{column.key}"):
        return found
    field = field_of(spec, column)
    id: str = field.metadata["clause"] if field else ""
    return cite(id) if id else None


def field_of(spec: SheetSpec, column: Column) -> "Attribute[Any] | None":
    """Return the field of a record that a column fills in, or None for a row number."""
    if other := OTHER_FIELDS.get(f"{spec.key}.{column.key}"):
        owner, name = other
    elif "." in column.key:
        part, name = column.key.split(".")
        owner = PARTS[part]
    else:
        owner, name = ROWS[spec.key], column.key
    return fields_dict(owner).get(name)
