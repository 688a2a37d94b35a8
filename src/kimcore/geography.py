"""Geography: codes of regions as the Home Ministry writes them (2.2.2.4), and the date at an office."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Self

from attrs import frozen

from kimcore.errors import InvalidValue
from kimcore.terms import Term

__all__ = ["Level", "RegionCode", "local_date"]

PARTS = re.compile(r"\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?", re.ASCII)
CENTRAL = {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}
EAST = {"81", "82", "91", "92", "93", "94", "95", "96"}
MADE_UP = "99"
ENDS = frozenset({2, 4, 6})  # the digits after which a part ends
VILLAGES = {"1": "kelurahan", "2": "desa", "3": "desa adat"}


class Level(Term):
    """The four levels of a region code."""

    PROVINCE = "province", "provinsi", "province"
    DISTRICT = "district", "kabupaten/kota", "district or city"
    SUBDISTRICT = "subdistrict", "kecamatan", "subdistrict"
    VILLAGE = "village", "desa/kelurahan", "village or ward"


@frozen(order=True)
class RegionCode:
    """A region code such as `99.01.07.2007`: province, district, subdistrict, village."""

    text: str

    def __attrs_post_init__(self) -> None:
        """Refuse what is not 2, 4, 6 or 10 digits in parts of 2.2.2.4."""
        if not PARTS.fullmatch(self.text):
            en = f"{self.text!r} is not a region code such as 99.01.07.2007"
            id = f"{self.text!r} bukan kode wilayah seperti 99.01.07.2007"
            raise InvalidValue("region_code", en, id)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a code with or without points: `9901072007` and `99.01.07.2007` are one.

        A point or blank elsewhere than between the parts is refused: `99.1.7` has lost its zeros.
        """
        parts = re.split(r"[\s.]+", text.strip())
        if not ENDS.issuperset(accumulate(map(len, parts[:-1]))):
            return cls(text.strip())
        digits = "".join(parts)
        return cls(".".join(p for p in (digits[:2], digits[2:4], digits[4:6], digits[6:]) if p))

    def __str__(self) -> str:
        """Return the code with points."""
        return self.text

    @property
    def level(self) -> Level:
        """The level that the number of parts gives."""
        return list(Level)[self.text.count(".")]

    @property
    def parent(self) -> "RegionCode | None":
        """The region that holds this one, or None for a province."""
        head, _, tail = self.text.rpartition(".")
        return RegionCode(head) if tail and head else None

    @property
    def province(self) -> str:
        """The first part."""
        return self.text[:2]

    @property
    def district(self) -> "RegionCode | None":
        """The district or city, or None for a code of a province."""
        return RegionCode(self.text[:5]) if len(self.text) >= 5 else None

    @property
    def kind(self) -> str:
        """What the region is called: provinsi, kabupaten, kota, kecamatan, kelurahan, desa or desa adat.

        A village whose code begins with none of 1, 2, 3 is a `desa/kelurahan`.
        """
        if self.level is Level.DISTRICT:
            return "kota" if int(self.text[3:5]) >= 71 else "kabupaten"
        if self.level is Level.VILLAGE:
            return VILLAGES.get(self.text[9], self.level.say("id"))
        return self.level.say("id")

    @property
    def is_made_up(self) -> bool:
        """True for province 99, which does not exist and serves made-up data."""
        return self.province == MADE_UP

    @property
    def utc_offset(self) -> timedelta:
        """The fixed offset of the region's time from UTC: 7, 8 or 9 hours."""
        return timedelta(hours=8 if self.province in CENTRAL else 9 if self.province in EAST else 7)

    @property
    def zone(self) -> str:
        """The name of the region's time: WIB, WITA or WIT."""
        return {7: "WIB", 8: "WITA", 9: "WIT"}[self.utc_offset // timedelta(hours=1)]


def local_date(instant: datetime, region: RegionCode) -> date:
    """Return the calendar date in a region at an instant (aware datetime); R3 counts days at the office."""
    if instant.tzinfo is None:
        raise InvalidValue("naive_time", "the instant needs a time zone", "waktu harus memuat zona waktunya")
    return (instant.astimezone(UTC) + region.utc_offset).date()
