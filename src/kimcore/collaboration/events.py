"""Events: capacity events for KIMs, in eight stages from theme to evaluation (IV.C, Gambar 4.3, Tabel 4.5, R6)."""

import re
from datetime import date
from typing import Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.collaboration.eventplan import EVENT_PLAN
from kimcore.collaboration.progress import Progress, check_order
from kimcore.collaboration.solutions import EventForm
from kimcore.collaboration.stages import Plan
from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.media import MediaKind
from kimcore.privacy import general, public
from kimcore.terms import Term
from kimcore.values import Answer

__all__ = ["CapacityEvent", "Participant", "Publication", "Publisher", "Session", "Speaker", "Venue", "VenueKind"]

TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
UNKNOWN = Answer.UNKNOWN


@frozen(kw_only=True)
class Session:
    """A session of an event: its title, its day, and its times as `08:30`; a blank time is not set yet."""

    title: str = field(metadata=public("IV.C.stage.1"))
    on: date | None = field(default=None, metadata=public("IV.C.stage.5"))
    begins: str = field(default="", metadata=public("IV.C.stage.5"))
    ends: str = field(default="", metadata=public("IV.C.stage.5"))

    def __attrs_post_init__(self) -> None:
        """Refuse a time of another form, and an end that is not after the beginning."""
        given = [t for t in (self.begins, self.ends) if t]
        if not all(TIME.fullmatch(t) for t in given) or (len(given) == 2 and self.ends <= self.begins):
            en = f"session times {self.begins!r} to {self.ends!r} are not two times such as 08:30 and 10:00, in order"
            id = f"waktu sesi {self.begins!r} sampai {self.ends!r} bukan dua waktu berurutan seperti 08:30 dan 10:00"
            raise InvalidValue("session_time", en, id, field="begins", clause=cite("IV.C.stage.5").id)

    @property
    def is_scheduled(self) -> bool:
        """True if day, beginning and end are set."""
        return self.on is not None and bool(self.begins) and bool(self.ends)


@frozen(kw_only=True)
class Speaker:
    """An instructor, speaker or trainer: chosen for what competence, for which sessions (titles), whether present."""

    name: str = field(repr=False, metadata=general("IV.C.stage.2", names="self"))
    competence: str = field(default="", repr=False, metadata=general("IV.C.stage.2"))
    sessions: tuple[str, ...] = field(default=(), metadata=public("IV.C.stage.2"))
    confirmed: Answer = field(default=UNKNOWN, metadata=public("IV.C.stage.5"))
    attended: Answer = field(default=UNKNOWN, metadata=public("IV.C.stage.6"))


class VenueKind(Term):
    """Where an event is held."""

    PUBLIC_BUILDING = "public_building", "ruangan/gedung milik Pemda", "room of the local government"
    HIRED_HALL = "hired_hall", "hotel/gedung pertemuan", "hotel or hall"
    VIRTUAL_ROOM = "virtual_room", "ruang virtual", "virtual room"


@frozen(kw_only=True)
class Venue:
    """A venue or virtual room: its kind, its name or address, and the link of a virtual one."""

    kind: VenueKind = field(metadata=public("IV.C.stage.3"))
    place: str = field(default="", metadata=public("IV.C.stage.3"))
    link: str = field(default="", repr=False, metadata=general("IV.C.stage.3"))


@frozen(kw_only=True)
class Participant:
    """A person of a KIM (id) at an event; whether the person confirmed and attended is unknown until it is recorded."""

    name: str = field(repr=False, metadata=general("IV.C.stage.4", names="self"))
    kim: str = field(metadata=public("IV.C.stage.4"))
    confirmed: Answer = field(default=UNKNOWN, metadata=public("IV.C.stage.5"))
    attended: Answer = field(default=UNKNOWN, metadata=public("IV.C.stage.6"))


class Publisher(Term):
    """Who published."""

    OFFICE = "office", "Dinas Kominfo", "office"
    KIM = "kim", "KIM", "KIM"


@frozen(kw_only=True)
class Publication:
    """A publication about a work: by whom (`kim` is the id where a KIM published), when, in what medium, and where."""

    by: Publisher = field(metadata=public("IV.C.stage.7"))
    kim: str = field(default="", metadata=public("IV.C.stage.7"))
    on: date | None = field(default=None, metadata=public("IV.C.stage.7"))
    medium: MediaKind | str | None = field(default=None, metadata=public("IV.C.stage.7"))
    link: str = field(default="", repr=False, metadata=general("IV.C.stage.7"))


@frozen(kw_only=True)
class CapacityEvent:
    """A capacity event of an office: its form, theme and sessions, who speaks and takes part, and how far it is.

    `invited` are KIMs (ids) for whom it is meant; `needs` and `issues` (ids) are what it rests on (IV.A.basis,
    IV.C.basis); `evaluation` is what the office concluded.
    """

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    form: EventForm = field(metadata=public("IV.C.basis"))
    theme: str = field(default="", metadata=public("IV.C.stage.1"))
    invited: tuple[str, ...] = field(default=(), metadata=public("IV.C.stage.4"))
    needs: tuple[str, ...] = field(default=(), metadata=public("IV.A.basis"))
    issues: tuple[str, ...] = field(default=(), metadata=public("IV.C.basis"))
    sessions: tuple[Session, ...] = field(default=(), metadata=public("IV.C.stage.1"))
    speakers: tuple[Speaker, ...] = field(default=(), repr=False, metadata=public("IV.C.stage.2"))
    venue: Venue | None = field(default=None, metadata=public("IV.C.stage.3"))
    participants: tuple[Participant, ...] = field(default=(), repr=False, metadata=public("IV.C.stage.4"))
    publications: tuple[Publication, ...] = field(default=(), metadata=public("IV.C.stage.7"))
    evaluation: str = field(default="", repr=False, metadata=general("IV.C.stage.8"))
    branding: Answer = field(default=UNKNOWN, metadata=public("IV.F"))
    progress: Progress = field(default=Progress(), metadata=public("IV.C.stage.1"))

    def __attrs_post_init__(self) -> None:
        """Refuse stages that are out of order."""
        check_order(self.plan, self.progress)

    @property
    def plan(self) -> Plan:
        """The eight stages (R6)."""
        return EVENT_PLAN

    @property
    def title(self) -> str:
        """The form and the theme."""
        return f"{self.form.say('id')}: {self.theme}" if self.theme else self.form.say("id")

    @property
    def kims(self) -> tuple[str, ...]:
        """The KIMs invited and those of the participants, each once."""
        return tuple(dict.fromkeys((*self.invited, *(p.kim for p in self.participants))))

    @property
    def days(self) -> tuple[date, ...]:
        """The days of its sessions, each once, in order."""
        return tuple(sorted({s.on for s in self.sessions if s.on is not None}))
