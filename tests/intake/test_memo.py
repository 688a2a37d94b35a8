"""Cells that repeat are read once, and read as if each had been read alone."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kimcore.intake import cells, counts, dates
from kimcore.intake.cells import CellValue
from kimcore.intake.layout import PROFILE
from kimcore.intake.memo import Memo, Memory

TYPED = st.sampled_from([1.0, 1, True, 0.0, 0, False, "1", "ya", "x", "", None, "12.5", "31/02/2024", -1.0, "1/1/2024"])


@given(st.lists(st.lists(TYPED, max_size=8), max_size=4), st.sampled_from([cells.answer, counts.count, dates.day]))
def test_a_memo_reads_as_its_reader_does(columns: list[list[CellValue]], reader: Any) -> None:
    """Values and codes are those of the reader for every cell; TRUE is not taken for 1."""
    memo = Memo(reader)
    for typed in columns:
        values, codes = memo.read(typed)
        read = [reader(cell) for cell in typed]
        assert values == [value for value, _ in read]
        assert codes == {n: code for n, (_, code) in enumerate(read) if code}


def test_a_cell_is_read_once() -> None:
    """The same cell is not read a second time."""
    met: list[CellValue] = []

    def reader(cell: CellValue) -> tuple[CellValue, None]:
        met.append(cell)
        return cell, None

    memo = Memo(reader)
    memo.read(["a", "b", "a"])
    memo.read(["b", "c"])
    assert met == ["a", "b", "c"]


def test_sheets_share_what_was_read() -> None:
    """Columns of one kind share a memo; names are looked at once under each heading."""
    memory = Memory()
    phone, address = PROFILE.column("profile.phone"), PROFILE.column("profile.address")
    assert memory.of(phone) is memory.of(address)
    assert memory.plain("Nama KIM") is memory.plain("Nama KIM")


def test_plain_names() -> None:
    """A name is plain unless it is blank, a total, or the heading repeated."""
    plain = Memory().plain("Nama KIM")
    assert [plain[name] for name in ("KIM Anyelir", 7.0)] == [True, True]
    assert [plain[name] for name in (None, " ", "Jumlah", "TOTAL: 12", "nama  kim")] == [False] * 5
