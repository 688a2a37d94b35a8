"""Registration: which works a competition takes in, and which it puts out again (IV.E.scope, IV.E.ownership, R31)."""

from collections.abc import Callable
from typing import Final

from attrs import evolve

from kimcore.clauses import cite
from kimcore.collaboration.competitionplans import CompetitionKind
from kimcore.collaboration.competitions import Competition
from kimcore.collaboration.entries import Disqualification, Entry
from kimcore.collaboration.wording import listed
from kimcore.community import Kim
from kimcore.errors import NotAllowed, NotFound
from kimcore.terms import Text
from kimcore.values import Answer

__all__ = ["disqualify", "entry_objections", "register"]

SCOPE: Final = cite("IV.E.scope")
OWNERSHIP: Final = cite("IV.E.ownership")

Check = Callable[[Competition, Entry, Kim], Text | None]


def known_category(competition: Competition, entry: Entry, kim: Kim) -> Text | None:  # noqa: ARG001 (one signature)
    """A work stands in a category of the edition, or in none where the edition has none."""
    known = entry.category in ({c.id for c in competition.categories} or {""})
    return None if known else Text("kategori {id} tidak ada", "there is no category {id}").format(id=entry.category)


def open_type(competition: Competition, entry: Entry, kim: Kim) -> Text | None:  # noqa: ARG001
    """The type of the KIM is one of those that the edition is open to; a type not recorded is not (R31)."""
    kind = kim.identity.type
    if kind in competition.open_to:
        return None
    said = kind or Text("tipe belum diketahui", "type not known")
    return TYPE.format(kind=said, clause=SCOPE.id)


def own_work(competition: Competition, entry: Entry, kim: Kim) -> Text | None:  # noqa: ARG001
    """The work is that of the KIM that registers it."""
    return None if entry.kim == kim.id else Text("karya milik KIM lain", "the work is of another KIM")


def in_time(competition: Competition, entry: Entry, kim: Kim) -> Text | None:  # noqa: ARG001
    """The day lies from opening to closing, as far as these are set."""
    early = competition.opens is not None and entry.registered < competition.opens
    late = competition.closes is not None and entry.registered > competition.closes
    return TIME.format(on=entry.registered) if early or late else None


def registration_open(competition: Competition, entry: Entry, kim: Kim) -> Text | None:  # noqa: ARG001
    """An own competition was publicised by then; registration is not closed, and nothing was called off."""
    day, progress = entry.registered, competition.progress
    ready = competition.kind is CompetitionKind.OUTSIDE or "publicised" in progress.recorded(day)
    if ready and "registered" not in progress.recorded(day) and not progress.is_cancelled(day):
        return None
    return Text("pendaftaran tidak dibuka pada {on}", "registration is not open on {on}").format(on=day)


def ownership_accepted(competition: Competition, entry: Entry, kim: Kim) -> Text | None:  # noqa: ARG001
    """Where works become the local government's, the KIM accepts that when it registers."""
    asked = competition.works_owned is Answer.YES
    return OWNED.format(clause=OWNERSHIP.id) if asked and entry.ownership is not Answer.YES else None


def new_id(competition: Competition, entry: Entry, kim: Kim) -> Text | None:  # noqa: ARG001
    """The id is not taken."""
    taken = entry.id in {e.id for e in competition.entries}
    return Text("id {id} sudah dipakai", "the id {id} is taken").format(id=entry.id) if taken else None


CHECKS: Final[tuple[Check, ...]] = (
    known_category,
    open_type,
    own_work,
    in_time,
    registration_open,
    ownership_accepted,
    new_id,
)

TYPE = Text("edisi ini tidak terbuka bagi {kind} ({clause})", "the edition is not open to {kind} ({clause})")
TIME = Text("{on} di luar masa pendaftaran", "{on} is outside the days of registration")
OWNED = Text(
    "penerimaan bahwa karya menjadi milik Pemerintah Daerah belum tercatat ({clause})",
    "that the work becomes the local government's is not recorded as accepted ({clause})",
)


def entry_objections(competition: Competition, entry: Entry, kim: Kim) -> tuple[Text, ...]:
    """Return everything that forbids the registration of a work of a KIM."""
    return tuple(text for check in CHECKS if (text := check(competition, entry, kim)) is not None)


def register(competition: Competition, entry: Entry, kim: Kim) -> Competition:
    """Return a competition with one more work; raise `NotAllowed` with everything that forbids it."""
    if found := entry_objections(competition, entry, kim):
        what = listed(found)
        en, id = f"the work cannot be registered: {what.en}", f"karya tidak dapat didaftarkan: {what.id}"
        raise NotAllowed("entry_not_allowed", en, id, field="entry", clause=cite("IV.E.own.run").id)
    return evolve(competition, entries=(*competition.entries, entry))


def disqualify(competition: Competition, entry: str, made: Disqualification) -> Competition:
    """Return a competition in which a work (id) is disqualified; raise `NotFound` for none.

    Raise `NotAllowed` for a work that is out already or was registered later.
    """
    found = next((e for e in competition.entries if e.id == entry), None)
    if found is None:
        raise NotFound("entry_unknown", f"no work {entry!r}", f"tidak ada karya {entry!r}", field="entry")
    if found.disqualified is not None or made.on < found.registered:
        en = f"work {entry!r} is disqualified already, or registered after {made.on}"
        id = f"karya {entry!r} sudah didiskualifikasi, atau didaftarkan sesudah {made.on}"
        raise NotAllowed("entry_out", en, id, field="entry", clause=cite("IV.E.own.run").id)
    out = evolve(found, disqualified=made)
    return evolve(competition, entries=tuple(out if e.id == entry else e for e in competition.entries))
