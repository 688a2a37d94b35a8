"""Persons in what office and KIMs do together: they are found, told, left out of an export, and erased."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import Appointment, Competition, Disqualification, Juror, Participant, Speaker, move_kim
from kimcore.errors import InvalidValue, NotFound
from kimcore.protection import ERASED, Trace
from kimcore.serialization import to_json
from kimcore.testing.contests import a_competition, an_award
from kimcore.testing.works import a_collaboration, a_material, a_stage, a_trial, an_event, some_needs
from kimcore.workspace import Workspace
from kimcore.workspace.records import Records
from kimcore.workspace.retaining import Retainer
from tests.workspace.registers import OFFICE, profile, write_register

NAME = "Purnama Canarywati"
ONE, TWO = "99.01-0001", "99.01-0002"


def with_kims(record: Any) -> Any:
    """Return a made-up record without ids of other records, of the KIMs of the office."""
    named = ("issues", "needs", "materials")
    changes = {name: () for name in named if isinstance(getattr(record, name, None), tuple)}
    if hasattr(record, "coordination"):
        changes["coordination"] = tuple(evolve(c, issue="") for c in record.coordination)
    return move_kim(move_kim(evolve(record, id="", **changes), "kim-1", ONE), "kim-2", TWO)


def decided() -> Appointment:
    """Return a decision that a person made, for a reason that names him."""
    found = a_trial().appointment
    assert found
    return evolve(found, officer=NAME, reason=f"saran {NAME}")


RECORDS: dict[str, Callable[[], Any]] = {
    "needs": lambda: some_needs(by=NAME, note=f"kata {NAME}"),
    "speaker": lambda: an_event(speakers=(Speaker(name=NAME, competence="video"),)),
    "participant": lambda: an_event(participants=(Participant(name=NAME, kim="kim-1"),)),
    "conclusion": lambda: an_event(evaluation=f"menurut {NAME}"),
    "decision": lambda: a_trial(appointment=decided()),
    "contact": lambda: a_collaboration(coordination=(evolve(a_collaboration().coordination[0], text=f"dari {NAME}"),)),
    "contribution": lambda: a_material(contributions=(evolve(a_material().contributions[0], what=f"naskah {NAME}"),)),
    "juror": lambda: a_competition(jurors=(Juror(id="juror-1", name=NAME, expertise="video"),)),
    "maker": lambda: a_competition(
        entries=(evolve(a_competition().entries[0], makers=NAME), a_competition().entries[1])
    ),
    "award": lambda: an_award(jurors=(Juror(id="juror-1", name=NAME),)),
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """Return an office of two KIMs in a file."""
    with Workspace.open(f"sqlite:///{tmp_path / 'kimcore.db'}", OFFICE) as found:
        kims = profile(("KIM Satu", "Desa A", None, "A"), ("KIM Dua", "Desa B", None, "B"))
        found.take_in(write_register(tmp_path / "kims.xlsx", kims))
        yield found


@pytest.mark.parametrize("about", RECORDS)
def test_a_person_is_told_and_erased(office: Workspace, tmp_path: Path, about: str) -> None:
    """Every place is told; after erasure no byte of the name is left, and the record can be read and stands."""
    kept = office.keep(with_kims(RECORDS[about]()))
    assert NAME in repr([place.value for place in office.person(NAME)])
    office.erase(NAME)
    left = [p.name for p in tmp_path.rglob("*.db*") if NAME.casefold().encode() in p.read_bytes().lower()]
    assert left == []
    again = office.work(kept.id)
    assert type(again) is type(kept)
    assert again.kims == kept.kims if about != "needs" else again.kim == kept.kim
    assert office.verify().is_sound
    with pytest.raises(NotFound):
        office.person(NAME)


@pytest.mark.parametrize("about", RECORDS)
def test_an_export_names_nobody(office: Workspace, about: str) -> None:
    """The shared export has neither the name nor another field of the person's; the full one has."""
    office.keep(with_kims(RECORDS[about]()))
    assert NAME not in "".join(office.export())
    full = json.loads("".join(office.export(full=True)))
    assert NAME in json.dumps(full)


def test_a_stage_names_its_officer_only_in_full(office: Workspace) -> None:
    """Who recorded a stage, and on what evidence, is personal."""
    event = office.keep(with_kims(an_event()))
    office.record_stage(event.id, a_stage("theme", by=NAME, evidence=f"nota {NAME}"))
    assert NAME not in "".join(office.export())
    assert NAME not in repr(office.work(event.id))
    office.erase(NAME)
    (made,) = office.work(event.id).progress.records
    assert (made.by, made.evidence) == (ERASED, f"nota {ERASED}")


def test_what_is_about_the_person_alone_is_blank_and_the_rest_stays(office: Workspace) -> None:
    """A participant stays as one who came, without a name; the other participant as he was."""
    event = office.keep(with_kims(RECORDS["participant"]()))
    other = Participant(name="Orang Lain", kim=TWO)
    office.keep(evolve(event, participants=(*event.participants, other)))
    told = {(place.path, place.trace) for place in office.person(NAME)}
    assert ("participants.name", Trace.ERASED) in told
    assert ("participants.kim", Trace.ABOUT) in told
    office.erase(NAME)
    assert office.work(event.id).participants == (Participant(name=ERASED, kim=ONE), other)


def test_a_namesake_of_another_kim_is_left_alone(office: Workspace) -> None:
    """With `kim` only the participant of that KIM is erased, in an event of both; a speaker of no KIM may be meant."""
    people = (Participant(name=NAME, kim="kim-1"), Participant(name=NAME, kim="kim-2"))
    event = office.keep(with_kims(an_event(participants=people)))
    office.erase(NAME, kim="KIM Dua")
    assert [p.name for p in office.work(event.id).participants] == [NAME, ERASED]


def test_a_pseudonym_names_the_person(office: Workspace) -> None:
    """The pseudonym of the shared export finds what it stands for."""
    office.keep(with_kims(RECORDS["juror"]()))
    shared = json.loads("".join(office.export()))
    (juror,) = shared["competitions"][0]["jurors"]
    assert "expertise" not in juror
    assert [place.path for place in office.person(juror["name"])] == [
        "jurors.id",
        "jurors.name",
        "jurors.expertise",
    ]


def test_a_disqualified_work_can_be_read_after_its_officer_is_erased(office: Workspace) -> None:
    """A text that must stand is a mark, so that the record stays complete."""
    out = Disqualification(on=date(2026, 3, 31), by=NAME, reason=f"kata {NAME}")
    entries = (evolve(a_competition().entries[0], disqualified=out), a_competition().entries[1])
    kept = office.keep(with_kims(a_competition(entries=entries)))
    office.erase(NAME)
    found = office.work(kept.id)
    assert isinstance(found, Competition)
    assert found.entries[0].disqualified == Disqualification(on=out.on, by=ERASED, reason=f"kata {ERASED}")


@pytest.mark.parametrize("made", [a_competition, an_award])
def test_a_juror_s_id_is_no_name(office: Workspace, made: Callable[..., Any]) -> None:
    """Scores repeat the id: a name there could not be erased."""
    with pytest.raises(InvalidValue) as caught:
        office.keep(with_kims(made(jurors=(Juror(id=NAME, name=NAME.upper()),), scores=())))
    assert caught.value.code == "juror_id"
    assert NAME not in str(caught.value)


def test_retention_reaches_the_part_of_a_kim_in_works(office: Workspace) -> None:
    """When the partnership of a KIM ended long ago its participants stand without names; those of others stay."""
    people = (Participant(name=NAME, kim="kim-1"), Participant(name="Orang Lain", kim="kim-2"))
    event = office.keep(with_kims(an_event(participants=people)))
    office.keep(with_kims(a_trial(appointment=decided())))
    with office.ledger.unit("test") as unit:
        Retainer(Records(unit, office.office), (), office.rules_on(None)).blank_kim(ONE)
        unit.commit()
    assert [p.name for p in office.work(event.id).participants] == [ERASED, "Orang Lain"]
    (trial,) = office.works("trial")
    assert NAME not in to_json(trial)
