"""Verification finds every way in which a store or its audit log was changed beside kimcore."""

import random
from collections.abc import Callable

import pytest
from attrs import evolve

from kimcore.ledger import Action, Anchor, Ledger, audit_rows, verify
from kimcore.ledger.chain import link
from kimcore_plugins.storage.memory import MemoryStorage, State
from tests.ledger.builders import a_document, a_figure, filled

CHANGES = 1000
"""How many random changes are tried."""


def state_of(ledger: Ledger) -> State:
    """Return the state of a memory store, to be changed beside the ledger."""
    assert isinstance(ledger.storage, MemoryStorage)
    return ledger.storage.state


def anchor_of(ledger: Ledger) -> Anchor:
    """Return the end of the log as an anchor."""
    last = state_of(ledger).entries[-1]
    return Anchor(position=last.position, hash=last.hash, at="2026-11-24T12:00:00+00:00")


def test_a_store_that_only_kimcore_wrote_is_sound() -> None:
    """There is no fault, with an anchor and without."""
    ledger = filled()
    assert verify(ledger.storage, anchor_of(ledger)).is_sound
    assert verify(ledger.storage).is_sound


def edited(state: State, rand: random.Random) -> None:
    """Change the body of an entry."""
    at = rand.randrange(len(state.entries))
    body = state.entries[at].body
    where = rand.randrange(len(body))
    state.entries[at] = evolve(state.entries[at], body=body[:where] + chr(ord(body[where]) ^ 1) + body[where + 1 :])


def rehashed(state: State, rand: random.Random) -> None:
    """Change an entry and give it the hash that fits."""
    at = rand.randrange(len(state.entries) - 1)
    before = state.entries[at - 1] if at else None
    state.entries[at] = link(before, state.entries[at].body.replace("made-up", "another"))


def deleted(state: State, rand: random.Random) -> None:
    """Delete an entry."""
    del state.entries[rand.randrange(len(state.entries))]


def swapped(state: State, rand: random.Random) -> None:
    """Swap the bodies of two entries."""
    one, two = rand.sample(range(len(state.entries)), 2)
    entries = state.entries
    first, second = entries[one], entries[two]
    entries[one], entries[two] = evolve(first, body=second.body), evolve(second, body=first.body)


def inserted(state: State, rand: random.Random) -> None:
    """Put an entry in that fits the one before it."""
    at = rand.randrange(len(state.entries))
    before = state.entries[at - 1] if at else None
    state.entries.insert(at, link(before, '{"at":"x","action":"report"}'))


def cut(state: State, rand: random.Random) -> None:
    """Cut the tail off."""
    del state.entries[-rand.randint(1, len(state.entries)) :]


def remade(state: State, rand: random.Random) -> None:
    """Make the log anew from some entry on, each hash fitting the one before."""
    at = rand.randrange(len(state.entries))
    bodies = [entry.body for entry in state.entries[at:]]
    del state.entries[at:]
    for body in bodies:
        last = state.entries[-1] if state.entries else None
        state.entries.append(link(last, body.replace("made-up", "another")))


TAMPERS = (edited, rehashed, deleted, swapped, inserted, cut, remade)


def test_a_thousand_random_changes_of_the_log_are_all_found() -> None:
    """An edit, a deletion, a swap, an insertion, a cut tail, a log made anew: an outside anchor shows each."""
    rand = random.Random(20261124)
    missed = []
    for number in range(CHANGES):
        ledger = filled(documents=rand.randint(1, 4), batches=rand.randint(1, 3))
        anchor, tamper = anchor_of(ledger), rand.choice(TAMPERS)
        tamper(state_of(ledger), rand)
        if verify(ledger.storage, anchor).is_sound:
            missed.append((number, tamper.__name__))
    assert missed == []


@pytest.mark.parametrize(("rows", "is_sound"), [(0, True), (1, False), (2, False)])
def test_a_tail_that_no_record_misses_is_missed_by_the_anchor(rows: int, is_sound: bool) -> None:
    """Rows about exports change no record: only an anchor shows that the last one, or more, is gone."""
    ledger = filled()
    ledger.note("export", Action.EXPORT)
    ledger.note("export", Action.EXPORT)
    anchor, state = anchor_of(ledger), state_of(ledger)
    del state.entries[len(state.entries) - rows :]
    assert verify(ledger.storage).is_sound
    assert verify(ledger.storage, anchor).is_sound is is_sound


def changed_document(state: State) -> None:
    """Change what a document says."""
    state.documents["kim", "k0"] = evolve(state.documents["kim", "k0"], payload='{"name":"C"}')


def older_document(state: State) -> None:
    """Put a former revision back."""
    state.documents["kim", "k0"] = evolve(state.documents["kim", "k0"], revision=1)


def moved_document(state: State) -> None:
    """Give a document to another office."""
    state.documents["kim", "k0"] = evolve(state.documents["kim", "k0"], office="99.02")


def lost_document(state: State) -> None:
    """Delete a document."""
    del state.documents["kim", "k1"]


def foreign_document(state: State) -> None:
    """Put a document in."""
    state.documents["kim", "new"] = evolve(a_document("new"), revision=1)


def swapped_documents(state: State) -> None:
    """Swap what two documents say."""
    one, two = state.documents["kim", "k0"], state.documents["kim", "k1"]
    state.documents["kim", "k0"] = evolve(one, payload=two.payload, key=two.key)
    state.documents["kim", "k1"] = evolve(two, payload=one.payload, key=one.key)


def changed_figure(state: State) -> None:
    """Change a figure."""
    state.records[1] = evolve(state.records[1], value=99)


def lost_figure(state: State) -> None:
    """Delete a figure."""
    del state.records[1]


def lost_batch(state: State) -> None:
    """Delete all figures of a batch."""
    state.records = [row for row in state.records if row.entry != state.records[0].entry]


def foreign_figure(state: State) -> None:
    """Put a figure in, of a batch of its own."""
    state.records.append(evolve(a_figure(9), sequence=1, entry=99))


def doubled_figure(state: State) -> None:
    """Put a figure in once more."""
    state.records.append(state.records[-1])


@pytest.mark.parametrize(
    ("tamper", "where"),
    [
        (changed_document, "kim/k0"),
        (older_document, "kim/k0"),
        (moved_document, "kim/k0"),
        (lost_document, "kim/k1"),
        (foreign_document, "kim/new"),
        (swapped_documents, "kim/k0"),
        (changed_figure, "observations/5"),
        (lost_figure, "observations/5"),
        (lost_batch, "observations/5"),
        (foreign_figure, "observations/99"),
        (doubled_figure, "observations/6"),
    ],
)
def test_a_record_changed_beside_the_log_is_named(tamper: Callable[[State], None], where: str) -> None:
    """What stands is compared with what was written last, also where every row has a right digest of its own."""
    ledger = filled()
    tamper(state_of(ledger))
    assert where in {fault.where for fault in verify(ledger.storage).faults}


def test_a_document_in_an_empty_log_is_found_where_its_kind_is_known() -> None:
    """The application names the kinds that it keeps, so that a first document put in is found."""
    storage = MemoryStorage()
    storage.state.documents["kim", "new"] = evolve(a_document("new"), revision=1)
    assert [fault.where for fault in verify(storage, kinds=["kim"]).faults] == ["kim/new"]


def test_an_anchor_file_reads_back() -> None:
    """The text of an anchor holds the whole anchor."""
    anchor = anchor_of(filled())
    assert Anchor.parse(anchor.to_text()) == anchor


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"position": "x", "hash": "", "at": ""}', "[" * 100_000])
def test_another_text_is_no_anchor(text: str) -> None:
    """Any other file is refused with one code."""
    with pytest.raises(ValueError, match="anchor") as caught:
        Anchor.parse(text)
    assert getattr(caught.value, "code", "") == "anchor_invalid"


def test_figures_may_be_corrected_and_withdrawn() -> None:
    """A correction and a withdrawal are records of their own, and the store stays sound."""
    ledger = filled()
    for value in (7, None):
        with ledger.unit("collect") as unit:
            unit.observe([a_figure(1, value)])
            unit.commit()
    assert verify(ledger.storage).is_sound


def test_a_renamed_batch_is_sound_and_still_proved() -> None:
    """The log has its new digest; a figure or an account that is changed beside kimcore afterwards is found."""
    ledger = filled()
    with ledger.unit("collect") as unit:
        unit.observe([evolve(a_figure(20), account="@made-up"), a_figure(21)])
        unit.commit()
    before = anchor_of(ledger)
    with ledger.unit("erase") as unit:
        found = unit.rename({"@made-up": "p-1"}, office=a_figure(1).office)
        unit.commit()
    assert found
    assert verify(ledger.storage, before).is_sound
    with ledger.storage.unit_of_work() as reader:
        rows = [row for _, row in audit_rows(reader) if row.action is Action.ERASE]
    assert [(row.kind, int(row.id), row.digest) for row in rows] == [("observations", *pair) for pair in found.items()]
    for changes in ({"value": 10**6}, {"account": "@made-up"}):
        state = state_of(ledger)
        at = next(n for n, row in enumerate(state.records) if row.account == "p-1")
        was = state.records[at]
        state.records[at] = evolve(was, **changes)
        assert [fault.where for fault in verify(ledger.storage).faults] == [f"observations/{was.entry}"]
        state.records[at] = was
    assert verify(ledger.storage).is_sound


@pytest.mark.parametrize("id", ["", "x", "-1", "99999", "\u00b2"])
def test_an_erasure_of_no_batch_is_passed_over(id: str) -> None:
    """A row of the log that names no batch of figures changes nothing of what is proved."""
    ledger = filled()
    with ledger.unit("erase") as unit:
        unit.note(Action.ERASE, kind="observations", id=id, digest="0")
        unit.commit()
    assert verify(ledger.storage).is_sound
