"""Plug-ins at work in a workspace: a scorer, observers of decisions; what fails changes nothing and is told."""

import logging
from collections.abc import Callable
from datetime import date
from math import nan
from typing import Any

import pytest

from kimcore.community import Finding, Kim
from kimcore.errors import NotAllowed, PluginError
from kimcore.mapping import InterestSource
from kimcore.partnership import Decision, DecisionKind
from kimcore.plugins import Descriptor, ObserverDescriptor, PluginState, ScorerDescriptor
from kimcore.ports import RecordedDecision
from kimcore.protection import ERASED, without_personal
from kimcore.testing import FakeClock, a_kim
from kimcore.workspace import Workspace
from kimcore.workspace.records import Records
from tests.plugins.odd import a_host_with, descriptor_of
from tests.workspace.registers import OFFICE, ON

SECRET = "Made-Up Officer"


class Scores:
    """A scorer that gives what it is told to give, or raises it."""

    def __init__(self, given: Any) -> None:
        self.given = given

    def score(self, kim: Kim, on: date) -> Any:  # noqa: ARG002
        """Score a KIM."""
        if isinstance(self.given, Exception):
            raise self.given
        return self.given[kim.id] if isinstance(self.given, dict) else self.given


class Notes:
    """An observer that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[RecordedDecision] = []

    def decided(self, decision: RecordedDecision) -> None:
        """Take note."""
        self.told.append(decision)


class Vandal:
    """An observer that changes what it is told and then fails, quoting it."""

    def decided(self, decision: RecordedDecision) -> None:
        """Change by force, and raise."""
        object.__setattr__(decision, "kim", "another")
        raise ValueError(f"not by {decision.officer or SECRET}")


def a_workspace_with(*descriptors: Descriptor, strict: bool = False, scorer: str | None = None) -> Workspace:
    """Return a workspace of two KIMs, one scored by the office, with plug-ins of the test."""
    host = a_host_with(*descriptors, strict=strict)
    found = Workspace.open("memory:", OFFICE, host=host, clock=FakeClock(ON), scorer=scorer)
    kims = (a_kim(id="a", profile__interest=80), a_kim(id="b", identity__name="KIM Lain", profile__interest=None))
    with found.storage.unit_of_work() as unit:
        for kim in kims:
            Records(unit, found.office).put("kim", kim.id, kim, 0)
        unit.commit()
    return found


def scored_by(given: Any, *, strict: bool = False) -> Workspace:
    """Return the workspace with a scorer in use."""
    return a_workspace_with(descriptor_of(ScorerDescriptor, lambda: Scores(given)), strict=strict, scorer="odd")


def interests(workspace: Workspace) -> dict[str, tuple[Any, Any, Any]]:
    """Return the sources of the interest of each KIM: whose counts, the office's, the plug-in's."""
    found = {p.subject.id: p.subject.scores.interest for p in workspace.map(ON)}
    return {id: (i.source, i.office, i.plugin) for id, i in found.items()}


WITHOUT = {"a": (InterestSource.OFFICE, 80, None), "b": (None, None, None)}


@pytest.mark.clause("III.C.1")
def test_a_scorer_stands_beside_the_office() -> None:
    """Its score counts where the office gave none, and is shown beside the office's where there is one."""
    assert interests(scored_by({"a": 10, "b": 55.5})) == {
        "a": (InterestSource.OFFICE, 80, 10),
        "b": (InterestSource.PLUGIN, None, 55.5),
    }
    assert interests(scored_by(None)) == WITHOUT
    (b,) = (p for p in scored_by(60).map(ON).to_document("id")["placements"] if p["id"] == "b")
    assert (b["interest"], b["figures"]["interest"]) == (60, {"source": "plugin", "office": None, "plugin": 60})


@pytest.mark.parametrize(
    ("given", "is_taken"), [(-1, False), (0, True), (1, True), (99, True), (100, True), (101, False)]
)
def test_the_bounds_of_a_score(given: int, is_taken: bool) -> None:
    """0 and 100 are scores; one beyond is a fault."""
    workspace = scored_by(given)
    assert (interests(workspace) != WITHOUT) is is_taken
    assert bool(workspace.host.raised()) is not is_taken


@pytest.mark.parametrize("given", [nan, "80", True, [80], ZeroDivisionError("x"), {"a": 10, "b": "much"}])
def test_a_scorer_that_fails_is_as_none(given: Any, caplog: pytest.LogCaptureFixture) -> None:
    """What is no score, or an error for one KIM, leaves the whole map as without the plug-in; its row says so."""
    workspace = scored_by(given)
    with caplog.at_level(logging.WARNING, "kimcore"):
        assert interests(workspace) == WITHOUT
    (row,) = workspace.host.raised()
    assert (row.name, row.state) == ("offering", PluginState.FAILED)
    assert row in workspace.host.status()
    assert caplog.messages == [f"plug-in offering failed in a call: {row.error}; the result is as without it"]
    with pytest.raises(PluginError, match="offering"):
        scored_by(given, strict=True).map(ON)


class Curious:
    """A scorer that keeps the KIMs that it is passed."""

    def __init__(self) -> None:
        self.seen: list[Kim] = []

    def score(self, kim: Kim, on: date) -> None:  # noqa: ARG002
        """Keep the KIM."""
        self.seen.append(kim)


@pytest.mark.parametrize("wants", [False, True])
def test_a_scorer_sees_persons_only_where_it_asks(wants: bool) -> None:
    """By default contact, officers, criminal answer and cases are not recorded in what it is passed; the rest is."""
    curious = Curious()
    offered = descriptor_of(ScorerDescriptor, lambda: curious, wants_personal_data=wants)
    workspace = a_workspace_with(offered, scorer="odd")
    workspace.map(ON)
    kims = workspace.kims()
    assert curious.seen == (list(kims) if wants else [without_personal(kim) for kim in kims])
    first = curious.seen[0]
    assert (first.profile.phone is not None, first.board.people[0].name != ERASED) == (wants, wants)
    assert (first.name, first.profile.fields, first.profile.interest) == (
        kims[0].name, kims[0].profile.fields, kims[0].profile.interest
    )  # fmt: skip


def test_the_applications_own_scorer_sees_what_the_application_does() -> None:
    """An object that the application passes itself is no plug-in of somebody else."""
    curious, workspace = Curious(), a_workspace_with()
    workspace.scorer = curious
    workspace.map(ON)
    assert curious.seen == list(workspace.kims())


def test_a_scorer_that_failed_is_asked_again() -> None:
    """A fault may pass: the next call is made, though the row keeps the fault."""
    given: dict[str, Any] = {"a": 1, "b": "x"}
    workspace = scored_by(given)
    assert interests(workspace) == WITHOUT
    given["b"] = 2
    assert interests(workspace)["b"] == (InterestSource.PLUGIN, None, 2)
    assert len(workspace.host.raised()) == 1


def indication(**changes: Any) -> Decision:
    """Return a decision about the first KIM, with what persons wrote."""
    given: dict[str, Any] = {
        "kim": "a",
        "kind": DecisionKind.INDICATE,
        "on": ON,
        "officer": SECRET,
        "reason": "r",
        "evidence": "e",
    }
    return Decision(**given | {"ground": 2} | changes)


def observing(*factories: Callable[[], object], wants: bool = False) -> list[Descriptor]:
    """Return descriptors of observers, called by their number."""
    return [
        descriptor_of(ObserverDescriptor, f, name=f"o{n}", wants_personal_data=wants) for n, f in enumerate(factories)
    ]


def test_an_observer_is_told_what_was_recorded() -> None:
    """After the commit each observer gets ids, kind and days; no ground, nothing of persons, and nothing refused."""
    notes = Notes()
    workspace = a_workspace_with(*observing(lambda: notes))
    workspace.decide(indication())
    told = RecordedDecision(id="a/0001", office=OFFICE, kim="a", kind="indicate", on=ON)
    assert notes.told == [told]
    with pytest.raises(NotAllowed):
        workspace.decide(indication(kind=DecisionKind.CONCLUDE, ground=3, finding=Finding.PROVEN))
    assert notes.told == [told]


def test_an_observer_that_asks_is_told_what_persons_wrote() -> None:
    """With `wants_personal_data` ground, officer, reason and evidence are there too; `repr` shows none of them."""
    notes = Notes()
    a_workspace_with(*observing(lambda: notes, wants=True)).decide(indication())
    (told,) = notes.told
    assert (told.officer, told.reason, told.evidence, told.ground) == (SECRET, "r", "e", 2)
    assert SECRET not in repr(told)
    assert "ground" not in repr(told)


@pytest.mark.parametrize("wants", [False, True])
def test_the_finding_of_a_case_is_told_to_those_who_ask(wants: bool) -> None:
    """That a ground was proven says something of a person, perhaps a crime; that a case was concluded does not."""
    notes = Notes()
    workspace = a_workspace_with(*observing(lambda: notes, wants=wants))
    for decision in (indication(), indication(kind=DecisionKind.CONCLUDE, finding=Finding.PROVEN)):
        workspace.decide(decision)
    told = [(d.kind, d.ground, d.finding) for d in notes.told]
    whole, rest = [("indicate", 2, ""), ("conclude", 2, "proven")], [("indicate", None, ""), ("conclude", None, "")]
    assert told == (whole if wants else rest)


@pytest.mark.parametrize("wants", [False, True])
def test_an_observer_that_fails_changes_nothing(wants: bool, caplog: pytest.LogCaptureFixture) -> None:
    """The decision stands, the other observers hear it as it was, and the fault is told without what was passed."""
    notes = Notes()
    workspace = a_workspace_with(*observing(Vandal, lambda: notes, Vandal, wants=wants))
    with caplog.at_level(logging.WARNING, "kimcore"):
        done = workspace.decide(indication())
    assert ON in [event.on for event in done]
    assert [told.kim for told in notes.told] == ["a"]
    assert len(caplog.messages) == 2
    assert SECRET not in caplog.text
    (row,) = workspace.host.raised()
    assert row.error.startswith("ValueError in test_in_use.py:")


def test_a_strict_host_raises_after_the_decision_stands() -> None:
    """Strict means to be told at once; what was recorded stays recorded."""
    workspace = a_workspace_with(*observing(Vandal), strict=True)
    with pytest.raises(PluginError, match="offering"):
        workspace.decide(indication())
    assert ON in [event.on for event in workspace.partnership("a", ON)]
