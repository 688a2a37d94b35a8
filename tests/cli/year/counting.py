"""The count of the year: what its workbooks and commands say, cell by cell, without anything of kimcore.

A sheet of a later workbook stands in place of what earlier ones said of the works that it names.
"""

import shlex
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

__all__ = ["Given"]

Rows = list[dict[str, Any]]
Stages = dict[tuple[str, str], tuple[str, date]]
"""What became of stages, and when, by work and stage."""

MEDIUM_OF = {
    "berbagi tautan": "media pengiriman pesan instan",
    "posting": "media sosial",
    "pemuatan": "media daring",
    "tatap muka": "komunikasi tatap muka",
}
"""The medium of each action, as Tabel 4.3 has it."""

LABELS = {"held": "Pelaksanaan"}
"""The one stage that a sheet gives a day for, by its label, and that a command records, by its name."""


def rows_of(sheet: Any) -> Rows:
    """Return the rows of a sheet by the headings of its first row, days as days."""
    headings, *rows = sheet.iter_rows(values_only=True)
    return [{h: c.date() if isinstance(c, datetime) else c for h, c in zip(headings, row, strict=True)} for row in rows]


def answers(rows: Rows) -> tuple[int, ...]:
    """Return how many participants said yes, came, did not come, and of how many it is not known."""
    came = Counter(row["Hadir"] for row in rows)
    return sum(row["Konfirmasi"] == "ya" for row in rows), came["ya"], came["tidak"], came[None]


class Given:
    """What was given up to a command, by its number: the workbooks that were taken in, and the commands themselves."""

    def __init__(self, folder: Path, until: int | None = None) -> None:
        lines = (folder / "perintah.txt").read_text("utf-8").splitlines()[:until]
        self.commands = [shlex.split(line) for line in lines]
        files = [folder / command[1] for command in self.commands if command[0] == "import"]
        self.books = [{s.title: rows_of(s) for s in load_workbook(file).worksheets} for file in files]

    def every(self, sheet: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of a sheet in all workbooks, as they were taken in."""
        for book in self.books:
            yield from book.get(sheet, ())

    def last(self, sheet: str, heading: str) -> dict[str, Rows]:
        """Return the rows of a sheet by what they are about, of the last workbook that says something about it."""
        found: dict[str, Rows] = {}
        for book in self.books:
            rows = book.get(sheet, ())
            found |= {about: [r for r in rows if r[heading] == about] for about in {r[heading] for r in rows}}
        return found

    def titles(self, sheet: str, heading: str) -> set[str]:
        """Return the names that stand in a column."""
        return {row[heading] for row in self.every(sheet)}

    # --- needs and events

    def needs(self, heading: str) -> list[int]:
        """Return how many KIMs need something, how many do not, and of how many it is not known."""
        kims = self.titles("Profil KIM", "Nama Kelompok")
        said = Counter(rows[-1][heading] for kim, rows in self.last("Kebutuhan", "Nama KIM").items() if kim in kims)
        return [said["ya"], said["tidak"], len(kims) - said["ya"] - said["tidak"]]

    def attendance(self) -> dict[str, list[int]]:
        """Return of each event how many take part, said yes, came, did not come, and of how many it is not known."""
        kims, found = self.titles("Profil KIM", "Nama Kelompok"), self.last("Peserta", "Kegiatan")
        events = {theme: [r for r in found.get(theme, ()) if r["Nama KIM"] in kims] for theme in self.themes}
        return {theme: [len(rows), *answers(rows)] for theme, rows in events.items()}

    @property
    def themes(self) -> set[str]:
        """The themes of the events."""
        return self.titles("Kegiatan", "Tema")

    # --- disseminations

    def disseminations(self, until: date) -> Rows:
        """Return the disseminations of the year up to a day."""
        every = (row for rows in self.last("Diseminasi Bahan", "Judul Bahan").values() for row in rows)
        return [row for row in every if until - timedelta(days=365) < row["Tanggal"] <= until]

    def silent(self, on: date, ahead: int = 60) -> set[tuple[str, date]]:
        """Return the KIMs whose last dissemination will be a year ago within so many days, and when."""
        days: dict[str, date] = {}
        for row in self.disseminations(on):
            days[row["Nama KIM"]] = max(row["Tanggal"], days.get(row["Nama KIM"], date.min))
        ends = {(kim, day.replace(year=day.year + 1)) for kim, day in days.items()}
        return {(kim, day) for kim, day in ends if on < day <= on + timedelta(days=ahead)}

    def media(self, until: date) -> Counter[str]:
        """Return how often each medium was used."""
        return Counter(row["Media"] or MEDIUM_OF[row["Aksi"]] for row in self.disseminations(until))

    # --- stages

    def stages(self, on: date) -> Stages:
        """Return the stages that sheets and commands recorded by a day; one that was refused was given again."""
        found: Stages = {}
        for row in self.every("Tahapan"):
            if row["Hasil"]:
                outcome = "skipped" if row["Hasil"] == "dilewati" else "done"
                found[row["Kegiatan"], row["Tahap"]] = outcome, row["Tanggal"]
        for _, action, work, stage, *rest in (c for c in self.commands if len(c) > 3):
            if action == "stage":
                outcome, flag = ("skipped", "--on") if "--skip" in rest else ("done", "--done")
                day = date.fromisoformat(rest[rest.index(flag) + 1])
                found[work, LABELS.get(stage, stage)] = outcome, day
        return {key: made for key, made in found.items() if made[1] <= on}

    def recorded(self, on: date) -> Counter[tuple[str, str]]:
        """Return how many stages of each work were done and skipped by a day."""
        return Counter((work, outcome) for (work, _), (outcome, _) in self.stages(on).items())

    def due(self, on: date, ahead: int = 60) -> set[tuple[str, date, bool]]:
        """Return the works of which a stage is due by a day or soon after, when, and whether the day is past."""
        stated = {(r["Kegiatan"], r["Tahap"]): r["Tenggat"] for r in self.every("Tahapan") if r["Tenggat"]}
        left = {key: day for key, day in stated.items() if key not in self.stages(on)}
        return {(work, day, day < on) for (work, _), day in left.items() if day <= on + timedelta(days=ahead)}

    # --- competitions and awards

    def places(self, work: str) -> set[tuple[str, int, float]]:
        """Return the works of a competition, each with its place in its category and its total."""
        entries = [r for r in self.last("Karya", "Kegiatan")[work] if not r["Diskualifikasi"]]
        found = set()
        for category in self.last("Kategori", "Kegiatan")[work]:
            mine = {r["Kode Karya"]: r["Judul Karya"] for r in entries if r["Kategori"] == category["Kategori"]}
            rubric = [r for r in self.last("Rubrik", "Kegiatan")[work] if r["Kategori"] == category["Kategori"]]
            placed = self.ranked(work, rubric, set(mine), category["Aturan Nilai Seri"])
            found |= {(mine[code], place, total) for code, place, total in placed}
        return found

    def quality(self, award: str) -> set[tuple[str, int, float]]:
        """Return the KIMs that were appointed for an award, each with its place and total."""
        kims = {r["Nama KIM"] for r in self.last("Calon", "Kegiatan")[award] if r["Ditetapkan"] == "ya"}
        return set(self.ranked(award, self.last("Rubrik", "Kegiatan")[award], kims, "peringkat bersama"))

    def ranked(self, work: str, rubric: Rows, names: set[str], rule: str) -> Iterator[tuple[str, int, float]]:
        """Yield names with place and total, over the jurors that marked each of them on each criterion."""
        marks = {
            (r["Kode Juri"], r["Karya"], r["Kriteria"]): Fraction(r["Nilai"])
            for r in self.last("Nilai", "Kegiatan").get(work, ())
        }
        jury = {j for j, *_ in marks if all((j, n, c["Kriteria"]) in marks for n in names for c in rubric)}
        if not jury:
            return
        points = {
            n: [sum(marks[j, n, c["Kriteria"]] for j in jury) * 100 / c["Nilai Tertinggi"] / len(jury) for c in rubric]
            for n in names
        }
        weights = [c["Bobot"] for c in rubric]
        totals = {n: sum(map(Fraction.__mul__, p, map(Fraction, weights))) / sum(weights) for n, p in points.items()}
        orders = [r["Urutan"].split("; ") for r in self.last("Keputusan Seri", "Kegiatan").get(work, ())]
        beaten = {n: sum(self.is_before(o, n, rule, (totals, points, orders)) for o in names) for n in names}
        yield from ((n, 1 + beaten[n], round(float(totals[n]), 2)) for n in names)

    def is_before(self, one: str, other: str, rule: str, known: tuple[Any, Any, list[list[str]]]) -> bool:
        """Tell whether one name stands before another, by totals and then by the rule for equal ones."""
        totals, points, orders = known
        if totals[one] != totals[other]:
            return bool(totals[one] > totals[other])
        if rule == "menurut urutan kriteria":
            return bool(points[one] > points[other])
        if rule == "keputusan juri":
            return any(one in order and order.index(one) < order.index(other) for order in orders)
        return False
