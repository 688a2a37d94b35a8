"""What is written through an audited unit of work is in the audit log, and nothing else is."""

import pytest

from kimcore.errors import Conflict
from kimcore.ledger import Action, AuditRow, Ledger, audit_rows
from tests.ledger.builders import a_document, a_figure, a_ledger


def rows(ledger: Ledger) -> list[AuditRow]:
    """Return the audit log."""
    with ledger.storage.unit_of_work() as unit:
        return [row for _, row in audit_rows(unit)]


def put(ledger: Ledger, payload: str, expected: int = 0) -> None:
    """Store a document with a payload."""
    with ledger.unit("test") as unit:
        unit.put(a_document(payload=payload), expected=expected)
        unit.commit()


def test_a_row_says_who_when_why_and_what() -> None:
    """A row of the log names the officer, the instant, the command, and the record with its revision."""
    ledger = a_ledger()
    put(ledger, '{"name":"A"}')
    (row,) = rows(ledger)
    assert (row.by, row.at, row.why) == ("made-up officer", "2026-11-24T12:00:00+00:00", "test")
    assert (row.action, row.kind, row.id, row.revision) == (Action.ADD, "kim", "k1", 1)


def test_a_change_names_the_fields_that_changed() -> None:
    """Fields of a part are named with the part; those that stayed are not named; a new record names none."""
    ledger = a_ledger()
    put(ledger, '{"name":"A","part":{"x":1,"y":2},"list":[1]}')
    put(ledger, '{"name":"A","part":{"x":1,"y":3,"z":0},"list":[1,2]}', 1)
    assert [row.fields for row in rows(ledger)] == [(), ("list", "part.y", "part.z")]


def test_a_removal_is_noted_with_the_revision_that_went() -> None:
    """The log says that a record was removed, and which revision it had."""
    ledger = a_ledger()
    put(ledger, "{}")
    with ledger.unit("test") as unit:
        unit.remove("kim", "k1", expected=1)
        unit.commit()
    assert (rows(ledger)[-1].action, rows(ledger)[-1].revision) == (Action.REMOVE, 1)


def test_a_batch_of_figures_is_one_row() -> None:
    """The row has the number of new figures and one digest; a batch with nothing new leaves no row."""
    ledger = a_ledger()
    for figures in ([a_figure(1), a_figure(2)], [a_figure(1)], [a_figure(1), a_figure(3)]):
        with ledger.unit("collect") as unit:
            unit.observe(figures)
            unit.commit()
    assert [(row.action, row.count, len(row.digest)) for row in rows(ledger)] == [
        (Action.OBSERVE, 2, 64),
        (Action.OBSERVE, 1, 64),
    ]


def test_what_is_rolled_back_is_not_noted() -> None:
    """A unit without commit leaves neither the record nor a row."""
    ledger = a_ledger()
    with ledger.unit("test") as unit:
        unit.put(a_document(), expected=0)
    assert rows(ledger) == []


def test_a_conflict_is_not_noted() -> None:
    """A write that was refused leaves no row; the rest of the unit does."""
    ledger = a_ledger()
    with ledger.unit("test") as unit:
        with pytest.raises(Conflict):
            unit.put(a_document(), expected=7)
        unit.put(a_document("k2"), expected=0)
        unit.commit()
    assert [row.id for row in rows(ledger)] == ["k2"]


def test_a_note_stands_by_itself() -> None:
    """An export or a report changes no record and is noted all the same."""
    ledger = a_ledger()
    ledger.note("report", Action.REPORT, fields=("xlsx",), count=3)
    (row,) = rows(ledger)
    assert (row.action, row.fields, row.count) == (Action.REPORT, ("xlsx",), 3)


def test_a_note_of_an_unknown_field() -> None:
    """A note that says something for which a row has no field is refused, and leaves nothing."""
    ledger = a_ledger()
    with pytest.raises(TypeError, match="has no colour"):
        ledger.note("report", Action.REPORT, colour="red")
    assert rows(ledger) == []


def test_no_value_of_a_record_is_in_the_log() -> None:
    """The log holds names of fields and digests; a digest cannot be guessed without the key beside the record."""
    ledger = a_ledger()
    put(ledger, '{"name":"Siti Contoh"}')
    put(ledger, '{"name":"Budi Contoh"}', 1)
    with ledger.storage.unit_of_work() as unit:
        bodies = "".join(entry.body for entry in unit.entries())
    assert "Contoh" not in bodies


def test_two_records_of_one_content_have_two_digests() -> None:
    """Keys are drawn at random, so that equal digests do not tell equal contents."""
    ledger = a_ledger()
    with ledger.unit("test") as unit:
        unit.put(a_document("k1"), expected=0)
        unit.put(a_document("k2"), expected=0)
        unit.commit()
    one, two = rows(ledger)
    assert one.digest != two.digest
