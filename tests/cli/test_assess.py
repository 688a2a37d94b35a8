"""`kimcore assess`: looking ahead, and failing on a state."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("district")
DATED = ("--on", "2026-11-24")


def test_ahead_is_a_key_of_each_kim_only_where_it_was_asked_for(kimcore: Run) -> None:
    """Rule, first day, from, to and reason; the rest of the document is the same."""
    plain = kimcore(*DATED, "assess", "--format", "json").json
    found = kimcore(*DATED, "assess", "--ahead", 60, "--format", "json").json
    assert not any("ahead" in kim for kim in plain["kims"])
    changes = [c for kim in found["kims"] for c in kim.pop("ahead")]
    assert found == plain
    assert changes
    assert {tuple(c) for c in changes} == {("rule", "on", "from", "to", "reason")}
    assert all("2026-11-24" < c["on"] <= "2027-01-23" for c in changes)


@pytest.mark.clause("II.B.6.1", "III.A.r")
def test_what_is_foreseen_comes_true(kimcore: Run) -> None:
    """On its first day each change is what `assess` finds, and on the day before it is not yet."""
    found = kimcore(*DATED, "assess", "--ahead", 60, "--format", "json").json["kims"]
    foreseen = {(kim["id"], c["rule"], c["on"], c["to"]) for kim in found for c in kim["ahead"]}
    for day in sorted({on for _, _, on, _ in foreseen}):
        first = date.fromisoformat(day)
        now, before = (
            {k["id"]: k for k in kimcore("--on", d, "assess", "--format", "json").json["kims"]}
            for d in (first, first - timedelta(days=1))
        )
        for id, rule, on, to in foreseen:
            if on == day:
                assert holds(now[id], rule, to)
                assert not holds(before[id], rule, to)


def holds(kim: dict[str, object], rule: str, to: str) -> bool:
    """Tell whether a rule, or the partnership, came out so for a KIM of the document."""
    if rule in ("III.A.r", "II.B.6.terminate"):
        return kim["partnership"] == to
    ground = rule.startswith("II.B.6.")
    places = (
        {"met": "grounds", "unknown": "grounds_unknown"} if ground else {"not_met": "not_met", "unknown": "unknown"}
    )
    listed = kim[places[to]]
    assert isinstance(listed, list)
    return rule in listed


@pytest.mark.parametrize(("language", "heading"), [("id", "Alasan"), ("en", "Reason")])
def test_text_and_csv_list_the_changes_the_earliest_first(kimcore: Run, language: str, heading: str) -> None:
    """One table of changes in place of the judgements."""
    arguments = (*DATED, "--lang", language, "assess", "--ahead", 400)
    ran = kimcore(*arguments, "--format", "csv")
    headings, *rows = csv.reader(io.StringIO(ran.out))
    assert heading in headings
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert "99.01" in ran.err
    text = kimcore(*arguments).out
    assert "400" in text.splitlines()[0]
    assert heading in text


def test_a_kim_to_which_nothing_happens_is_told_so(kimcore: Run) -> None:
    """An empty table says that nothing changes; one KIM can be named."""
    ran = kimcore(*DATED, "assess", "KIM Anyelir", "--ahead", 1, "--lang", "en")
    assert "Nothing changes within that time." in ran.out
    assert ran.code == 0


@pytest.mark.parametrize("days", ["0", "-1", "x", "36501"])
def test_days_that_do_not_fit_are_refused(kimcore: Run, days: str) -> None:
    """At least one day, and no more than a century."""
    ran = kimcore("assess", "--ahead", days)
    assert (ran.code, ran.out) == (2, "")
    assert "[option_value]" in ran.err


def test_fail_on_ends_with_1_where_a_kim_has_the_state(kimcore: Run) -> None:
    """Exactly that state, among the KIMs shown, in every format; without the option it is 0."""
    eligible, ineligible, undetermined, reviewed = (
        "KIM Anyelir",
        "KIM Mercu Data",
        "KIM Juru Pantai",
        "KIM Kabut Terang",
    )
    for kim, states in (
        (eligible, ()),
        (ineligible, ("ineligible",)),
        (undetermined, ("undetermined",)),
        (reviewed, ("review",)),
    ):
        for state in ("ineligible", "undetermined", "review"):
            assert kimcore(*DATED, "assess", kim, "--fail-on", state).code == int(state in states)
    assert kimcore(*DATED, "assess").code == 0
    assert kimcore(*DATED, "assess", "--fail-on", "review", "--format", "json").code == 1


def test_fail_on_may_be_repeated(kimcore: Run) -> None:
    """One of the states is enough."""
    both = ("--fail-on", "review", "--fail-on", "ineligible")
    assert kimcore(*DATED, "assess", "KIM Mercu Data", *both).code == 1
    assert kimcore(*DATED, "assess", "KIM Anyelir", *both).code == 0


def test_a_store_that_is_not_there_is_2_with_fail_on(kimcore: Run, district: Path) -> None:
    """What could not be done is no state of a KIM."""
    district.unlink()
    assert kimcore("assess", "--fail-on", "review").code == 2
