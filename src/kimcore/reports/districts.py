"""Districts: what a province, ministries and the public see of districts: counts, and no person (I.A.2, I.A.5).

Small counts are withheld, and what they could be worked out from (see `kimcore.protection`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from kimcore.affairs import Affair
from kimcore.approvals import ApprovalState
from kimcore.clauses import cite
from kimcore.community import KimType
from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.mapping import Kind
from kimcore.partnership import PartnershipState
from kimcore.protection import Shown, told, told_together, told_with
from kimcore.reports.columns import columns, count
from kimcore.rules import Status
from kimcore.tables import Cell, Column, Table
from kimcore.terms import Term, Text

__all__ = ["Audience", "DistrictFigures", "district_tables", "find_audience", "total"]

CLAUSES: Final = (cite("I.A.2"), cite("I.A.5"))


class Audience(Term):
    """For whom a report is made; all but the office see no person, and ministries alone a list of KIMs."""

    OFFICE = "office", "Dinas Kominfo kabupaten/kota", "office of the district or city"
    PROVINCE = "province", "Dinas Kominfo provinsi", "office of the province"
    KL = "kl", "kementerian/lembaga", "ministries and agencies"
    PUBLIC = "public", "masyarakat umum", "the public"


def find_audience(audience: str | Audience) -> Audience:
    """Return an audience by its code; raise `InvalidValue` for none."""
    try:
        return audience if isinstance(audience, Audience) else Audience.of(audience)
    except ValueError:
        known = ", ".join(a.code for a in Audience)
        en, id = f"no audience {audience!r}; there are: {known}", f"tidak ada {audience!r}; yang ada: {known}"
        raise InvalidValue("audience_unknown", en, id, field="audience") from None


@frozen(kw_only=True)
class DistrictFigures:
    """How many KIMs of each kind a district has; None for a type or an affair that is not recorded.

    A KIM may work in several affairs. `affairs` counts them by type; a field that is none of the 32 affairs counts
    under `other`. `covered` of `villages` have a KIM, both None without a directory; `overdue` are requests of persons
    past their term; `website` is the state of the newest request to administer a KIM website.
    """

    office: RegionCode
    types: Mapping[KimType | None, int]
    statuses: Mapping[Status, int]
    states: Mapping[PartnershipState, int]
    positions: Mapping[int | Kind, int]
    affairs: Mapping[Affair | str | None, Mapping[KimType | None, int]]
    covered: int | None
    villages: int | None
    overdue: int
    website: ApprovalState | None

    @property
    def kims(self) -> int:
        """The number of KIMs."""
        return sum(self.types.values())


POSITIONS: Final[tuple[int | Kind, ...]] = (1, 2, 3, 4, Kind.MIXED, Kind.UNPLACED, Kind.OUTSIDE)
TYPES: Final[tuple[KimType | None, ...]] = (*KimType, None)
UNRECORDED: Final = Text("belum tercatat", "not recorded")
OTHER: Final = Text("bidang lain", "another field")
NOTE: Final = Text(
    "Hitungan di bawah lima ditulis <5; hitungan lain disamarkan bila hitungan kecil dapat dihitung darinya.",
    "A count below five is written <5; another is withheld where a small one could be worked out from it.",
)
PARTS: Final[Mapping[str, tuple[Text, Sequence[Any], Callable[[DistrictFigures], Mapping[Any, int]]]]] = {
    "types": (Text("Tipe KIM", "Type of KIM"), TYPES, lambda d: d.types),
    "statuses": (Text("Pemenuhan syarat", "Conditions"), tuple(Status), lambda d: d.statuses),
    "states": (Text("Keadaan kemitraan", "Partnerships"), tuple(PartnershipState), lambda d: d.states),
    "positions": (Text("Pemetaan", "Mapping"), POSITIONS, lambda d: d.positions),
}
SEEN: Final = {
    Audience.PROVINCE: ("types", "statuses", "states", "positions"),
    Audience.KL: ("types",),
    Audience.PUBLIC: ("types",),
}
"""Which counts of a district an audience sees."""

OVERSIGHT: Final = columns(
    ("covered", "Desa/kelurahan dengan KIM", "Villages with a KIM", 18),
    ("villages", "Desa/kelurahan", "Villages", 16),
    ("overdue", "Permintaan lewat tenggat", "Overdue requests", 18),
    ("website", "Admin situs web KIM", "Administers a KIM website", 20),
)


def total(districts: Iterable[DistrictFigures]) -> Shown:
    """Return the number of KIMs of all districts as it may be shown."""
    return told_together([district.kims for district in districts])


def district_tables(districts: Sequence[DistrictFigures], audience: Audience) -> tuple[Table, ...]:
    """Return what an audience sees of districts."""
    names = SEEN[audience]
    of_types = by_district(districts, names)
    oversight = (supervision(districts),) if audience is Audience.PROVINCE else ()
    of_affairs = by_affair(districts)
    return (*of_types, *oversight, *(of_affairs if audience is Audience.KL else of_affairs[:1]))


def by_district(districts: Sequence[DistrictFigures], names: Sequence[str]) -> tuple[Table, ...]:
    """Return a table for each kind of count, a row for each district; the number of KIMs stands in each."""
    found = []
    shown = [told_with(d.kims, *(counted(d, name) for name in names)) for d in districts]
    for number, name in enumerate(names):
        lines = zip(districts, shown, strict=True)
        cells = [(d.office.text, kims.cell, *(s.cell for s in parts[number])) for d, (kims, parts) in lines]
        heads = (district_column(), *number_columns(map(label, PARTS[name][1])))
        found.append(table(name, PARTS[name][0], heads, cells))
    return tuple(found)


def counted(district: DistrictFigures, name: str) -> list[int]:
    """Return the counts of a district in the order of their columns."""
    _, keys, count = PARTS[name]
    found: Mapping[Any, int] = count(district)
    return [found[key] for key in keys]


def by_affair(districts: Sequence[DistrictFigures]) -> tuple[Table, Table]:
    """Return the KIMs of each field of work by type, and by district (I.A.5)."""
    keys = sorted({affair for d in districts for affair in d.affairs}, key=order)
    rows: tuple[list[Any], list[Any]] = ([], [])
    for key in keys:
        counts = [d.affairs.get(key, {}) for d in districts]
        types = [sum(found.get(kind, 0) for found in counts) for kind in TYPES]
        kims, parts = told_with(sum(types), types, [sum(found.values()) for found in counts])
        for kept, part in zip(rows, parts, strict=True):
            kept.append((affair_label(key), kims.cell, *(s.cell for s in part)))
    first = Column(key="affair", heading=Text("Bidang", "Field"), width=40)
    places = [Text(d.office.text, d.office.text) for d in districts]
    title = Text("Bidang dan kabupaten/kota", "Fields and districts")
    return (
        table("affairs", Text("Bidang", "Fields of work"), (first, *number_columns(map(label, TYPES))), rows[0]),
        table("affairs_places", title, (first, *number_columns(places)), rows[1]),
    )


def supervision(districts: Sequence[DistrictFigures]) -> Table:
    """Return what a province looks after in its districts (I.A.2)."""
    rows = [
        (d.office.text, told(d.covered).cell, count(d.villages), told(d.overdue).cell, d.website) for d in districts
    ]
    return table("supervision", Text("Pembinaan", "Supervision"), (district_column(), *OVERSIGHT), rows)


def table(key: str, title: Text, shown: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """Return a table with the note on what is withheld."""
    return Table(key=key, name=title, title=title, columns=shown, rows=tuple(rows), notes=(NOTE,))


def district_column() -> Column:
    """Return the column of the district's code."""
    return Column(key="office", heading=Text("Kabupaten/kota", "District"), width=16)


def number_columns(heads: Iterable[Text]) -> Iterable[Column]:
    """Yield the column of the number of KIMs, and one for each part of it."""
    yield Column(key="kims", heading=Text("KIM", "KIMs"), width=10)
    for number, head in enumerate(heads, start=1):
        yield Column(key=f"part_{number}", heading=head, width=16)


def label(key: Term | int | None) -> Text:
    """Return the heading of a part."""
    if isinstance(key, Term):
        return key.text
    return UNRECORDED if key is None else Text(f"kuadran {key}", f"quadrant {key}")


def affair_label(key: Affair | str | None) -> Cell:
    """Return the first cell of a row of an affair."""
    return key if isinstance(key, Affair) else UNRECORDED if key is None else OTHER


def order(key: Affair | str | None) -> str:
    """Return the sort key of an affair: by its code, what is none and what is not recorded last."""
    return key.code if isinstance(key, Affair) else "9" if key else "99"
