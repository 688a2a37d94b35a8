"""Twin: the KIM as a model of pydantic, with the same fields, enums and checks, to measure kimcore against.

Frozen, strict, nothing beyond its fields. A region is a text with a pattern (kimcore makes an object of it), and a
text that reads like a code cannot be told from the code: both are to the advantage of the twin.
"""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from kimcore.affairs import Affair
from kimcore.community import Finding, FormerCategory, Function, KimType
from kimcore.geography import PARTS
from kimcore.media import ContentKind, MediaKind, Span
from kimcore.values import Answer

__all__ = ["KimTwin", "arguments"]


class Model(BaseModel):
    """What every model of the twin is: strict, frozen, closed."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Denied(Model):
    """What the office typed that there is none of."""

    denied: Literal[True]


REGION = PARTS.pattern.replace(r"\d", "[0-9]")
Region = Annotated[str, StringConstraints(pattern=f"^(?:{REGION})$")]
Stated = Denied | str | None
Filed = Annotated[Affair | str, Field(union_mode="left_to_right")]
Kind = Annotated[ContentKind | str, Field(union_mode="left_to_right")]
Does = Annotated[Function | str, Field(union_mode="left_to_right")]
Former = Annotated[FormerCategory | str | None, Field(union_mode="left_to_right")]


class Identity(Model):
    """Who a KIM is and where it is seated."""

    name: str
    type: KimType | None = None
    community_number: Stated = None
    village: Stated = None
    subdistrict: str = ""
    district_name: str = ""
    region: Region | None = None
    former_category: Former = None
    in_3t_area: Answer = Answer.UNKNOWN
    functions: tuple[Does, ...] = ()
    other_partners: tuple[str, ...] = ()


class Frequency(Model):
    """So many disseminations per span."""

    count: int | None
    span: Span | None
    text: str = ""

    @model_validator(mode="after")
    def checked(self) -> Self:
        """Refuse a negative count."""
        if self.count is not None and self.count < 0:
            raise ValueError("a frequency is not negative")
        return self


class Channel(Model):
    """A medium."""

    name: str
    kind: MediaKind | None = None


class Profile(Model):
    """The columns of Tabel 3.1."""

    contact_person: Stated = None
    address: Stated = None
    phone: Stated = None
    whatsapp: Stated = None
    email: Stated = None
    audience: str = ""
    channels: tuple[Channel, ...] | Denied = ()
    fields: tuple[Filed, ...] = ()
    issues: tuple[str, ...] = ()
    frequency: Frequency | None = None
    content_kinds: tuple[Kind, ...] = ()
    power: int | None = None
    influence: int | None = None
    interest: int | float | None = None
    founded: date | None = None


class Person(Model):
    """A person of the board."""

    name: str
    role: str = ""
    is_officer: bool = True
    civil_servant: Answer = Answer.UNKNOWN
    civil_servant_since: date | None = None


class Board(Model):
    """The people recorded."""

    people: tuple[Person, ...] = ()
    stated: Answer = Answer.UNKNOWN
    acknowledged: Answer = Answer.UNKNOWN


class Decree(Model):
    """A decree."""

    number: Stated = None
    issued: date | None = None
    until: date | None = None
    revoked: date | None = None


class Documents(Model):
    """Decrees and statement."""

    decrees: tuple[Decree, ...] = ()
    statement_signed: date | None = None


class Answers(Model):
    """The yes-and-no columns."""

    formed_by_community: Answer = Answer.UNKNOWN
    information_function: Answer = Answer.UNKNOWN
    criminal_case: Answer = Answer.UNKNOWN
    party_affiliation: Answer = Answer.UNKNOWN
    ngo_affiliation: Answer = Answer.UNKNOWN
    recognised: Answer = Answer.UNKNOWN
    active: Answer = Answer.UNKNOWN
    good_record: Answer = Answer.UNKNOWN
    villages_reached: int | None = None
    first_hand: Answer = Answer.UNKNOWN
    other_means: Answer = Answer.UNKNOWN
    resources: Answer = Answer.UNKNOWN


class Case(Model):
    """A case about a ground."""

    ground: Annotated[int, Field(ge=1, le=7)]
    indicated: date | None = None
    source: str = ""
    finding: Finding | None = None
    concluded: date | None = None
    officer: str = ""
    evidence: str = ""


class Period(Model):
    """Days from start to end."""

    start: date
    end: date = date.max

    @model_validator(mode="after")
    def checked(self) -> Self:
        """Refuse an end before the start."""
        if self.end < self.start:
            raise ValueError("a period ends before it starts")
        return self


class PartnershipTerm(Model):
    """A term of partnership."""

    period: Period
    programme: str = ""


class Activity(Model):
    """A row of the dissemination log."""

    on: date | None = None
    activity: str = ""
    format: str = ""
    count: int | None = None
    proof: str = ""


class Former(Model):
    """A record that was merged into this one."""

    id: str
    name: str
    village: Stated = None
    community_number: Stated = None


class KimTwin(Model):
    """A KIM as pydantic has it."""

    id: str
    office: Region
    identity: Identity
    profile: Profile = Profile()
    board: Board = Board()
    documents: Documents = Documents()
    answers: Answers = Answers()
    cases: tuple[Case, ...] = ()
    profile_term: PartnershipTerm | None = None
    terms: tuple[PartnershipTerm, ...] = ()
    log: tuple[Activity, ...] = ()
    former: tuple[Former, ...] = ()


def arguments(value: Any) -> Any:
    """Return how a twin is made again: its class and the arguments, those at their default left out."""
    if isinstance(value, Model):
        return type(value), {name: arguments(getattr(value, name)) for name in value.model_fields_set}
    if isinstance(value, tuple):
        return [arguments(item) for item in value]
    return value
