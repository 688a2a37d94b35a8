"""Files: a report is whole or absent."""

import os
import stat
from pathlib import Path

import pytest

from kimcore.errors import KimError
from kimcore.tables import Report
from kimcore_plugins.reports.files import replacing
from kimcore_plugins.reports.html import HtmlWriter
from kimcore_plugins.reports.xlsx import XlsxWriter
from tests.reports_plugins import made_up


class Broken:
    """Rows that fail half-way."""

    def __len__(self) -> int:
        return 2

    def __iter__(self) -> object:
        yield ("a",) * 2
        raise ZeroDivisionError


def broken() -> Report:
    """Return a report that cannot be written to its end."""
    report = made_up.report(3, 0)
    object.__setattr__(report.tables[2], "rows", Broken())
    return report


@pytest.mark.parametrize("writer", [XlsxWriter(), HtmlWriter()])
def test_failure_keeps_the_old_report(writer: XlsxWriter | HtmlWriter, tmp_path: Path) -> None:
    """Where writing fails the report that was there stays, and nothing else is left."""
    target = tmp_path / "laporan"
    target.write_text("lama")
    with pytest.raises(ZeroDivisionError):
        writer.write(broken(), target, "id")
    assert target.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("writer", [XlsxWriter(), HtmlWriter()])
def test_old_report_is_replaced(writer: XlsxWriter | HtmlWriter, tmp_path: Path) -> None:
    """A new report takes the place of the old one."""
    target = tmp_path / "laporan"
    target.write_text("lama")
    writer.write(made_up.report(0, 0), target, "id")
    assert target.stat().st_size > 1000
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("writer", [XlsxWriter(), HtmlWriter()])
def test_refusal_says_what_to_do(writer: XlsxWriter | HtmlWriter, tmp_path: Path) -> None:
    """A target that cannot be replaced gives an error with its name and a remedy, and leaves nothing behind."""
    target = tmp_path / "laporan"
    target.mkdir()
    with pytest.raises(KimError, match="close it in other programs") as caught:
        writer.write(made_up.report(0, 0), target, "id")
    assert caught.value.code == "report_not_written"
    assert str(target) in caught.value.say("id")
    assert list(tmp_path.iterdir()) == [target]


def test_missing_folder(tmp_path: Path) -> None:
    """A folder that does not exist is named."""
    with pytest.raises(KimError, match="nowhere"):
        HtmlWriter().write(made_up.report(0, 0), tmp_path / "nowhere" / "r.html", "id")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_mode(tmp_path: Path) -> None:
    """A report gets the usual rights of a new file, not those of a temporary one."""
    (tmp_path / "plain").touch()
    with replacing(tmp_path / "report") as file:
        file.write(b"x")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("plain", "report")}
    assert len(modes) == 1
