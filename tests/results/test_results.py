"""What every result can do: be iterated, become dicts, a frame, a page of a notebook."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import nanoarrow
import pytest

from kimcore.errors import MissingExtra
from kimcore.results import Result
from kimcore.results.arrow import stream
from kimcore.terms import LANGUAGES
from kimcore.workspace import Workspace
from tests.workspace.registers import DEMO, OFFICE, ON, profile, write_register


@pytest.fixture(scope="module")
def results() -> Iterator[dict[str, Result[Any]]]:
    """Return one result of each kind over the made-up district."""
    with Workspace.open("memory:", OFFICE) as workspace:
        taken = workspace.take_in(DEMO)
        yield {
            "import": taken,
            "assess": workspace.assess(ON),
            "explain": workspace.explain("KIM Anyelir", ON),
            "map": workspace.map(ON),
            "issues": workspace.issues(ON),
            "monitor": workspace.monitor(until=ON),
            "partnership": workspace.partnership("KIM Anyelir", ON),
        }


KINDS = ("import", "assess", "explain", "map", "issues", "monitor", "partnership")
EACH = pytest.mark.parametrize("kind", KINDS)


@EACH
def test_a_result_is_its_rows(results: dict[str, Result[Any]], kind: str) -> None:
    """It has a length, can be walked twice, and gives a dict per row."""
    found = results[kind]
    assert len(found) == len(list(found)) == len(list(found)) == len(found.to_dicts()) > 0


@EACH
@pytest.mark.parametrize("language", LANGUAGES)
def test_dicts_hold_plain_values(results: dict[str, Result[Any]], kind: str, language: str) -> None:
    """Texts, numbers, dates, lists of texts and None; the keys are those of the table."""
    keys = [column.key for column in results[kind].table().columns]
    for row in results[kind].to_dicts("en" if language == "en" else "id"):
        assert list(row) == keys
        assert {type(v) for v in row.values()} <= {str, int, float, date, list, type(None)}


@EACH
def test_an_arrow_stream_gives_the_dicts_back(results: dict[str, Result[Any]], kind: str) -> None:
    """Columns keep their kind and nulls; one that mixes numbers and words is text."""
    found = results[kind]
    for read, row in zip(nanoarrow.Array(found).to_pylist(), found.to_dicts(), strict=True):
        for key, value in row.items():
            assert read[key] == value or read[key] == str(value)
            assert (read[key] is None) == (value is None)


class Frame:
    """Rows with a stream, as a result has one."""

    def __init__(self, *rows: dict[str, Any]) -> None:
        self.rows = rows

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the stream."""
        return stream(list(self.rows[0]), self.rows, requested_schema)


def test_kinds_of_arrow_columns() -> None:
    """Unknowns are nulls in every kind; an empty list is no null."""
    names = "abcdefgh"
    day, eve = date(2026, 11, 24), date(1969, 12, 31)
    first = dict(zip(names, (["x", "y"], None, True, 1, 1.5, day, "1/3", ["p"]), strict=True))
    second = dict(zip(names, (None, None, None, None, 2, None, 2, "q"), strict=True))
    third: dict[str, Any] = dict(zip(names, ([], None, False, 3, None, eve, None, None), strict=True))
    read = nanoarrow.Array(Frame(first, second, third)).to_pylist()
    assert read[0] == first | {"h": "p"}
    assert read[1] == second | {"g": "2"}
    assert read[2] == third


def test_a_frame_without_the_library_says_what_to_install(
    results: dict[str, Result[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A base install names the extra."""
    monkeypatch.setitem(sys.modules, "nanoarrow", None)
    with pytest.raises(MissingExtra, match=r"kimcore\[frame\]"):
        results["assess"].__arrow_c_stream__()


@EACH
def test_a_notebook_shows_a_table(results: dict[str, Result[Any]], kind: str) -> None:
    """One row of HTML per row, under a caption with office, date and rulebook."""
    page = results[kind]._repr_html_()
    assert page.startswith("<table><caption>")
    assert "kantor 99.01, per 24 November 2026, juknis-2022" in page or kind == "import"
    assert page.count("<tr>") == len(results[kind]) + 1


def test_a_notebook_takes_no_markup_from_data(tmp_path: Path) -> None:
    """A name is text, whatever it holds."""
    with Workspace.open("memory:", OFFICE) as workspace:
        name = "KIM <script>alert('x')</script> & \"y\""
        workspace.take_in(write_register(tmp_path / "r.xlsx", profile((name, "Desa <b>A</b>"))))
        for found in (workspace.assess(ON), workspace.map(ON), workspace.explain(name, ON)):
            page = found._repr_html_()
            assert "<script" not in page
            assert "<b>" not in page
            assert "&lt;script&gt;" in page


@EACH
def test_a_repr_holds_no_personal_data(results: dict[str, Result[Any]], kind: str) -> None:
    """What a log or a traceback prints names no person and no number."""
    shown = repr(results[kind])
    assert "0000-" not in shown
    assert "@" not in shown


def test_the_base_asks_for_a_table_and_a_document() -> None:
    """A kind of result brings its own, else none can be made."""
    with pytest.raises(TypeError, match=r"table.*to_document"):
        Result(office=OFFICE, on=ON, rulebook="x", rows=())  # type: ignore[abstract]
