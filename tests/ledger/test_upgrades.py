"""Payloads of an earlier version are brought to the present form when they are read."""

import pytest
from attrs import evolve

from kimcore.errors import StorageError
from kimcore.ledger import schema_of, upgraded
from tests.ledger.builders import a_document

UPGRADES = {"kim": [lambda old: {"names": [old["name"]]}, lambda old: old | {"version": 3}]}


def test_every_step_from_the_version_written_is_taken() -> None:
    """Version 1 goes through both upgrades, version 2 through the last."""
    old = a_document(payload='{"name":"A"}')
    assert upgraded(old, UPGRADES) == '{"names":["A"],"version":3}'
    assert upgraded(evolve(old, schema=2, payload='{"names":["A"]}'), UPGRADES) == '{"names":["A"],"version":3}'


def test_the_present_version_is_left_as_it_is() -> None:
    """A payload of the present version comes back letter for letter."""
    document = evolve(a_document(payload=' {"name" : "A"} '), schema=3)
    assert upgraded(document, UPGRADES) == document.payload


def test_a_later_version_is_refused() -> None:
    """One version above the present is refused with the remedy."""
    assert schema_of("kim", UPGRADES) == 3
    with pytest.raises(StorageError, match="update kimcore") as caught:
        upgraded(evolve(a_document(), schema=4), UPGRADES)
    assert caught.value.code == "document_newer"


def test_a_kind_without_upgrades_is_at_version_one() -> None:
    """What never changed its form is read as it stands."""
    assert schema_of("issue", UPGRADES) == 1
    assert upgraded(a_document(kind="issue"), UPGRADES) == a_document().payload
