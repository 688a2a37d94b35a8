"""The notice to a KIM: what it says in each state, in plain words, of nobody else."""

from datetime import date

import pytest

from kimcore.assessment import Assessment, assess
from kimcore.community import Decree, Finding, Identity, Kim
from kimcore.geography import RegionCode
from kimcore.reports import notice
from kimcore.reports.noticewords import brings, plainly
from kimcore.rulebooks import JUKNIS_2022, rulebook
from kimcore.rules import Group, condition
from kimcore.tables import Notice
from kimcore.terms import Text
from kimcore.testing import TODAY, a_candidate, a_case, a_kim, a_person, proven
from kimcore.values import Answer

NO, UNKNOWN = Answer.NO, Answer.UNKNOWN


def noticed(kim: Kim, on: date = TODAY) -> Notice:
    """Return the notice of a KIM."""
    return notice(assess(kim, rulebook().as_of(on)))


def said(found: Notice, language: str = "en") -> str:
    """Return everything that a notice says in a language."""
    texts: list[object] = [found.title, found.sender, found.headline, found.lead, *found.small, found.warning]
    for label, value in found.particulars:
        texts += [label, value]
    for part in found.parts:
        texts += [part.heading, part.lead, *part.blanks]
        texts += [text for item in part.items for text in (item.text, item.detail, item.clause)]
    return "\n".join(t.say(language) if isinstance(t, Text) else str(t) for t in texts if t)  # type: ignore[arg-type]


def brought(found: Notice) -> list[str]:
    """Return what is to be brought."""
    return [item.text.en for part in found.parts if part.heading.en == "What to bring" for item in part.items]


@pytest.mark.clause("II.A.p4")
def test_a_partner_who_meets_every_condition_brings_nothing() -> None:
    """The notice says so, with the last day of the term."""
    found = noticed(a_kim())
    assert found.headline.en == "The partnership stands"
    assert "until 31 December 2026" in found.lead.en
    assert "All 19 conditions that were judged are met." in said(found)
    assert brought(found) == []
    assert "Nothing needs to be brought." in said(found)


@pytest.mark.clause("III.C.1", "II.B.6.who")
def test_an_eligible_candidate_is_not_promised_anything() -> None:
    """Admission stays the office's decision (R29)."""
    found = noticed(a_candidate())
    assert found.headline.en == "Your KIM is eligible"
    assert "It is not admitted by that" in found.lead.en


def test_an_ineligible_candidate_is_told_which_conditions_and_what_to_bring() -> None:
    """Each condition in plain words, with what is recorded and the document that mends it."""
    expired = Decree(number="SK/1", issued=date(2024, 1, 1), until=date(2026, 1, 31))
    found = noticed(a_candidate(documents__decrees=(expired,), answers__resources=NO))
    assert found.headline.en == "Your KIM cannot be a partner yet"
    text = said(found)
    assert "The decree (SK) of the village head is in force.\nOn record: the decree runs until 31 January 2026." in text
    assert brought(found) == [
        "A copy of a decree (SK) of the village head that is in force",
        "A note on resources: members, equipment or funds",
    ]


def test_an_undetermined_candidate_is_not_refused_and_told_what_is_missing() -> None:
    """What is not recorded is no “no” (R25); each missing fact has a document."""
    found = noticed(a_candidate(documents__statement_signed=None, answers__recognised=UNKNOWN))
    assert found.headline.en == "Your KIM has not been fully judged yet"
    assert "This is no refusal." in found.lead.en
    assert "No information does not mean “no”." in said(found)
    assert brought(found) == [
        "The statement of the board, signed and dated",
        "A statement that residents recognise the KIM, such as from a neighbourhood head",
    ]


@pytest.mark.clause("II.B.6.review")
def test_a_review_decides_nothing_yet() -> None:
    """The partnership goes on; the notice names the ground, its day, and what ends the partnership."""
    found = noticed(a_kim(cases=(a_case(6),)))
    assert found.headline.en == "The partnership is under review"
    assert "Nothing is decided yet" in found.lead.en
    assert "The reputation of the KIM declined.\nOn record: indicated on 1 October 2026.\nII.B.6.6" in said(found)


def test_a_thing_under_review_is_named_once() -> None:
    """An expired decree is a ground, and not beside it a condition that is not met."""
    expired = Decree(number="SK/1", issued=date(2024, 1, 1), until=date(2026, 1, 31))
    found = noticed(a_kim(documents__decrees=(expired,), answers__resources=NO))
    clauses = [item.clause for part in found.parts for item in part.items if item.clause]
    assert clauses == ["II.B.6.1", "II.B.5.g"]
    assert len(brought(found)) == len(set(brought(found))) == 2


@pytest.mark.clause("II.B.6.terminate")
def test_a_termination_is_noticed_with_its_conclusion() -> None:
    """It names the day and what was proven, not what was merely indicated, and that the KIM may register anew (R27)."""
    found = noticed(a_kim(cases=(proven(6, date(2026, 10, 20)), a_case(4))))
    assert found.headline.en == "The partnership was terminated"
    assert "ended on 20 October 2026" in found.lead.en
    assert "recorded with that conclusion" in found.lead.en
    assert "may register anew" in found.lead.en
    clauses = [item.clause for part in found.parts for item in part.items if item.clause]
    assert clauses == ["II.B.6.6"]
    assert "proven on 20 October 2026" in said(found)
    assert "R27" in said(found)


def test_to_register_anew_a_terminated_kim_brings_what_its_conditions_lack() -> None:
    """What was proven is past; the conditions decide."""
    found = noticed(a_kim(cases=(proven(2, date(2026, 10, 20)),), answers__party_affiliation=Answer.YES))
    wanted = "A signed statement that the KIM is no longer affiliated with a political party"
    assert brought(found) == [wanted]


@pytest.mark.parametrize(("until", "renewal"), [(date(2027, 12, 31), "can be renewed"), (TODAY, "A renewal needs")])
def test_a_term_that_is_over_tells_how_to_renew(until: date, renewal: str) -> None:
    """With a decree in force it can be renewed, else a decree is needed first."""
    later = date(2027, 1, 10)
    decree = Decree(number="SK/1", issued=date(2024, 1, 1), until=until)
    found = noticed(a_kim(documents__decrees=(decree,)), later)
    assert found.headline.en == "The term of the partnership is over"
    assert "ended on 31 December 2026" in found.lead.en
    assert renewal in found.lead.en


def test_a_partner_is_asked_about_a_ground_that_cannot_be_told() -> None:
    """An open ground opens no review, but what is missing is asked for."""
    unsure = a_person("Member", is_officer=False, civil_servant=UNKNOWN)
    found = noticed(a_kim(board__people=(a_person(), unsure)))
    assert found.headline.en == "The partnership stands"
    assert brought(found) == ["For each member: a civil servant or not, and since which day"]


def test_a_notice_names_nobody_and_cites_no_evidence() -> None:
    """Names of people, contacts, sources and evidence of cases stay out, in every state."""
    case = proven(6, date(2026, 10, 20), source="SECRET source", evidence="SECRET minutes", officer="SECRET officer")
    open_case = a_case(4, source="SECRET source", evidence="SECRET minutes")
    kim = a_kim(
        cases=(case, open_case),
        board__people=(a_person("SECRET person", civil_servant=Answer.YES),),
        profile__contact_person="SECRET contact",
        profile__phone="SECRET phone",
        profile__address="SECRET address",
    )
    under_review = a_kim(cases=(open_case,), board__people=kim.board.people)
    for each in (kim, under_review, a_candidate(board__people=kim.board.people)):
        assert "SECRET" not in said(noticed(each)) + said(noticed(each), "id")


def test_a_case_that_was_cleared_or_lies_before_the_term_is_not_told() -> None:
    """What is settled is no reproach."""
    cleared = a_case(6, finding=Finding.CLEARED, concluded=date(2026, 10, 9), officer="made-up")
    past = proven(6, date(2025, 5, 1), indicated=date(2025, 4, 1))
    found = noticed(a_kim(cases=(cleared, past, a_case(6, indicated=date(2026, 11, 1)))))
    assert "indicated on 1 November 2026" in said(found)
    assert "proven" not in next(i.detail.en for part in found.parts for i in part.items if i.detail)


def test_the_office_is_named_as_it_is_recorded() -> None:
    """By the district of the KIM where that is the office's own, and by its code; its address is a blank line."""
    here = Identity(name="KIM Contoh", district_name="Kabupaten Rekaan", region=RegionCode("99.01.07.2007"))
    gone = Identity(name="KIM Contoh", district_name="Kabupaten Lain", region=RegionCode("99.02.07.2007"))
    assert noticed(a_kim(identity=here)).sender.en == "Dinas Kominfo Kabupaten Rekaan, office code 99.01"
    assert noticed(a_kim(identity=gone)).sender.en == "Dinas Kominfo, office code 99.01"
    assert [blank.en for blank in noticed(a_kim()).parts[-1].blanks] == ["Address", "Phone", "Officer"]


def test_a_long_name_and_a_long_list_are_cut() -> None:
    """What does not fit on the page is said to be missing, not dropped."""
    blank = Kim(
        id="kim-1", office=RegionCode("99.01"), identity=Identity(name="N" * 300), profile_term=a_kim().profile_term
    )
    found = noticed(blank)
    assert "N" * 81 not in said(found)
    lists = [part.items for part in found.parts if part.items]
    assert all(len(items) <= 20 for items in lists)
    assert any("more: ask the office for the list." in items[-1].text.en for items in lists)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_notice_has_no_jargon(language: str, notices: list[Notice]) -> None:
    """No name of a fact, sheet or column, and no code of an outcome stands in it."""
    for found in notices:
        text = said(found, language)
        assert not any(word in text for word in ("_", "lembar", "kolom", "sheet", "column", "not_met", "None", "{"))


@pytest.fixture
def notices() -> list[Notice]:
    """Return a notice for each state, and one of a KIM of which nothing is recorded."""
    bad = a_kim(cases=tuple(a_case(n) for n in range(1, 8)), answers__criminal_case=Answer.YES)
    blank = Kim(id="k", office=RegionCode("99.01"), identity=Identity(name="KIM Kosong"))
    ended = noticed(a_kim(), date(2027, 1, 1))
    return [noticed(bad), noticed(blank), noticed(a_candidate()), noticed(a_kim(cases=(proven(4, TODAY),))), ended]


def test_every_rule_has_plain_words_and_every_fact_something_to_bring() -> None:
    """Nothing of the guideline's rulebook falls back on its terms."""
    for rule in JUKNIS_2022:
        assert plainly(rule).en != rule.clause.term
    local = condition("III.A.k", Group.QUALIFICATION, JUKNIS_2022["II.B.5.g"].when)
    assert plainly(local) == Text("Khalayak sasaran", "Khalayak sasaran")
    assert brings("resources", local).en == "A note on: Khalayak sasaran"


def test_the_warning_marks_made_up_data() -> None:
    """Province 99 does not exist; another office has no such mark."""
    real = a_kim(office=RegionCode("33.01"))
    assert noticed(a_kim()).warning is not None
    assert noticed(real).warning is None


def test_the_date_and_the_rulebook_stand_in_small_print() -> None:
    """A notice says by what and of which day it was judged."""
    found: Assessment = assess(a_kim(), rulebook().as_of(TODAY))
    assert "Judged as of 24 November 2026" in notice(found).small[0].en
    assert "(juknis-2022)" in notice(found).small[0].en
