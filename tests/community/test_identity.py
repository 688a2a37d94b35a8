"""Former categories and functions: each is read from the register, kept, and says its clause (II.B.1, II.B.2)."""

from typing import Any

import pytest

from kimcore.community import FormerCategory, Function, KimType
from kimcore.media import Channel
from kimcore.rules import Status
from kimcore.testing import a_candidate
from kimcore.values import Answer
from tests.builders import assessed
from tests.intake.builders import codes, only_kim, profile, read


def taken(heading: str, typed: str) -> Any:
    """Return the register that one KIM with one more cell gives."""
    return read(profile(["KIM Anyelir", "Satu", typed], headings=["Nama Kelompok", "Kelurahan/Desa", heading]))


@pytest.mark.parametrize(
    ("typed", "category", "unusual"),
    [
        pytest.param(
            "Kelompok Informasi Masyarakat",
            FormerCategory.INFORMATION_GROUP,
            False,
            marks=pytest.mark.clause("II.B.1.a", "II.B.1.b"),
        ),
        ("Kelompok Media Tradisional", FormerCategory.TRADITIONAL_MEDIA, True),
        ("Komunitas Pembuat Konten Positif", FormerCategory.POSITIVE_CONTENT, True),
        ("Kelompok Strategis", FormerCategory.STRATEGIC_GROUP, True),
        ("Kelompok Masyarakat Lainnya", FormerCategory.OTHER_GROUP, True),
    ],
)
def test_every_former_category_is_folded_into_one(typed: str, category: FormerCategory, unusual: bool) -> None:
    """Each former category is read and kept; all but the information group are reported, and none is refused (R20)."""
    found = taken("Kategori Lama", typed)
    assert only_kim(found).identity.former_category is category
    assert [code for _, _, code in codes(found)] == (["category_unusual"] if unusual else [])


@pytest.mark.clause("II.B.1.a", "II.B.1.b", "II.B.1.c", "II.B.1.d")
def test_each_former_category_says_by_which_clause_it_becomes_a_kim() -> None:
    """The information group continues, three kinds may become one, and so may any other group."""
    assert [c.clause.id for c in FormerCategory] == ["II.B.1.b", *["II.B.1.c"] * 3, "II.B.1.d"]


@pytest.mark.clause("II.B.1.b")
def test_an_information_group_continues_while_it_passes() -> None:
    """It partners by the conditions alone: nothing more is asked of it, and nothing less."""
    kim = a_candidate(identity__former_category=FormerCategory.INFORMATION_GROUP)
    assert assessed(kim).judgement.status is Status.ELIGIBLE
    assert assessed(a_candidate(answers__formed_by_community=Answer.NO)).judgement.status is Status.INELIGIBLE


@pytest.mark.parametrize(
    "category",
    [
        *(pytest.param(c, marks=pytest.mark.clause("II.B.1.c")) for c in list(FormerCategory)[1:4]),
        pytest.param(FormerCategory.OTHER_GROUP, marks=pytest.mark.clause("II.B.1.d")),
    ],
)
@pytest.mark.parametrize(
    ("function", "decree", "status"),
    [
        (Answer.YES, True, Status.ELIGIBLE),
        (Answer.NO, True, Status.INELIGIBLE),
        (Answer.UNKNOWN, True, Status.UNDETERMINED),
        (Answer.YES, False, Status.UNDETERMINED),
    ],
)
def test_other_groups_need_the_function_and_validation(
    category: FormerCategory, function: Answer, decree: bool, status: Status
) -> None:
    """A group of another category becomes a KIM once the function was added and the conditions hold: both, not one."""
    changes: dict[str, Any] = {} if decree else {"documents__decrees": ()}
    kim = a_candidate(
        identity__former_category=category,
        identity__type=KimType.B,
        answers__information_function=function,
        profile__channels=(Channel.named("Radio komunitas"),),
        **changes,
    )
    judgement = assessed(kim).judgement
    assert judgement.status is status
    assert ("II.A.kinds" in judgement.not_met) is (function is Answer.NO)


@pytest.mark.parametrize(
    ("typed", "function", "clause"),
    [
        pytest.param(
            "wahana informasi", Function.INFORMATION_CHANNEL, "II.B.2.1", marks=pytest.mark.clause("II.B.2.1")
        ),
        pytest.param(
            "mitra diskusi pemerintah", Function.DISCUSSION_PARTNER, "II.B.2.2", marks=pytest.mark.clause("II.B.2.2")
        ),
        pytest.param("literasi digital", Function.LITERACY, "II.B.2.3", marks=pytest.mark.clause("II.B.2.3")),
        pytest.param("nilai ekonomi", Function.ECONOMIC_VALUE, "II.B.2.4", marks=pytest.mark.clause("II.B.2.4")),
    ],
)
def test_every_function_is_read_and_says_its_clause(typed: str, function: Function, clause: str) -> None:
    """Each of the four functions is one, by its name in the guideline."""
    assert only_kim(taken("Fungsi KIM", typed)).identity.functions == (function,)
    assert function.clause.id == clause
