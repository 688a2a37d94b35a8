"""Regions: a region directory in use: which codes it does not hold, and the villages of an office."""

from attrs import evolve

from kimcore.geography import RegionCode
from kimcore.intake import Register
from kimcore.plugins import PluginHost
from kimcore.ports import RegionDirectory

__all__ = ["Lookup", "villages_of"]

CODE = "region_unknown"


class Lookup:
    """Looks codes up in a region directory for one import; one that fails is asked no more."""

    def __init__(self, directory: RegionDirectory, host: PluginHost) -> None:
        self.directory, self.host, self.has_failed = directory, host, False

    def __call__(self, code: RegionCode) -> str:
        """Return the edition of the directory where it does not hold a code, else an empty text.

        A made-up code is never looked up.
        """
        if code.is_made_up or self.has_failed:
            return ""
        with self.host.isolated(self.directory):
            return "" if self.directory.name_of(code) is not None else str(self.directory.edition)
        self.has_failed = True
        return ""

    def conclude(self, register: Register) -> Register:
        """Return a register as the import takes it: without what a directory said that failed."""
        if not self.has_failed:
            return register
        return evolve(register, problems=tuple(p for p in register.problems if p.code != CODE))


def villages_of(
    office: RegionCode, directory: RegionDirectory | None, host: PluginHost
) -> tuple[tuple[str, str], ...] | None:
    """Return the regions of an office as pairs of code and name; None where no directory can tell.

    The regions of a made-up office are never looked up.
    """
    if directory is None or office.is_made_up:
        return None
    with host.isolated(directory):
        return tuple((str(code), str(name)) for code, name in directory.below(office)) or None
    return None
