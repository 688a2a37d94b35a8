"""Solutions: the forms of capacity events that needs and issues suggest, each with its reason (IV.A.basis, IV.C)."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import field, frozen

from kimcore.clauses import Clause, cite
from kimcore.collaboration.needs import CapacityNeeds, NeedElement, needs_on
from kimcore.issues import Issue
from kimcore.mapping import Approach, Placement
from kimcore.privacy import public
from kimcore.terms import Term, Text

__all__ = ["FORM_OF", "EventForm", "FormSuggestion", "suggest_forms"]


class EventForm(Term):
    """The four forms of capacity events (Tabel 4.4)."""

    TECHNICAL_TRAINING = "technical_training", "Bimbingan Teknis", "technical training"
    WORKSHOP = "workshop", "Workshop/Lokakarya", "workshop"
    EXPERT_TALK = "expert_talk", "Sarasehan", "expert talk"
    DISCUSSION_FORUM = "discussion_forum", "Forum Diskusi", "discussion forum"

    @property
    def clause(self) -> Clause:
        """The clause of the form."""
        return DESCRIBED_BY[self]


DESCRIBED_BY: Final = {
    EventForm.TECHNICAL_TRAINING: cite("IV.C.form.1"),
    EventForm.WORKSHOP: cite("IV.C.form.2"),
    EventForm.EXPERT_TALK: cite("IV.C.form.3"),
    EventForm.DISCUSSION_FORUM: cite("IV.C.form.4"),
}

BASIS: Final = cite("IV.C.basis")
"""Solutions rest on the mapping (needs per KIM) and on the issues identified."""

FORM_OF: Final = {
    NeedElement.MEDIA: EventForm.TECHNICAL_TRAINING,
    NeedElement.CONTENT: EventForm.WORKSHOP,
    NeedElement.MEMBERS: EventForm.DISCUSSION_FORUM,
    NeedElement.SKILLS: EventForm.TECHNICAL_TRAINING,
    NeedElement.PRODUCTION: EventForm.WORKSHOP,
}
"""Which form serves which need. The guideline gives no such table; it is ours, from the descriptions of Tabel 4.4."""

COACHING: Final = cite("I.A.4")
"""Whose capacity is to be raised first by the mapping: the KIMs that it advises to develop."""

REASON: Final = Text(
    "Saran, bukan penetapan Dinas: kebutuhan {element} pada {number} KIM ({clause}){more}.",
    "A suggestion, not the office's decision: {number} KIM(s) need {element} ({clause}){more}.",
)
TALK: Final = Text(
    "Saran, bukan penetapan Dinas: isu “{title}” terkait {number} KIM yang memerlukan penguatan ({clause}){more}.",
    "A suggestion, not the office's decision: the issue “{title}” concerns {number} KIM(s) in need ({clause}){more}.",
)
ISSUES: Final = Text("; isu terkait: {titles}", "; issues tied to them: {titles}")
DEVELOP: Final = Text("; perlu pembinaan menurut peta: {number}", "; to be developed by the map: {number}")
NOTHING: Final = Text("", "")


@frozen(kw_only=True)
class FormSuggestion:
    """A form of capacity event for KIMs (ids), always a suggestion: the office decides.

    It comes from a need of theirs, or (`element` None) from an issue tied to them. KIMs stand by their priority on the
    map, those without one last, by id; `develop` are those that the map advises to develop (quadrant 3).
    """

    form: EventForm = field(metadata=public("IV.A.basis"))
    element: NeedElement | None = field(metadata=public("IV.A.basis"))
    kims: tuple[str, ...] = field(metadata=public("IV.A.basis"))
    develop: tuple[str, ...] = field(metadata=public("IV.C.basis"))
    issues: tuple[str, ...] = field(metadata=public("IV.C.basis"))
    reason: Text = field(metadata=public("IV.C.basis"))


def suggest_forms(
    needs: Iterable[CapacityNeeds], issues: Iterable[Issue], on: date, placements: Iterable[Placement] = ()
) -> tuple[FormSuggestion, ...]:
    """Suggest forms for the needs that stand on a day, most KIMs first, then for each issue an expert talk.

    For a need: the form of `FORM_OF`, with the issues tied to its KIMs. For an issue: those of its KIMs that have any
    need. Equal numbers stand in the order of Tabel 4.1, issues in the order given. `placements` are those of the map.
    """
    basis = Basis(needs=needs_on(needs, on), issues=tuple(issues), placements={p.subject.id: p for p in placements})
    found = [s for s in map(basis.for_element, NeedElement) if s.kims]
    talks = [s for s in map(basis.for_issue, basis.issues) if s.kims]
    return (*sorted(found, key=lambda s: -len(s.kims)), *talks)


@frozen(kw_only=True)
class Basis:
    """What solutions rest on (IV.C.basis): needs by KIM, the issues, and the map."""

    needs: dict[str, CapacityNeeds] = field(metadata=public("IV.A.basis"))
    issues: tuple[Issue, ...] = field(metadata=public("IV.C.basis"))
    placements: dict[str, Placement] = field(metadata=public("IV.C.basis"))

    def for_element(self, element: NeedElement) -> FormSuggestion:
        """Return what one need suggests."""
        kims = self.ordered(kim for kim, needs in self.needs.items() if element in needs.elements)
        tied = [i for i in self.issues if not set(kims).isdisjoint(i.kims)]
        told = ISSUES.format(titles=", ".join(i.title for i in tied)) if tied else NOTHING
        more = both(told, self.told(kims))
        return FormSuggestion(
            form=FORM_OF[element],
            element=element,
            kims=kims,
            develop=self.to_develop(kims),
            issues=tuple(i.id for i in tied),
            reason=REASON.format(element=element, number=len(kims), clause=element.clause.id, more=more),
        )

    def for_issue(self, issue: Issue) -> FormSuggestion:
        """Return what one issue suggests."""
        kims = self.ordered({k for k in issue.kims if k in self.needs and self.needs[k].elements})
        return FormSuggestion(
            form=EventForm.EXPERT_TALK,
            element=None,
            kims=kims,
            develop=self.to_develop(kims),
            issues=(issue.id,),
            reason=TALK.format(title=issue.title, number=len(kims), clause=BASIS.id, more=self.told(kims)),
        )

    def ordered(self, kims: Iterable[str]) -> tuple[str, ...]:
        """Return KIMs by their priority on the map, those without one last, by id."""
        places = {kim: found.priority for kim, found in self.placements.items() if found.priority is not None}
        return tuple(sorted(kims, key=lambda kim: (kim not in places, places.get(kim, 0), kim)))

    def to_develop(self, kims: Iterable[str]) -> tuple[str, ...]:
        """Return the KIMs that the map advises to develop."""
        return tuple(k for k in kims if k in self.placements and self.placements[k].approach is Approach.DEVELOP)

    def told(self, kims: Iterable[str]) -> Text:
        """Say how many KIMs the map advises to develop, nothing where there is none."""
        number = len(self.to_develop(kims))
        return DEVELOP.format(number=number) if number else NOTHING


def both(first: Text, second: Text) -> Text:
    """Return one text after another."""
    return Text(first.id + second.id, first.en + second.en)
