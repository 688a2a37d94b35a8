"""Profiles: rows of Profil KIM and Kelembagaan as changes of a KIM."""

from collections.abc import Callable
from typing import Any

from attrs import evolve

from kimcore.community import Decree, Documents, KimType, PartnershipTerm
from kimcore.geography import Level, RegionCode
from kimcore.intake.columns import VILLAGE
from kimcore.intake.drafts import Draft
from kimcore.intake.log import Log
from kimcore.intake.records import Record
from kimcore.terms import Text
from kimcore.values import DENIED, Answer

__all__ = ["Institutions", "Unlisted", "profile", "unlisted_region"]

Unlisted = Callable[[RegionCode], str]
"""Tells the edition of a region directory that does not hold a code, else an empty text."""

FUNCTION = "answers.information_function"
DECREES = "documents.decrees"
NO_DECREE_BUT_DATE = Text(
    "Nomor SK dijawab tidak ada, tetapi Tanggal SK terisi", "the decree is denied, but its date is filled in"
)


def profile(draft: Draft, record: Record, log: Log) -> None:
    """Change a KIM as its row of Profil KIM says (Tabel 3.1)."""
    values = {key: value for key, value in record.values.items() if key != "no"}
    if "profile_term" in values:
        values["profile_term"] = profile_term(draft, values["profile_term"])
    draft.change(values)
    region = draft.get("identity.region")
    if draft.get(VILLAGE) is DENIED and region is not None and region.level is Level.VILLAGE:
        record.report(log, "region_mismatch", "identity.region", value=region.text)


def unlisted_region(record: Record, log: Log, unlisted: Unlisted | None) -> None:
    """Report a region code that the directory in use does not hold, with the edition of the directory."""
    region = record.values.get("identity.region")
    edition = unlisted(region) if unlisted and region else ""
    if edition:
        record.report(log, "region_unknown", "identity.region", value=str(region), other=edition)


def profile_term(draft: Draft, period: Any) -> PartnershipTerm | None:
    """Return the term of the profile with its new days; a programme known before stays."""
    if period is None:
        return None
    known = draft.kim.profile_term
    return evolve(known, period=period) if known else PartnershipTerm(period=period)


class Institutions:
    """Reads the rows of Kelembagaan, and remembers the earlier row of each KIM."""

    def __init__(self, log: Log) -> None:
        """Start with no row read."""
        self.log = log
        self.earlier: dict[str, Record] = {}

    def take(self, draft: Draft, record: Record) -> None:
        """Change a KIM as a row of Kelembagaan says; of two rows both decrees stand, other answers of the later."""
        before = self.earlier.get(draft.kim.id)
        if before and said(before) == said(record):
            record.report(self.log, "repeated_row", name=row_text(before.row))
            return
        if before:
            self.compare(before, record)
        self.earlier[draft.kim.id] = record
        draft.change({key: value for key, value in said(record).items() if not key.startswith("decree.")})
        self.decree(draft, record)
        unusual_function(draft, record, self.log)

    def compare(self, before: Record, record: Record) -> None:
        """Report each answer of a later row that differs from the earlier row of the KIM."""
        old = said(before)
        for key, value in said(record).items():
            if not key.startswith("decree.") and value != old.get(key, value):
                heading = record.located.spec.column(key).heading
                name = Text(
                    f'"{heading}" berbeda dari baris {before.row}; baris ini yang dipakai',
                    f'"{heading}" differs from row {before.row}; this row was used',
                )
                record.report(self.log, "contradiction", key, name=name)

    def decree(self, draft: Draft, record: Record) -> None:
        """Add the decree of a row, if the file has a column of it."""
        fields = {k.removeprefix("decree."): v for k, v in record.values.items() if k.startswith("decree.")}
        if not fields:
            return
        found = Decree(**(known_decree(draft, fields) | fields))
        if found.number is DENIED and found.issued is not None:
            record.report(self.log, "contradiction", "decree.number", name=NO_DECREE_BUT_DATE)
        rows = draft.records.setdefault(DECREES, {})
        if found != Decree():
            rows.setdefault(found, record.row)


def said(record: Record) -> dict[str, Any]:
    """Return what a row says of its KIM, without what only finds the KIM."""
    return {key: value for key, value in record.values.items() if not key.startswith("identity.")}


def row_text(row: int) -> Text:
    """Return the words that point to a row."""
    return Text(f"baris {row}", f"row {row}")


def known_decree(draft: Draft, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields, for columns that the file lacks, of the decree known before with the same number and day."""
    names = ("number", "issued", "until", "revoked")
    documents: Documents = draft.kim.documents
    given = [name for name in ("number", "issued") if name in fields]
    same = [d for d in documents.decrees if given and all(getattr(d, name) == fields[name] for name in given)]
    return {name: getattr(same[0], name) for name in names if name not in fields} if same else {}


def unusual_function(draft: Draft, record: Record, log: Log) -> None:
    """Report a KIM of type A whose information function is denied (R20)."""
    if draft.get("identity.type") is KimType.A and record.values.get(FUNCTION) is Answer.NO:
        record.report(log, "category_unusual", FUNCTION, value="Tipe A, Fungsi Informasi: tidak")
