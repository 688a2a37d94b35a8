"""Event plan: the eight stages of a capacity event, in the order of Gambar 4.3, and what each needs (R6)."""

from datetime import date
from typing import Any, Final

from kimcore.clauses import cite
from kimcore.collaboration.stages import Plan, Requirement, Responsible, Stage, has, in_sequence
from kimcore.terms import Text
from kimcore.values import Answer

__all__ = ["EVENT_PLAN"]


def all_scheduled(event: Any, on: date) -> bool:  # noqa: ARG001 (what a stage requires is told of a work and a day)
    """Every session has its day and times."""
    return all(s.is_scheduled for s in event.sessions)


def all_confirmed(event: Any, on: date) -> bool:  # noqa: ARG001
    """Every speaker and participant said yes or no."""
    return all(p.confirmed is not Answer.UNKNOWN for p in (*event.speakers, *event.participants))


def sessions_over(event: Any, on: date) -> bool:
    """The last dated session is not later than the day."""
    return all(day <= on for day in event.days)


def attendance_taken(event: Any, on: date) -> bool:  # noqa: ARG001
    """Of one participant at least it is recorded that he attended."""
    return any(p.attended is Answer.YES for p in event.participants)


def published_by_office(event: Any, on: date) -> bool:
    """The office published by the day."""
    return "office" in publishers(event, on)


def published_by_kim(event: Any, on: date) -> bool:
    """A KIM published by the day."""
    return "kim" in publishers(event, on)


def publishers(event: Any, on: date) -> set[str]:
    """Return who published by a day, as codes; a publication without a day counts."""
    return {p.by.code for p in event.publications if p.on is None or p.on <= on}


EVENT_PLAN: Final = Plan(
    id="capacity_event",
    title=Text("Kegiatan peningkatan kapasitas", "Capacity event"),
    stages=in_sequence(
        Stage(
            id="theme",
            clauses=(cite("IV.C.stage.1"), cite("IV.C.basis")),
            label=Text("Penetapan tema dan sesi", "Theme and sessions set"),
            needs=(
                has("theme", Text("tema", "a theme")),
                has("sessions", Text("satu sesi atau lebih", "a session or more")),
            ),
        ),
        Stage(
            id="speakers",
            clauses=(cite("IV.C.stage.2"),),
            label=Text("Penetapan instruktur/pemateri/trainer", "Speakers set"),
            needs=(has("speakers", Text("seorang pemateri atau lebih", "a speaker or more")),),
        ),
        Stage(
            id="venue",
            clauses=(cite("IV.C.stage.3"),),
            label=Text("Koordinasi tempat/ruang virtual", "Venue or virtual room arranged"),
            needs=(has("venue", Text("tempat atau ruang virtual", "a venue or virtual room")),),
        ),
        Stage(
            id="participants",
            clauses=(cite("IV.C.stage.4"),),
            label=Text("Penetapan peserta", "Participants set"),
            needs=(has("participants", Text("seorang peserta atau lebih", "a participant or more")),),
        ),
        Stage(
            id="schedule",
            clauses=(cite("IV.C.stage.5"),),
            label=Text("Penyusunan jadwal dan konfirmasi kehadiran", "Schedule made, attendance confirmed"),
            needs=(
                Requirement(Text("hari dan waktu setiap sesi", "day and times of every session"), all_scheduled),
                Requirement(
                    Text("konfirmasi setiap pemateri dan peserta", "an answer of every speaker and participant"),
                    all_confirmed,
                ),
            ),
        ),
        Stage(
            id="held",
            clauses=(cite("IV.C.stage.6"),),
            label=Text("Pelaksanaan", "Event held"),
            needs=(
                Requirement(Text("sesi terakhir sudah berlangsung", "the last session to be over"), sessions_over),
                Requirement(Text("daftar hadir peserta", "the attendance of participants"), attendance_taken),
            ),
        ),
        Stage(
            id="published",
            clauses=(cite("IV.C.stage.7"),),
            label=Text("Publikasi oleh Dinas dan KIM", "Published by office and KIM"),
            by=Responsible.BOTH,
            needs=(
                Requirement(Text("publikasi Dinas", "a publication of the office"), published_by_office),
                Requirement(Text("publikasi KIM", "a publication of a KIM"), published_by_kim),
            ),
        ),
        Stage(
            id="evaluated",
            clauses=(cite("IV.C.stage.8"),),
            label=Text("Evaluasi melalui konten KIM", "Evaluated by the content of KIMs"),
            needs=(has("evaluation", Text("simpulan evaluasi", "the conclusion of the evaluation")),),
        ),
    ),
)
"""The guideline's eight stages."""
