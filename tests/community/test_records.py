"""The records of a KIM: board, decree, cases, terms, log."""

from datetime import date, timedelta
from typing import Any

import pytest

from kimcore.community import Activity, Board, Case, Decree, Documents, Finding
from kimcore.errors import InvalidValue
from kimcore.testing import TODAY, a_candidate, a_case, a_kim, a_person, a_term, proven
from kimcore.values import DENIED, OPEN_ENDED, Answer

DAY = timedelta(days=1)


@pytest.mark.parametrize("cell", Answer)
@pytest.mark.parametrize(("offset", "answer"), [(-1, Answer.NO), (0, Answer.YES), (1, Answer.YES)])
@pytest.mark.clause("II.B.4.admin.1", "II.B.6.3")
def test_a_day_wins_over_the_answer(cell: Any, offset: Any, answer: Any) -> None:
    """Where the day is given the person is a civil servant from that day on, whatever the cell says."""
    person = a_person(civil_servant=cell, civil_servant_since=TODAY)
    assert person.is_civil_servant(TODAY + offset * DAY) is answer


@pytest.mark.parametrize("cell", Answer)
def test_without_a_day_the_answer_stands(cell: Any) -> None:
    """The cell is the answer on every date."""
    assert a_person(civil_servant=cell).is_civil_servant(TODAY) is cell


@pytest.mark.clause("II.B.3.d")
def test_officers_and_members_are_told_apart() -> None:
    """Everyone is in one of the two, in the order of the register."""
    people = (a_person("a"), a_person("b", is_officer=False), a_person("c"))
    board = Board(people=people)
    assert (board.officers, board.members) == ((people[0], people[2]), (people[1],))


@pytest.mark.parametrize(
    ("decree", "answer"),
    [
        (Decree(), Answer.UNKNOWN),
        (Decree(until=TODAY, revoked=TODAY), Answer.UNKNOWN),
        (Decree(number=" "), Answer.UNKNOWN),
        (Decree(number="SK/1"), Answer.YES),
        (Decree(issued=TODAY), Answer.YES),
        (Decree(number=" ", issued=TODAY), Answer.YES),
        (Decree(number=DENIED), Answer.NO),
        (Decree(number=DENIED, issued=TODAY), Answer.NO),
    ],
)
@pytest.mark.clause("II.B.3.c")
def test_a_decree_is_recorded_by_its_number_or_day(decree: Any, answer: Any) -> None:
    """A denial goes before the day; a last day alone is no decree."""
    assert decree.recorded is answer


def test_an_open_ended_decree_is_no_decree_without_an_end() -> None:
    """Said not to end is known; not recorded is not."""
    assert Decree(until=OPEN_ENDED).is_open_ended
    assert not Decree().is_open_ended


def test_without_a_row_the_decree_is_empty() -> None:
    """No row is not recorded, and a lone row is judged whatever it holds."""
    assert Documents().decree_on(TODAY) == Decree()
    only = Decree(until=TODAY)
    assert Documents(decrees=(only,)).decree_on(TODAY) is only


def test_of_decrees_to_come_the_next_is_judged() -> None:
    """The order of rows does not matter."""
    soon, later = Decree(number="1", issued=TODAY + DAY), Decree(number="2", issued=TODAY + 2 * DAY)
    assert Documents(decrees=(soon, later)).decree_on(TODAY) is soon
    assert Documents(decrees=(later, soon)).decree_on(TODAY) is soon


@pytest.mark.parametrize("ground", [0, 8, -1])
@pytest.mark.clause("II.B.6.review")
def test_a_ground_is_one_of_seven(ground: Any) -> None:
    """Another number is refused, and the error names the field."""
    with pytest.raises(InvalidValue) as caught:
        Case(ground=ground)
    assert caught.value.field == "ground"


def test_a_case_is_of_the_clause_of_its_ground() -> None:
    """Grounds 1 to 7 are the clauses II.B.6.1 to II.B.6.7."""
    assert [Case(ground=n).rule for n in range(1, 8)] == [f"II.B.6.{n}" for n in range(1, 8)]


@pytest.mark.clause("II.B.6.terminate")
@pytest.mark.parametrize("missing", ["finding", "concluded", "officer", "evidence"])
def test_a_proof_needs_all_that_r12_asks(missing: Any) -> None:
    """Proven counts only with its date, officer and evidence; cleared with date and officer."""
    whole = proven(6, TODAY)
    assert (whole.is_complete, whole.concluded_on(TODAY)) == (True, Finding.PROVEN)
    without = {"finding": None, "concluded": None, "officer": "", "evidence": " "}[missing]
    assert not proven(6, TODAY, **{missing: without}).is_complete
    cleared = proven(6, TODAY, **{"finding": Finding.CLEARED, missing: without} if missing != "finding" else {})
    assert cleared.is_complete is (missing in ("evidence", "finding"))


@pytest.mark.parametrize(("offset", "finding"), [(-1, None), (0, Finding.PROVEN), (1, Finding.PROVEN)])
def test_a_conclusion_stands_from_its_day(offset: Any, finding: Any) -> None:
    """On the day before it there is none."""
    assert proven(6, TODAY).concluded_on(TODAY + offset * DAY) is finding


def test_a_case_is_dated_by_its_indication_first() -> None:
    """Else by its conclusion; with neither it has no day."""
    early = date(2026, 1, 1)
    assert a_case(indicated=early, concluded=TODAY).dated == early
    assert a_case(indicated=None, concluded=TODAY).dated == TODAY
    assert a_case(indicated=None).dated is None


@pytest.mark.parametrize(("offset", "found"), [(-1, False), (0, True), (1, True)])
@pytest.mark.clause("III.A.r")
def test_a_term_is_present_from_its_first_day(offset: Any, found: Any) -> None:
    """Before it there is none; after its end it is the present term still."""
    kim = a_kim(profile_term=a_term(TODAY, TODAY))
    assert (kim.present_term(TODAY + offset * DAY) is not None) is found


def test_terms_of_profile_and_sheet_stand_together() -> None:
    """The profile's first; a KIM may have none."""
    other = a_term(date(2025, 1, 1), date(2025, 12, 31))
    assert a_kim(terms=(other,)).all_terms == (a_term(), other)
    assert a_candidate().all_terms == ()
    assert a_candidate().present_term(TODAY) is None


@pytest.mark.parametrize(("count", "found"), [(None, True), (0, False), (1, True)])
@pytest.mark.clause("V.B.log.count")
def test_an_activity_took_place_unless_counted_none(count: Any, found: Any) -> None:
    """A blank count stands for an activity (R24)."""
    assert Activity(count=count).took_place is found


@pytest.mark.parametrize(("village", "text"), [("Desa Contoh", "Desa Contoh"), (DENIED, ""), (None, "")])
def test_the_village_of_a_kim_is_text(village: Any, text: Any) -> None:
    """A denied or blank village is an empty text for those who print it."""
    kim = a_kim(identity__village=village)
    assert (kim.village, kim.name) == (text, "KIM Contoh")
