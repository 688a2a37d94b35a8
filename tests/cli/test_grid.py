"""Tables for people: as wide as the terminal, and no heading broken inside a word."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.cli import grid
from kimcore.reports.columns import columns
from kimcore.tables import Cell, Table
from kimcore.terms import Text

COLUMNS = columns(
    ("on", "Tanggal", "Date", 12),
    ("name", "Nama Kelompok", "Group", 12),
    ("count", "Jumlah", "Count", 12),
    ("reason", "Keterangan panjang", "A long reason", 40),
)
ROW: tuple[Cell, ...] = (date(2026, 11, 24), "KIM Contoh Rekaan", 1200, "kata " * 40)


def table(*rows: tuple[Cell, ...], notes: tuple[Text, ...] = ()) -> Table:
    """Return a table of made-up rows."""
    title = Text("Judul", "Title")
    return Table(key="made-up", name=title, title=title, columns=COLUMNS, rows=rows, notes=notes)


def printed(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    keys: tuple[str, ...] = ("on", "name", "reason", "count"),
) -> str:
    """Return what is printed on a terminal of a width."""
    monkeypatch.setattr(grid, "width_of_terminal", lambda: width)
    grid.print_table(table(ROW), "id", keys)
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Headings and dates stay whole."""
    out = printed(capsys, monkeypatch, width)
    assert max(len(line.rstrip()) for line in out.splitlines()) <= width
    assert "24 November 2026" in out
    for word in ("Tanggal", "Kelompok"):
        assert word in out


def test_the_least_needed_columns_go_first_and_are_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of the keys says which; a note tells what is missing and how to see it."""
    out = printed(capsys, monkeypatch, 55)
    assert "Jumlah" not in "".join(out.splitlines()[1:3])
    assert "Tidak muat di layar ini: Jumlah. Lebarkan layar, atau pakai --format csv." in " ".join(out.split())
    assert "Tidak muat" not in printed(capsys, monkeypatch, 120)


def test_one_column_is_always_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """However narrow it is."""
    assert "2026" in printed(capsys, monkeypatch, 5, ("on", "name"))


cells = st.lists(st.text(max_size=80), min_size=1, max_size=4)


@given(st.lists(cells, min_size=1, max_size=6), st.integers(1, 200))
def test_what_is_shown_fits_unless_it_is_one_column(found: list[list[str]], width: int) -> None:
    """Each column has at least its least width, and all together are no wider than the terminal."""
    laid = [
        grid.Laid(str(n), "Judul Kolom", tuple((text, "") for text in texts), frozenset({str}))
        for n, texts in enumerate(found)
    ]
    shown, left_out = grid.fitting(laid, [c.key for c in laid], width)
    assert len(shown) + len(left_out) == len(laid)
    assert shown == laid[: len(shown)]
    wide = grid.widths(shown, width)
    assert all(w >= c.least for w, c in zip(wide, shown, strict=True))
    assert len(shown) == 1 or sum(wide) + grid.GAP * (len(wide) - 1) <= width
