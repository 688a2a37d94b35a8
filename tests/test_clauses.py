"""The catalogue of clauses and its data file."""

import csv
from importlib.resources import files
from typing import Any

import pytest

from kimcore.clauses import catalogue, cite
from kimcore.errors import NotFound


def rows() -> Any:
    """Return the rows of the data file."""
    return list(csv.DictReader((files("kimcore") / "data" / "clauses.csv").read_text("utf-8").splitlines()))


def test_the_catalogue_is_that_of_the_data_file() -> None:
    """Every clause stands in both, in one order, with the same place and term."""
    columns = list(rows()[0])
    assert len(columns) == 4
    found = [(c.id, c.where, c.term) for c in catalogue().values()]
    assert found == [tuple(row[name] for name in columns[:3]) for row in rows()]


def test_an_id_stands_once() -> None:
    """No clause is listed twice, none is empty, and each says what it asks."""
    ids = [next(iter(row.values())) for row in rows()]
    assert len(ids) == len(set(ids)) == len(catalogue())
    assert all(all(row.values()) for row in rows())


def test_a_clause_is_cited_by_its_id() -> None:
    """The clause has its id, its place and the guideline's term."""
    clause = cite("II.B.4.legal.1")
    assert (clause.id, clause.term) == ("II.B.4.legal.1", "SK Kepala Desa/Lurah")
    assert clause.where.startswith("Ch. II.B.4")


@pytest.mark.parametrize("id", ["", "II.B.4.legal.9", "ii.b.4.legal.1", " II.B.4.legal.1"])
def test_an_id_that_does_not_exist_is_refused(id: Any) -> None:
    """A wrong id fails at once and is named."""
    with pytest.raises(NotFound) as caught:
        cite(id)
    assert (caught.value.code, caught.value.clause) == ("clause_unknown", id)
