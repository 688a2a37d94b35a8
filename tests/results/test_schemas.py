"""Schemas of stored entities: they take what is written, and refuse what reading refuses."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kimcore.errors import InvalidValue, NotFound
from kimcore.monitoring import Indicator, Observation
from kimcore.partnership import DecisionKind
from kimcore.results import DOCUMENTS, ENTITIES, schema
from kimcore.results.shapes import schema_of
from kimcore.serialization import from_plain, to_plain
from kimcore.testing import a_decision, a_kim, contents, decisions, issues, kims, observations
from kimcore.values import Outcome

NAMES = [*DOCUMENTS, *(kind.__name__.lower() for kind in ENTITIES)]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_of_draft_2020_12(name: str) -> None:
    """It is valid itself, and has an id and a title of its own."""
    found = schema(name)
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["$id"].startswith("urn:kimcore:")
    assert json.loads(json.dumps(found)) == found


def test_ids_and_titles_differ() -> None:
    """No two schemas bear one name."""
    for key in ("$id", "title"):
        assert len({schema(name)[key] for name in NAMES}) == len(NAMES)


def test_an_unknown_schema_is_refused() -> None:
    """The error lists the names."""
    with pytest.raises(NotFound, match="assess"):
        schema("nope")


@given(st.one_of(kims(), issues(), contents(), observations(), decisions()))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_what_is_written_fits_its_schema(entity: object) -> None:
    """Whatever a constructor allows."""
    Draft202012Validator(schema(type(entity).__name__.lower())).validate(to_plain(entity))


def broken(plain: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """Return plain data with another value at a path of keys."""
    copy: Any = json.loads(json.dumps(plain))
    place = copy
    *parents, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    for key in parents:
        place = place[key]
    place[last] = value
    return copy  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("nope", 1),
        ("id", 1),
        ("identity.name", None),
        ("identity.type", "C"),
        ("identity.region", "99.1"),
        ("profile.phone", {"denied": False}),
        ("board.people.0.civil_servant", "maybe"),
        ("documents.decrees.0.issued", "2024-1-1"),
        ("answers.villages_reached", "1"),
        ("answers.nope", True),
    ],
)
def test_what_reading_refuses_does_not_fit(path: str, value: object) -> None:
    """A key that is not known, a value of another kind, a code that is none."""
    plain = broken(to_plain(a_kim()), path, value)
    assert not Draft202012Validator(schema("kim")).is_valid(plain)
    with pytest.raises(InvalidValue):
        from_plain(plain, type(a_kim()))


def test_a_missing_key_does_not_fit_where_the_field_has_no_default() -> None:
    """A KIM has an id, an office and an identity; the rest may be absent."""
    found = schema("kim")
    assert found["required"] == ["id", "office", "identity"]
    assert Draft202012Validator(found).is_valid({"id": "k", "office": "99.01", "identity": {"name": "x"}})


@pytest.mark.parametrize(("path", "value"), [("profile.interest", 101), ("profile.power", -1), ("cases.0.ground", 8)])
def test_the_bounds_of_a_field_are_in_its_schema(path: str, value: int) -> None:
    """They are written once, in the metadata of the field."""
    plain = to_plain(a_kim()) | {"cases": [{"ground": 1}]}
    assert not Draft202012Validator(schema("kim")).is_valid(broken(plain, path, value))


def test_a_field_tells_its_clause_and_its_class_of_personal_data() -> None:
    """Programs can read them from the schema."""
    answers = schema("kim")["$defs"]["Answers"]["properties"]
    assert (answers["criminal_case"]["x-clause"], answers["criminal_case"]["x-privacy"]) == (
        "II.B.4.admin.2",
        "specific",
    )


def test_a_text_that_reads_like_a_code_has_its_own_form() -> None:
    """A platform called `instagram` that is meant as text is written as an object."""
    found = Observation(kim="k", platform="instagram", indicator=Indicator.LIKE, observed=date(2026, 1, 1), value=1)
    plain = to_plain(found)
    assert plain["platform"] == {"text": "instagram"}
    assert Draft202012Validator(schema("observation")).is_valid(plain)


def test_every_kind_of_decision_fits() -> None:
    """With its ground, finding or term."""
    for kind in DecisionKind:
        Draft202012Validator(schema("decision")).validate(to_plain(a_decision(kind.code)))


def test_a_shape_that_is_none_is_refused() -> None:
    """A mistake in a shape does not pass as anything goes."""
    with pytest.raises(TypeError, match="no shape"):
        schema_of(1.5)
    with pytest.raises(KeyError):
        schema_of("texts")


def test_a_shape_says_what_may_be_null_or_absent() -> None:
    """The marks of the short notation."""
    found = schema_of({"a": "text?", "b?": ["count"], "c": (Outcome, None), "*": "boolean"})
    check = Draft202012Validator(found)
    assert check.is_valid({"a": None, "c": "met", "more": True})
    assert check.is_valid({"a": "x", "b": [0], "c": None})
    for wrong in ({"c": None}, {"a": 1, "c": None}, {"a": "x", "b": [-1], "c": None}, {"a": "x", "c": "yes"}):
        assert not check.is_valid(wrong)
    assert not check.is_valid({"a": "x", "c": None, "more": 1})
