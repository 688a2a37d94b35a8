"""Requests: what a person may ask of an office about data that name the person, and until when it must answer."""

from datetime import date, datetime, timedelta
from typing import Final

from attrs import evolve, field, frozen

from kimcore.errors import InvalidValue, NotAllowed
from kimcore.geography import RegionCode, local_date
from kimcore.privacy import general, public
from kimcore.rules import ParameterValue, Setting
from kimcore.terms import Term, Text

__all__ = ["TERM", "PersonRequest", "RequestKind", "RequestOutcome", "instant_of"]

TERM: Final = Setting(
    "request_hours",
    Text("tenggat permintaan orang", "term of a person's request"),
    Text("jam", "hours"),
    (ParameterValue(date(2022, 10, 17), 72, "UU 27/2022: 3 × 24 jam"),),
)
"""Within how many hours of its receipt a request must be met; Law 27/2022 is in force from 17 October 2022."""


class RequestKind(Term):
    """What a person asks (Law 27/2022)."""

    CORRECT = "correct", "perbaikan data", "correction"
    ACCESS = "access", "salinan data", "access"
    ERASE = "erase", "penghapusan data", "erasure"
    WITHDRAW = "withdraw", "penarikan persetujuan", "withdrawal of consent"


class RequestOutcome(Term):
    """How the office closed a request."""

    DONE = "done", "dipenuhi", "met"
    REFUSED = "refused", "ditolak", "refused"


@frozen(kw_only=True)
class PersonRequest:
    """A request of a person: what is asked, when it came, and how it was closed.

    `received` and `closed` are instants in ISO form with their zone; `closed` is empty while it is open. `answer` is
    what the person was told, or why it was refused.
    """

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    kind: RequestKind = field(metadata=public())
    person: str = field(repr=False, metadata=general(names="self"))
    received: str = field(metadata=public())
    text: str = field(default="", repr=False, metadata=general())
    outcome: RequestOutcome | None = field(default=None, metadata=public())
    closed: str = field(default="", metadata=public())
    answer: str = field(default="", repr=False, metadata=general())

    def __attrs_post_init__(self) -> None:
        """Refuse a request of nobody, an instant that is none, and one before the law."""
        if not self.person.strip():
            en, id = "a request needs the name of the person", "permintaan memerlukan nama orangnya"
            raise InvalidValue("request_incomplete", en, id, field="person")
        if self.day < TERM.values[0].since:
            raise too_early(TERM.values[0].since)

    @property
    def day(self) -> date:
        """The day at the office on which it was received."""
        return local_date(instant_of(self.received), self.office)

    @property
    def is_open(self) -> bool:
        """True until it is closed."""
        return not self.closed

    @property
    def due(self) -> datetime:
        """The instant by which it must be met: the term of the day on which it was received, counted in hours."""
        return instant_of(self.received) + timedelta(hours=TERM.on(self.day).value)

    def is_overdue(self, at: datetime) -> bool:
        """Tell whether it was closed after it was due, or is open at an instant after that."""
        return (instant_of(self.closed) if self.closed else at) > self.due

    def close(self, outcome: RequestOutcome, at: str, answer: str = "") -> "PersonRequest":
        """Return the request closed at an instant; raise `NotAllowed` where it is closed already."""
        if not self.is_open:
            en, id = f"request {self.id} is closed already", f"permintaan {self.id} sudah ditutup"
            raise NotAllowed("request_closed", en, id)
        if outcome is RequestOutcome.REFUSED and not answer.strip():
            en, id = "a refusal needs its reason (--answer)", "penolakan memerlukan alasannya (--answer)"
            raise InvalidValue("request_incomplete", en, id, field="answer")
        return evolve(self, outcome=outcome, closed=at, answer=answer)


def too_early(since: date) -> InvalidValue:
    """Return the error for a request before the law, which has no term."""
    en = f"a request has a term from {since} on, when the law came into force"
    id = f"permintaan memiliki tenggat sejak {since}, saat undang-undang berlaku"
    return InvalidValue("request_early", en, id, field="received")


def instant_of(text: str) -> datetime:
    """Return the instant of a text in ISO form with its zone; raise `InvalidValue` for any other."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise InvalidValue(
            "instant_invalid",
            f"{text!r} is no instant with its zone, such as 2026-11-24T09:00+07:00",
            f"{text!r} bukan saat dengan zona waktunya, misalnya 2026-11-24T09:00+07:00",
            field="received",
        )
    return found
