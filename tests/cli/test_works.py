"""The commands of works: list, show, stage and cancel, the same for every group (IV)."""

import pytest
from attrs import evolve

from kimcore.results import WorkGroup
from kimcore.workspace import Workspace
from tests.cli.conftest import Run
from tests.cli.test_schemas import faults
from tests.workspace.registers import OFFICE

WHO = ("--officer", "Pejabat Rekaan", "--evidence", "BA rekaan 1")
AT = ("--on", "2026-11-24", "--lang", "en")
GROUPS = [group.code for group in WorkGroup]


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_a_group_is_listed_in_every_form(kimcore: Run, ids: dict[str, str], group: str, form: str) -> None:
    """Each work with its state; the document fits its schema."""
    ran = kimcore(group, *AT, "--format", form)
    assert ran.code == 0, ran.err
    named = [id for id in ids.values() if id in ran.out]
    kinds = {kind.code for kind in WorkGroup.of(group).kinds}
    assert named == [id for id in ids.values() if id.split("-")[1] in kinds]
    if form == "json":
        assert list(faults(ran.json)) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_work_is_shown_and_fits_its_schema(kimcore: Run, ids: dict[str, str], language: str) -> None:
    """Stage by stage, with what its kind has beside them."""
    for group in WorkGroup:
        for work in kimcore(group.code, *AT, "--format", "json").json["works"]:
            ran = kimcore(group.code, "show", work["id"], "--on", "2026-11-24", "--lang", language, "--format", "json")
            assert list(faults(ran.json)) == []
            assert [s["state"] for s in ran.json["stages"]].count("done") == len(work["done"])
            assert kimcore(group.code, "show", work["id"], *AT).code == 0


@pytest.mark.clause("IV.C.stage.4")
def test_a_stage_is_recorded_and_the_next_one_named(kimcore: Run, ids: dict[str, str]) -> None:
    """Whoever is at the terminal reads what comes next."""
    ran = kimcore("events", "stage", "Tema Contoh", "participants", "--done", "2026-11-20", *WHO, *AT)
    assert ran.code == 0
    assert "under way. Next: Schedule made, attendance confirmed." in ran.err
    found = kimcore("events", "show", ids["running"], *AT, "--format", "json").json
    stage = next(s for s in found["stages"] if s["stage"] == "participants")
    assert (stage["state"], stage["on"], stage["officer"], stage["evidence"]) == (
        *("done", "2026-11-20"),
        *("Pejabat Rekaan", "BA rekaan 1"),
    )


def test_a_stage_recorded_for_a_later_day_is_shown_as_of_that_day(kimcore: Run, ids: dict[str, str]) -> None:
    """Otherwise what was just recorded would not be there."""
    ran = kimcore("events", "stage", ids["planned"], "theme", "--done", "2026-12-01", *WHO, *AT, "--format", "json")
    assert (ran.json["on"], ran.json["done"]) == ("2026-12-01", ["theme"])


def test_a_stage_is_skipped_with_its_reason_on_the_day_of_the_rule(kimcore: Run, ids: dict[str, str]) -> None:
    """It needs no evidence."""
    who = ("--officer", "Pejabat Rekaan")
    ran = kimcore("events", "stage", ids["planned"], "theme", "--skip", "alasan rekaan", *who, *AT, "--format", "json")
    stage = ran.json["stages"][0]
    assert (ran.json["skipped"], stage["on"], stage["reason"]) == (["theme"], "2026-11-24", "alasan rekaan")


@pytest.mark.clause("IV.C.stage.3", "IV.C.stage.5")
def test_a_stage_that_is_not_allowed_names_everything_and_stores_nothing(kimcore: Run, ids: dict[str, str]) -> None:
    """Exit code 2; the work stays as it was."""
    before = kimcore("events", "show", ids["planned"], *AT, "--format", "json").json
    ran = kimcore("events", "stage", ids["planned"], "schedule", "--done", "2026-11-20", *WHO, *AT)
    assert (ran.code, ran.out) == (2, "")
    assert "requires stage “Participants set” (IV.C.stage.4)" in ran.err
    assert kimcore("events", "show", ids["planned"], *AT, "--format", "json").json == before


def test_a_work_is_called_off(kimcore: Run, ids: dict[str, str]) -> None:
    """From that day on nothing of it is open."""
    ran = kimcore("events", "cancel", ids["running"], "--reason", "r", "--officer", "o", *AT, "--format", "json")
    assert (ran.json["status"], ran.json["open"]) == ("cancelled", [])
    assert kimcore("events", "cancel", ids["running"], "--reason", "r", "--officer", "o", *AT).code == 2


LACKING = [
    (("show",), "show needs: NAME"),
    (("stage",), "stage needs: NAME, STAGE, --done or --skip, --officer, --evidence"),
    (("stage", "x", "theme", "--skip", "why"), "stage needs: --officer"),
    (("stage", "x", "theme", "--done", "2026-01-01"), "stage needs: --officer, --evidence"),
    (("cancel",), "cancel needs: NAME, --officer, --reason"),
    (("stage", "x", "theme", "--done", "2026-01-01", "--skip", "why"), "a stage is --done or skipped"),
    (("show", "nothing of the kind"), "work_unknown"),
]


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(("words", "said"), LACKING)
def test_what_a_command_lacks_is_named_all_at_once(
    kimcore: Run, ids: dict[str, str], group: str, words: tuple[str, ...], said: str
) -> None:
    """As it is typed."""
    assert ids
    ran = kimcore(group, *words, "--lang", "en")
    assert ran.code == 2
    assert said in ran.err


def test_a_work_of_another_group_is_not_found(kimcore: Run, ids: dict[str, str]) -> None:
    """A command changes works of its own group alone."""
    for words in (("show", ids["award"]), ("cancel", ids["award"], "--reason", "r", "--officer", "o")):
        ran = kimcore("events", *words, *AT)
        assert ran.code == 2
        assert "work_unknown" in ran.err
    assert kimcore("awards", *AT, "--format", "json").json["works"][0]["status"] == "finished"


def test_a_name_is_looked_for_in_its_group_alone(kimcore: Run, ids: dict[str, str]) -> None:
    """A material and an award of one title are told apart by the command."""
    with Workspace.open("sqlite:///kimcore.db", OFFICE) as workspace:
        award = workspace.work(ids["award"])
        workspace.keep(evolve(award, title="Bahan Contoh"))
    assert kimcore("awards", "show", "Bahan Contoh", *AT, "--format", "json").json["id"] == ids["award"]
    assert kimcore("materials", "show", "Bahan Contoh", *AT, "--format", "json").json["id"] == ids["material"]


@pytest.mark.clause("IV.E.own.run")
def test_a_competition_shows_its_ranking(kimcore: Run, ids: dict[str, str]) -> None:
    """Places and totals, exactly."""
    rows = kimcore("competitions", "show", ids["own"], *AT, "--format", "json").json["tables"]["rankings"]
    assert [(r["place"], r["total"], r["prize"]) for r in rows] == [(1, 80.0, "piala"), (2, 75.0, None)]


@pytest.mark.clause("IV.A.1", "IV.A.4", "IV.A.basis")
def test_needs_are_listed_with_who_shares_them(kimcore: Run, ids: dict[str, str]) -> None:
    """A KIM that nobody looked at is unknown; a suggestion is marked as one."""
    assert ids
    found = kimcore("needs", *AT, "--format", "json").json
    assert list(faults(found)) == []
    shared = {s["element"]: s for s in found["shared"]}
    kims = len(kimcore("assess", *AT, "--format", "json").json["kims"])
    assert (len(shared["skills"]["kims"]), len(shared["skills"]["unknown"])) == (2, kims - 2)
    assert all("suggestion" in s["reason"] for s in found["suggestions"])
    one = kimcore("needs", "show", found["needs"][0]["name"], *AT, "--format", "json").json
    assert [n["id"] for n in one["needs"]] == [found["needs"][0]["id"]]
    assert kimcore("needs", "show", "--lang", "en").err.startswith("error: show needs: KIM")
    assert "Needs of the KIMs" in kimcore("needs", *AT).out


def test_needs_found_later_are_not_there_yet(kimcore: Run, ids: dict[str, str]) -> None:
    """The day before, the day, the day after."""
    assert ids
    days = ("2026-01-31", "2026-02-01", "2026-02-02")
    found = [len(kimcore("needs", "--on", day, "--format", "json").json["needs"]) for day in days]
    assert found == [0, 2, 2]
