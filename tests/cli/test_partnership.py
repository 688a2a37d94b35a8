"""The lifecycle of a partnership by command (II.B.6)."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run
from tests.workspace.registers import DEMO

pytestmark = pytest.mark.usefixtures("district")

WHO = ("--officer", "Pejabat Rekaan", "--reason", "alasan rekaan", "--evidence", "BA rekaan 1")
TERM = ("--from", "2026-12-01", "--to", "2027-11-30")


class Case:
    """One KIM of the made-up district whose partnership is decided by command."""

    def __init__(self, run: Run, kim: str) -> None:
        self.run, self.kim = run, kim

    def do(self, on: str, action: str, *more: str, who: tuple[str, ...] = WHO) -> Ran:
        """Decide on a day."""
        return self.run("partnership", self.kim, action, "--on", on, "--lang", "en", "--format", "json", *who, *more)

    def state(self, on: str) -> str:
        """Return the state on a day."""
        found: str = self.run("partnership", self.kim, "--on", on, "--format", "json").json["partnership"]
        return found


@pytest.fixture
def case(kimcore: Run) -> Case:
    """Return an eligible candidate without a ground."""
    kims = kimcore("assess", "--on", "2026-11-24", "--format", "json").json["kims"]
    fit = (k for k in kims if (k["status"], k["partnership"], k["grounds"]) == ("eligible", "candidate", []))
    return Case(kimcore, next(fit)["id"])


def admitted(case: Case) -> Case:
    """Admit the candidate from 1 December 2026 to 30 November 2027."""
    assert case.do("2026-11-24", "admit", *TERM).code == 0
    return case


@pytest.mark.clause("II.B.6.who", "III.A.r")
def test_an_admission_makes_a_partner_from_its_first_day_to_its_last(case: Case) -> None:
    """The state is that of the day asked about, before and after the decision."""
    admitted(case)
    days = ("2026-11-23", "2026-11-30", "2026-12-01", "2027-11-30", "2027-12-01")
    assert [case.state(day) for day in days] == ["candidate", "candidate", "partner", "partner", "ended"]


@pytest.mark.clause("II.B.6.review")
def test_an_indication_opens_a_review_and_a_clearing_ends_it(case: Case) -> None:
    """Indicated is not terminated; cleared returns to what holds without the ground."""
    admitted(case)
    assert case.do("2027-01-10", "indicate", "--ground", "6").json["partnership"] == "under_review"
    assert case.do("2027-02-10", "conclude", "--ground", "6", "--finding", "cleared").json["partnership"] == "partner"
    days = ("2027-01-09", "2027-01-10", "2027-02-09", "2027-02-10")
    assert [case.state(day) for day in days] == ["partner", "under_review", "under_review", "partner"]


@pytest.mark.clause("II.B.6.terminate", "II.B.6.6")
def test_a_proven_ground_terminates_on_the_day_of_its_conclusion(case: Case) -> None:
    """The day before, the KIM is under review still."""
    admitted(case)
    case.do("2027-01-10", "indicate", "--ground", "6")
    ran = case.do("2027-02-10", "conclude", "--ground", "6", "--finding", "proven")
    assert ran.json["partnership"] == "terminated"
    assert "Notify the KIM" in ran.json["next_step"]
    assert [case.state(day) for day in ("2027-02-09", "2027-02-10", "2028-01-01")] == [
        "under_review",
        "terminated",
        "terminated",
    ]


def test_a_renewal_follows_the_term(case: Case) -> None:
    """A new term begins on the day after the old one; the state knows no gap."""
    admitted(case)
    assert case.do("2027-11-01", "renew", "--from", "2027-12-01", "--to", "2028-11-30").code == 0
    assert [case.state(day) for day in ("2027-11-30", "2027-12-01", "2028-11-30", "2028-12-01")] == [
        "partner",
        "partner",
        "partner",
        "ended",
    ]


@pytest.mark.clause("II.B.6.5", "II.B.6.7")
@pytest.mark.parametrize(("action", "ground"), [("move", "II.B.6.5"), ("dissolve", "II.B.6.7")])
def test_moving_away_and_dissolving_end_the_partnership(case: Case, action: str, ground: str) -> None:
    """Both are proven by the decision itself."""
    admitted(case)
    found = case.do("2027-03-01", action).json
    assert (found["partnership"], found["grounds"]) == ("terminated", [ground])
    assert case.state("2027-02-28") == "partner"
    assert "terminated" in case.do("2027-03-02", action).err


FORBIDDEN = [
    (("admit", *TERM), "a partnership stands"),
    (("conclude", "--ground", "3", "--finding", "cleared"), "no open case of ground 3"),
    (("renew", "--from", "2026-12-01"), "a new term starts on or after"),
]


@pytest.mark.parametrize(("action", "why"), FORBIDDEN)
def test_what_is_not_allowed_says_why_and_is_not_recorded(case: Case, action: tuple[str, ...], why: str) -> None:
    """Exit 2 with the condition that forbids it; the history stays as it was."""
    admitted(case)
    before = case.run("partnership", case.kim, "--on", "2026-12-10", "--format", "json").json
    ran = case.do("2026-12-10", *action)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err
    assert case.run("partnership", case.kim, "--on", "2026-12-10", "--format", "json").json == before


@pytest.mark.clause("II.B.6.who")
@pytest.mark.parametrize("left", ["--officer", "--reason", "--evidence"])
def test_a_decision_needs_officer_reason_and_evidence(case: Case, left: str) -> None:
    """Each of them is asked for where it is missing or blank."""
    who = dict(zip(WHO[::2], WHO[1::2], strict=True)) | {left: " "}
    ran = case.do("2026-11-24", "admit", *TERM, who=tuple(part for pair in who.items() for part in pair))
    assert (ran.code, ran.err) == (2, f"error: admit needs: {left} [decision_incomplete]\n")


@pytest.mark.parametrize(
    ("action", "left"),
    [("admit", "--from"), ("renew", "--from"), ("indicate", "--ground"), ("conclude", "--ground, --finding")],
)
def test_a_decision_names_every_option_that_it_lacks(case: Case, action: str, left: str) -> None:
    """As they are typed, all at once."""
    assert case.do("2026-11-24", action).err == f"error: {action} needs: {left} [decision_incomplete]\n"
    bare = case.do("2026-11-24", action, who=())
    assert bare.err == f"error: {action} needs: --officer, --reason, --evidence, {left} [decision_incomplete]\n"


def test_only_an_eligible_kim_is_admitted_unless_the_reason_is_recorded(kimcore: Run) -> None:
    """The message names the clause that is not met; an override is a recorded exception (R29)."""
    kims = kimcore("assess", "--on", "2026-11-24", "--format", "json").json["kims"]
    kim = next(k for k in kims if (k["status"], k["partnership"]) == ("ineligible", "candidate"))
    case = Case(kimcore, kim["id"])
    refused = case.do("2026-11-24", "admit", *TERM)
    assert refused.code == 2
    assert kim["not_met"][0] in refused.err
    assert case.do("2026-11-24", "admit", *TERM, "--override", "keputusan rekaan").code == 0
    assert case.state("2026-12-01") in {"partner", "under_review"}


def test_a_decision_survives_an_import_of_the_same_file(case: Case) -> None:
    """A decision recorded by command is never overwritten by the register."""
    admitted(case)
    assert case.run("import", DEMO).code == 1
    assert case.state("2026-12-01") == "partner"
    assert (
        case.run("assess", case.kim, "--on", "2026-12-01", "--format", "json").json["kims"][0]["partnership"]
        == "partner"
    )


def test_the_history_lists_terms_cases_and_decisions_in_order(case: Case) -> None:
    """Each event says where it is recorded."""
    admitted(case)
    case.do("2027-01-10", "indicate", "--ground", "6")
    found = case.do("2027-02-10", "conclude", "--ground", "6", "--finding", "cleared").json["events"]
    decided = [e["on"] for e in found if e["source"] == "decision"]
    assert decided == ["2026-11-24", "2027-01-10", "2027-02-10"]
    assert [e["on"] for e in found] == sorted(e["on"] for e in found)


def test_text_names_the_state_and_the_next_step(case: Case, folder: Path) -> None:
    """The person at the terminal reads both, on stderr."""
    ran = case.run("partnership", case.kim, "--on", "2026-11-24")
    assert "calon mitra" in ran.err
    assert "calon mitra" in ran.out
