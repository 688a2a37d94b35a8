"""Opening the workspace that the settings name."""

from collections.abc import Iterator
from contextlib import contextmanager

from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue
from kimcore.workspace import Workspace

__all__ = ["opened"]


@contextmanager
def opened(settings: Settings) -> Iterator[Workspace]:
    """Open the workspace, and close it at the end."""
    if settings.store.startswith("memory"):
        raise InvalidValue(
            "store_memory",
            "memory: forgets everything at the end of a command; name a store such as sqlite:///kimcore.db",
            "memory: tidak menyimpan apa pun setelah perintah selesai; sebutkan misalnya sqlite:///kimcore.db",
            field="store",
        )
    with Workspace.open(settings.store, settings.office, rules=settings.rulebook) as workspace:
        yield workspace
