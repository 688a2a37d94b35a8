"""Opening the workspace that the settings name, to read what is there or to take in what is new."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue, NotFound
from kimcore.plugins import PluginHost
from kimcore.workspace import Workspace, held, office_of

__all__ = ["opened", "opened_for_import", "refuse_memory"]


@contextmanager
def opened(settings: Settings) -> Iterator[Workspace]:
    """Open the workspace to read, and close it at the end; raise `NotFound` where its office has no data."""
    refuse_memory(settings)
    host = PluginHost()
    find_office(settings, host)
    with Workspace.open(settings.store, settings.office, rules=settings.rulebook, host=host) as workspace:
        yield workspace


@contextmanager
def opened_for_import(settings: Settings) -> Iterator[Workspace]:
    """Open the workspace to take in a register, and make the store where it is not there yet."""
    refuse_memory(settings)
    with Workspace.open(settings.store, settings.office, rules=settings.rulebook) as workspace:
        yield workspace


def refuse_memory(settings: Settings) -> None:
    """Refuse a store that would forget everything."""
    if settings.store.startswith("memory"):
        raise InvalidValue(
            "store_memory",
            "memory: forgets everything at the end of a command; name a store such as sqlite:///kimcore.db",
            "memory: tidak menyimpan apa pun setelah perintah selesai; sebutkan misalnya sqlite:///kimcore.db",
            field="store",
        )


def find_office(settings: Settings, host: PluginHost) -> None:
    """Refuse to read an office of which the store holds nothing, such as a mistyped one; no store is made."""
    with closing(host.open_storage(settings.store)) as storage:
        office, found = office_of(storage, settings.office), held(storage)
    if office not in found:
        listed = ", ".join(map(str, found)) or "–"
        raise NotFound(
            "office_unknown",
            f"{settings.store} holds nothing of office {office}; it holds: {listed}; import a register first",
            f"{settings.store} tidak memuat data kantor {office}; yang tersimpan: {listed}; impor register dahulu",
            field="office",
        )
