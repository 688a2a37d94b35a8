"""Listings: the KIMs that ministries and agencies may look up by category, for dissemination (I.A.5).

A group and its village are no personal data; a person is not named, nor is it told whether a KIM fulfils its
conditions: that could tell of a criminal case.
"""

from collections.abc import Callable, Iterable
from typing import Final

from attrs import field, frozen

from kimcore.affairs import Affair
from kimcore.clauses import cite
from kimcore.community import Kim, KimType
from kimcore.geography import RegionCode
from kimcore.media import MediaKind
from kimcore.reports.columns import columns, lines
from kimcore.tables import Table
from kimcore.terms import Text
from kimcore.values import Denied

__all__ = ["ListedKim", "listed", "listing"]

CLAUSE: Final = cite("I.A.5")

LISTING = columns(
    ("affairs", "Bidang", "Fields of work", 34),
    ("name", "Nama KIM", "Name of KIM", 24),
    ("type", "Tipe", "Type", 8),
    ("media", "Jenis media", "Kinds of media", 24),
    ("village", "Desa/kelurahan", "Village", 20),
    ("subdistrict", "Kecamatan", "Subdistrict", 18),
    ("office", "Kabupaten/kota", "District", 14),
)


@frozen(kw_only=True)
class ListedKim:
    """A KIM as ministries find it: by its fields of work, type, kinds of media, and place; each empty if not recorded.

    A field of work that is none of the 32 affairs stays text. `office` is the code of the district that keeps it.
    """

    name: str = field(repr=False)
    type: KimType | None
    affairs: tuple[Affair | str, ...] = field(repr=False)
    media: tuple[MediaKind, ...]
    office: RegionCode
    subdistrict: str
    village: str


def listed(kim: Kim, hidden: Callable[[str], str]) -> ListedKim:
    """Return a KIM as it is listed; `hidden` takes the names of persons out of a text."""
    channels = () if isinstance(kim.profile.channels, Denied) else kim.profile.channels
    village = kim.identity.village
    return ListedKim(
        name=hidden(kim.name),
        type=kim.identity.type,
        affairs=tuple(f if isinstance(f, Affair) else hidden(f) for f in kim.profile.fields),
        media=tuple(dict.fromkeys(channel.kind for channel in channels if channel.kind is not None)),
        office=kim.office,
        subdistrict=hidden(kim.identity.subdistrict),
        village=hidden(village) if isinstance(village, str) else "",
    )


def listing(found: Iterable[ListedKim]) -> Table:
    """Return the KIMs by field of work, district and name (I.A.5)."""
    title = Text("KIM menurut kategori", "KIMs by category")
    rows = tuple(
        (lines(*k.affairs), k.name, k.type, lines(*k.media), k.village or None, k.subdistrict or None, k.office.text)
        for k in sorted(found, key=order)
    )
    return Table(key="listing", name=Text("Daftar KIM", "List of KIMs"), title=title, columns=LISTING, rows=rows)


def order(kim: ListedKim) -> tuple[str, str, str]:
    """Return the sort key of a KIM: its first field of work, those that are none of the 32 and none at all last."""
    first = kim.affairs[0] if kim.affairs else None
    place = first.code if isinstance(first, Affair) else "9" if first else "99"
    return place, kim.office.text, kim.name.casefold()
