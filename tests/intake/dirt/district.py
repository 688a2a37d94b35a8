"""District: a made-up register full of dirt, whose every cell is known, and the cells in which an intake lied of it.

Each sheet has one row for each KIM, so that what was read is found again by the name of the KIM.
"""

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any, Final

from attrs import frozen

from kimcore.community import Decree, Kim
from kimcore.intake import Register, Sheet
from kimcore.values import Answer
from tests.intake.builders import sheet
from tests.intake.dirt.columns import INDICATORS, SHEETS, part
from tests.intake.dirt.truth import Dirt, loose

__all__ = ["District", "Lie", "lies", "make"]

CROSS: Final = {
    "contradiction", "conclusion_incomplete", "region_mismatch", "repeated_row", "date_missing", "account_unknown",
    "figure_conflict", "content_conflict", "issue_repeated", "kim_unknown", "kim_ambiguous", "name_missing",
}  # fmt: skip
"""Codes that speak of a row, not of the form of one cell."""

TERMS: Final = {"Periode Kemitraan", "Selesai"}


@frozen
class District:
    """The sheets as typed, and the truth of each cell by sheet, KIM and heading."""

    sheets: tuple[Sheet, ...]
    truth: Mapping[tuple[str, str], Mapping[str, Dirt]]
    names: tuple[str, ...]


@frozen
class Lie:
    """A cell that is neither right nor reported, or is reported without need."""

    sheet: str
    row: int
    column: str
    dirt: Dirt
    found: Any
    codes: tuple[str, ...]


def make(kims: int, seed: int) -> District:
    """Make a register of so many KIMs by a seed."""
    chance = Random(seed)
    names = tuple(f"KIM {n:05} Contoh" for n in range(kims))
    truth: dict[tuple[str, str], dict[str, Dirt]] = {}
    sheets = []
    for title, columns in SHEETS.items():
        rows = []
        for name in names:
            dirt = truth[title, name] = {heading: maker(chance) for heading, maker, _ in columns}
            rows.append([naming(chance, title, name), *(cell.typed for cell in dirt.values())])
        head = ["Nama KIM" if title == "Isu" else "Nama Kelompok", *(heading for heading, _, _ in columns)]
        sheets.append(sheet(title, head, *rows))
    return District(tuple(sheets), truth, names)


def naming(chance: Random, title: str, name: str) -> str:
    """Return the name of a KIM as a sheet types it: on other sheets than the first with dirt, now and then."""
    if title == "Profil KIM" or chance.random() < 0.8:
        return name
    return chance.choice((name.upper(), f" {name}\u00a0", name.replace(" ", "  "), loose(chance, name), f"{name}s"))


def lies(district: District, register: Register) -> Iterator[Lie]:
    """Give the cells in which a register lies."""
    told: dict[tuple[str, int | None], list[tuple[str, str]]] = {}
    for problem in register.problems:
        told.setdefault((problem.sheet, problem.row), []).append((problem.column, problem.code))
    taken = items(register)
    for (title, name), cells in district.truth.items():
        row = int(name.split()[1]) + 2
        said, item = told.get((title, row), []), taken[title].get(name)
        if item is not None:
            yield from lies_of(title, row, item, cells, said)
        elif not (said or says_nothing(cells)):
            yield Lie(title, row, "", Dirt(name, name), None, ())


def lies_of(title: str, row: int, item: Any, cells: Mapping[str, Dirt], said: list[tuple[str, str]]) -> Iterator[Lie]:
    """Give the cells of a row that was taken in which its record lies."""
    for (heading, _, getter), dirt in zip(SHEETS[title], cells.values(), strict=True):
        codes = tuple(code for column, code in said if column == heading and speaks(code, heading))
        found = None if codes and heading == "Pengurus/Anggota" else getter(item)
        if found is LOST and said:
            continue
        if not dirt.is_true(found, is_reported=bool(codes), is_none=is_none(found)):
            yield Lie(title, row, heading, dirt, found, codes)


def says_nothing(cells: Mapping[str, Dirt]) -> bool:
    """Tell whether a row of Audiens is without its figure: it then has nothing that could be kept."""
    figure = cells.get("Pengikut/Peserta/Pengunjung")
    return figure is not None and figure.meant is None


def speaks(code: str, heading: str) -> bool:
    """Tell whether a code speaks of the form of the cell in a column."""
    if heading in TERMS and code == "contradiction":
        return True
    return code not in CROSS and not (code == "category_unusual" and heading == "Fungsi Informasi")


def is_none(found: Any) -> bool:
    """Tell whether a value stands for not recorded."""
    return found in (None, "", ()) or found is Answer.UNKNOWN


LOST: Final = object()
"""Stands for a figure that could not be kept, because its day could not be read."""


class Bag:
    """Values by name."""

    def __init__(self, **values: Any) -> None:
        """Keep the values."""
        self.__dict__.update(values)


def items(register: Register) -> dict[str, dict[str, Any]]:
    """Return, by sheet and name of the KIM, the record that its row became."""
    kims = {stated.kim.id: stated.kim for stated in register.kims}
    named = {kim.id: kim.name for kim in kims.values()}
    figures: dict[str, dict[str, Any]] = {}
    for seen in register.observations:
        where = figures.setdefault(named[seen.kim], {})
        where[seen.indicator.code] = seen
    return {
        "Profil KIM": {kim.name: kim for kim in kims.values()},
        "Kelembagaan": {
            kim.name: Bag(kim=kim, decree=(*kim.documents.decrees, Decree())[0])
            for kim in kims.values()
            if kim.id in register.named["institution"]
        },
        "Pengurus": first(kims, "board.people"),
        "Kemitraan": first(kims, "terms"),
        "Diseminasi": first(kims, "log"),
        "Peninjauan": first(kims, "cases"),
        "Isu": {named[kim]: issue for issue in register.issues for kim in issue.kims},
        "Media Sosial": {named[c.kim]: content(c, figures.get(named[c.kim], {})) for c in register.contents},
        "Audiens": {name: seen["audience"] for name, seen in figures.items() if "audience" in seen},
    }


def first(kims: Mapping[str, Kim], path: str) -> dict[str, Any]:
    """Return the first record of a list of each KIM that has one, by the name of the KIM."""
    get = part(path)
    return {kim.name: get(kim)[0] for kim in kims.values() if get(kim)}


def content(found: Any, figures: Mapping[str, Any]) -> Bag:
    """Return a content with its figures; without a day none of them could be kept."""
    counted = {name: figures[name].value if name in figures else None for name in INDICATORS}
    observed = next((seen.observed for name, seen in figures.items() if name in INDICATORS), LOST)
    shown = {name: getattr(found, name) for name in ("title", "format", "platform", "account", "shown", "link")}
    kept = counted if observed is not LOST else dict.fromkeys(INDICATORS, LOST)
    return Bag(**shown, **kept, observed=observed)
