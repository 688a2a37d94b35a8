"""The demo district shows every outcome of the guideline around its date."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

import pytest

from kimcore.mapping import Axis, Kind
from kimcore.media import MediaKind
from kimcore.monitoring import Indicator
from kimcore.partnership import PartnershipState
from kimcore.problems import Severity
from kimcore.results import Assessments, IntakeReport
from kimcore.rulebooks.juknis_2022 import CONDITIONS, GROUNDS
from kimcore.rules import Group, Status
from kimcore.values import Answer, Outcome
from kimcore.workspace import Workspace
from kimcore.workspace.records import Records
from tests.repository.tree import ROOT

ON = date(2026, 11, 24)
DEMO = ROOT / "src" / "kimcore" / "data" / "demo"
SLIPS = ROOT / "scripts" / "demo" / "slips.toml"


@pytest.fixture(scope="module")
def taken() -> Iterator[tuple[Workspace, IntakeReport]]:
    """Return a workspace that has taken the register in, and the report of that."""
    with Workspace.open("memory:", "99.01") as workspace:
        yield workspace, workspace.take_in(DEMO / "register.xlsx")


@pytest.fixture(scope="module")
def found(taken: tuple[Workspace, IntakeReport]) -> Assessments:
    """Return the assessments on the date of the demo."""
    return taken[0].assess(ON)


def test_intake_reports_the_slips_and_no_more(taken: tuple[Workspace, IntakeReport]) -> None:
    """Each slip gives one problem; besides, former categories are unusual and two rows of Peninjauan incomplete."""
    slips = tomllib.loads(SLIPS.read_text("utf-8"))
    wanted = Counter(slip["problem"] for slip in slips["cell"] + slips["row"])
    wanted.update({"category_unusual": 4, "conclusion_incomplete": 1, "date_missing": 1})
    assert Counter(problem.code for problem in taken[1]) == wanted
    assert [p.code for p in taken[1] if p.severity is Severity.ERROR] == ["kim_unknown"]
    assert taken[1].accepted == 64
    assert taken[1].rejected == 0


def test_every_status_and_state_occurs(found: Assessments) -> None:
    """KIMs are eligible, ineligible and undetermined, and in all five states of a partnership."""
    assert {a.judgement.status for a in found} == set(Status)
    assert {a.partnership for a in found} == set(PartnershipState)


def test_every_group_is_unmet_somewhere_and_unknown_somewhere(found: Assessments) -> None:
    """Formation, legality, administrative conditions and qualification each have all three outcomes."""
    for group in list(Group)[:4]:
        assert {a.judgement.group(group) for a in found} == set(Outcome)


@pytest.mark.clause("II.B.5.order")
def test_every_condition_is_unmet_somewhere(found: Assessments) -> None:
    """No condition is met by all: each can be looked up in a KIM that lacks it."""
    assert {rule for a in found for rule in a.judgement.not_met} == {rule.id for rule in CONDITIONS}


@pytest.mark.clause("II.B.6.review")
def test_every_ground_stands_against_some_kim(found: Assessments) -> None:
    """Each of the seven grounds of II.B.6 occurs, in a partnership."""
    bound = [a for a in found if a.partnership in {PartnershipState.UNDER_REVIEW, PartnershipState.TERMINATED}]
    assert {ground for a in bound for ground in a.judgement.grounds} == {rule.id for rule in GROUNDS}


def test_every_quadrant_and_kind_of_placement_occurs(taken: tuple[Workspace, IntakeReport]) -> None:
    """All four quadrants, mixed, unplaced and outside, with no weak cut-off."""
    placements = taken[0].map(ON)
    assert {p.quadrant for p in placements} == {1, 2, 3, 4, None}
    assert {p.kind for p in placements} == set(Kind)
    assert not any(placements.cutoffs.of(axis).weak for axis in Axis)


def test_all_seven_media_are_used(taken: tuple[Workspace, IntakeReport]) -> None:
    """The KIMs own or run media of every kind of Tabel 4.6, and no medium whose kind is not known."""
    channels = [c for kim in taken[0].kims() if isinstance(kim.profile.channels, tuple) for c in kim.profile.channels]
    assert {channel.kind for channel in channels} == set(MediaKind)


def test_a_partner_has_what_a_partner_needs(found: Assessments) -> None:
    """An eligible partner has a decree, a community number, officers, and a log or an answer on activity."""
    partners = [a for a in found if a.partnership is PartnershipState.PARTNER]
    for kim in (a.kim for a in partners if a.judgement.status is Status.ELIGIBLE):
        assert kim.documents.decree_on(ON).recorded is Answer.YES
        assert isinstance(kim.identity.community_number, str)
        assert kim.board.officers
        assert kim.log


def test_monitoring_has_something_to_tell(taken: tuple[Workspace, IntakeReport]) -> None:
    """Over six months audiences change, the log and the contents fill their tables, and villages are left to cover."""
    monitoring = taken[0].monitor(date(2026, 6, 1), ON, villages=DEMO / "villages.csv")
    assert (monitoring.villages.covered, monitoring.villages.total) == (40, 48)
    assert len(monitoring.log.rows) > 60
    assert len(monitoring.social) > 150


@pytest.mark.clause("V.A.output")
def test_audiences_are_counted_over_months(taken: tuple[Workspace, IntakeReport]) -> None:
    """Every account is counted on three to six days; most grow, and some were not counted for long."""
    with taken[0].storage.unit_of_work() as unit:
        observed = [o for o in Records(unit, taken[0].office).observations() if o.indicator is Indicator.AUDIENCE]
    accounts: defaultdict[tuple[str, ...], dict[date, int]] = defaultdict(dict)
    for one in observed:
        if one.value is not None:
            accounts[one.key[:4]][one.observed] = one.value
    assert {len(figures) for figures in accounts.values()} <= {3, 4, 5, 6}
    assert sum(figures[max(figures)] > figures[min(figures)] for figures in accounts.values()) > len(accounts) / 2
    assert {max(figures) for figures in accounts.values()} == {date(2026, 8, 25), date(2026, 11, 20)}


@pytest.mark.clause("III.B.1", "III.B.2", "III.B.3", "III.B.4", "III.B.5", "III.B.6")
def test_some_issues_have_all_six_elements(taken: tuple[Workspace, IntakeReport]) -> None:
    """The matrix has 13 rows; at least five describe all six elements, and some are marked as priority or crisis."""
    issues = [row.issue for row in taken[0].issues(ON)]
    elements = ("background", "involved", "scope", "administration", "duration", "understanding")
    assert len(issues) == 13
    assert sum(all(getattr(issue, name) for name in elements) for issue in issues) >= 5
    assert {issue.priority for issue in issues} == set(Answer)
    assert {issue.crisis for issue in issues} == set(Answer)
    assert all(issue.kims for issue in issues)
