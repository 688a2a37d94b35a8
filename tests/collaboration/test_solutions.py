"""Forms of capacity events, and which of them needs and issues suggest."""

import pytest
from attrs import evolve

from kimcore.collaboration import EventForm, NeedElement, suggest_forms
from kimcore.collaboration.solutions import FORM_OF
from kimcore.mapping import CutOffs, place_all
from kimcore.testing import an_issue
from tests.collaboration.made_up import DAY, NO, START, YES
from tests.collaboration.test_needs import needs
from tests.mapping.builders import subject


@pytest.mark.clause("IV.C.form.1", "IV.C.form.2", "IV.C.form.3", "IV.C.form.4")
def test_there_are_four_forms() -> None:
    """Those of Tabel 4.4, each with its clause."""
    assert [(f.say("id"), f.clause.id) for f in EventForm] == [
        ("Bimbingan Teknis", "IV.C.form.1"),
        ("Workshop/Lokakarya", "IV.C.form.2"),
        ("Sarasehan", "IV.C.form.3"),
        ("Forum Diskusi", "IV.C.form.4"),
    ]


@pytest.mark.clause("IV.A.basis")
def test_every_need_has_a_form() -> None:
    """Training for media and skills, a workshop for content and production, a forum for members."""
    assert {e.code: FORM_OF[e].code for e in NeedElement} == {
        "media": "technical_training",
        "content": "workshop",
        "members": "discussion_forum",
        "skills": "technical_training",
        "production": "workshop",
    }


@pytest.mark.clause("IV.A.basis", "IV.C.basis")
def test_needs_and_issues_suggest_forms_with_their_reason() -> None:
    """Most KIMs first; the issues tied to those KIMs are named, and ask for an expert talk of those in need."""
    found = [needs("kim-2", media=YES, members=YES), needs("kim-1", members=YES, content=NO), needs("kim-3")]
    issues = [
        an_issue(id="i-1", title="Banjir", kims=("kim-2", "kim-3")),
        an_issue(id="i-2", title="Stunting", kims=("kim-1", "kim-2")),
        an_issue(id="i-3", title="Lain", kims=("kim-3", "kim-9")),
    ]
    made = suggest_forms(found, issues, START)
    assert [(s.form.code, s.element and s.element.code, s.kims, s.issues) for s in made] == [
        ("discussion_forum", "members", ("kim-1", "kim-2"), ("i-1", "i-2")),
        ("technical_training", "media", ("kim-2",), ("i-1", "i-2")),
        ("expert_talk", None, ("kim-2",), ("i-1",)),
        ("expert_talk", None, ("kim-1", "kim-2"), ("i-2",)),
    ]
    assert made[0].reason.en == (
        "A suggestion, not the office's decision: 2 KIM(s) need members who take part (IV.A.3); "
        "issues tied to them: Banjir, Stunting."
    )
    assert made[0].reason.id == (
        "Saran, bukan penetapan Dinas: kebutuhan jumlah anggota yang terlibat pada 2 KIM (IV.A.3); "
        "isu terkait: Banjir, Stunting."
    )
    assert made[2].reason.en == (
        "A suggestion, not the office's decision: the issue “Banjir” concerns 1 KIM(s) in need (IV.C.basis)."
    )
    assert made[2].reason.id.startswith("Saran, bukan penetapan Dinas: isu “Banjir” terkait 1 KIM ")


def test_without_issues_a_need_still_suggests_its_form() -> None:
    """Equal numbers stand in the order of the table; what was found later suggests nothing yet."""
    made = suggest_forms([needs(media=YES, production=YES), needs("kim-2", START + DAY, media=YES)], [], START)
    assert [(s.element and s.element.code, s.kims) for s in made] == [("media", ("kim-1",)), ("production", ("kim-1",))]
    assert made[0].reason.en.endswith("1 KIM(s) need media that are run (IV.A.1).")
    assert suggest_forms([needs(media=NO)], [an_issue(kims=("kim-1",))], START) == ()


@pytest.mark.clause("IV.C.basis", "I.A.4")
def test_the_map_tells_whom_to_develop_and_in_which_order() -> None:
    """By priority, those that are not on the map last; those of quadrant 3 are named and counted."""
    cutoffs = CutOffs.at(interest=50, power=50, influence=50)
    placed = place_all([subject(90, 10, 10, id="kim-2"), subject(90, 90, 90, id="kim-3"), subject(id="kim-4")], cutoffs)
    assert [(p.subject.id, p.quadrant) for p in placed] == [("kim-3", 1), ("kim-2", 3), ("kim-4", None)]
    found = [needs(f"kim-{n}", media=YES) for n in (1, 2, 3, 0, 4)]
    media, talk = suggest_forms(found, [an_issue(title="Banjir", kims=("kim-1", "kim-2", "kim-3"))], START, placed)
    assert media.kims == ("kim-3", "kim-2", "kim-4", "kim-0", "kim-1")
    assert talk.kims == ("kim-3", "kim-2", "kim-1")
    assert media.develop == talk.develop == ("kim-2",)
    assert media.reason.en.endswith("; issues tied to them: Banjir; to be developed by the map: 1.")
    assert media.reason.id.endswith("; isu terkait: Banjir; perlu pembinaan menurut peta: 1.")
    assert talk.reason.en.endswith("in need (IV.C.basis); to be developed by the map: 1.")
    alone = [evolve(p, priority=None) for p in placed]
    assert suggest_forms(found, [], START, alone)[0].kims == ("kim-0", "kim-1", "kim-2", "kim-3", "kim-4")
