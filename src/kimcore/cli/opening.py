"""Opening the workspace that the settings name, to read what is there or to take in what is new."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from kimcore.cli.hosting import a_host, tell_faults
from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue, NotFound
from kimcore.plugins import PluginHost
from kimcore.workspace import Workspace, held, office_of, within

__all__ = ["opened", "opened_for_import", "refuse_memory"]


@contextmanager
def opened(settings: Settings) -> Iterator[Workspace]:
    """Open the workspace to read, and close it at the end; raise `NotFound` where its office has no data."""
    refuse_memory(settings)
    host = a_host()
    find_office(settings, host)
    with workspace_of(settings, host) as workspace:
        yield workspace


@contextmanager
def opened_for_import(settings: Settings) -> Iterator[Workspace]:
    """Open the workspace to take in a register, and make the store where it is not there yet."""
    refuse_memory(settings)
    with workspace_of(settings, a_host()) as workspace:
        yield workspace


@contextmanager
def workspace_of(settings: Settings, host: PluginHost) -> Iterator[Workspace]:
    """Open the workspace with the plug-ins that were asked for, and say at the end which of them failed."""
    with Workspace.open(
        settings.store,
        settings.office,
        rules=settings.rulebook,
        regions=settings.regions,
        scorer=settings.scorer,
        host=host,
        by=settings.by,
    ) as workspace:
        yield workspace
    tell_faults(settings, host)


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
    """Refuse to read an office of which the store holds nothing, such as a mistyped one; no store is made.

    A province is read where the store holds a district of it.
    """
    with closing(host.open_storage(settings.store)) as storage:
        office, found = office_of(storage, settings.office), held(storage)
    if office not in found and not within(found, office):
        listed = ", ".join(map(str, found)) or "–"
        raise NotFound(
            "office_unknown",
            f"{settings.place} holds nothing of office {office}; it holds: {listed}; import a register first",
            f"{settings.place} tidak memuat data kantor {office}; yang tersimpan: {listed}; impor register dahulu",
            field="office",
        )
