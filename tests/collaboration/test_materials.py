"""Materials: why they are made, what forbids a dissemination, and which media and actions there are."""

from datetime import date
from typing import Any

import pytest

from kimcore.collaboration import (
    Cancellation,
    Dissemination,
    DisseminationAction,
    Initiative,
    Origin,
    call_off,
    disseminate,
    record_stage,
)
from kimcore.collaboration.materialplans import MEDIA_CLAUSES
from kimcore.errors import InvalidValue, NotAllowed
from kimcore.media import MediaKind
from tests.collaboration.made_up import DAY, START, a_dissemination, a_material, done, skipped

ACTIONS = ["share_link", "post", "publish", "explain", "literacy"]
CLAUSES = ["IV.B.action.1", "IV.B.action.2", "IV.B.action.3", "IV.B.action.4", "IV.B.literacy"]
MEDIA = [MediaKind.MESSAGING, MediaKind.SOCIAL, MediaKind.ONLINE, MediaKind.FACE_TO_FACE, None]


@pytest.mark.clause("IV.B.action.1", "IV.B.action.2", "IV.B.action.3", "IV.B.action.4", "IV.B.literacy")
def test_there_are_four_actions_and_literacy() -> None:
    """Each with its clause and its medium; literacy may use any."""
    found = [(a.code, a.clause, a.medium) for a in DisseminationAction]
    assert found == list(zip(ACTIONS, CLAUSES, MEDIA, strict=True))


@pytest.mark.clause(
    "IV.D.media.1",
    "IV.D.media.2",
    "IV.D.media.3",
    "IV.D.media.4",
    "IV.D.media.5",
    "IV.D.media.6",
    "IV.D.media.7",
)
def test_there_are_seven_media() -> None:
    """R8: those of Tabel 4.6, in its order; a dissemination tells the clause of its medium."""
    assert [(m.code, MEDIA_CLAUSES[m].id) for m in MediaKind] == [
        ("print", "IV.D.media.1"),
        ("broadcast", "IV.D.media.2"),
        ("social", "IV.D.media.3"),
        ("messaging", "IV.D.media.4"),
        ("online", "IV.D.media.5"),
        ("outdoor", "IV.D.media.6"),
        ("face_to_face", "IV.D.media.7"),
    ]
    for medium in MediaKind:
        made = Dissemination(kim="kim-1", on=START, medium=medium)
        assert (made.used, made.clause) == (medium, MEDIA_CLAUSES[medium])


@pytest.mark.parametrize("action", list(DisseminationAction))
@pytest.mark.parametrize("medium", [*MediaKind, None])
def test_a_medium_fits_its_action(action: DisseminationAction, medium: MediaKind | None) -> None:
    """An action with a medium of its own takes that one or none; literacy takes any, but one it needs."""
    own = action.medium
    if (medium is None) if own is None else (medium not in (None, own)):
        with pytest.raises(InvalidValue, match="the medium does not fit the action") as caught:
            a_dissemination(action=action, medium=medium)
        error = caught.value
        assert (error.code, error.field, error.clause) == ("dissemination_medium", "medium", action.clause)
        assert action.say("id") in error.say("id")
        assert action.say("en") in error.say("en")
    else:
        assert a_dissemination(action=action, medium=medium).used is (medium or own)


def test_a_dissemination_has_an_action_or_a_medium() -> None:
    """Print, broadcast and outdoor media have no action in Tabel 4.3."""
    with pytest.raises(InvalidValue) as caught:
        a_dissemination(action=None)
    assert caught.value.clause == "IV.B.A.action"
    assert caught.value.say("id").endswith("keduanya kosong: tanpa aksi")
    assert a_dissemination(action=None, medium=MediaKind.PRINT).action is None


@pytest.mark.clause("IV.D.proactive", "IV.D.responsive")
def test_a_responsive_material_names_its_issue() -> None:
    """A proactive one need not."""
    with pytest.raises(InvalidValue, match="names the issue it answers") as caught:
        a_material(initiative=Initiative.RESPONSIVE, issue=" ")
    error = caught.value
    assert (error.code, error.field, error.clause) == ("material_issue", "issue", "IV.D.responsive")
    assert error.say("id") == "bahan responsif menyebut isu yang ditanggapi"
    assert a_material(initiative=Initiative.RESPONSIVE, issue="issue-1").issue == "issue-1"
    assert a_material().initiative is Initiative.PROACTIVE
    assert [(i.code, i.clause.id) for i in Initiative] == [
        ("proactive", "IV.D.proactive"),
        ("responsive", "IV.D.responsive"),
    ]


def approved(on: date = START, **changes: Any) -> Any:
    """Return a material without disseminations that was approved on a day."""
    material = a_material(disseminations=(), origin=Origin.NARRATIVE, **changes)
    return record_stage(material, done("approval", on))


@pytest.mark.clause("IV.B.A.action")
@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_material_is_disseminated_once_approved(days: int) -> None:
    """On the day of its approval or later."""
    made = a_dissemination(on=START + days * DAY)
    material = approved()
    assert material.approved_on(made.on) is (days >= 0)
    if days >= 0:
        assert disseminate(disseminate(material, made), made).disseminations == (made, made)
    else:
        with pytest.raises(NotAllowed, match="cannot be disseminated: not approved by 1 March 2026"):
            disseminate(material, made)


@pytest.mark.clause("IV.B.A.action")
def test_a_dissemination_is_refused_with_every_reason() -> None:
    """Not approved, and by a KIM that has no part in the material."""
    with pytest.raises(NotAllowed) as caught:
        disseminate(a_material(), a_dissemination(kim="kim-9"))
    error = caught.value
    assert (error.code, error.clause) == ("dissemination_not_allowed", "IV.B.A.action")
    assert error.say("en") == (
        "cannot be disseminated: not approved by 20 March 2026; KIM kim-9 has no part in the material"
    )
    assert error.say("id").startswith("tidak dapat didiseminasikan: belum disetujui pada 20 Maret 2026; KIM kim-9 ")


def test_what_was_skipped_or_called_off_is_not_approved() -> None:
    """An approval that was skipped is none, and one of a material called off lasts to the eve."""
    material = a_material(origin=Origin.NARRATIVE)
    assert not record_stage(material, skipped("approval", START)).approved_on(START)
    ended = call_off(approved(), Cancellation(on=START + DAY, by="made-up officer", reason="contoh"))
    assert [ended.approved_on(START + n * DAY) for n in (0, 1)] == [True, False]
