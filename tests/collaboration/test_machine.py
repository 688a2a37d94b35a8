"""Events, trials and competitions in any sequence of acts: no stage stands before what it requires."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kimcore.collaboration import (
    Cancellation,
    Progress,
    StageOutcome,
    StageRecord,
    WorkStatus,
    call_off,
    objections,
    record_stage,
    state_on,
)
from kimcore.errors import InvalidValue, NotAllowed
from kimcore.serialization import from_json, to_json
from tests.collaboration.made_up import START, WORKS

DAYS = st.integers(0, 90).map(lambda n: START + timedelta(n))
EMPTY: dict[str, Any] = {
    "event": {"speakers": (), "evaluation": ""},
    "trial A": {"feedback": ()},
    "trial B": {"schedule": ()},
    "own competition": {"entries": (), "scores": ()},
    "outside competition": {"accompaniments": ()},
}
KINDS = sorted(EMPTY)


class Works(RuleBasedStateMachine):
    """One work of each kind, with a model of what was recorded: stage, outcome, day."""

    def __init__(self) -> None:
        super().__init__()
        self.works: dict[str, Any] = {kind: WORKS[kind](**EMPTY[kind]) for kind in KINDS}
        self.model: dict[str, dict[str, tuple[StageOutcome, date]]] = {kind: {} for kind in KINDS}
        self.ended: dict[str, date] = {}

    def allowed(self, kind: str, made: StageRecord) -> bool:
        """Tell by the model whether a record is allowed."""
        work, recorded = self.works[kind], self.model[kind]
        stage = work.plan[made.stage]
        early = any(before not in recorded or recorded[before][1] > made.on for before in stage.after)
        over = kind in self.ended and made.on > self.ended[kind]
        lacking = made.outcome is StageOutcome.DONE and not all(n.holds(work, made.on) for n in stage.needs)
        return not (made.stage in recorded or early or over or lacking)

    @rule(kind=st.sampled_from(KINDS), data=st.data(), skip=st.booleans(), on=DAYS)
    def record(self, kind: str, data: st.DataObject, skip: bool, on: date) -> None:
        """Record any stage as done or skipped: it is taken exactly where the model allows it."""
        work = self.works[kind]
        outcome = StageOutcome.SKIPPED if skip else StageOutcome.DONE
        stage = data.draw(st.sampled_from(work.plan.ids))
        made = StageRecord(stage=stage, outcome=outcome, on=on, by="made-up", evidence="contoh", reason="contoh")
        if self.allowed(kind, made):
            self.works[kind] = record_stage(work, made)
            self.model[kind][stage] = outcome, on
        else:
            assert objections(work, made)
            with pytest.raises(NotAllowed) as caught:
                record_stage(work, made)
            assert caught.value.clause == work.plan[stage].clause.id

    @rule(kind=st.sampled_from(KINDS), skip=st.booleans(), on=DAYS)
    def advance(self, kind: str, skip: bool, on: date) -> None:
        """Record the next open stage, late enough."""
        open_ = state_on(self.works[kind], date.max).open
        if open_:
            last = max((day for _, day in self.model[kind].values()), default=START)
            outcome = StageOutcome.SKIPPED if skip else StageOutcome.DONE
            made = StageRecord(
                stage=open_[0], outcome=outcome, on=max(on, last), by="made-up", evidence="contoh", reason="contoh"
            )
            if self.allowed(kind, made):
                self.works[kind] = record_stage(self.works[kind], made)
                self.model[kind][made.stage] = outcome, made.on

    @rule(kind=st.sampled_from(KINDS))
    def fill(self, kind: str) -> None:
        """Write down what the work lacked."""
        whole = WORKS[kind]()
        self.works[kind] = evolve(self.works[kind], **{name: getattr(whole, name) for name in EMPTY[kind]})

    @precondition(lambda self: not self.ended)
    @rule(kind=st.sampled_from(KINDS), on=DAYS)
    def end(self, kind: str, on: date) -> None:
        """Call a work off, unless it is finished or a stage was done later."""
        work, recorded = self.works[kind], self.model[kind]
        late = any(day > on for _, day in recorded.values())
        end = Cancellation(on=on, by="made-up", reason="contoh")
        if len(recorded) < len(work.plan.ids) and not late:
            self.works[kind] = call_off(work, end)
            self.ended[kind] = on
        else:
            with pytest.raises((NotAllowed, InvalidValue)):
                call_off(work, end)

    @invariant()
    def every_stage_has_what_it_comes_after(self) -> None:
        """What is recorded by a day has by that day what it comes after; the state is what the model says."""
        for kind, work in self.works.items():
            recorded = self.model[kind]
            for stage, (_, day) in recorded.items():
                assert all(recorded[before][1] <= day for before in work.plan[stage].after)
            state = state_on(work, date.max)
            assert {*state.done, *state.skipped} == set(recorded)
            finished = len(recorded) == len(work.plan.ids)
            assert (state.status is WorkStatus.CANCELLED) is (kind in self.ended)
            assert kind in self.ended or (state.status is WorkStatus.FINISHED) is finished

    @invariant()
    def the_record_can_be_stored(self) -> None:
        """It comes back from JSON, and its stages may stand in any order."""
        for work in self.works.values():
            assert from_json(to_json(work), type(work)) == work
            turned = Progress(records=work.progress.records[::-1], cancelled=work.progress.cancelled)
            assert state_on(evolve(work, progress=turned), START) == state_on(work, START)


TestWorks = Works.TestCase
TestWorks.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
