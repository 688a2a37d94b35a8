"""Opening: which store, which office, which rulebook, and what day it is there."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from kimcore.errors import InvalidValue, NotFound, Unreadable
from kimcore.geography import RegionCode, local_date
from kimcore.ports import StorageBackend
from kimcore.workspace.records import offices

__all__ = ["Clock", "held", "now", "office_of", "read_villages", "today"]

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


def today(clock: Clock, office: RegionCode) -> date:
    """Return the date at an office now (R3)."""
    return local_date(clock(), office)


def office_of(storage: StorageBackend, office: str | RegionCode | None) -> RegionCode:
    """Return the office asked for, else the only one in the store.

    Raises `InvalidValue` for a code that is no district or province, and `NotFound` where the store holds none or
    several and none was named.
    """
    if office is not None:
        return checked(office)
    found = held(storage)
    if len(found) == 1:
        return found[0]
    listed = ", ".join(map(str, found)) or "–"
    raise NotFound(
        "office_needed",
        f"name the office by its code, for example --office 99.01; the store holds: {listed}",
        f"sebutkan kode kantor, misalnya --office 99.01; yang tersimpan: {listed}",
        field="office",
    )


def held(storage: StorageBackend) -> tuple[RegionCode, ...]:
    """Return the offices that have data in a store; none where it is not there yet."""
    if storage.plan_migration().current == 0:
        return ()
    with storage.unit_of_work() as unit:
        return offices(unit)


def checked(office: str | RegionCode) -> RegionCode:
    """Return a code of a district or province."""
    code = office if isinstance(office, RegionCode) else RegionCode.parse(office)
    if len(code.text) > len("99.01"):
        raise InvalidValue(
            "office_code",
            f"{code} is no code of a district or province, such as 99.01",
            f"{code} bukan kode kabupaten/kota atau provinsi, misalnya 99.01",
            field="office",
        )
    return code


def read_villages(path: Path) -> tuple[tuple[str, str], ...]:
    """Return the pairs (code, name) of a CSV file with these two columns, with or without a heading row."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(
            "villages_unreadable",
            f"{path}: cannot be read as text ({error})",
            f"{path}: tidak dapat dibaca sebagai teks",
        ) from None
    pairs = (line.replace(";", ",").partition(",") for line in lines)
    return tuple((code.strip(' "'), name.strip(' "')) for code, _, name in pairs if code.strip(' "')[:1].isdigit())
