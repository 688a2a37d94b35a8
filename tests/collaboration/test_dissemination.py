"""What materials add to the log of a KIM, and their numbers over a period."""

from datetime import date

import pytest

from kimcore.collaboration import (
    DisseminationAction,
    Initiative,
    activity_of,
    log_rows,
    summary,
    with_disseminations,
)
from kimcore.community import Activity
from kimcore.media import MediaKind
from kimcore.monitoring import Sum, activity_log
from kimcore.testing import a_kim
from kimcore.values import Period
from tests.collaboration.made_up import a_dissemination, a_material

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
POST = Activity(
    on=date(2026, 3, 20),
    activity="posting di akun media sosial KIM: Bahan Contoh",
    format="media sosial",
    count=2,
    proof="https://example.invalid/post",
)


@pytest.mark.clause("IV.B.A.action", "IV.B.literacy")
def test_each_dissemination_is_a_row_of_the_log() -> None:
    """Action and title, medium, number, day and proof; without an action the medium is named."""
    material = a_material()
    assert activity_of(material, material.disseminations[0]) == POST
    taught = activity_of(material, material.disseminations[1])
    assert (taught.activity, taught.format, taught.count) == (
        "literasi informasi khalayak: Bahan Contoh",
        "komunikasi tatap muka",
        None,
    )
    printed = activity_of(material, a_dissemination(action=None, medium=MediaKind.PRINT))
    assert (printed.activity, printed.format) == ("media cetak: Bahan Contoh", "media cetak")


@pytest.mark.clause("IV.B.A.action")
def test_the_log_of_a_kim_takes_its_disseminations_once() -> None:
    """What stands in it already is not added again, nor what other KIMs did; nothing new changes nothing."""
    other = a_dissemination(kim="kim-2")
    own = Activity(on=date(2026, 3, 1))
    material = a_material(disseminations=(a_dissemination(), other, a_dissemination()))
    kim = a_kim(log=(own,))
    found = with_disseminations(kim, [material])
    assert found.log == (own, POST)
    assert with_disseminations(found, [material]) is found
    assert with_disseminations(kim, []) is kim
    assert activity_log([found], MARCH).counted == Sum(2, 1, 2)


def test_disseminations_are_rows_of_the_table() -> None:
    """By KIM as given, each with its name and village; KIMs that are not given are left out."""
    materials = [a_material(), a_material(title="Kedua", disseminations=(a_dissemination(kim="kim-2"),))]
    rows = log_rows(iter(materials), [a_kim(id="kim-2"), a_kim()])
    assert [(r.kim, r.activity.activity.partition(": ")[2]) for r in rows] == [
        ("kim-2", "Kedua"),
        ("kim-1", "Bahan Contoh"),
        ("kim-1", "Bahan Contoh"),
    ]
    assert {(r.name, r.village) for r in rows} == {("KIM Contoh", "Desa Contoh")}


@pytest.mark.clause("IV.D.proactive", "IV.D.responsive")
def test_a_period_is_counted_by_action_medium_and_initiative() -> None:
    """Both days of the period belong to it; what nobody used stands as none, blank numbers stay unknown."""
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)]
    answer = a_material(
        initiative=Initiative.RESPONSIVE, issue="i", disseminations=tuple(a_dissemination(on=d, count=5) for d in days)
    )
    printed = a_dissemination(action=None, medium=MediaKind.PRINT, count=None)
    found = summary([a_material(), answer, a_material(disseminations=(printed,))], MARCH)
    assert found.by_action == {
        DisseminationAction.SHARE_LINK: 0,
        DisseminationAction.POST: 3,
        DisseminationAction.PUBLISH: 0,
        DisseminationAction.EXPLAIN: 0,
        DisseminationAction.LITERACY: 1,
        None: 1,
    }
    assert {m.code: n for m, n in found.by_medium.items() if n} == {"print": 1, "social": 3, "face_to_face": 1}
    assert len(found.by_medium) == 7
    assert found.by_initiative == {Initiative.PROACTIVE: 3, Initiative.RESPONSIVE: 2}
    assert found.counted == Sum(12, 3, 5)
    assert found.period == MARCH
