"""The quick ways to read a document take what the careful one takes, and nothing else."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from kimcore.affairs import Affair
from kimcore.community import Activity, Case, Decree, Kim, Person, Profile
from kimcore.errors import InvalidValue
from kimcore.media import Channel
from kimcore.serialization import from_careful_json, from_json, from_plain, to_json, to_plain
from kimcore.serialization.converters import careful
from kimcore.serialization.quick import quick_reader
from kimcore.serialization.readers import plain_reader
from kimcore.testing import contents, issues, kims, observations
from kimcore.values import DENIED, Period
from tests.builders import a_decision, a_kim

pytest.importorskip("msgspec")

JUNK: list[Any] = [None, "", "x", "denied", "1.02", "yes", "2024-02-30", "20240131", "99.01", 0, 5, -1, 5.0, True]
JUNK += [[], {}, ["x"], [None], {"denied": True}, {"denied": 1}, {"denied": False}, {"text": "1.02"}, {"text": "x"}]


def read_by(way: Callable[[Any], Any] | None, given: Any) -> Any:
    """Return what a quick way reads, or None where it is not sure."""
    assert way is not None
    try:
        return way(given)
    except Exception:
        return None


@given(kims() | issues() | contents() | observations())
def test_records_are_read_quickly(record: Any) -> None:
    """What a store holds is read by the readers without the converter; the value is equal."""
    kind: Any = type(record)
    assert read_by(plain_reader(kind), to_plain(record)) in {record, None}
    assert from_json(to_json(record), type(record)) == from_careful_json(to_json(record), type(record)) == record


@pytest.mark.parametrize("record", [a_kim(), a_decision(), Period(date(2024, 1, 1)), Decree(number=DENIED)])
def test_usual_records_need_no_converter(record: Any) -> None:
    """A usual record is read by both quick ways, so that they are not idle."""
    kind: Any = type(record)
    assert read_by(quick_reader(kind), to_json(record)) == record
    assert read_by(plain_reader(kind), to_plain(record)) == record


def test_letters_beyond_ascii_are_read_quickly() -> None:
    """Names with other letters, quotes and signs are read by msgspec too."""
    person = Person(name="Nurhayati “Ibu” – É \U0001f600", role='"a": 1')
    assert read_by(quick_reader(Person), to_json(person)) == person


def put(plain: Any, path: list[int], junk: Any) -> Any:
    """Return plain data with junk put in place of a value that a path of numbers leads to."""
    if not path or not isinstance(plain, dict | list) or not plain:
        return junk
    keys = list(plain) if isinstance(plain, dict) else list(range(len(plain)))
    key = keys[path[0] % len(keys)]
    changed = put(plain[key], path[1:], junk)
    if isinstance(plain, dict):
        return plain | {key: changed}
    return [*plain[:key], changed, *plain[key + 1 :]]


def told(read: Callable[[], Any]) -> Any:
    """Return what is read, in a form that tells 1 from true and 1.0, or None where it is refused."""
    try:
        return repr(to_plain(read()))
    except Exception:
        return None


@given(kims(), st.lists(st.integers(0, 30), min_size=1, max_size=4), st.sampled_from(JUNK), st.booleans())
def test_junk_is_read_as_the_careful_converter_reads_it(kim: Kim, path: list[int], junk: Any, as_key: bool) -> None:
    """Whatever stands in a document, the quick ways read it as the careful one does, or leave it alone."""
    plain = put(to_plain(kim), path, junk)
    if as_key and isinstance(plain, dict):
        plain = plain | {"unknown": junk}
    wanted = told(lambda: careful().structure(plain, Kim))
    assert told(lambda: from_plain(plain, Kim)) == wanted
    assert told(lambda: from_json(json.dumps(plain), Kim)) == wanted
    assert told(lambda: from_json(json.dumps(plain, separators=(",", ":")), Kim)) == wanted


DOUBTFUL = [
    '{"name": "a"}',
    '{"name":"a","name":"b"}',
    '{"name":"a","role":""}',
    '{"name":"a","since":1}',
    '{"name":"é"}',
    '{"name":"a","is_officer":1}',
    '{"name":"a","civil_servant_since":"2024-01-31T00:00:00"}',
    '{"role":"a"}',
    '"name"',
    "",
]


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_to_json_does_not_write_is_left_to_the_careful_way(text: str) -> None:
    """Msgspec alone would take blanks, doubled keys, unknown keys of some classes: nothing is taken on its word."""
    assert read_by(quick_reader(Person), text) is None


@pytest.mark.parametrize("text", ['{"number":{"denied":false}}', '{"number":{"denied":1}}', '{"number":{}}'])
def test_a_denial_is_true(text: str) -> None:
    """Only `{"denied": true}` denies."""
    assert read_by(quick_reader(Decree), text) is None
    with pytest.raises(InvalidValue):
        from_json(text, Decree)


def test_a_score_keeps_its_kind() -> None:
    """A whole number stays whole and a fraction a fraction."""
    for text in ('{"interest":5}', '{"interest":5.0}', '{"interest":0.1}'):
        assert repr(from_json(text, Profile).interest) == text[12:-1]


@pytest.mark.parametrize("way", [quick_reader, plain_reader])
def test_constructors_checks_hold(way: Any) -> None:
    """What the constructor refuses is refused by the quick ways."""
    assert read_by(way(Case), '{"ground":8}' if way is quick_reader else {"ground": 8}) is None
    text = '{"start":"2024-02-01","end":"2024-01-01"}'
    assert read_by(way(Period), text if way is quick_reader else json.loads(text)) is None


def test_what_is_read_quickly_is_frozen_and_of_its_class() -> None:
    """A record that was read is a record like any other."""
    for found in (from_json('{"activity":"a"}', Activity), from_plain({"activity": "a"}, Activity)):
        assert type(found) is Activity
        assert hash(found) == hash(Activity(activity="a"))
        with pytest.raises(AttributeError):
            found.activity = "b"  # type: ignore[misc]


def doubled(value: int) -> int:
    """Return twice a number."""
    return 2 * value


@frozen
class Converted:
    """A record whose constructor converts."""

    number: int = field(converter=doubled)


@frozen
class Anything:
    """A record with a field of no known type."""

    values: dict[str, int] = field(factory=dict)
    channels: tuple[Channel | Affair, ...] = ()


@pytest.mark.parametrize("kind", [Converted, Anything, str])
def test_other_classes_have_no_quick_way(kind: Any) -> None:
    """A class whose constructor does more, or whose fields are of another type, is left to the converter."""
    assert quick_reader(kind) is None
    assert plain_reader(kind) is None
