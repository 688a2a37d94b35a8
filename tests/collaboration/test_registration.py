"""Registration: which works an edition takes in, with every reason where it does not, and which it puts out."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import (
    Cancellation,
    Competition,
    Disqualification,
    Progress,
    call_off,
    disqualify,
    entry_objections,
    register,
)
from kimcore.community import KimType
from kimcore.errors import NotAllowed, NotFound
from kimcore.testing import a_kim
from tests.collaboration.made_up import (
    DAY,
    NO,
    START,
    UNKNOWN,
    YES,
    a_competition,
    an_entry,
    an_outside_competition,
    done,
    skipped,
)

STAGES = ("schedule", "mechanism", "jury", "timeline", "publicised")


def opened(on: date = START, **changes: Any) -> Competition:
    """Return a competition that was publicised on a day and has no works."""
    progress = Progress(records=tuple(done(stage, on) for stage in STAGES))
    return a_competition(**{"entries": (), "scores": (), "progress": progress} | changes)


def said(competition: Competition, kim_type: Any = KimType.A, **changes: Any) -> list[str]:
    """Return what forbids the registration of a work of KIM 1, in English."""
    kim = a_kim(identity__type=kim_type)
    return [text.en for text in entry_objections(competition, an_entry(**changes), kim)]


@pytest.mark.clause("IV.E.own.run", "IV.E.competition")
def test_a_work_is_registered() -> None:
    """It stands behind those that were registered before."""
    found = register(opened(), an_entry(), a_kim())
    assert register(found, an_entry("work_2"), a_kim()).entries == (an_entry(), an_entry("work_2"))


@pytest.mark.clause("IV.E.scope")
@pytest.mark.parametrize(
    ("kim_type", "type_b", "wanted"),
    [
        (KimType.A, UNKNOWN, []),
        (KimType.B, YES, []),
        (KimType.B, UNKNOWN, ["the edition is not open to Type B (IV.E.scope)"]),
        (KimType.B, NO, ["the edition is not open to Type B (IV.E.scope)"]),
        (None, YES, ["the edition is not open to type not known (IV.E.scope)"]),
    ],
)
def test_the_type_of_the_kim_is_one_the_edition_is_open_to(kim_type: Any, type_b: Any, wanted: list[str]) -> None:
    """R31: a type that is not recorded is not known to be."""
    assert said(opened(type_b=type_b), kim_type) == wanted


@pytest.mark.clause("IV.E.ownership")
@pytest.mark.parametrize(
    ("owned", "accepted", "fits"), [(YES, YES, True), (YES, NO, False), (YES, UNKNOWN, False), (NO, NO, True)]
)
def test_ownership_is_accepted_at_registration(owned: Any, accepted: Any, fits: bool) -> None:
    """R35: where works become the local government's, and only there."""
    wanted = "that the work becomes the local government's is not recorded as accepted (IV.E.ownership)"
    assert said(opened(works_owned=owned), ownership=accepted) == [wanted] * (not fits)
    assert said(opened(works_owned=UNKNOWN), ownership=UNKNOWN) == []


@pytest.mark.parametrize(
    ("on", "fits"),
    [
        (date(2026, 3, 4), False),
        (date(2026, 3, 5), True),
        (date(2026, 3, 6), True),
        (date(2026, 3, 30), True),
        (date(2026, 3, 31), True),
        (date(2026, 4, 1), False),
    ],
)
def test_a_work_comes_from_opening_to_closing(on: date, fits: bool) -> None:
    """Both days belong to it; a day that is not set bounds nothing."""
    found = said(opened(), registered=on)
    assert [text.partition(" is ")[2] for text in found] == ["outside the days of registration"] * (not fits)
    assert said(opened(opens=None, closes=None), registered=on) == []


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_registration_is_open_once_publicised(days: int) -> None:
    """Until it is recorded as done, or skipped, or the competition is called off; an outside one needs no publicity."""
    on = date(2026, 3, 10)
    closed = [f"registration is not open on {on.day} March 2026"]
    assert said(opened(on - days * DAY)) == ([] if days >= 0 else closed)
    selection = [done(stage, START) for stage in ("watch", "feedback", "appoint")]
    for end in (done, skipped):
        ended = opened()
        records = (*ended.progress.records, *selection, end("registered", on + days * DAY))
        assert said(evolve(ended, progress=Progress(records=records))) == ([] if days > 0 else closed)
    cancelled = call_off(opened(), Cancellation(on=on + days * DAY, by="made-up officer", reason="contoh"))
    assert said(cancelled) == ([] if days > 0 else closed)
    assert said(opened(progress=Progress())) == closed
    assert said(an_outside_competition(entries=()), category="") == []


def test_a_work_is_refused_with_everything_that_forbids_it() -> None:
    """In the order of the checks, in both languages."""
    competition = evolve(opened(), entries=(an_entry(),))
    bad = an_entry(category="foto", kim="kim-9", registered=date(2026, 5, 1), ownership=NO)
    with pytest.raises(NotAllowed) as caught:
        register(competition, bad, a_kim(identity__type=KimType.B))
    error = caught.value
    assert (error.code, error.field, error.clause) == ("entry_not_allowed", "entry", "IV.E.own.run")
    assert error.say("en") == (
        "the work cannot be registered: there is no category foto; the edition is not open to Type B (IV.E.scope); "
        "the work is of another KIM; 1 May 2026 is outside the days of registration; that the work becomes the local "
        "government's is not recorded as accepted (IV.E.ownership); the id work_1 is taken"
    )
    assert error.say("id").startswith("karya tidak dapat didaftarkan: kategori foto tidak ada; edisi ini tidak ")
    assert error.say("id").endswith("id work_1 sudah dipakai")


@pytest.mark.clause("IV.E.own.run")
def test_a_work_is_disqualified_with_its_reason() -> None:
    """Others stay as they are; one that is not there is not found, and none is put out twice or before it came."""
    competition = a_competition()
    made = Disqualification(on=date(2026, 3, 10), by="made-up juror", reason="contoh")
    found = disqualify(competition, "work_2", made)
    assert [e.disqualified for e in found.entries] == [None, made]
    with pytest.raises(NotFound, match="no work 'work_9'") as missing:
        disqualify(competition, "work_9", made)
    assert (missing.value.code, missing.value.field) == ("entry_unknown", "entry")
    assert missing.value.say("id") == "tidak ada karya 'work_9'"
    for held, act in ((found, made), (competition, evolve(made, on=date(2026, 3, 9)))):
        with pytest.raises(NotAllowed, match="is disqualified already, or registered after 2026-03-") as caught:
            disqualify(held, "work_2", act)
        assert (caught.value.code, caught.value.field, caught.value.clause) == ("entry_out", "entry", "IV.E.own.run")
        assert caught.value.say("id").startswith("karya 'work_2' sudah didiskualifikasi, atau ")
