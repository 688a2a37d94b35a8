"""Nothing is written outside of the folder that was named, whatever codes, formats and names say."""

from pathlib import Path

import pytest

from kimcore.errors import InvalidValue, NotFound
from kimcore.geography import RegionCode
from kimcore.testing import a_kim, a_workspace
from kimcore.workspace import Workspace
from tests.safety.naughty import ALL, write_book
from tests.workspace.registers import Row, write_csv

CLIMBING = [
    "../x",
    "..",
    "/etc/passwd",
    "99.01/../..",
    "..\\x",
    "C:\\x",
    "99.01\n",
    "99.01\x00",
    "file:///x",
    "~",
    "xlsx/../x",
]


def files_in(folder: Path) -> set[str]:
    """Return every file under a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def is_code(text: str) -> bool:
    """Tell whether a text is a region code."""
    try:
        return bool(RegionCode.parse(text))
    except InvalidValue:
        return False


def test_an_office_is_a_code_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office that is no region code is refused before a file is made."""
    monkeypatch.chdir(tmp_path)
    for text in [*CLIMBING, *ALL]:
        if not is_code(text):
            with pytest.raises(InvalidValue):
                Workspace.open("sqlite:///kimcore.db", text)
    assert files_in(tmp_path) == set()


def test_a_format_is_the_name_of_a_writer(tmp_path: Path) -> None:
    """No format becomes a part of a path: each that no writer bears is refused before anything is written."""
    with a_workspace(a_kim()) as workspace:
        for text in [*CLIMBING, *ALL]:
            with pytest.raises(NotFound):
                workspace.report(tmp_path / "out", ["xlsx", text])
    assert files_in(tmp_path) == set()


@pytest.mark.parametrize(
    "name", ["$(touch x)", "`x`", "%s%n", "a b;c", "-rf", "~root", "＝1", "🏳0🌈️", ".hidden", "Ω≈ç√"]
)
def test_a_report_stays_in_its_folder(name: str, tmp_path: Path) -> None:
    """A folder of a hostile name is that folder; the files in it are named by office and date alone."""
    kim = a_kim(identity__name="../../KIM", identity__village="/etc/passwd")
    with a_workspace(kim) as workspace:
        written = workspace.report(tmp_path / name)
    assert {file.parent for file in written} == {tmp_path / name}
    assert files_in(tmp_path) == {f"{name}/laporan-kim-99.01-2026-11-24.{form}" for form in ("xlsx", "html")}


@pytest.mark.parametrize("name", ["$(touch x)", "%s", "a b;c", "=1+1", "-rf", "KIM\nERROR", "<b>"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_of_a_hostile_name_is_only_read(name: str, form: str, tmp_path: Path) -> None:
    """Taking a file in leaves the folder as it was; its name is data in the report, and no path."""
    rows: list[Row] = [
        ("Nama Kelompok", "Kelurahan/Desa", "Kecamatan", "Tipe KIM"),
        ("KIM Anyelir", "Satu", "Dua", "A"),
    ]
    target = tmp_path / f"{name}.{form}"
    file = write_csv(target, rows) if form == "csv" else write_book(target, {"Profil KIM": rows})
    before = files_in(tmp_path)
    with a_workspace() as workspace:
        assert workspace.take_in(file).accepted == 1
        workspace.compose()
    assert files_in(tmp_path) == before
