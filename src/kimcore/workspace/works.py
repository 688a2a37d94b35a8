"""Works: the records of chapter IV as a store keeps them: their kinds, ids, names, and what they refer to."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

from attrs import AttrsInstance, evolve, fields

from kimcore.collaboration import (
    Award,
    CapacityEvent,
    CapacityNeeds,
    Collaboration,
    Competition,
    Material,
    Trial,
    Work,
    move_kim,
    with_disseminations,
)
from kimcore.community import Kim, fold, named
from kimcore.errors import InvalidValue, NotFound
from kimcore.geography import RegionCode
from kimcore.protection import is_record
from kimcore.terms import Text
from kimcore.workspace.records import Records, Stored, decided_kims, digested, kims_of

__all__ = [
    "KINDS",
    "LABELS",
    "disseminating_kims",
    "find_work",
    "kind_of",
    "references",
    "refuse_names",
    "settled",
    "stored_works",
    "work_id",
    "work_id_of",
    "works_naming",
]

R = TypeVar("R", bound=AttrsInstance)

KINDS: Final[Mapping[str, type]] = {
    "needs": CapacityNeeds,
    "event": CapacityEvent,
    "trial": Trial,
    "collaboration": Collaboration,
    "material": Material,
    "competition": Competition,
    "award": Award,
}
"""The kinds of records of chapter IV; all but needs are works."""

LABELS: Final[Mapping[str, Text]] = {
    "needs": Text("kebutuhan", "needs"),
    "event": Text("kegiatan peningkatan kapasitas", "capacity event"),
    "trial": Text("uji coba", "trial"),
    "collaboration": Text("kolaborasi", "collaboration"),
    "material": Text("bahan", "material"),
    "competition": Text("kompetisi", "competition"),
    "award": Text("penghargaan", "award"),
}

LISTS_OF_KIMS: Final = ("kims", "invited")
OF_OTHERS: Final = {"issue": "issue", "issues": "issue", "needs": "needs", "materials": "material"}
"""Fields that name records of other kinds by their ids, and the kind."""


def kind_of(record: object) -> str:
    """Return the kind of a record; raise `InvalidValue` for one that is not of chapter IV."""
    for kind, entity in KINDS.items():
        if type(record) is entity:
            return kind
    known = ", ".join(entity.__name__ for entity in KINDS.values())
    en, id = f"no record of chapter IV; there are {known}", f"bukan catatan bab IV; yang ada {known}"
    raise InvalidValue("work_kind", en, id, field="record")


def stored_works(records: Records, kinds: tuple[str, ...] = tuple(KINDS)) -> Iterator[tuple[str, Stored[Any]]]:
    """Yield the records of kinds, each with its kind, in the order of the kinds and then of ids."""
    for kind in kinds:
        found: Iterator[tuple[str, Stored[Any]]] = records.all(kind, KINDS[kind])
        yield from ((kind, stored) for _, stored in found)


def works_naming(records: Records, kim: str) -> frozenset[str]:
    """Return the ids of the records of chapter IV that name a KIM (id)."""
    return frozenset(s.entity.id for _, s in stored_works(records) if ("kim", kim) in references(s.entity))


def work_id(records: Records, kind: str) -> str:
    """Return the id of the next record of an office, and count it; ids are not given again."""
    found = records.settings()
    number = found.entity.next_work
    records.put("office", records.office.text, evolve(found.entity, next_work=number + 1), found.revision)
    return f"{records.office}-{kind}-{number:04d}"


def work_id_of(office: RegionCode, kind: str, key: str) -> str:
    """Return the id of a record that was given none by a call with an idempotency key: the same for the same key."""
    return f"{office}-{kind}-{digested(key)[:10]}"


def find_work(records: Records, text: str, kinds: tuple[str, ...] = tuple(KINDS)) -> tuple[str, Stored[Any]]:
    """Return the one record of kinds of chapter IV that a text names: its id, with or without the office, or its title.

    A trial is also named by its KIM, an event by its theme. Raises `NotFound` with code `work_unknown` for none,
    `work_ambiguous`, with the list, for several.
    """
    every, wanted = list(stored_works(records, kinds)), fold(text)
    kims = {kim.id: kim.name for kim in kims_of(records)}
    for keys in (ids, titles, others):
        found = [pair for pair in every if wanted in keys(pair[1].entity, kims)]
        if len(found) == 1:
            return found[0]
        if found:
            raise ambiguous(text, [stored.entity for _, stored in found], kims)
    raise NotFound("work_unknown", f"no work is called {text!r}", f"tidak ada kegiatan bernama {text!r}", field="work")


def ids(record: Any, kims: Mapping[str, str]) -> set[str]:  # noqa: ARG001 (one signature)
    """Return the id, and the id without the office."""
    return {fold(record.id), fold(record.id.removeprefix(f"{record.office}-"))}


def titles(record: Any, kims: Mapping[str, str]) -> set[str]:  # noqa: ARG001
    """Return the title of a work."""
    return set() if isinstance(record, CapacityNeeds) else {fold(record.title)}


def others(record: Any, kims: Mapping[str, str]) -> set[str]:
    """Return what else names a work: the theme of an event, the KIM of a trial."""
    match record:
        case CapacityEvent():
            return {fold(record.theme)}
        case Trial():
            name = kims.get(record.kim, record.kim)
            return {fold(record.kim), fold(name), fold(f"{record.title}, {name}")}
    return set()


def ambiguous(text: str, found: list[Work], kims: Mapping[str, str]) -> NotFound:
    """Return the error that lists every work that a text fits."""
    which = "; ".join(f"{w.id} ({', '.join(kims.get(k, k) for k in w.kims) or '–'})" for w in found)
    en, id = f"{text!r} fits several works: {which}", f"{text!r} cocok dengan beberapa kegiatan: {which}"
    return NotFound("work_ambiguous", en, id, field="work")


def references(record: AttrsInstance) -> Iterator[tuple[str, str]]:
    """Yield what a record names elsewhere, at whatever depth: the kind (`kim`, `issue`, …) and the id or name."""
    for one in fields(type(record)):
        value = getattr(record, one.name)
        kind = "kim" if one.name in ("kim", *LISTS_OF_KIMS) else OF_OTHERS.get(one.name)
        for item in value if isinstance(value, tuple) else (value,):
            if is_record(item):
                yield from references(item)
            elif kind and isinstance(item, str) and item:
                yield kind, item


def settled(records: Records, record: R) -> R:
    """Return a record in which every KIM stands by its id, however it was named.

    Raises `InvalidValue` with everything that it names and that is not there.
    """
    kims, missing = kims_of(records), list[tuple[str, str]]()
    for kind, text in dict.fromkeys(references(record)):
        if kind == "kim":
            found = one_of(kims, text)
            record = record if found in (None, text) else move_kim(record, text, str(found))
        else:
            stored = records.unit.get(kind, text)
            found = text if stored is not None and stored.office == records.office.text else None
        missing += [] if found else [(kind, text)]
    if missing:
        en = "; ".join(f"{kind} {text!r}" for kind, text in missing)
        id = "; ".join(f"{NAMES.get(kind, Text(kind, kind)).id} {text!r}" for kind, text in missing)
        raise InvalidValue("work_refers", f"it names what is not there: {en}", f"menyebut yang tidak ada: {id}")
    return record


NAMES: Final = {"kim": Text("KIM", "KIM"), "issue": Text("isu", "issue"), **LABELS}


def disseminating_kims(records: Records) -> tuple[Kim, ...]:
    """Return the KIMs with decisions, whose logs hold their disseminations of materials too (Tabel 5.2)."""
    materials: list[Material] = [s.entity for _, s in stored_works(records, ("material",))]
    return tuple(with_disseminations(kim, materials) for kim in decided_kims(records))


def refuse_names(record: Any) -> None:
    """Raise `InvalidValue` for a juror whose id is a name: scores repeat the id, and no erasure may break them."""
    for juror in getattr(record, "jurors", ()):
        if fold(juror.id) == fold(juror.name):
            en, id = "the id of a juror is a name; use J1, J2 …", "id juri berupa nama; pakai J1, J2 …"
            raise InvalidValue("juror_id", en, id, field="jurors")


def one_of(kims: list[Kim], text: str) -> str | None:
    """Return the id of the one KIM that a text names, None for none or several."""
    try:
        return named(kims, text).id
    except NotFound:
        return None
