"""The workspace in Python: opening, the office's day, reading, deciding."""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest

from kimcore.errors import InvalidValue, NotAllowed, NotFound, Unreadable
from kimcore.geography import RegionCode
from kimcore.mapping import Axis, Policy
from kimcore.partnership import Decision, DecisionKind, PartnershipState
from kimcore.plugins import PluginHost
from kimcore.results import Assessments
from kimcore.rulebooks import JUKNIS_2022
from kimcore.terms import LANGUAGES
from kimcore.values import Period
from kimcore.workspace import Workspace, held, run_demo, write_template
from tests.workspace.registers import DEMO, OFFICE, ON, profile, write_register


def test_the_lines_of_the_interface(tmp_path: Path) -> None:
    """Open, take in, assess, explain: as a notebook writes it."""
    import kimcore as kc

    ws = kc.Workspace.open(f"sqlite:///{tmp_path / 'kimcore.db'}", office="99.01")
    ws.take_in(DEMO)
    found = ws.assess(on=ON)
    assert [f.rule.id for f in found["KIM Anyelir"].judgement.explain()][:2] == ["II.A.kinds", "II.B.3.a"]
    (kim, *_) = ws.kims()
    judged = kc.rulebook("juknis-2022").as_of(ON).judge(kc.facts(kim, on=ON))
    assert judged.status is found[kim.id].judgement.status
    ws.close()


def test_an_empty_workspace_answers(workspace: Workspace) -> None:
    """Nothing taken in is nothing to say, not an error."""
    assert [len(r) for r in (workspace.assess(), workspace.map(), workspace.issues())] == [0, 0, 0]
    assert workspace.map().cutoffs.interest.value is None
    assert workspace.monitor().villages.total is None
    assert len(workspace.compose(ON).tables) == 17


def test_an_office_is_a_district_or_province() -> None:
    """A code without points, a code object, a province; not a subdistrict."""
    for given, text in (("9901", "99.01"), (RegionCode("99.01"), "99.01"), ("99", "99")):
        with Workspace.open("memory:", given) as workspace:
            assert workspace.office.text == text
    with pytest.raises(InvalidValue, match="no code of a district"):
        Workspace.open("memory:", "99.01.01")


def test_the_only_office_of_a_store_needs_no_name(tmp_path: Path) -> None:
    """With none or several, the name is needed and the error lists what is there."""
    url = f"sqlite:///{tmp_path / 'kimcore.db'}"
    with pytest.raises(NotFound, match="holds: –"):
        Workspace.open(url)
    assert not (tmp_path / "kimcore.db").exists()
    file = write_register(tmp_path / "r.xlsx", profile(("KIM Satu", "Desa A")))
    with Workspace.open(url, "99.01") as workspace:
        workspace.take_in(file)
    with Workspace.open(url) as workspace:
        assert workspace.office.text == "99.01"
    with Workspace.open(url, "99.02") as workspace:
        workspace.take_in(file)
        assert [str(office) for office in held(workspace.storage)] == ["99.01", "99.02"]
    with pytest.raises(NotFound, match=r"holds: 99\.01, 99\.02"):
        Workspace.open(url)


@pytest.mark.parametrize(
    ("office", "offset"), [("99.01", 7), ("31.71", 7), ("51.71", 8), ("73.71", 8), ("81.71", 9), ("94.71", 9)]
)
def test_today_is_the_day_at_the_office(office: str, offset: int) -> None:
    """The day turns at midnight of the office's own time, whatever zone the clock shows."""
    midnight = datetime(2026, 11, 25, tzinfo=UTC) - timedelta(hours=offset)
    for zone in (UTC, timezone(timedelta(hours=9)), timezone(timedelta(hours=-5))):
        days = []
        for moment in (midnight - timedelta(seconds=1), midnight, midnight + timedelta(seconds=1)):
            with Workspace.open("memory:", office, clock=partial(moment.astimezone, zone)) as workspace:
                days.append(workspace.today().day)
                assert workspace.assess().on == workspace.today()
        assert days == [24, 25, 25]


@pytest.mark.clause("II.B.4.legal.1")
def test_the_date_of_the_rule_decides_not_the_clock(district: Workspace) -> None:
    """A judgement of another day is that of its day; before the rulebook there is none."""
    statuses = {on: [a.judgement.status for a in district.assess(on)] for on in (ON, date(2029, 1, 1))}
    assert statuses[ON] != statuses[date(2029, 1, 1)]
    with pytest.raises(NotFound):
        district.assess(ON)["KIM Tidak Ada"]
    assert district.assess(date(2022, 8, 30)).on == date(2022, 8, 30)
    with pytest.raises(LookupError, match="in force from"):
        district.assess(date(2022, 8, 29))


def test_a_kim_is_found_by_id_number_name_or_name_and_village(district: Workspace) -> None:
    """Each way leads to the same KIM, without case."""
    found = district.assess(ON)
    kim = found["KIM Anyelir"].kim
    number = str(kim.identity.community_number)
    for name in (kim.id, number, "kim anyelir", f"KIM Anyelir, {kim.village}"):
        assert found[name].kim == kim
        assert district.explain(name, ON).assessment.kim == kim
        assert district.partnership(name, ON).assessment.kim == kim


@pytest.mark.clause("III.C.1", "III.C.2", "III.C.3", "III.C.4")
def test_the_map_counts_by_policy_and_cutoffs(district: Workspace) -> None:
    """A policy resolves what strict leaves mixed; explicit cut-offs replace quantiles."""
    strict, either = district.map(ON), district.map(ON, policy="either")
    assert {p.quadrant for p in strict} == {1, 2, 3, 4, None}
    assert sum(bool(p.candidates) for p in strict) > sum(bool(p.candidates) for p in either) == 0
    assert district.map(ON, policy=Policy.INFLUENCE).policy is Policy.INFLUENCE
    low = district.map(ON, cutoffs=dict.fromkeys(Axis, 0))
    assert {p.quadrant for p in low} == {1, None}
    with pytest.raises(InvalidValue):
        district.map(ON, quantile=1.5)


def test_every_kim_is_assessed_with_its_placement(district: Workspace) -> None:
    """Assessments and placements are of the same KIMs."""
    placements, found = district.map(ON), district.assess(ON)
    assert {p.subject.id for p in placements} == {a.kim.id for a in found}
    assert all(a.placement is not None and a.placement.subject.id == a.kim.id for a in found)
    assert [a.kim.id for a in found] == sorted(a.kim.id for a in found)


def test_a_kim_that_came_after_the_map_is_assessed_without_a_placement(workspace: Workspace, tmp_path: Path) -> None:
    """Another program may import between two readings."""
    placements = workspace.map(ON)
    workspace.take_in(write_register(tmp_path / "r.xlsx", profile(("KIM Baru", "Desa Baru"))))
    assert workspace.assessments(placements)["KIM Baru"].placement is None


def test_monitoring_has_a_period_of_twelve_months(district: Workspace) -> None:
    """By default it ends on the day and begins twelve months before, both days counted."""
    found = district.monitor(until=date(2026, 2, 28))
    assert (found.measures.period.start, found.measures.period.end) == (date(2025, 3, 1), date(2026, 2, 28))
    assert district.monitor(date(2026, 1, 1), ON).measures.period == Period(date(2026, 1, 1), ON)
    assert all(r.content.shown is None or r.content.shown <= ON for r in district.monitor(until=ON).social)


def test_a_directory_of_villages_gives_the_coverage(district: Workspace, tmp_path: Path) -> None:
    """As pairs, or as a CSV file with either separator, with or without headings or quotes."""
    pairs = [("99.01.01.1001", "Muaralaras"), ("99.01.99.2999", "Desa Tanpa")]
    file = tmp_path / "villages.csv"
    file.write_text('\ufeffkode,nama\n"99.01.01.1001","Muaralaras"\n\n99.01.99.2999;Desa Tanpa\n', encoding="utf-8")
    for villages in (pairs, file, str(file)):
        found = district.monitor(until=ON, villages=villages).villages
        assert (found.covered, found.total, [v.name for v in found.uncovered]) == (1, 2, ["Desa Tanpa"])


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_villages_that_cannot_be_read(district: Workspace, tmp_path: Path, content: bytes | None) -> None:
    """A missing file and one that is no text."""
    if content:
        (tmp_path / "v.csv").write_bytes(content)
    with pytest.raises(Unreadable, match="cannot be read as text"):
        district.monitor(villages=tmp_path / "v.csv")


def admission(kim: str, on: date = ON) -> Decision:
    """Return an admission from a day on."""
    return Decision(
        kim=kim,
        kind=DecisionKind.ADMIT,
        on=on,
        officer="pejabat rekaan",
        reason="alasan rekaan",
        evidence="bukti rekaan",
        period=Period(on, date(2027, 12, 31)),
    )


@pytest.mark.clause("II.B.6.who")
def test_a_decision_is_recorded_once(workspace: Workspace) -> None:
    """What is allowed stands in every later reading; what is not allowed is not recorded."""
    workspace.take_in(DEMO)
    fit = next(
        a
        for a in workspace.assess(ON)
        if (a.judgement.status.code, a.partnership.code, a.judgement.grounds) == ("eligible", "candidate", ())
    )
    done = workspace.decide(admission(fit.kim.id))
    assert done.assessment.partnership is PartnershipState.PARTNER
    assert [e.on for e in done] == [ON]
    with pytest.raises(NotAllowed, match="a partnership stands"):
        workspace.decide(admission(fit.kim.id))
    assert len(workspace.partnership(fit.kim.id, ON)) == 1
    assert workspace.assess(ON)[fit.kim.id].partnership is PartnershipState.PARTNER
    with pytest.raises(NotFound):
        workspace.decide(admission("KIM Tidak Ada"))


def test_a_result_carries_office_date_and_rulebook(district: Workspace) -> None:
    """Each result says what it rests on, in both languages."""
    for found in (district.assess(ON), district.map(ON), district.issues(ON), district.monitor(until=ON)):
        assert (found.office, found.on, found.rulebook) == (OFFICE, ON, "juknis-2022")
        assert all("99.01" in found.stamp.say(lang) and "2026" in found.stamp.say(lang) for lang in LANGUAGES)


def test_a_rulebook_of_ones_own_is_named_in_the_result() -> None:
    """A workspace judges by the rulebook that it is given."""
    with Workspace.open("memory:", OFFICE, rules=JUKNIS_2022.derive("rekaan")) as workspace:
        found = workspace.assess(ON)
    assert isinstance(found, Assessments)
    assert found.rulebook == "rekaan"


def test_a_report_needs_a_known_form(district: Workspace, tmp_path: Path) -> None:
    """Nothing is written before every form is known."""
    with pytest.raises(NotFound):
        district.report(tmp_path / "new", ["xlsx", "odt"], on=ON)
    with pytest.raises(InvalidValue):
        district.report(tmp_path / "new", [], on=ON)
    assert not (tmp_path / "new").exists()


def test_a_host_of_ones_own_serves_reports_and_forms(tmp_path: Path) -> None:
    """An application may choose its plug-ins."""
    host = PluginHost(allow={"memory", "html", "xlsx"})
    with Workspace.open("memory:", OFFICE, host=host) as workspace:
        (page,) = workspace.report(tmp_path, ["html"], on=ON)
    assert page.name == "laporan-kim-99.01-2026-11-24.html"
    assert write_template(tmp_path / "r.xlsx", "en", host=host).is_file()
    with pytest.raises(NotAllowed):
        write_template(tmp_path / "r.xlsx")
    with pytest.raises(InvalidValue):
        write_template(tmp_path / "r.ods")


def test_the_demo_in_python(tmp_path: Path) -> None:
    """Another date, another language: each step has a line."""
    found = run_demo(tmp_path / "a", on=date(2026, 12, 31), language="en")
    assert (found.office, found.on, found.rulebook) == (OFFICE, date(2026, 12, 31), "juknis-2022")
    assert len(found.steps) == 5
    assert all(path.is_file() for path in found.files)
