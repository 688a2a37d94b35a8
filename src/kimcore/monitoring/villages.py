"""Villages: how many villages of a directory have a KIM, and which have none (III.A)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import frozen

from kimcore.clauses import cite
from kimcore.community import Kim
from kimcore.geography import Level, RegionCode

__all__ = ["Village", "VillageCoverage", "village_coverage"]

CLAUSE = cite("III.A")

KINDS = ("kelurahan", "kalurahan", "desa", "kel")
"""What officers write before the name of a village; the directory's names are compared without it."""


@frozen(order=True)
class Village:
    """A village of the directory: its code and name."""

    code: RegionCode
    name: str


@frozen(kw_only=True)
class VillageCoverage:
    """Which villages of a directory have a KIM; `covered` and `total` are None where there is no directory.

    KIMs (ids) that count for no village stand apart: `unlisted` name a village or code that the directory does not
    hold, `ambiguous` a name that several of its villages bear, `unrecorded` no village at all.
    """

    covered: int | None = None
    total: int | None = None
    uncovered: tuple[Village, ...] = ()
    unlisted: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    unrecorded: tuple[str, ...] = ()

    @property
    def share(self) -> float | None:
        """Villages with a KIM per village, 0 to 1; None where it is unknown or there is no village."""
        return None if self.covered is None or not self.total else self.covered / self.total


def village_coverage(
    kims: Iterable[Kim], directory: Iterable[tuple[str, str]] | None, within: RegionCode | None = None
) -> VillageCoverage:
    """Return how the KIMs cover the villages of a directory of (code, name), or of those within a region.

    A KIM counts for the village of its code (Kode Wilayah, ten digits), which wins over the name. Without a code it
    counts by the village's name: where several villages bear it, by the one in the KIM's subdistrict, if the directory
    names subdistricts too (codes of six digits). Nothing is guessed: what stays open is listed.
    """
    if directory is None:
        return VillageCoverage()
    atlas = Atlas.of(directory, within)
    found: defaultdict[str, list[str]] = defaultdict(list)
    covered: set[RegionCode] = set()
    for kim in kims:
        place = atlas.locate(kim)
        if isinstance(place, RegionCode):
            covered.add(place)
        else:
            found[place].append(kim.id)
    return VillageCoverage(
        covered=len(covered),
        total=len(atlas.villages),
        uncovered=tuple(sorted(v for v in atlas.villages.values() if v.code not in covered)),
        **{apart: tuple(ids) for apart, ids in found.items()},
    )


@frozen(kw_only=True)
class Atlas:
    """A directory made searchable: villages by code, by name, and by name within a named subdistrict."""

    villages: Mapping[RegionCode, Village]
    by_name: Mapping[str, tuple[RegionCode, ...]]
    subdistricts: Mapping[RegionCode, str]

    @classmethod
    def of(cls, directory: Iterable[tuple[str, str]], within: RegionCode | None) -> "Atlas":
        """Read the pairs of a directory; codes of other levels than village and subdistrict say nothing here."""
        pairs = [(RegionCode.parse(code), name.strip()) for code, name in directory]
        inside = [(c, n) for c, n in pairs if within is None or f"{c}.".startswith(f"{within}.")]
        villages = {code: Village(code, name) for code, name in inside if code.level is Level.VILLAGE}
        by_name: defaultdict[str, list[RegionCode]] = defaultdict(list)
        for village in villages.values():
            by_name[bare(village.name)].append(village.code)
        subdistricts = {code: bare(name) for code, name in inside if code.level is Level.SUBDISTRICT}
        return cls(villages=villages, by_name={n: tuple(c) for n, c in by_name.items()}, subdistricts=subdistricts)

    def locate(self, kim: Kim) -> RegionCode | str:
        """Return the code of a KIM's village, or why there is none: `unlisted`, `ambiguous` or `unrecorded`."""
        code = kim.identity.region
        if code is not None and code.level is Level.VILLAGE:
            return code if code in self.villages else "unlisted"
        if not kim.village:
            return "unrecorded"
        return self.by_its_name(kim)

    def by_its_name(self, kim: Kim) -> RegionCode | str:
        """Return the one village that a KIM's names fit, or why there is none."""
        codes = self.by_name.get(bare(kim.village), ())
        if len(codes) > 1:
            subdistrict = bare(kim.identity.subdistrict)
            codes = tuple(c for c in codes if subdistrict and self.subdistrict_of(c) == subdistrict) or codes
        return codes[0] if len(codes) == 1 else "ambiguous" if codes else "unlisted"

    def subdistrict_of(self, code: RegionCode) -> str:
        """Return the bare name of the subdistrict of a village, or an empty text."""
        parent = code.parent
        return "" if parent is None else self.subdistricts.get(parent, "")


def bare(name: str) -> str:
    """Return the letters and digits of a name, without case and without the kind of region before it."""
    words = name.casefold().replace(".", " ").split()
    words = words[1:] if len(words) > 1 and words[0] in KINDS else words
    return "".join(c for c in "".join(words) if c.isalnum())
