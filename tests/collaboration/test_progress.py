"""Records of stages: what each needs, and what is refused when they are put together."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import Cancellation, Deadline, Progress, StageOutcome
from kimcore.errors import InvalidValue
from tests.collaboration.made_up import DAY, START, an_event, done, skipped


@pytest.mark.parametrize(("record", "why"), [(done, "evidence"), (skipped, "reason")])
@pytest.mark.parametrize("blank", ["", " "])
def test_a_record_names_who_and_why(record: Any, why: str, blank: str) -> None:
    """A stage is done on evidence and skipped for a reason, by somebody; all that lacks is named at once."""
    with pytest.raises(InvalidValue) as caught:
        record("theme", **{why: blank, "by": blank})
    error = caught.value
    assert (error.code, error.field) == ("stage_incomplete", "by")
    assert error.say("en").endswith(f"needs: by, {why}")
    assert error.say("id").endswith(f"memerlukan: by, {why}")
    with pytest.raises(InvalidValue) as caught:
        record("theme", **{why: blank})
    assert caught.value.field == why


def test_a_record_needs_only_what_belongs_to_its_outcome() -> None:
    """What was done needs no reason, what was skipped no evidence; names and reasons are not shown."""
    assert done("theme").reason == ""
    assert skipped("theme").evidence == ""
    assert "made-up" not in repr(done("theme")) + repr(skipped("theme"))
    assert skipped("theme").outcome is StageOutcome.SKIPPED


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [({"by": ""}, "by"), ({"reason": " "}, "reason"), ({"by": " ", "reason": ""}, "by, reason")],
)
def test_a_cancellation_names_who_and_why(changes: dict[str, str], lacking: str) -> None:
    """A work is not called off by nobody or for nothing."""
    with pytest.raises(InvalidValue, match=f"calling off a work needs: {lacking}") as caught:
        Cancellation(**{"on": START, "by": "made-up officer", "reason": "contoh"} | changes)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == ("cancellation_incomplete", lacking.partition(",")[0])
    assert caught.value.say("id") == f"pembatalan memerlukan: {lacking}"


def refused(*records: Any, **more: Any) -> InvalidValue:
    """Return the error with which an event of such a progress is refused."""
    with pytest.raises(InvalidValue) as caught:
        an_event(progress=Progress(records=records, **more))
    assert (caught.value.code, caught.value.field) == ("stages_out_of_order", "progress")
    return caught.value


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_stage_is_not_recorded_before_the_one_it_comes_after(days: int) -> None:
    """On the same day or later, in whatever order the records stand; however the work was made."""
    records = (done("speakers", START + days * DAY), done("theme", START))
    if days >= 0:
        assert an_event(progress=Progress(records=records)).progress.records == records
    else:
        error = refused(*records)
        assert (
            error.say("en") == "Capacity event: “Speakers set” requires stage “Theme and sessions set” (IV.C.stage.1)"
        )
        assert "memerlukan tahap “Penetapan tema dan sesi”" in error.say("id")


def test_a_skipped_stage_lets_the_next_one_follow() -> None:
    """What was skipped with a reason is no obstacle."""
    records = (skipped("theme", START), done("speakers", START))
    assert an_event(progress=Progress(records=records)).progress.records == records


def test_every_fault_is_named_at_once() -> None:
    """Stages that do not exist, also of a deadline, that are recorded twice, and that lack one before them."""
    error = refused(done("theme"), done("theme"), done("x"), done("held"), deadlines=(Deadline(stage="y", on=START),))
    assert error.say("en") == (
        "Capacity event: there is no stage x; there is no stage y; stage Theme and sessions set is recorded twice; "
        "“Event held” requires stage “Schedule made, attendance confirmed” (IV.C.stage.5)"
    )
    assert error.say("id").startswith("Kegiatan peningkatan kapasitas: tahap x tidak ada; tahap y tidak ada; ")


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_nothing_is_recorded_after_a_work_was_called_off(days: int) -> None:
    """The day of the cancellation still counts."""
    end = Cancellation(on=START, by="made-up officer", reason="contoh")
    record = done("theme", START + days * DAY)
    if days <= 0:
        assert an_event(progress=Progress(records=(record,), cancelled=end)).progress.is_cancelled(START)
    else:
        said = refused(record, cancelled=end)
        assert said.say("en").endswith(": “Theme and sessions set”: the work was called off on 2 March 2026")
        assert said.say("id").endswith(": “Penetapan tema dan sesi”: kegiatan dibatalkan pada 2 Maret 2026")


def test_progress_tells_what_is_recorded_by_a_day() -> None:
    """What was recorded later does not count; what was skipped is not done."""
    progress = Progress(records=(done("theme", START), skipped("speakers", START + DAY)))
    assert list(progress.recorded(START - DAY)) == []
    assert list(progress.recorded(START)) == ["theme"]
    assert list(progress.recorded(START + DAY)) == ["theme", "speakers"]
    assert [progress.is_done("theme", START + n * DAY) for n in (-1, 0, 1)] == [False, True, True]
    assert not progress.is_done("speakers", date.max)
    end = Cancellation(on=START, by="made-up officer", reason="contoh")
    ended = evolve(progress, cancelled=end)
    assert [ended.is_cancelled(START + n * DAY) for n in (-1, 0, 1)] == [False, True, True]
    assert not progress.is_cancelled(date.max)
