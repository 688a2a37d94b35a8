"""The problems of an intake and the parameters used: what a reader needs to check a report."""

from collections.abc import Iterable

from kimcore.problems import Problem
from kimcore.reports.columns import columns
from kimcore.rules import BoundRulebook
from kimcore.tables import Table
from kimcore.terms import Text

__all__ = ["MADE_UP", "parameters", "problems"]

MADE_UP = Text(
    "DATA CONTOH (BUATAN): kabupaten, KIM, orang, dan angka di sini tidak nyata.",
    "MADE-UP DATA: district, KIMs, people and figures are not real.",
)

PROBLEMS = columns(
    ("severity", "Tingkat", "Severity", 12),
    ("file", "Berkas", "File", 22),
    ("sheet", "Lembar", "Sheet", 16),
    ("row", "Baris", "Row", 8),
    ("column", "Kolom", "Column", 24),
    ("value", "Isi", "Value", 24),
    ("code", "Kode", "Code", 24),
    ("message", "Masalah", "Problem", 52),
    ("remedy", "Perbaikan", "Remedy", 52),
)

PARAMETERS = columns(
    ("parameter", "Parameter", "Parameter", 26),
    ("name", "Nama", "Name", 26),
    ("value", "Nilai", "Value", 10),
    ("unit", "Satuan", "Unit", 14),
    ("since", "Sejak", "Since", 14),
    ("source", "Sumber", "Source", 20),
)


def problems(found: Iterable[Problem]) -> Table:
    """Return every problem of the last import with its place and remedy."""
    return Table(
        key="problems",
        name=Text("Masalah", "Problems"),
        title=Text("Masalah pada impor terakhir", "Problems of the last import"),
        columns=PROBLEMS,
        rows=tuple(
            (p.severity, p.file, p.sheet, p.row, p.column or None, p.value or None, p.code, p.message, p.remedy)
            for p in found
        ),
    )


def parameters(rules: BoundRulebook) -> Table:
    """Return the parameters of the rulebook on the date, each with its first day and source."""
    settings = rules.rulebook.settings
    return Table(
        key="parameters",
        name=Text("Parameter", "Parameters"),
        title=Text("Parameter yang dipakai", "Parameters used"),
        columns=PARAMETERS,
        rows=tuple(
            (s.name, s.label, value.value, s.unit, value.since, value.source)
            for s, value in ((s, rules.parameters[s.name]) for s in settings)
        ),
    )
