"""Known: contents and figures stored before, for the columns that a file of Media Sosial or Audiens lacks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from kimcore.media import Platform
from kimcore.monitoring.observations import MANUAL, Content, Indicator, Observation

__all__ = ["CONTENT_FIELDS", "KnownFigures"]

CONTENT_FIELDS: Final[tuple[str, ...]] = ("platform", "account", "title", "format", "shown", "link")
NAMING = ("title", "shown", "account", "platform", "link")


class KnownFigures:
    """Fills what a row cannot say because its file has no column for it: an absent column changes nothing."""

    def __init__(self, contents: Iterable[Content] = (), observations: Iterable[Observation] = ()) -> None:
        """Keep the contents, and the typed figures of audiences that stand by KIM and day."""
        self.contents = tuple(contents)
        self.indexes: dict[str, dict[tuple[str, Any], list[Content]]] = {}
        self.audiences: defaultdict[tuple[str, Any], list[Observation]] = defaultdict(list)
        for seen in observations:
            if seen.indicator is Indicator.AUDIENCE and seen.provider == MANUAL:
                self.audiences[seen.kim, seen.observed].append(seen)

    def content(self, kim: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of a content that a row lacks, of the one content that fits what it has; else none."""
        if len(fields) == len(CONTENT_FIELDS):
            return {}
        names = ["link"] if fields.get("link") else [key for key in NAMING if key in fields]
        found = self.by(names[0]).get((kim, compared(fields[names[0]])), []) if names else []
        return lacking([c for c in found if alike(c, fields, names)], fields, CONTENT_FIELDS)

    def by(self, name: str) -> dict[tuple[str, Any], list[Content]]:
        """Return the contents by their KIM and one field; made when it is first needed."""
        if name not in self.indexes:
            index: defaultdict[tuple[str, Any], list[Content]] = defaultdict(list)
            for content in self.contents:
                index[content.kim, compared(getattr(content, name))].append(content)
            self.indexes[name] = index
        return self.indexes[name]

    def audience(self, kim: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the platform or account that a row of Audiens lacks, of the one figure of its day that fits."""
        fields = {key: values[key] for key in ("platform", "account") if key in values}
        if len(fields) == 2:
            return {}
        fits = [o for o in self.audiences.get((kim, values.get("observed")), ()) if alike(o, fields, list(fields))]
        return lacking(fits, fields, ("platform", "account"))


def lacking(fits: list[Any], fields: Mapping[str, Any], offered: Iterable[str]) -> dict[str, Any]:
    """Return the fields that are not given, of the only thing that fits; nothing where none or several do."""
    return {key: getattr(fits[0], key) for key in offered if key not in fields} if len(fits) == 1 else {}


def alike(known: object, fields: Mapping[str, Any], names: Iterable[str]) -> bool:
    """Tell whether a known thing says the same as a row in some fields; case does not matter."""
    return all(compared(getattr(known, name)) == compared(fields[name]) for name in names)


def compared(value: Any) -> Any:
    """Return a field as it is compared."""
    if isinstance(value, Platform):
        return value.code
    return value.casefold() if isinstance(value, str) else value
