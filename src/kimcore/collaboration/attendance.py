"""Attendance: who confirmed and came to an event, and whether speakers follow its sessions (IV.C.stage.2, 5, 6)."""

from collections.abc import Iterable

from attrs import field, frozen

from kimcore.collaboration.events import CapacityEvent
from kimcore.privacy import public
from kimcore.terms import Text
from kimcore.values import Answer

__all__ = ["Attendance", "Headcount", "attendance", "speaker_remarks"]


@frozen(kw_only=True)
class Headcount:
    """How many said or did so, how many not, and of how many it is not recorded."""

    yes: int = field(metadata=public("IV.C.stage.5"))
    no: int = field(metadata=public("IV.C.stage.5"))
    unknown: int = field(metadata=public("IV.C.stage.5"))

    @property
    def total(self) -> int:
        """All of them."""
        return self.yes + self.no + self.unknown


@frozen(kw_only=True)
class Attendance:
    """Confirmations and attendance of an event; `absent_kims` sent nobody although all their answers are recorded."""

    confirmed: Headcount = field(metadata=public("IV.C.stage.5"))
    attended: Headcount = field(metadata=public("IV.C.stage.6"))
    speakers_attended: Headcount = field(metadata=public("IV.C.stage.6"))
    absent_kims: tuple[str, ...] = field(metadata=public("IV.C.stage.6"))


def headcount(answers: Iterable[Answer]) -> Headcount:
    """Count answers."""
    every = list(answers)
    return Headcount(yes=every.count(Answer.YES), no=every.count(Answer.NO), unknown=every.count(Answer.UNKNOWN))


def attendance(event: CapacityEvent) -> Attendance:
    """Return who confirmed and who came."""
    came = {kim: [p.attended for p in event.participants if p.kim == kim] for kim in event.kims}
    return Attendance(
        confirmed=headcount(p.confirmed for p in event.participants),
        attended=headcount(p.attended for p in event.participants),
        speakers_attended=headcount(s.attended for s in event.speakers),
        absent_kims=tuple(kim for kim, answers in came.items() if answers and set(answers) == {Answer.NO}),
    )


def speaker_remarks(event: CapacityEvent) -> tuple[Text, ...]:
    """Say where speakers do not follow the sessions; it is a remark, nothing is forbidden (IV.C.stage.2).

    A session without a speaker, a speaker without a session of the event, a speaker whose competence is not recorded.
    """
    titles = [s.title for s in event.sessions]
    taken = {title for speaker in event.speakers for title in speaker.sessions}
    bare = [NO_SPEAKER.format(session=title) for title in titles if title not in taken]
    idle = sum(set(s.sessions).isdisjoint(titles) for s in event.speakers)
    unfit = sum(not s.competence.strip() for s in event.speakers)
    numbers = ((NO_SESSION, idle), (NO_COMPETENCE, unfit))
    return (*bare, *(text.format(number=n) for text, n in numbers if n))


NO_SPEAKER = Text("sesi “{session}” belum memiliki pemateri", "session “{session}” has no speaker")
NO_SESSION = Text("{number} pemateri tanpa sesi", "{number} speaker(s) without a session")
NO_COMPETENCE = Text(
    "{number} pemateri tanpa catatan kompetensi", "{number} speaker(s) whose competence is not recorded"
)
