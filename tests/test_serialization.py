"""Serialization: strict, without loss, every fault at once."""

import json
from datetime import date
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from kimcore.affairs import Affair
from kimcore.community import Case, Decree, Identity, Kim, Person, Profile
from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.issues import Issue
from kimcore.media import Channel
from kimcore.monitoring import Content, Observation
from kimcore.serialization import Mismatch, from_json, from_plain, to_json, to_plain
from kimcore.testing import contents, issues, kims, observations
from kimcore.values import DENIED, OPEN_ENDED, Period


def problems(text: str, kind: type) -> dict[str, str]:
    """Return the faults by path, in English."""
    with pytest.raises(InvalidValue) as caught:
        from_json(text, kind)
    found: tuple[Mismatch, ...] = caught.value.params["problems"]  # type: ignore[assignment]
    assert all(p.message.id and p.message.en for p in found)
    return {p.path: p.message.en for p in found}


@given(kims())
def test_kim_comes_back(kim: Kim) -> None:
    """A KIM written as JSON and read again is equal."""
    assert from_json(to_json(kim), Kim) == kim


@given(issues() | contents() | observations())
def test_other_records_come_back(record: Issue | Content | Observation) -> None:
    """Issues, contents and observations written and read again are equal, by plain data as well."""
    assert from_json(to_json(record), type(record)) == record
    assert from_plain(to_plain(record), type(record)) == record


@given(kims())
def test_json_is_ascii(kim: Kim) -> None:
    """The text is ASCII and has plain JSON types alone, so every store and file holds it."""
    text = to_json(kim)
    assert text.isascii()
    assert json.loads(text) == to_plain(kim)


@pytest.mark.parametrize("value", [None, "", "denied", '{"denied": true}', DENIED])
def test_denied_is_no_text(value: Any) -> None:
    """What was denied, the word for it, an empty text and nothing stay four different things."""
    decree = Decree(number=value)
    assert from_json(to_json(decree), Decree).number == value


@pytest.mark.parametrize("value", [(), DENIED, (Channel("radio"),)])
def test_denied_channels(value: Any) -> None:
    """No channel recorded and no channel at all are told apart."""
    assert from_json(to_json(Profile(channels=value)), Profile).channels == value


def test_text_that_reads_like_a_code() -> None:
    """A text that equals the code of an affair stays a text, and the affair an affair."""
    profile = Profile(fields=("1.02", Affair.HEALTH, "sawah"))
    assert to_plain(profile) == {"fields": [{"text": "1.02"}, "1.02", "sawah"]}
    assert from_plain(to_plain(profile), Profile) == profile


def test_small() -> None:
    """Fields at their default are left out."""
    assert to_json(Kim(id="a", office=RegionCode("99.01"), identity=Identity(name="n"))) == (
        '{"id":"a","office":"99.01","identity":{"name":"n"}}'
    )


def test_open_end_is_kept_where_it_is_said() -> None:
    """A decree that is said not to end comes back so; a period is open by default."""
    assert from_json(to_json(Decree(until=OPEN_ENDED)), Decree).is_open_ended
    assert from_json('{"start":"2024-01-01"}', Period).is_open


STRICT = [
    ({"name": 5}, "$.name"),
    ({"name": None}, "$.name"),
    ({"name": "n", "is_officer": 1}, "$.is_officer"),
    ({"name": "n", "civil_servant": None}, "$.civil_servant"),
    ({"name": "n", "civil_servant": "ya"}, "$.civil_servant"),
    ({"name": "n", "civil_servant": []}, "$.civil_servant"),
    ({"name": "n", "civil_servant_since": "20240131"}, "$.civil_servant_since"),
    ({"name": "n", "civil_servant_since": "2024-W01-1"}, "$.civil_servant_since"),
    ({"name": "n", "civil_servant_since": "2024-01-31T00:00:00"}, "$.civil_servant_since"),
    ({"name": "n", "civil_servant_since": 20240131}, "$.civil_servant_since"),
    ({"name": "n", "since": 1}, "$"),
    ({"role": "n"}, "$.name"),
    ([], "$"),
    ("name", "$"),
    (None, "$"),
]


@pytest.mark.parametrize(("plain", "path"), STRICT)
def test_strict(plain: Any, path: str) -> None:
    """Nothing is converted: a number is no text, 1 is not true, only one form is a date."""
    assert list(problems(json.dumps(plain), Person)) == [path]


@pytest.mark.parametrize("ground", [True, 2.0, "2", None])
def test_strict_whole_numbers(ground: Any) -> None:
    """True, 2.0 and "2" are no whole numbers."""
    assert list(problems(json.dumps({"ground": ground}), Case)) == ["$.ground"]


PROFILE = [
    {"power": "5"},
    {"power": 5.0},
    {"power": True},
    {"interest": "5"},
    {"interest": True},
    {"channels": {"denied": False}},
    {"channels": {"denied": 1}},
    {"channels": "radio"},
    {"fields": {"0": "a"}},
    {"fields": [{"text": "sawah"}]},
    {"fields": [{"text": []}]},
    {"fields": [None]},
    {"phone": {"denied": True, "x": 1}},
    {"phone": 812},
    {"frequency": {"count": -1, "span": None}},
]


@pytest.mark.parametrize("plain", PROFILE)
def test_strict_unions(plain: Any) -> None:
    """A union takes its members' own forms alone."""
    (path,) = problems(json.dumps(plain), Profile)
    assert path.startswith(f"$.{next(iter(plain))}")


def test_every_fault_at_once() -> None:
    """Faults of all depths are listed together, each with its path."""
    people = [{"name": "a"}, {"name": 1, "x": 2}]
    text = json.dumps({"id": 1, "office": "99.1", "board": {"people": people}, "cases": [{"ground": 9}], "more": 1})
    assert set(problems(text, Kim)) == {
        "$",
        "$.id",
        "$.office",
        "$.identity",
        "$.board.people[1]",
        "$.board.people[1].name",
        "$.cases[0]",
    }


@pytest.mark.parametrize("text", ["", "[", "{'a':1}", '{"a":1}x', "[" * 100_000])
def test_no_json(text: str) -> None:
    """What is no JSON is refused as such, at any depth."""
    assert problems(text, Person) == {"$": "is no JSON"}


@pytest.mark.parametrize("text", ['{"interest":NaN}', '{"interest":-Infinity}'])
def test_no_nan(text: str) -> None:
    """NaN and the infinities are refused."""
    assert problems(text, Profile) == {"$": "NaN and Infinity are no JSON"}


def test_key_twice() -> None:
    """An object with a key twice is refused, for one of the values would be lost."""
    assert problems('{"name":"a","name":"b"}', Person) == {"$": "an object has a key twice"}


@given(st.text(min_size=6, alphabet="XYZ"))
def test_values_are_not_shown(secret: str) -> None:
    """The faults do not show the value, for it may be personal."""
    plain = {"name": [secret], "civil_servant": secret, "civil_servant_since": secret, "role": {"a": secret}}
    with pytest.raises(InvalidValue) as caught:
        from_plain(plain, Person)
    assert secret not in str(caught.value) + caught.value.say("id")


@frozen(kw_only=True)
class Decision:
    """A record that this module does not know."""

    on: date
    by: str
    about: Affair | None = None


def test_a_new_record_needs_nothing() -> None:
    """A record defined elsewhere is written and read without being registered."""
    decision = Decision(on=date(2024, 1, 1), by="n", about=Affair.HEALTH)
    assert from_json(to_json(decision), Decision) == decision
