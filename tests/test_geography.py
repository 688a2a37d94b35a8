"""Codes of regions, and the date at an office."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.errors import InvalidValue
from kimcore.geography import CENTRAL, EAST, Level, RegionCode, local_date

WEST = "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62".split()
MIDDLE = "51 52 53 63 64 65 71 72 73 74 75 76".split()
EASTERN = "81 82 91 92 93 94 95 96".split()


@pytest.mark.parametrize(
    ("text", "level", "kind", "parent"),
    [
        ("99", Level.PROVINCE, "provinsi", None),
        ("99.01", Level.DISTRICT, "kabupaten", "99"),
        ("99.70", Level.DISTRICT, "kabupaten", "99"),
        ("99.71", Level.DISTRICT, "kota", "99"),
        ("99.01.07", Level.SUBDISTRICT, "kecamatan", "99.01"),
        ("99.01.07.1001", Level.VILLAGE, "kelurahan", "99.01.07"),
        ("99.01.07.2007", Level.VILLAGE, "desa", "99.01.07"),
        ("99.01.07.3001", Level.VILLAGE, "desa adat", "99.01.07"),
        ("99.01.07.4001", Level.VILLAGE, "desa/kelurahan", "99.01.07"),
    ],
)
def test_a_code_says_its_level_kind_and_parent(text: Any, level: Any, kind: Any, parent: Any) -> None:
    """The number of parts gives the level, second and fourth part the kind; what they do not tell is left open."""
    code = RegionCode(text)
    assert (code.level, code.kind, str(code), code.province) == (level, kind, text, "99")
    assert code.parent == (None if parent is None else RegionCode(parent))
    assert code.district == (None if level is Level.PROVINCE else RegionCode(text[:5]))
    assert code.is_made_up


@pytest.mark.parametrize(
    "text", ["9901072007", "99.01.07.2007", " 99.01.07.2007 ", "99 01 07 2007", "9901.07.2007", "99.01. 07.2007"]
)
def test_a_code_is_read_with_or_without_points(text: Any) -> None:
    """Ten digits are 2.2.2.4, however they are parted."""
    assert RegionCode.parse(text) == RegionCode("99.01.07.2007")


@pytest.mark.parametrize(
    "text", ["", "9", "99.", "99.1", "99.01.7", "99.01.07.201", "99.01.07.20071", "99-01", "AA", "99.01\n"]
)
def test_what_is_no_code_is_refused(text: Any) -> None:
    """Missing and extra digits, letters and other marks are refused as they stand."""
    with pytest.raises(InvalidValue) as caught:
        RegionCode(text)
    assert caught.value.code == "region_code"


@pytest.mark.parametrize(
    "text", ["", "990", "99.1.7", "99 1 7", "9.901", "99.1.07.22007", "990107200", "99010720071", "abc"]
)
def test_what_cannot_be_read_is_refused(text: Any) -> None:
    """Other numbers of digits are no code, and lost zeros are not guessed: 99.1.7 is not 99.17."""
    with pytest.raises(InvalidValue):
        RegionCode.parse(text)


def test_digits_of_other_scripts_are_no_code() -> None:
    """A code that looks like another is refused."""
    with pytest.raises(InvalidValue):
        RegionCode("٩٩.٠١")


@given(st.from_regex(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?", fullmatch=True))
def test_reading_what_is_written_gives_the_same_code(text: Any) -> None:
    """A code is read back with and without its points."""
    code = RegionCode(text)
    assert RegionCode.parse(str(code)) == RegionCode.parse(text.replace(".", "")) == code


@pytest.mark.parametrize(("provinces", "hours"), [(WEST, 7), (MIDDLE, 8), (EASTERN, 9), (["99"], 7)])
def test_every_province_has_its_time(provinces: Any, hours: Any) -> None:
    """Western, central and eastern time are 7, 8 and 9 hours ahead of UTC."""
    assert {RegionCode(p).utc_offset for p in provinces} == {timedelta(hours=hours)}
    assert {RegionCode(p).zone for p in provinces} == {{7: "WIB", 8: "WITA", 9: "WIT"}[hours]}


def test_the_provinces_are_thirty_eight() -> None:
    """The table names no province that does not exist, and none twice."""
    assert len({*WEST, *MIDDLE, *EASTERN}) == 38
    assert set(MIDDLE) == CENTRAL
    assert set(EASTERN) == EAST


MIDNIGHTS = [("31.71", 17), ("51.71", 16), ("91.71", 15)]


@pytest.mark.parametrize(("office", "hour"), MIDNIGHTS)
@pytest.mark.clause("II.B.4.legal.1")
def test_the_day_changes_at_the_midnight_of_the_office(office: Any, hour: Any) -> None:
    """R3 counts days at the office: one second before its midnight it is still the day before."""
    midnight = datetime(2026, 11, 24, hour, tzinfo=UTC)
    region = RegionCode(office)
    assert local_date(midnight - timedelta(seconds=1), region) == date(2026, 11, 24)
    assert local_date(midnight, region) == date(2026, 11, 25)


def test_an_instant_is_one_in_every_zone() -> None:
    """The date at the office does not depend on the zone in which the instant is written."""
    instant = datetime(2026, 11, 24, 16, 30, tzinfo=UTC)
    elsewhere = instant.astimezone(timezone(timedelta(hours=-5)))
    assert local_date(elsewhere, RegionCode("51.71")) == local_date(instant, RegionCode("51.71")) == date(2026, 11, 25)


def test_an_instant_without_a_zone_is_refused() -> None:
    """A naive time is guessed nowhere."""
    with pytest.raises(InvalidValue) as caught:
        local_date(datetime(2026, 11, 24), RegionCode("99.01"))  # noqa: DTZ001
    assert caught.value.code == "naive_time"
