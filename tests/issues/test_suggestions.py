"""KIMs suggested for an issue, by field and audience."""

from random import Random

import pytest

from kimcore.affairs import Affair
from kimcore.community import Kim, Profile
from kimcore.issues import matrix, suggest, suggest_all, words_of
from tests.issues.builders import an_issue
from tests.monitoring.builders import a_kim

ISSUE = an_issue(title="Stunting pada balita di wilayah pesisir", affair=Affair.HEALTH, kims=("tied",))

pytestmark = pytest.mark.clause("III.B.matrix", "II.B.3.map.c")


def interested(
    id: str,
    name: str = "KIM Anyelir",
    *,
    fields: tuple[Affair | str, ...] = (),
    audience: str = "",
    issues: tuple[str, ...] = (),
) -> Kim:
    """Return a KIM with fields, an audience and public issues."""
    return a_kim(id, name, profile=Profile(fields=fields, audience=audience, issues=issues))


KIMS = [
    interested("tied", fields=(Affair.HEALTH,), audience="ibu balita"),
    interested("words", "KIM Cempaka", audience="Keluarga nelayan pesisir", issues=("Gizi balita",)),
    interested("field", "KIM Melati", fields=(Affair.TRADE, Affair.HEALTH)),
    interested("both", "KIM Wijaya", fields=(Affair.HEALTH,), audience="Ibu dengan balita"),
    interested("less", "KIM Asoka", audience="nelayan pesisir"),
    interested("none", fields=(Affair.TRADE,), audience="warga di wilayah kota"),
]


@pytest.mark.clause("II.A.p3")
def test_field_comes_first_then_more_words_then_name() -> None:
    """Those with the field of the issue stand before those with its words alone; those with neither are left out."""
    found = suggest(ISSUE, KIMS)
    assert [(s.kim, s.words) for s in found] == [
        ("both", ("balita",)),
        ("field", ()),
        ("words", ("balita", "pesisir")),
        ("less", ("pesisir",)),
    ]


def test_a_tie_of_the_office_is_never_suggested_and_never_changed() -> None:
    """Suggestions leave out the KIMs of the issue, and the matrix has no suggested one."""
    assert "tied" not in {s.kim for s in suggest(ISSUE, KIMS)}
    assert matrix([ISSUE], {})[0].kims == ("tied",)


def test_a_suggestion_says_that_it_is_one_and_why() -> None:
    """The reason names what is shared, in both languages, and that the office did not say so."""
    first = suggest(ISSUE, KIMS)[0]
    assert first.is_suggestion
    assert first.reason.id == "Saran, bukan penetapan Dinas: bidang sama (Kesehatan); kata yang sama: balita."
    assert first.reason.en == "A suggestion, not the office's own tie: same field (Health); words in common: balita."


def test_a_reason_names_only_what_is_shared() -> None:
    """Field alone and words alone are said alone."""
    reasons = {s.kim: s.reason.en for s in suggest(ISSUE, KIMS)}
    assert reasons["field"].endswith("own tie: same field (Health).")
    assert reasons["less"].endswith("own tie: words in common: pesisir.")


def test_the_order_of_kims_does_not_matter() -> None:
    """Shuffled KIMs are suggested in the same order."""
    shuffled = KIMS[:]
    Random(5).shuffle(shuffled)
    assert suggest(ISSUE, shuffled) == suggest(ISSUE, KIMS)


def test_many_issues_are_suggested_for_as_each_alone() -> None:
    """Suggestions for several issues stand in the order of the issues."""
    other = an_issue(id="i2", title="Pupuk", affair=Affair.TRADE)
    assert suggest_all([other, ISSUE], KIMS) == suggest(other, KIMS) + suggest(ISSUE, KIMS)


@pytest.mark.parametrize(("typed", "same"), [("kebencanaan ", True), ("Bencana", False)])
def test_a_field_outside_the_affairs_is_compared_as_text(typed: str, same: bool) -> None:
    """Without case and outer blanks; it is not guessed to be another field."""
    issue = an_issue(title="X", affair="Kebencanaan")
    assert bool(suggest(issue, [interested("a", fields=(typed,))])) is same


def test_an_issue_without_a_field_is_suggested_for_by_words_alone() -> None:
    """A field that is not recorded is shared with nobody."""
    assert [s.kim for s in suggest(an_issue(title="Balita"), KIMS)] == ["tied", "words", "both"]


def test_words_that_tie_nothing_are_left_out() -> None:
    """Short words, numbers and the words of every issue do not count; case does not matter."""
    assert words_of("Isu strategis 12345: SAMPAH di desa", "sampah plastik") == {"sampah", "plastik"}
