"""Sheets: names and sizes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.tables import Column
from kimcore.terms import Text
from kimcore_plugins.reports.cells import lines_of
from kimcore_plugins.reports.plain import clean, shorten, units
from kimcore_plugins.reports.sheets import pages_across, sheet_names, spans, width_of


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Tabel 3.1", "tabel 3.1"], ["Tabel 3.1", "tabel 3.1 (2)"]),
        (["a[b]:c*d?e/f\\g"], ["a b c d e f g"]),
        (["", "'", "\n"], ["Tabel", "Tabel (2)", "Tabel (3)"]),
        (["History"], ["History (2)"]),
        (["x" * 31, "x" * 32], ["x" * 31, "x" * 30 + "…"]),
        (["Peta ketertarikan dan pengaruh kelompok"], ["Peta ketertarikan dan…"]),
    ],
)
def test_names(names: list[str], expected: list[str]) -> None:
    """Names are cleaned, cut between words, never reserved, and unique whatever the case."""
    assert sheet_names(names, "id") == expected


@given(st.lists(st.text(max_size=60), max_size=20))
def test_any_names(names: list[str]) -> None:
    """Any names give as many different names that a workbook accepts."""
    found = sheet_names(names, "id")
    assert len({name.casefold() for name in found}) == len(names)
    assert all(0 < units(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in found)


@pytest.mark.parametrize(("width", "expected"), [(0, 6.0), (4, 6.0), (5, 7.0), (68, 70.0), (69, 70.0), (999, 70.0)])
def test_widths(width: int, expected: float) -> None:
    """A column has room for its filter button and stays within a screen."""
    assert width_of(Column(key="a", heading=Text("a", "a"), width=width)) == expected


def test_spans() -> None:
    """Text over a table goes as far as it is easily read, and beyond a narrow table."""
    assert spans([70.0, 70.0]) == (1, 70.0)
    assert spans([10.0])[1] >= 50
    assert spans([])[1] >= 50


@pytest.mark.parametrize(("total", "pages"), [(0.0, 1), (185.0, 1), (185.1, 2), (371.0, 3)])
def test_pages_across(total: float, pages: int) -> None:
    """A wide table goes over several pages rather than into tiny print."""
    assert pages_across([total]) == pages


@pytest.mark.parametrize(
    ("value", "lines"), [("", 1), ("a" * 9, 1), ("a" * 10, 2), ("a\nb", 2), (("a", "b", "c"), 3), (5, 1), (None, 1)]
)
def test_lines(value: object, lines: int) -> None:
    """A text takes a line per column width and one per line end."""
    assert lines_of(value, 10.0) == lines  # type: ignore[arg-type]


@given(st.text())
def test_clean_text_can_be_stored(text: str) -> None:
    """Clean text is valid UTF-8, holds no forbidden character, and cleaning it again changes nothing."""
    found = clean(text)
    assert found.encode().decode() == found
    assert clean(found) == found
    assert "\r" not in found


@given(st.text(alphabet="a🎉", min_size=1, max_size=400), st.integers(min_value=60, max_value=300))
def test_shortened_text_fits(text: str, limit: int) -> None:
    """Shortened text fits, begins as before, and says how long it was; text that fits stays."""
    found = shorten(clean(text), limit, "id")
    assert units(found) <= limit
    assert found == text or f"dipotong dari {len(text)}" in found
