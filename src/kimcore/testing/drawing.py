"""Drawing: strategies for any record of kimcore, from the types and bounds of its fields.

Nothing is registered for types that are not kimcore's: a text here is a text that breaks careless code, elsewhere any.
"""

from datetime import date
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

from attrs import Attribute, fields, has, resolve_types
from hypothesis import strategies as st

from kimcore.affairs import Affair
from kimcore.community import PartnershipTerm
from kimcore.geography import RegionCode
from kimcore.issues import Source
from kimcore.media import Channel, ContentKind, Platform
from kimcore.values import OPEN_ENDED, Period

__all__ = ["counts", "days", "of_type", "periods", "records", "regions", "texts"]

Drawn = st.SearchStrategy[Any]

HOSTILE: Final = (
    *("", " x ", "\x00", "a\nb", "e\u0301", "é", "%", "_", "a", "A", "denied", "null", "1.02", "=1+1", "'=1+1"),
    *("</td>", "'", "\ufdd0", "\U0001f3f3", "\u202e", "_x0041_", "{{ x }}", "\x1b[31m", "../x"),
)
CODES: Final = tuple(member.code for kind in (Affair, ContentKind, Platform, Source) for member in kind)
MOST: Final = 2**62


def texts() -> st.SearchStrategy[str]:
    """Return texts: some that break careless code, some that read like a code, and any other."""
    return st.sampled_from(HOSTILE) | st.sampled_from(CODES) | st.text(max_size=8)


def days() -> st.SearchStrategy[date]:
    """Return days since 17 August 1945, and the one that stands for no end."""
    return st.dates(min_value=date(1945, 8, 17)) | st.just(OPEN_ENDED)


def counts() -> st.SearchStrategy[int]:
    """Return counts that every store can hold."""
    return st.integers(min_value=0, max_value=MOST)


def regions() -> st.SearchStrategy[RegionCode]:
    """Return codes of all four levels."""
    return st.sampled_from(["99", "99.01", "99.01.07", "99.01.07.2007", "12.71.01.1001"]).map(RegionCode)


def periods() -> st.SearchStrategy[Period]:
    """Return periods, open ones too."""
    return st.tuples(days(), days()).map(lambda pair: Period(min(pair), max(pair)))


def channels() -> st.SearchStrategy[Channel]:
    """Return channels of every kind, known by their name or not."""
    return records(Channel) | texts().map(Channel.named)


OWN: Final[dict[Any, Any]] = {
    str: texts,
    date: days,
    int: counts,
    float: lambda: st.floats(allow_nan=False, allow_infinity=False),
    RegionCode: regions,
    Period: periods,
    Channel: channels,
    PartnershipTerm: lambda: records(PartnershipTerm),
}


def of_type(kind: Any) -> Drawn:
    """Return values of a type as it stands at a field of a record."""
    if kind in OWN:
        found: Drawn = OWN[kind]()
        return found
    if get_origin(kind) in (Union, UnionType):
        return st.one_of([of_type(each) for each in get_args(kind)])
    if get_origin(kind) is tuple:
        return st.lists(of_type(get_args(kind)[0]), max_size=3).map(tuple)
    if has(kind):
        return records(kind)
    return st.none() if kind is NoneType else st.from_type(kind)


def of_field(field: "Attribute[Any]") -> Drawn:
    """Return values of a field, numbers within the bounds that its metadata states."""
    low, high = (field.metadata.get(bound) for bound in ("minimum", "maximum"))
    if low is None and high is None:
        return of_type(field.type)
    numbers: Drawn = st.integers(low, MOST if high is None else high)
    if float in get_args(field.type):
        numbers = numbers | st.floats(low, high, allow_nan=False)
    return st.none() | numbers if NoneType in get_args(field.type) else numbers


def records(kind: Any, /, **given: Drawn) -> Drawn:
    """Return records of a class in which every field varies, those with a default too; `given` replaces a field's."""
    every = {a.name: of_field(a) for a in fields(resolve_types(kind)) if a.name not in given}
    return built(kind, st.fixed_dictionaries(every | given))


def built(kind: Any, arguments: Drawn) -> Drawn:
    """Return records of a class from its drawn arguments; the strategy is shown by the class's name alone."""

    def record(draw: st.DrawFn) -> Any:
        """Draw the arguments and make the record."""
        return kind(**draw(arguments))

    record.__name__ = kind.__name__
    return st.composite(record)()
